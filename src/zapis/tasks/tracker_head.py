"""The head line of an entry: derived from its statements, read to find what a hand has changed."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from zapis.czech.dates import format_date
from zapis.czech.deadlines import Deadline, DeadlineMatch
from zapis.model.tasks import TaskId
from zapis.tasks.known_names import NOBODY, NamedPeople
from zapis.tasks.line import (
    AssigneeSyntax,
    Mode,
    Range,
    TaskSyntax,
    parse_leading_fields,
    parse_task_line,
)
from zapis.tasks.memory import Remembered
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
from zapis.tasks.unread_words import unread_words

_NO_TAIL = f" (termín: {NO_DEADLINE_WORDS})"
_BARE_AT = re.compile(r"(?<!\\)@")  # in a sentence that zapis wrote it is escaped
_LIKE_TAIL = re.compile(r"@|\)$|:|[0-9]{4}\.?$")


class Head(NamedTuple):
    """What a head line says: the plain sentence, the fields behind it and words behind those."""

    sentence: str
    assignees: tuple[str, ...]
    deadline: Deadline | None
    addition: str = ""

    def has_assignees_of(self, state: State, before: Remembered | None = None) -> bool:
        """Whether the line names the assignees of the state, or those that were written before."""
        if self.assignees is state.assignees:
            return True
        names = print_assignees(self.assignees)
        is_as_before = before is not None and names == before.assignees
        return is_as_before or names == print_assignees(state.assignees)

    def has_deadline_of(self, state: State, before: Remembered | None = None) -> bool:
        """Whether the line tells the deadline of the state, or the one that was written before."""
        if self.deadline is state.deadline:
            return True
        words = _print(self.deadline)
        return words == _print(state.deadline) or (before is not None and words == before.deadline)


def print_head(task: TaskId, sentence: str, state: State) -> str:
    """`- [ ] #BC-2026-01-23/1 Zaslat nápady @Eva Horáková do 20. 3. 2026`."""
    words = escape(sentence)
    tail = print_tail(state)
    if not tail and _LIKE_TAIL.search(words) and _ends_with_fields(words):
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


def read_head(
    content: str,
    expected: State,
    known: Iterable[str],
    said_on: dt.date | None,
    people: NamedPeople = NOBODY,
) -> Head:
    """What stands behind the id; `known` are sentences that the task may have.

    Where the line ends with what `expected` derives, nothing has been changed in its fields. Where
    other assignees stand there, `people` are those whom they may name by a part of their names.
    Where words follow the fields, a field that is missing has not been taken away.
    """
    tail = print_tail(expected)
    if not tail and content.endswith(_NO_TAIL):
        tail = _NO_TAIL
    words = content.removesuffix(tail) if content.endswith(tail) else None
    if words is not None and not _LIKE_TAIL.search(words):
        return Head(unescape(words), expected.assignees, expected.deadline)
    known = tuple(known)
    if words is not None and _is_sentence(words, tail, known):
        return Head(unescape(words), expected.assignees, expected.deadline)
    content = " ".join(content.split())
    head = _read(content, _Reading(expected, known, said_on, NOBODY))
    if people is NOBODY or head.has_assignees_of(expected):
        return head
    return _read(content, _Reading(expected, known, said_on, people))


def _is_sentence(words: str, tail: str, known: tuple[str, ...]) -> bool:
    """Whether no hand has put a field between the sentence and the derived ones."""
    if unescape(words) in known:
        return True
    is_longer = any(words.startswith(f"{escape(sentence)} ") for sentence in known)
    may_be_field = is_longer or _BARE_AT.search(words)
    return bool(tail) and not (may_be_field and _ends_with_fields(words))


def _ends_with_fields(words: str) -> bool:
    return parse_task_line(words, NOBODY, None, Mode.TRACKER).tail_cut


class _Reading(NamedTuple):
    """What a head line is read with."""

    expected: State
    known: tuple[str, ...]
    said_on: dt.date | None
    people: NamedPeople


def _read(content: str, reading: _Reading) -> Head:
    for read in (_read_behind, _read_added):
        for sentence in reading.known:
            if head := read(content, sentence, reading):
                return head
    syntax = parse_task_line(content, reading.people, reading.said_on, Mode.TRACKER)
    return _make_head(content, syntax, reading)


def _read_behind(content: str, sentence: str, reading: _Reading) -> Head | None:
    """The fields behind a known sentence, if nothing else stands there."""
    words = escape(sentence)
    if content == words:
        return Head(sentence, (), None)
    if not content.startswith(f"{words} "):
        return None
    syntax = parse_task_line(content, reading.people, reading.said_on, Mode.TRACKER, len(words))
    if syntax.pieces:
        return None
    return _make_head(content, syntax, reading, len(words))._replace(sentence=sentence)


def _read_added(content: str, sentence: str, reading: _Reading) -> Head | None:
    """The fields behind a known sentence, and the words that somebody has put behind them."""
    words = escape(sentence)
    if not content.startswith(f"{words} "):
        return None
    found = parse_leading_fields(content, reading.people, reading.said_on, len(words))
    if found.end == len(words):
        return None
    names = _names(found.assignees, reading)
    deadline = _deadline(found.deadline, reading)
    behind = content[found.end :].strip(" ,;.:–—-")
    if behind.startswith("(") and behind.find(")") == len(behind) - 1:
        behind = behind[1:-1].strip()
    between = unread_words(content, len(words), found.end, _ranges(found.assignees, found.deadline))
    addition = unescape(f"{between} {behind}".strip())
    if not behind:
        return Head(sentence, names, deadline, addition)
    expected = reading.expected
    deadline = deadline if found.deadline else expected.deadline
    return Head(sentence, names or expected.assignees, deadline, addition)


def _make_head(content: str, syntax: TaskSyntax, reading: _Reading, start: int = 0) -> Head:
    """The head as it was taken apart; its fields are looked for from `start` on."""
    sentence = "".join(content[start:end] for start, end in syntax.pieces)
    names = _names(syntax.assignees, reading)
    read = (*syntax.pieces, *_ranges(syntax.assignees, syntax.deadline))
    addition = unescape(unread_words(content, start, len(content), read))
    deadline = _deadline(syntax.deadline, reading)
    return Head(unescape(sentence).strip(), names, deadline, addition)


def _ranges(names: Iterable[AssigneeSyntax], deadline: DeadlineMatch | None) -> Iterator[Range]:
    yield from ((name.start, name.end) for name in names)
    if deadline:
        yield deadline.start, deadline.end


def _deadline(found: DeadlineMatch | None, reading: _Reading) -> Deadline | None:
    if found is None:
        return None
    deadline, words = found.deadline, unescape(found.deadline.words)
    if words == NO_DEADLINE_WORDS or words != deadline.words:
        deadline = read_words(words, reading.said_on)
    return deadline if deadline.words else None


def _names(found: Iterable[AssigneeSyntax], reading: _Reading) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_name(assignee, reading) for assignee in found))


def _name(assignee: AssigneeSyntax, reading: _Reading) -> str:
    """The full name where exactly one known person is meant, else the words as they stand."""
    words = unescape(assignee.words)
    if len(assignee.people) != 1 or words in reading.expected.assignees:
        return words
    return reading.people.name(assignee.people[0])


def _print(deadline: Deadline | None) -> str:
    return print_deadline(deadline) if deadline else ""
