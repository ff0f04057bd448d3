"""Who is to do a task: the last column of a list, or a line below the task."""

from collections.abc import Sequence
from functools import lru_cache

from zapis.czech.plurals import choose
from zapis.report.style import CLOSED, NOBODY
from zapis.report.wrapping import hang, wrap
from zapis.tasks.query import TaskRow

_MOST_NAMES = 2
_ARROW = "→ "


def names_column(row: TaskRow, columns: int, *, joined: bool) -> Sequence[str]:
    """One below the other; where `joined`, all on a single line if it is wide enough.

    A closed task without an assignee needs none, so nothing is said of it.
    """
    if not row.assignees and row.urgency in CLOSED:
        return ()
    return _column(row.assignees, columns, joined=joined)


def names_line(row: TaskRow, columns: int) -> Sequence[str]:
    """„→ Eva Horáková, Petr Cháb“, wrapped."""
    if not row.assignees and row.urgency in CLOSED:
        return ()
    return _line(row.assignees, columns)


def _shorten(assignees: Sequence[str]) -> Sequence[str]:
    """All of them; of many the first and how many more."""
    if len(assignees) <= _MOST_NAMES:
        return assignees or (NOBODY,)
    more = len(assignees) - 1
    return assignees[0], f"a {choose(more, 'další', 'další', 'dalších')} {more}"


@lru_cache(maxsize=4096)
def _column(assignees: tuple[str, ...], columns: int, *, joined: bool) -> Sequence[str]:
    line = wrap(", ".join(assignees), columns) if joined else []
    if len(line) == 1:
        return tuple(line)
    return tuple(line for name in _shorten(assignees) for line in hang(name, columns, " "))


@lru_cache(maxsize=4096)
def _line(assignees: tuple[str, ...], columns: int) -> Sequence[str]:
    link = " " if len(assignees) > _MOST_NAMES else ", "
    return tuple(hang(_ARROW + link.join(_shorten(assignees)), columns))
