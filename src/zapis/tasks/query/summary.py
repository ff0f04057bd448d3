"""What tasks add up to: how many each person and each series has, and how they stand."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from zapis.czech.collation import sort_key
from zapis.tasks.query.rows import TaskRow, Urgency

_OPEN, _OVERDUE, _WITHIN_WEEK, _DONE = range(4)
_NOBODY = ("",)
_COUNTED: Mapping[Urgency, tuple[int, ...]] = MappingProxyType(
    {
        Urgency.OVERDUE: (_OPEN, _OVERDUE),
        Urgency.WITHIN_WEEK: (_OPEN, _WITHIN_WEEK),
        Urgency.LATER: (_OPEN,),
        Urgency.RECURRING: (_OPEN,),
        Urgency.UNDATED: (_OPEN,),
        Urgency.DONE: (_DONE,),
    }
)


class SummaryLine(NamedTuple):
    """How many tasks there are; those that are overdue or due within a week are open too."""

    name: str
    open: int
    overdue: int
    within_week: int
    done: int


class Summary(NamedTuple):
    """Lines by name in Czech order; that of tasks without an assignee has no name and is last."""

    people: tuple[SummaryLine, ...]
    series: tuple[SummaryLine, ...]
    total: SummaryLine


def summarize(rows: Iterable[TaskRow]) -> Summary:
    """Count tasks by assignee and by series.

    A task of two people counts in both lines and once in the total. Cancelled tasks, and those
    that their minutes no longer have, do not count.
    """
    by_urgency: dict[Urgency, list[TaskRow]] = {}
    for row in rows:
        by_urgency.setdefault(row.urgency, []).append(row)
    people, series, total = _columns(), _columns(), _columns()
    for urgency, columns in _COUNTED.items():
        own = by_urgency.get(urgency, ())
        names = [name for row in own for name in dict.fromkeys(row.assignees or _NOBODY)]
        sections = [row.section for row in own]
        for column in columns:
            people[column].update(names)
            series[column].update(sections)
            total[column][""] += len(own)
    (line,) = _lines(total) or (SummaryLine("", 0, 0, 0, 0),)
    return Summary(_lines(people), _lines(series), line)


def _columns() -> tuple[Counter[str], ...]:
    return Counter(), Counter(), Counter(), Counter()


def _lines(columns: Sequence[Counter[str]]) -> tuple[SummaryLine, ...]:
    names = sorted(set().union(*columns), key=lambda name: (not name, sort_key(name)))
    return tuple(SummaryLine(name, *(column[name] for column in columns)) for name in names)
