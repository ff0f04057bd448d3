"""The columns of a list of tasks: how many there are, and how wide."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from zapis.report.columns import pad, width
from zapis.report.task_when import when_text
from zapis.tasks.query import TaskRow

_TWO_COLUMNS, _THREE_COLUMNS, _FOUR_COLUMNS = 50, 72, 120
_NARROWEST = 10
_INDENT = 2
_WHEN, _WIDEST_WHEN, _WIDEST_WIDE_WHEN = 16, 20, 24
_NARROWEST_NUMBER, _WIDEST_NUMBER = 10, 24
_NARROWEST_NAMES, _WIDEST_NAMES = 17, 44
_NAMES_SHARE = 0.22


class Layout(NamedTuple):
    """Widths of the columns in cells.

    A width of 0 means that there is no such column: numbers then stand below the deadline, names
    below the task, and where `when` is 0 everything stands one below the other. `gap` is the space
    between the task and the names.
    """

    when: int
    number: int
    text: int
    names: int
    gap: int = 1

    @property
    def left(self) -> int:
        """The width of all that stands left of the task."""
        return self.when + (self.number + 2 if self.number else 0)

    @property
    def head(self) -> str:
        """The names of the columns, empty where there are none."""
        if not self.when:
            return ""
        first = "Termín" if self.number else "Termín / číslo"
        number = f"{pad('Číslo', self.number)}  " if self.number else ""
        names = f"{' ' * self.gap}Zodpovídá" if self.names else ""
        return f"{pad(first, self.when)}  {number}{pad('Úkol', self.text)}{names}".rstrip()


def lay_out(columns: int, rows: Sequence[TaskRow], today: dt.date) -> Layout:
    """The columns for a terminal of that width; the rows tell how wide they must be."""
    total = columns - 2
    if columns < _TWO_COLUMNS:
        return Layout(0, 0, max(_NARROWEST, columns - 1 - _INDENT), 0)
    names = min(_WIDEST_NAMES, max(_NARROWEST_NAMES, int(total * _NAMES_SHARE)))
    ids = (row.id for row in rows)
    number = _longest(len(meeting) + len(str(number)) for meeting, number in ids) + 1
    if columns < _FOUR_COLUMNS:
        when = min(max(_WHEN, number), _WIDEST_WHEN)
        if columns < _THREE_COLUMNS:
            return Layout(when, 0, total - when - 2, 0)
        return Layout(when, 0, total - when - names - 3, names)
    number = min(max(_NARROWEST_NUMBER, number), _WIDEST_NUMBER)
    when = _longest(width(when_text(row, today)) for row in rows) + 1
    when = min(max(_WHEN, when), _WIDEST_WIDE_WHEN)
    return Layout(when, number, total - when - number - names - 6, names, gap=2)


def _longest(lengths: Iterable[int]) -> int:
    return max(lengths, default=0)
