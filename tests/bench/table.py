"""Measurements as a table in Markdown."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bench.measuring import Timing

_HEAD = "| měření | má být | poměr | první (rozpětí) | druhé (rozpětí) |\n|---|---|---|---|---|"


@dataclass(frozen=True, slots=True)
class Row:
    """Two timings, the first of which is divided by the second, and what the ratio must be."""

    name: str
    target: str
    first: Timing
    second: Timing

    @property
    def ratio(self) -> float:
        """The ratio of the medians."""
        return self.first.median / self.second.median


def format_table(rows: Iterable[Row]) -> str:
    """The whole table."""
    return "\n".join((_HEAD, *_lines(rows)))


def _lines(rows: Iterable[Row]) -> Iterator[str]:
    for row in rows:
        cells = (row.name, row.target, _number(row.ratio), _timing(row.first), _timing(row.second))
        yield f"| {' | '.join(cells)} |"


def _timing(timing: Timing) -> str:
    least, most = (_number(edge(timing.seconds)) for edge in (min, max))
    return f"{_number(timing.median)} s ({least}–{most})"


def _number(value: float) -> str:
    """Three digits that matter, with a decimal comma."""
    return f"{value:.3g}".replace(".", ",")
