"""Numbers of tasks through random edits of real files, built one after the other."""

import datetime as dt
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from making import build_workspace, make_workspace

SETTINGS = "format: [html]\nserie:\n  bc: {nazev: Bezpečná čtvrť, zkratka: BC}\n"
SENTENCES = (
    *("Zaslat členům skupiny nápady na vzdělávací akce", "Objednat sál na květnové setkání"),
    *("Objednat sál", "Obvolat organizace kvůli **novému plánu** služeb", "Svolat příští schůzku"),
    *(
        "Připravit leták o *dni sousedů* a rozdat ho ve školách",
        "Doplnit kontakty – adresář služeb",
    ),
    *(
        "Ověřit cenu na https://cena.example a poslat nabídku",
        "Zpracovat zprávu č. 5 pro radu města",
    ),
)
TAILS = (
    *(
        "",
        " @Horáková do 20. 3. 2026",
        " @Horáková, @Cháb (do příště)",
        " (termín: v následujícím\\n  období)",
    ),
    *(", zodpovídá: Eva Horáková, T: 20. 4.", " @členové průběžně"),
)
_ENTRY = re.compile(r"- \[.\] #(\S+) ((?:\S+ )*?klíč\d+)\b")
_PLAIN = re.compile(r"[^\W\d_]+")


class Job(Struct, frozen=True, dict=True):
    """A task with a last word by which it is known again."""

    key: int
    words: tuple[str, ...]
    tail: str
    section: int

    @property
    def line(self) -> str:
        return f"- [ ] {' '.join(self.words)} klíč{self.key}{self.tail}"


class Minutes(Struct, frozen=True, dict=True):
    """A file; its id comes from the series and the date, or from its name."""

    path: str
    day: dt.date
    series: str
    jobs: tuple[Job, ...]

    @property
    def text(self) -> str:
        series = f"serie: {self.series}\n" if self.series else ""
        head = f"---\n{series}datum: {self.day.day}. {self.day.month}. {self.day.year}\n"
        head += "pritomni: Eva Horáková, Petr Cháb\n---\n"
        sections = ("První bod", "Druhý bod", "Třetí bod")
        body = (
            "\n".join(
                (
                    f"\n# {name}\n\nText bodu.\n",
                    *(job.line for job in self.jobs if job.section == at),
                )
            )
            for at, name in enumerate(sections)
        )
        return head + "\n".join(body) + "\n"


def numbers(root: Path) -> Mapping[str, str]:
    """The ids by the last words of the tasks, from the tracker; those that are gone left out."""
    text = (root / "ukoly.md").read_text(encoding="utf-8") if (root / "ukoly.md").exists() else ""
    living = text.partition("## Už nejsou v zápisech")[0]
    return {words.split()[-1]: task for task, words in _ENTRY.findall(living)}


def reword(job: Job, draw: st.DataObject) -> Job:
    """Two words of five, the last one with them, are other words."""
    words = list(job.words)
    most = (len(words) + 1) * 2 // 5
    places = draw.draw(st.lists(st.integers(0, len(words) - 1), max_size=most, unique=True))
    for place in places:
        if _PLAIN.fullmatch(words[place]):
            words[place] = f"jinak{place}"
    return replace(job, words=tuple(words))


def edited(minutes: Minutes, draw: st.DataObject, key: int) -> Minutes:
    """One edit of a task or of the file."""
    jobs = list(minutes.jobs)
    index = draw.draw(st.integers(0, len(jobs) - 1))
    match draw.draw(
        st.sampled_from(("reword", "move", "section", "insert", "delete", "name", "day"))
    ):
        case "reword":
            jobs[index] = reword(jobs[index], draw)
        case "move":
            jobs.insert(draw.draw(st.integers(0, len(jobs) - 1)), jobs.pop(index))
        case "section":
            jobs[index] = replace(jobs[index], section=draw.draw(st.integers(0, 2)))
        case "insert":
            jobs.insert(index, draw.draw(jobs_of(key)))
        case "delete" if len(jobs) > 1:
            del jobs[index]
        case "name":
            return replace(minutes, path=f"jinak-{key}.md")
        case "day":
            return replace(minutes, day=minutes.day + dt.timedelta(key))
        case _:
            pass
    return replace(minutes, jobs=tuple(jobs))


def jobs_of(key: int) -> st.SearchStrategy[Job]:
    words = st.sampled_from(SENTENCES).map(lambda sentence: tuple(sentence.split()))
    return st.builds(Job, st.just(key), words, st.sampled_from(TAILS), st.integers(0, 2))


@st.composite
def files(draw: st.DrawFn) -> Minutes:
    count = draw(st.integers(1, 4))
    jobs = tuple(draw(jobs_of(key)) for key in range(1, count + 1))
    return Minutes("zapis.md", dt.date(2026, 1, 23), draw(st.sampled_from(("", "bc"))), jobs)


@settings(max_examples=12, deadline=None)
@given(files(), st.data())
def test_edits_of_files_change_no_number(minutes: Minutes, draw: st.DataObject) -> None:
    other = "---\nserie: bc\ndatum: 20. 3. 2026\n---\n\n- [ ] Jiný úkol jiného jednání klíč999\n"
    with TemporaryDirectory() as folder:
        root = make_workspace(Path(folder), {"zapis.yaml": SETTINGS, "jine.md": other})
        ever: dict[str, str] = {}
        faults: list[tuple[str, str, str]] = []
        for step in range(4):
            (root / minutes.path).unlink(missing_ok=True)
            minutes = edited(minutes, draw, 20 + step) if step else minutes
            make_workspace(root, {minutes.path: minutes.text})
            if draw.draw(st.booleans()):
                shutil.rmtree(root / ".zapis", ignore_errors=True)
            build_workspace(root)
            now = numbers(root)
            faults += [
                (key, ever[key], own) for key, own in now.items() if ever.get(key, own) != own
            ]
            keys = {f"klíč{job.key}" for job in minutes.jobs} | {"klíč999"}
            faults += [(key, "", "") for key in keys - now.keys()]
            ever |= now
        assert faults == []
