"""Tests of single rows of which filters are made."""

import datetime as dt
from collections.abc import Callable, Collection, Sequence

from zapis.model.tasks import TaskStatus
from zapis.tasks.query.rows import TaskRow, Urgency

NOBODY = ""
"""Stands among wanted assignees for tasks that have none."""

RowTest = Callable[[TaskRow], bool]
_NOBODY = (NOBODY,)
_USUAL = 2  # tests of a list without a filter; ten thousand rows notice a loop around them
_OPEN = (TaskStatus.OPEN, TaskStatus.IN_PROGRESS)


def passes_all(tests: Sequence[RowTest]) -> RowTest:
    """A test that a row passes where it passes all of them."""
    if len(tests) == 1:
        return tests[0]
    if len(tests) == _USUAL:
        first, second = tests
        return lambda row: first(row) and second(row)
    return lambda row: all(own(row) for own in tests)


def is_any(_row: TaskRow) -> bool:
    """Every task."""
    return True


def is_in_minutes(row: TaskRow) -> bool:
    """Whether the minutes still have the task."""
    return not row.gone


def is_open(row: TaskRow) -> bool:
    """Whether something is still to be done."""
    return row.status in _OPEN


def has_status(statuses: Collection[TaskStatus]) -> RowTest:
    """Tasks in any of these states.

    **Why** no set of states: an enum hashes slowly.
    """
    wanted = tuple(statuses)
    return lambda row: row.status in wanted


def is_of_series(sections: Collection[str]) -> RowTest:
    """Tasks set by meetings of these series."""
    return lambda row: row.section in sections


def is_of_meeting(meetings: Collection[str]) -> RowTest:
    """Tasks set by meetings with these ids."""
    return lambda row: row.id.meeting in meetings


def is_assigned(assignees: frozenset[str]) -> RowTest:
    """Tasks of any of these assignees."""
    return lambda row: not assignees.isdisjoint(row.assignees or _NOBODY)


def is_unassigned(row: TaskRow) -> bool:
    """Whether nobody is to do the task."""
    return not row.assignees


def is_overdue(row: TaskRow) -> bool:
    """Whether the task is open and should have been done."""
    return row.urgency is Urgency.OVERDUE


def is_undated(row: TaskRow) -> bool:
    """Whether the task has no last day; what repeats or lasts has none to wait for."""
    deadline = row.deadline
    return deadline is None or (deadline.due is None and not deadline.recurring)


def is_due_until(day: dt.date) -> RowTest:
    """Tasks to be done on that day or before."""

    def test(row: TaskRow) -> bool:
        due = row.deadline.due if row.deadline else None
        return due is not None and due <= day

    return test
