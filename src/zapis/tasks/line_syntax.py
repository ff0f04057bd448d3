"""What the grammar of a task line finds: offsets, names, deadlines and problems as plain data.

All offsets are code points in the text that was given to the grammar.
"""

from enum import Enum
from typing import Protocol

from msgspec import Struct

from zapis.czech.deadlines import DeadlineMatch
from zapis.model.tasks import TaskStatus

Range = tuple[int, int]


class Mode(Enum):
    """Where a line stands: in minutes, inside their running text, or in the tracker.

    Only the first and the last have a tail of fields; in the tracker nothing else is a field.
    """

    MINUTES = "minutes"
    MENTION = "mention"
    TRACKER = "tracker"


class KnownPeople(Protocol):
    """People who can be found by name; the answers are their indexes."""

    def find(self, written: str) -> tuple[int, ...]:
        """The people whom the whole of the words names."""

    def match_at(self, text: str, position: int) -> tuple[int, tuple[int, ...]] | None:
        """Where the longest known name at the position ends, and whose it is."""


class Nobody:
    """No known people: every name is kept as it is written."""

    def find(self, written: str) -> tuple[int, ...]:  # noqa: ARG002  # the protocol's shape
        """Nobody."""
        return ()

    def match_at(
        self,
        text: str,  # noqa: ARG002 - the protocol's shape
        position: int,  # noqa: ARG002 - the same
    ) -> tuple[int, tuple[int, ...]] | None:
        """Nothing."""
        return None


class Reference(Struct, frozen=True):
    """A number directly behind the box: `target` without `#`, either an id or a bare number."""

    target: str
    start: int
    end: int


class AssigneeSyntax(Struct, frozen=True):
    """Who is to do a task.

    `words` are as written without `@` and quotes; `people` are the known people who fit: one is
    the rule, several are ambiguous, none is unknown. `is_free` is set for quoted and lower-case
    words, which may name anybody. The offsets are those of the words, `@` and quotes included.
    """

    words: str
    people: tuple[int, ...]
    is_free: bool
    start: int
    end: int


class ProblemKind(Enum):
    """What can be wrong with a line that is understood all the same."""

    EMPTY_ASSIGNEE = "empty assignee"
    INVALID_DEADLINE = "invalid deadline"
    WRONG_WEEKDAY = "wrong weekday"
    TWO_DEADLINES = "two deadlines"


class Problem(Struct, frozen=True):
    """A problem and its place; `value` is what it names, `reason` a Czech clause if any."""

    kind: ProblemKind
    start: int
    end: int
    value: str
    reason: str = ""


class TaskSyntax(Struct, frozen=True):
    """A task line taken apart; `pieces` of the text, put together, are the printed sentence.

    `tail_cut` says that fields at the end are not among them, `only_fields` that there was
    nothing but fields, which then had to stay.
    """

    reference: Reference | None
    pieces: tuple[Range, ...]
    assignees: tuple[AssigneeSyntax, ...]
    deadline: DeadlineMatch | None
    tail_cut: bool
    only_fields: bool
    problems: tuple[Problem, ...]


class ReviewSyntax(Struct, frozen=True):
    """What stands behind the number of an older task.

    `status` is None where only the box tells. `pieces` are all words, `comment` those that were
    not understood as state, deadline or assignee. `state` is where words of state open the line.
    """

    reference: Reference
    status: TaskStatus | None
    pieces: tuple[Range, ...]
    comment: tuple[Range, ...]
    assignees: tuple[AssigneeSyntax, ...]
    deadline: DeadlineMatch | None
    problems: tuple[Problem, ...]
    state: Range | None = None


class Token(Struct, frozen=True):
    """A field in the text. `opens_tail` is set for those that begin with `@`, `(` or a label.

    A token in parentheses stands for all fields inside and has none of its own.
    """

    start: int
    end: int
    opens_tail: bool
    assignees: tuple[AssigneeSyntax, ...] = ()
    deadline: DeadlineMatch | None = None
    is_chosen: bool = False
    is_group: bool = False

    @property
    def is_marked(self) -> bool:
        """Whether a sign or a word says that this is a field: `@`, a label or parentheses."""
        return self.is_group or bool(self.assignees) or self.is_chosen or self._has_label

    @property
    def _has_label(self) -> bool:
        return self.deadline is not None and self.deadline.start != self.start

    @property
    def is_name(self) -> bool:
        """Whether the token is a name behind `@`, without a label."""
        return self.opens_tail and bool(self.assignees) and self.start == self.assignees[0].start
