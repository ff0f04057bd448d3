"""Questions to the tracker: which tasks are open, and how soon they are due."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from zapis.czech.collation import sort_key
from zapis.czech.deadlines import Deadline
from zapis.model.tasks import TaskId, TaskStatus
from zapis.tasks.tracker import Entry, Statement, Tracker

_WEEK = dt.timedelta(days=7)


class Urgency(Enum):
    """How soon a task is due, in the order of a list; the value is the heading."""

    OVERDUE = "PO TERMÍNU"
    WITHIN_WEEK = "DO TÝDNE"
    LATER = "POZDĚJI"
    RECURRING = "TRVALÉ A OPAKOVANÉ"
    UNDATED = "BEZ TERMÍNU"


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task as lists show it; `note` is the newest note that changes nothing.

    `is_new` says that the tracker on disk does not have the task yet.
    """

    id: TaskId
    sentence: str
    status: TaskStatus
    assignees: tuple[str, ...]
    deadline: Deadline | None
    section: str
    urgency: Urgency
    note: Statement | None = None
    is_new: bool = False

    @property
    def due(self) -> dt.date | None:
        """The last day on which the task is to be done, if it has one."""
        return self.deadline.due if self.deadline else None


@dataclass(frozen=True, slots=True)
class OpenTasks:
    """The open tasks by urgency; groups without a task are left out."""

    groups: tuple[tuple[Urgency, tuple[TaskRow, ...]], ...]

    @property
    def rows(self) -> tuple[TaskRow, ...]:
        """All rows in the order of the list."""
        return tuple(row for _, rows in self.groups for row in rows)

    def count(self, urgency: Urgency) -> int:
        """How many tasks are as urgent as that."""
        return next((len(rows) for own, rows in self.groups if own is urgency), 0)


def open_tasks(tracker: Tracker, today: dt.date) -> OpenTasks:
    """What is still to be done; tasks that their minutes no longer have do not count."""
    rows = (make_row(entry, today) for entry in tracker.entries if not entry.gone)
    return group_rows(row for row in rows if row.status.is_open)


def group_rows(rows: Iterable[TaskRow]) -> OpenTasks:
    """Rows by urgency; inside by deadline, then series, meeting and number."""
    by_urgency: dict[Urgency, list[TaskRow]] = {}
    for row in rows:
        by_urgency.setdefault(row.urgency, []).append(row)
    keys = {row.section: sort_key(row.section) for own in by_urgency.values() for row in own}

    def place(row: TaskRow) -> tuple[object, ...]:
        return row.due or dt.date.max, keys[row.section], row.id.meeting, row.id.number

    return OpenTasks(
        tuple(
            (urgency, tuple(sorted(by_urgency[urgency], key=place)))
            for urgency in Urgency
            if urgency in by_urgency
        )
    )


def make_row(entry: Entry, today: dt.date) -> TaskRow:
    """An entry as lists show it."""
    state = entry.state
    return TaskRow(
        id=entry.id,
        sentence=entry.sentence,
        status=state.status,
        assignees=state.assignees,
        deadline=state.deadline,
        section=entry.section,
        urgency=_urgency(state.deadline, today),
        note=entry.note,
        is_new=entry.is_new,
    )


def _urgency(deadline: Deadline | None, today: dt.date) -> Urgency:
    if deadline is not None and deadline.recurring:
        return Urgency.RECURRING
    if deadline is None or deadline.due is None:
        return Urgency.UNDATED
    if deadline.due < today:
        return Urgency.OVERDUE
    return Urgency.WITHIN_WEEK if deadline.due <= today + _WEEK else Urgency.LATER


def count_unassigned(rows: Sequence[TaskRow]) -> int:
    """How many tasks nobody is to do."""
    return sum(not row.assignees for row in rows)
