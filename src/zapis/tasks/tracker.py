"""What is known of a task: dated statements, and the state they add up to."""

import datetime as dt
from collections.abc import Iterable, Sequence

from msgspec import Struct

from zapis.czech.deadlines import Deadline
from zapis.model.tasks import TaskId, TaskStatus

NO_DEADLINE = Deadline("")
"""The deadline of a statement that takes a deadline away."""

WITHOUT_SERIES = "Ostatní"
"""The section of tasks set by meetings of no series."""

GONE_SECTION = "Už nejsou v zápisech"
"""The last section: tasks that their minutes no longer have."""


class Statement(Struct, frozen=True, gc=False):
    """What a meeting said of a task, or a person wrote down, on one day.

    `path` is that of the minutes in the workspace, empty for a fact written into the tracker.
    None means that the statement does not speak of it; `NO_DEADLINE` takes a deadline away and
    no assignees take the assignees away. Meetings without a date have none.

    **Why** out of sight of the garbage collector, as all that there is for each task: thirty
    thousand of them take a third less memory, and nothing in them can lead back to them.
    """

    date: dt.date | None
    status: TaskStatus | None = None
    assignees: tuple[str, ...] | None = None
    deadline: Deadline | None = None
    note: str = ""
    path: str = ""

    @property
    def is_note(self) -> bool:
        """Whether the statement changes nothing."""
        return self.status is None and self.assignees is None and self.deadline is None


class State(Struct, frozen=True, gc=False):
    """The state of a task after all its statements."""

    status: TaskStatus = TaskStatus.OPEN
    assignees: tuple[str, ...] = ()
    deadline: Deadline | None = None


class Entry(Struct, frozen=True, gc=False):
    """A task in the tracker; `statements` in the order in which they count, oldest first.

    `section` is the name of the series; `gone` says that the minutes no longer have the task,
    `is_new` that the tracker on disk does not have it yet.
    """

    id: TaskId
    sentence: str
    statements: tuple[Statement, ...]
    section: str = WITHOUT_SERIES
    gone: bool = False
    is_new: bool = False

    @property
    def state(self) -> State:
        """The fold of the statements."""
        return fold(self.statements)

    @property
    def note(self) -> Statement | None:
        """The newest statement that is a note and nothing else."""
        return next((item for item in reversed(self.statements) if item.is_note), None)


class Tracker(Struct, frozen=True):
    """All tasks of a workspace, in the order of the file."""

    entries: tuple[Entry, ...] = ()


def in_order(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements as they count: by day, on one day meetings before facts, else as given.

    The first meeting is the one that set the task. A later one that has no date counts right
    behind it: a task must have been set before anybody could speak of it.
    """
    every = tuple(statements)
    undated = [item for item in every if item.date is None and item.path]
    start = next((item.date for item in every if item.path), None) if undated else None
    if start is None:
        return tuple(sorted(every, key=moment))
    return tuple(sorted(every, key=lambda item: (item.date or start, not item.path)))


def fold(statements: Sequence[Statement]) -> State:
    """The state that statements add up to: for each property the newest that speaks of it."""
    start = State()
    status, assignees, deadline = start.status, start.assignees, start.deadline
    for item in in_order(statements) if len(statements) > 1 else statements:
        status = status if item.status is None else item.status
        assignees = assignees if item.assignees is None else item.assignees
        deadline = deadline if item.deadline is None else item.deadline
    return State(status, assignees, None if deadline == NO_DEADLINE else deadline)


def is_overdue(state: State, today: dt.date) -> bool:
    """Whether something should have been done before today; what repeats is never late."""
    due = state.deadline.due if state.deadline and not state.deadline.recurring else None
    return state.status.is_open and due is not None and due < today


def newest_date(statements: Iterable[Statement], today: dt.date) -> dt.date:
    """The day of a change made now: today, or the day of the newest statement if that is later.

    **Why:** a change made by hand answers what stood in the entry, so it must win over it even
    where minutes bear the date of a coming meeting.
    """
    return max((today, *(item.date for item in statements if item.date)))


def moment(item: Statement) -> tuple[dt.date, bool]:
    """When a statement counts: its day, on one day meetings before facts; undated ones first."""
    return (item.date or dt.date.min, not item.path)
