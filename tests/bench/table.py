"""Measurements as rows of a table in Markdown: what was to be reached, and whether it was."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from bench.measuring import Timing

_HEAD = (
    "| č. | měření | má být | cíl | naměřeno | rozpětí | výsledek |",
    "|--:|---|--:|--:|--:|--:|---|",
)
_COMMANDS_HEAD = ("| č. | první | druhé |", "|--:|---|---|")
_NONE = "–"


@dataclass(frozen=True, slots=True)
class Bound:
    """How much something may be at most, or must be at least; in a unit, or as a ratio."""

    limit: float
    is_least: bool = False
    unit: str = ""

    def allows(self, value: float) -> bool:
        """Whether a figure is on the right side."""
        return value >= self.limit if self.is_least else value <= self.limit

    def __str__(self) -> str:
        return f"{'≥' if self.is_least else '≤'} {with_unit(self.limit, self.unit)}"


def at_most(limit: float, unit: str = "") -> Bound:
    """A bound from above."""
    return Bound(limit, unit=unit)


def at_least(limit: float, unit: str = "") -> Bound:
    """A bound from below."""
    return Bound(limit, is_least=True, unit=unit)


@dataclass(frozen=True, slots=True)
class Measured:
    """Something that was run: the command as people would write it, and how long it took."""

    name: str
    timing: Timing


@dataclass(frozen=True, slots=True)
class Ratio:
    """The first divided by the second: medians; the spread is that of the pairs run in turn."""

    first: Measured
    second: Measured
    unit: str = ""

    @property
    def value(self) -> float:
        """The ratio of the medians."""
        return self.first.timing.median / self.second.timing.median

    @property
    def parts(self) -> tuple[float, ...]:
        """The ratio of each pair."""
        pairs = zip(self.first.timing.seconds, self.second.timing.seconds, strict=True)
        return tuple(first / second for first, second in pairs)


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure that is no ratio: seconds, mebibytes; `parts` are the single measurements."""

    name: str
    parts: tuple[float, ...]
    unit: str

    @property
    def value(self) -> float:
        """The middle one."""
        return median(self.parts)


@dataclass(frozen=True, slots=True)
class Missing:
    """Why there is no figure, as a Czech clause."""

    reason: str


@dataclass(frozen=True, slots=True)
class Failed(Missing):
    """Why a measurement did not come to its end."""


@dataclass(frozen=True, slots=True)
class Row:
    """A figure with what it must be and what it should be; None where nobody set a bound."""

    name: str
    must: Bound | None
    aim: Bound | None
    figure: Ratio | Amount | Missing
    note: str = ""

    @property
    def verdict(self) -> str:
        """Whether the bounds are kept, in words of the table."""
        if isinstance(self.figure, Missing):
            return f"neměřeno: {self.figure.reason}"
        if self.must is None:
            return "bez meze"
        if not self.must.allows(self.figure.value):
            return "nesplněno"
        reached = self.aim is not None and self.aim.allows(self.figure.value)
        return "splněno i s cílem" if reached else "splněno"

    def __str__(self) -> str:
        found = "" if isinstance(self.figure, Missing) else _figures(self.figure)[0]
        return f"{self.name}: {' '.join(filter(None, (found, self.verdict)))}"


def format_table(rows: Iterable[Row]) -> str:
    """All rows with their bounds and verdicts."""
    return "\n".join((*_HEAD, *(_line(number, row) for number, row in enumerate(rows, 1))))


def format_commands(rows: Sequence[Row]) -> str:
    """What was run for each row, with its times."""
    return "\n".join((*_COMMANDS_HEAD, *_command_lines(rows)))


def whole(value: float) -> str:
    """A whole number, its thousands set off where there are ten of them."""
    return f"{value:,.0f}".replace(",", "\u00a0") if value >= 10_000 else f"{value:.0f}"


def of_meetings(count: int) -> str:
    """So many meetings, in the words of the table."""
    return f"{whole(count)}\u00a0jednání"


def number(value: float) -> str:
    """Three digits that matter, with a decimal comma; whole numbers from a hundred on."""
    if value >= 100:
        return whole(value)
    return f"{value:.3g}".replace(".", ",")


def with_unit(value: float, unit: str) -> str:
    """A figure with its unit, if it has one."""
    return f"{number(value)}\u00a0{unit}" if unit else number(value)


def _line(order: int, row: Row) -> str:
    bounds = (str(bound) if bound else _NONE for bound in (row.must, row.aim))
    name = f"{row.name} ({row.note})" if row.note else row.name
    return f"| {' | '.join((str(order), name, *bounds, *_figures(row.figure), row.verdict))} |"


def _figures(figure: Ratio | Amount | Missing) -> tuple[str, str]:
    if isinstance(figure, Missing):
        return _NONE, _NONE
    spread = "–".join(number(edge(figure.parts)) for edge in (min, max))
    return with_unit(figure.value, figure.unit), spread if len(figure.parts) > 1 else _NONE


def _command_lines(rows: Sequence[Row]) -> Iterator[str]:
    for order, row in enumerate(rows, 1):
        match row.figure:
            case Ratio(first, second):
                yield f"| {order} | {_measured(first)} | {_measured(second)} |"
            case Amount(name):
                yield f"| {order} | {name} | {_NONE} |"
            case Missing():
                pass


def _measured(measured: Measured) -> str:
    least, most = (number(edge(measured.timing.seconds)) for edge in (min, max))
    return f"{measured.name}: {number(measured.timing.median)}\u00a0s ({least}–{most})"
