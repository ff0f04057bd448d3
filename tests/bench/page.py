"""The page about speed: everything that was measured, as Markdown."""

import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.growth import Grown
from bench.picture import draw_growth
from bench.profile_table import format_profile
from bench.setting import FULL, Setting
from bench.table import Row, format_commands, format_table, number, of_meetings, whole

_CHOICES = Path(__file__).with_name("choices.md")
PICTURE = "obrazky/rust.svg"
_HEAD = """# Výkon

Tuto stránku píše `python -m tests.bench --korpus SKRIPT`; ručně se nemění. SKRIPT je program, který
příkazem `SKRIPT SLOŽKA -n POČET` vyrobí složku se zápisy (tady po asi 1 170 slovech). Cizí programy
se nainstalují samy. `--jen NÁZEV` změří jen něco, `--rychle` všechno jednou a v malém."""
_HOW = """## Jak se měřilo

Příkazy z jednoho řádku se spouštějí střídavě, po jednom kole, které se nepočítá; platí mediány
nejméně pěti kol, není-li u řádku řečeno jinak. Naměřený je poměr, protože sekundy jsou na každém
počítači jiné; rozpětí je nejmenší a největší poměr dvojic z jednoho kola. Proměnné
`PYTHONDONTWRITEBYTECODE` a `PYTHONUNBUFFERED` nejsou nastavené. Překlady „z ničeho“ začínají bez
složky `vystup/`, bez `ukoly.md` a bez indexu; i cizí programy začínají s prázdným výstupem."""
_SMALL = "**Zkrácené měření: jednání je méně, než s kolika počítají meze, a změřeno bylo jednou.**"
_GROWTH_HEAD = (
    "| jednání | překlad z ničeho (s) | na jednání (ms) | paměť (MiB) | index (MiB) |",
    "|--:|--:|--:|--:|--:|",
)


@dataclass(frozen=True, slots=True)
class Report:
    """What was measured; growth and the profile are empty where nobody asked for them."""

    rows: Sequence[Row]
    grown: Sequence[Grown]
    stages: Mapping[str, float]
    programs: Mapping[str, str]
    setting: Setting


def format_page(report: Report) -> str:
    """The whole page."""
    return "\n\n".join(_sections(report)) + "\n"


def write_page(report: Report, folder: Path) -> None:
    """The page and its picture into the folder of documentation."""
    (folder / PICTURE).parent.mkdir(parents=True, exist_ok=True)
    (folder / "vykon.md").write_text(format_page(report), encoding="utf-8")
    if report.grown:
        (folder / PICTURE).write_text(draw_growth(report.grown), encoding="utf-8")


def _sections(report: Report) -> Iterator[str]:
    yield _HEAD
    yield f"{_HOW}\n\n{_machine()}{_programs(report.programs)}"
    if report.setting.sizes != FULL:
        yield _SMALL
    if report.rows:
        yield f"## Rychlost\n\n{format_table(report.rows)}"
    if report.grown:
        yield f"## Růst\n\n![Růst času, paměti a indexu s počtem jednání]({PICTURE})"
        yield "\n".join((*_GROWTH_HEAD, *map(_growth_line, report.grown)))
    if report.stages:
        yield f"## Kam jde čas\n\n{_about_profile(report.setting.sizes.middle)}"
        yield format_profile(report.stages)
        yield _CHOICES.read_text(encoding="utf-8").strip()
    if report.rows:
        yield f"## Příkazy\n\nČasy jsou mediány s rozpětím.\n\n{format_commands(report.rows)}"


def _machine() -> str:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"Počítač: procesorů {cores}, Python {platform.python_version()}."


def _programs(versions: Mapping[str, str]) -> str:
    listed = ", ".join(f"{name} {version}" for name, version in sorted(versions.items()))
    return f" Cizí programy: {listed}." if listed else ""


def _growth_line(grown: Grown) -> str:
    seconds = grown.build.timing.median
    cells = (
        whole(grown.meetings),
        number(seconds),
        number(1000 * seconds / grown.meetings),
        number(grown.memory) if grown.memory is not None else "–",
        number(grown.index),
    )
    return f"| {' | '.join(cells)} |"


def _about_profile(meetings: int) -> str:
    return (
        f"Procesorový čas na jedno jednání při překladu {of_meetings(meetings)} z ničeho "
        "v jednom procesu, podle vzorků zásobníku volání. „Před“ je stav, než se na rychlosti "
        "začalo pracovat."
    )
