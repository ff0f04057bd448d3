"""The columns of a summary: how wide they are, and what stands above them."""

from collections.abc import Iterable
from typing import NamedTuple

from zapis.report.columns import visible, width
from zapis.report.numbers import grouped
from zapis.tasks.query.summary import SummaryLine

_HEADS = ("Otevřené", "Po termínu", "Do týdne", "Splněné")
_SHORT_HEADS = ("Otevř.", "Po term.", "Týden", "Spln.")
_SHORT, _FULL = 52, 66
_USUAL = 78
_WIDEST_NAME = 60
_GAP = 2


class Layout(NamedTuple):
    """Widths in cells; those of numbers include the gap before them.

    There are no heads where everything stands one below the other.
    """

    name: int
    numbers: tuple[int, ...] = ()
    heads: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """The width of the table."""
        return self.name + sum(self.numbers)


def figures(line: SummaryLine) -> tuple[int, ...]:
    """The numbers of a line in the order of the columns."""
    return line.open, line.overdue, line.within_week, line.done


def lay_out(columns: int, lines: Iterable[SummaryLine]) -> Layout:
    """The columns for a terminal of that width; wider than usual only where names need it."""
    lines, room = list(lines), columns - 2
    if columns < _SHORT:
        return Layout(room)
    heads = _HEADS if columns >= _FULL else _SHORT_HEADS
    widest = [
        max(len(grouped(n)) for n in column) for column in zip(*map(figures, lines), strict=True)
    ]
    numbers = tuple(_GAP + max(len(head), size) for head, size in zip(heads, widest, strict=True))
    longest = max(width(visible(line.name)) for line in lines)
    name = max(min(longest, _WIDEST_NAME), _USUAL - sum(numbers))
    return Layout(min(name, room - sum(numbers)), numbers, heads)
