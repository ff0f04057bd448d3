"""The head line of an entry: derived from its statements, read to find what a hand has changed."""

import datetime as dt
import re
from collections.abc import Iterable
from typing import NamedTuple

from zapis.czech.dates import format_date
from zapis.czech.deadlines import Deadline
from zapis.model.tasks import TaskId
from zapis.tasks.line import Mode, Nobody, TaskSyntax, parse_task_line
from zapis.tasks.tracker import State
from zapis.tasks.tracker_words import (
    NO_DEADLINE_WORDS,
    escape,
    is_exact,
    print_assignees,
    print_deadline,
    read_words,
    unescape,
)

_NOBODY = Nobody()
_NO_TAIL = f" (termín: {NO_DEADLINE_WORDS})"
_LIKE_TAIL = re.compile(r"@|\)$|:|[0-9]{4}\.?$")


class Remembered(NamedTuple):
    """A head line as zapis wrote it: the box, the sentence, and its fields as printed.

    **Why:** a line that differs from its statements was changed by a hand only if it also differs
    from what was written; else somebody has added a statement below it.
    """

    box: str
    sentence: str
    assignees: str
    deadline: str


class Head(NamedTuple):
    """What a head line says: the plain sentence and the fields behind it."""

    sentence: str
    assignees: tuple[str, ...]
    deadline: Deadline | None

    def has_assignees_of(self, state: State, before: Remembered | None = None) -> bool:
        """Whether the line names the assignees of the state, or those that were written before."""
        names = print_assignees(self.assignees)
        is_as_before = before is not None and names == before.assignees
        return is_as_before or names == print_assignees(state.assignees)

    def has_deadline_of(self, state: State, before: Remembered | None = None) -> bool:
        """Whether the line tells the deadline of the state, or the one that was written before."""
        words = _print(self.deadline)
        return words == _print(state.deadline) or (before is not None and words == before.deadline)


def remember(sentence: str, state: State) -> str:
    """What to remember of a head line, as one line of text."""
    names, deadline = print_assignees(state.assignees), _print(state.deadline)
    return f"{state.status.box}\t{sentence}\t{names}\t{deadline}"


def recall(text: str) -> Remembered | None:
    """What `remember` wrote; None for anything else."""
    parts = text.split("\t")
    return Remembered(*parts) if len(parts) == len(Remembered._fields) else None


def print_head(task: TaskId, sentence: str, state: State) -> str:
    """`- [ ] #BC-2026-01-23/1 Zaslat nápady @Eva Horáková do 20. 3. 2026`."""
    words = escape(sentence)
    tail = print_tail(state)
    if not tail and _LIKE_TAIL.search(words) and _parse(words, None).tail_cut:
        tail = _NO_TAIL
    return f"- [{state.status.box}] #{task} {words}{tail}".rstrip()


def print_tail(state: State) -> str:
    """The fields behind the sentence with a space before them; nothing where there are none.

    A day without an assignee stands in parentheses, so that it is no part of the sentence.
    """
    tail = f" {print_assignees(state.assignees)}" if state.assignees else ""
    deadline = state.deadline
    if deadline is None:
        return tail
    if not tail and deadline.due and is_exact(deadline):
        return f" (do {format_date(deadline.due)})"
    return f"{tail} {print_deadline(deadline)}"


def read_head(content: str, expected: State, known: Iterable[str], said_on: dt.date | None) -> Head:
    """What stands behind the id; `known` are sentences that the task may have.

    Where the line ends with what `expected` derives, nothing has been changed in its fields.
    """
    tail = print_tail(expected)
    if not tail and content.endswith(_NO_TAIL):
        return Head(unescape(content.removesuffix(_NO_TAIL)), (), None)
    if content.endswith(tail) and (tail or not _LIKE_TAIL.search(content)):
        sentence = unescape(content.removesuffix(tail))
        return Head(sentence, expected.assignees, expected.deadline)
    for sentence in known:
        if head := _read_behind(content, sentence, said_on):
            return head
    return _read_any(content, _parse(content, said_on), said_on)


def _read_behind(content: str, sentence: str, said_on: dt.date | None) -> Head | None:
    """The fields behind a known sentence, if nothing else stands there."""
    words = escape(sentence)
    if content == words:
        return Head(sentence, (), None)
    if not content.startswith(f"{words} "):
        return None
    syntax = parse_task_line(content, _NOBODY, said_on, Mode.TRACKER, len(words))
    if syntax.pieces:
        return None
    return _read_any(content, syntax, said_on)._replace(sentence=sentence)


def _read_any(content: str, syntax: TaskSyntax, said_on: dt.date | None) -> Head:
    sentence = "".join(content[start:end] for start, end in syntax.pieces)
    deadline = syntax.deadline.deadline if syntax.deadline else None
    if deadline:
        words = unescape(deadline.words)
        changed = words == NO_DEADLINE_WORDS or words != deadline.words
        deadline = read_words(words, said_on) if changed else deadline
    names = tuple(unescape(assignee.words) for assignee in syntax.assignees)
    return Head(
        unescape(sentence).strip(), names, deadline if deadline and deadline.words else None
    )


def _parse(content: str, said_on: dt.date | None) -> TaskSyntax:
    return parse_task_line(content, _NOBODY, said_on, Mode.TRACKER)


def _print(deadline: Deadline | None) -> str:
    return print_deadline(deadline) if deadline else ""
