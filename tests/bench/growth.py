"""How time, memory and the index grow with the number of meetings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.measuring import measure
from bench.memory import can_measure, peak_memory
from bench.setting import Setting
from bench.table import Amount, Measured, Missing, Ratio, Row, at_most, of_meetings, whole

_MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Grown:
    """One size: seconds of cold builds, MiB of all processes together, MiB of the index."""

    meetings: int
    build: Measured
    memory: float | None
    index: float


def measure_growth(setting: Setting) -> tuple[Grown, ...]:
    """All sizes, built in turn from nothing with as many processes as zapis chooses."""
    sizes = setting.sizes
    counts = (sizes.small, sizes.middle, sizes.large)
    builds = [setting.cold(count) for count in counts]
    timings = measure(builds, setting.few, terminal=False, warm=False)
    grown = []
    for count, build, timing in zip(counts, builds, timings, strict=True):
        memory = peak_memory(build) / _MEBIBYTE if can_measure() else None
        index = _size_of_index(setting.folder / f"z-niceho-{count}")
        grown.append(Grown(count, Measured(f"`{build.name}`", timing), memory, index))
    return tuple(grown)


def growth_rows(setting: Setting, grown: Sequence[Grown]) -> Iterator[Row]:
    """The rows of the table of speeds that are about growth, memory and the index."""
    *_, middle, large = grown
    name = f"růst: překlad z ničeho, {of_meetings(large.meetings)} : {whole(middle.meetings)}"
    ratio = Ratio(large.build, middle.build)
    yield Row(name, at_most(11), at_most(10), ratio, setting.few_note)
    name = f"paměť všech procesů dohromady, {of_meetings(large.meetings)}"
    if large.memory is None:
        figure: Amount | Missing = Missing("systém neříká, kolik paměti procesy sdílejí")
    else:
        figure = Amount(large.build.name, (large.memory,), "MiB")
    yield Row(name, at_most(200, "MiB"), at_most(100, "MiB"), figure)
    index = Amount("soubory `.zapis/index.sqlite*`", (large.index,), "MiB")
    yield Row(f"velikost indexu, {of_meetings(large.meetings)}", None, None, index)


def rows(setting: Setting) -> Iterator[Row]:
    """The rows alone."""
    return growth_rows(setting, measure_growth(setting))


def _size_of_index(root: Path) -> float:
    return sum(path.stat().st_size for path in (root / ".zapis").glob("index.sqlite*")) / _MEBIBYTE
