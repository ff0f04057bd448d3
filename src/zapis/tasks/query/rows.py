"""Tasks as lists show them: a plain row each, grouped by how soon they are due."""

import datetime as dt
from collections.abc import Iterable, Sequence
from enum import Enum
from typing import NamedTuple

from msgspec import Struct

from zapis.czech.collation import sort_key
from zapis.czech.deadlines import Deadline
from zapis.model.tasks import TaskId, TaskStatus
from zapis.tasks.tracker import Entry, Statement, Tracker

_WEEK = dt.timedelta(days=7)
_NEVER = dt.date.max.toordinal()


class Urgency(Enum):
    """How soon a task is due, in the order of a list; the value is the heading.

    Closed tasks, and those that their minutes no longer have, stand behind all that is open.
    """

    OVERDUE = "PO TERMÍNU"
    WITHIN_WEEK = "DO TÝDNE"
    LATER = "POZDĚJI"
    RECURRING = "TRVALÉ A OPAKOVANÉ"
    UNDATED = "BEZ TERMÍNU"
    DONE = "SPLNĚNO"
    CANCELLED = "ZRUŠENO"
    GONE = "UŽ NEJSOU V ZÁPISECH"


class TaskRow(NamedTuple):
    """A task as lists, tables and exports show it.

    `section` is the name of its series; `path` that of the minutes that set it, `set_on` their
    day; `closed_on` the day of the statement that closed it. `note` is the newest note that
    changes nothing, `history` all statements, oldest first (empty where they were not asked for).
    `is_new` says that the tracker on disk does not have the task yet.

    **Why** a named tuple: lists of ten thousand tasks are made anew at every command.
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
    gone: bool = False
    path: str = ""
    set_on: dt.date | None = None
    closed_on: dt.date | None = None
    history: tuple[Statement, ...] = ()

    @property
    def due(self) -> dt.date | None:
        """The last day on which the task is to be done, if it has one."""
        return self.deadline.due if self.deadline else None

    def days_late(self, today: dt.date) -> int:
        """By how many days an open task is late; 0 where it is not."""
        if self.urgency is not Urgency.OVERDUE or self.due is None:
            return 0
        return (today - self.due).days


class OpenTasks(Struct, frozen=True):
    """The open tasks by urgency; groups without a task are left out."""

    groups: tuple[tuple[Urgency, tuple[TaskRow, ...]], ...]

    @property
    def rows(self) -> tuple[TaskRow, ...]:
        """All rows in the order of the list."""
        return tuple(row for _, rows in self.groups for row in rows)

    @property
    def size(self) -> int:
        """How many there are."""
        return sum(len(rows) for _, rows in self.groups)

    def count(self, urgency: Urgency) -> int:
        """How many tasks are as urgent as that."""
        return next((len(rows) for own, rows in self.groups if own is urgency), 0)


def open_tasks(tracker: Tracker, today: dt.date) -> OpenTasks:
    """What is still to be done; tasks that their minutes no longer have do not count."""
    rows = (make_row(entry, today) for entry in tracker.entries if not entry.gone)
    return group_rows(row for row in rows if row.status.is_open)


def group_rows(rows: Iterable[TaskRow]) -> OpenTasks:
    """Rows by urgency; inside by deadline, then series, meeting and number.

    Of closed tasks those that were closed last stand first.
    """
    by_urgency: dict[Urgency, list[TaskRow]] = {}
    for row in rows:
        by_urgency.setdefault(row.urgency, []).append(row)
    sections = sorted({row.section for own in by_urgency.values() for row in own}, key=sort_key)
    order = {section: place for place, section in enumerate(sections)}

    def place(row: TaskRow) -> tuple[int, int, TaskId]:
        if row.closed_on:
            return -row.closed_on.toordinal(), order[row.section], row.id
        deadline = row.deadline
        due = deadline.due if deadline else None
        return due.toordinal() if due else _NEVER, order[row.section], row.id

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
    setting = next((item for item in entry.statements if item.path), None)
    return TaskRow(
        id=entry.id,
        sentence=entry.sentence,
        status=state.status,
        assignees=state.assignees,
        deadline=state.deadline,
        section=entry.section,
        urgency=urgency_of(state.status, state.deadline, today, gone=entry.gone),
        note=entry.note,
        is_new=entry.is_new,
        gone=entry.gone,
        path=setting.path if setting else "",
        set_on=setting.date if setting else None,
        closed_on=_closed_on(entry, state.status),
        history=entry.statements,
    )


def urgency_of(
    status: TaskStatus, deadline: Deadline | None, today: dt.date, *, gone: bool = False
) -> Urgency:
    """The group of a list to which a task belongs today."""
    if gone:
        return Urgency.GONE
    if not status.is_open:
        return Urgency.DONE if status is TaskStatus.DONE else Urgency.CANCELLED
    if deadline is not None and deadline.recurring:
        return Urgency.RECURRING
    if deadline is None or deadline.due is None:
        return Urgency.UNDATED
    if deadline.due < today:
        return Urgency.OVERDUE
    return Urgency.WITHIN_WEEK if deadline.due <= today + _WEEK else Urgency.LATER


def _closed_on(entry: Entry, status: TaskStatus) -> dt.date | None:
    """The day of the newest statement that gave the task its closed state."""
    if status.is_open:
        return None
    return next((item.date for item in reversed(entry.statements) if item.status is status), None)


def count_unassigned(rows: Sequence[TaskRow]) -> int:
    """How many tasks nobody is to do."""
    return sum(not row.assignees for row in rows)
