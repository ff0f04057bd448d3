"""Tasks: what was set, by whom it is to be done, until when, and what later meetings say."""

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from zapis.czech.deadlines import Deadline
from zapis.source import Span

if TYPE_CHECKING:
    # Lists of tasks hold no formatted text and do without its many classes.
    from zapis.inline import Inlines


class TaskStatus(Enum):
    """The state of a task; the value is the word used everywhere in the interface."""

    OPEN = "otevřeno"
    IN_PROGRESS = "rozpracováno"
    DONE = "splněno"
    CANCELLED = "zrušeno"

    @property
    def box(self) -> str:
        """The character inside the box of this state."""
        return _BOXES[self]

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self in (TaskStatus.OPEN, TaskStatus.IN_PROGRESS)


_BOXES = {
    TaskStatus.OPEN: " ",
    TaskStatus.IN_PROGRESS: "/",
    TaskStatus.DONE: "x",
    TaskStatus.CANCELLED: "-",
}


class Assignee(Struct, frozen=True):
    """Who is to do a task: the full name of a known person, or the words as written."""

    name: str
    known: bool = False
    span: Span | None = None


class TaskId(NamedTuple):
    """The identity of a task: the id of its meeting and its number there, printed `id/n`.

    **Why** a named tuple: ten thousand meetings have thirty thousand, and tables are made of them.
    """

    meeting: str
    number: int

    def __str__(self) -> str:
        return f"{self.meeting}/{self.number}"


class Task(Struct, frozen=True):
    """A task that a meeting set.

    `sentence` is plain text for the tracker (no typography, no fields that were taken out),
    `children` the same with formatting. `number` is None until the tracker has given one,
    `pinned` a number the author wrote. `printed_label` is the author's own label („Úkol č. 3/26“).
    """

    sentence: str
    children: "Inlines"
    status: TaskStatus
    assignees: tuple[Assignee, ...] = ()
    deadline: Deadline | None = None
    number: int | None = None
    pinned: int | None = None
    printed_label: str = ""
    section: str = ""
    span: Span | None = None


class Review(Struct, frozen=True):
    """What a later meeting says of a task: `target` as written behind `#` (an id or `#2`).

    `new_assignees` and `new_deadline` are set where the review changes them; `comment` is the rest.
    `state_words` are the words of state that `children` open with („hotovo“), if any.
    `resolved`, `sentence`, `assignees` and `deadline_words` are what the setting meeting said of
    the task; they are empty until the tracker has told.
    """

    target: str
    status: TaskStatus
    children: "Inlines"
    comment: str = ""
    state_words: str = ""
    new_assignees: tuple[Assignee, ...] = ()
    new_deadline: Deadline | None = None
    resolved: TaskId | None = None
    sentence: str = ""
    assignees: tuple[str, ...] = ()
    deadline_words: str = ""
    span: Span | None = None
