"""What zapis remembers of the head lines it wrote, to tell a hand from minutes that changed."""

from collections.abc import Mapping
from typing import NamedTuple

from zapis.model.tasks import TaskId
from zapis.tasks.tracker import State
from zapis.tasks.tracker_words import print_assignees, print_deadline


class Remembered(NamedTuple):
    """A head line as zapis wrote it: the box, its fields as printed, and how many facts below it.

    `sentence` is that of the minutes, empty where they were not read.

    **Why:** a line that differs from its statements was changed by a hand only if it also differs
    from what was written; else somebody has added a statement below it.
    """

    box: str
    sentence: str
    assignees: str
    deadline: str
    facts: int


class Memory:
    """The head lines of the last update by the id of the task.

    **Why** a class: of ten thousand lines only those that a hand has changed are taken apart.
    """

    __slots__ = ("texts",)

    def __init__(self, texts: Mapping[str, str]) -> None:
        """`texts` are what `remember` made; a cache that may be damaged or of another version."""
        self.texts = texts

    def recall(self, task: TaskId) -> Remembered | None:
        """What was written for a task; None where nothing is remembered."""
        parts = self.texts.get(str(task), "").split("\t")
        if len(parts) != len(Remembered._fields) or not parts[-1].isdecimal():
            return None
        box, sentence, assignees, deadline, facts = parts
        return Remembered(box, sentence, assignees, deadline, int(facts))

    def sentence(self, task: TaskId) -> str:
        """The sentence that the minutes had, empty where it is not remembered."""
        before = self.recall(task)
        return before.sentence if before else ""


def as_written(sentence: str, state: State, facts: int) -> Remembered:
    """The head line that zapis writes for a state, with so many facts below it."""
    names = print_assignees(state.assignees)
    deadline = print_deadline(state.deadline) if state.deadline else ""
    return Remembered(state.status.box, sentence, names, deadline, facts)


def remember(sentence: str, state: State, facts: int) -> str:
    """What to remember of such a head line, as one line of text."""
    return "\t".join(map(str, as_written(sentence, state, facts)))
