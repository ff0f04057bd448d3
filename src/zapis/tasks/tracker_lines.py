"""The statement lines of an entry: what meetings said and what was written down here."""

import datetime as dt
import re
from functools import lru_cache
from typing import NamedTuple

from zapis.czech.dates import format_date
from zapis.czech.deadlines import Deadline, find_deadlines
from zapis.model.tasks import TaskStatus
from zapis.tasks.tracker import NO_DEADLINE, Statement
from zapis.tasks.tracker_words import (
    DATE,
    escape,
    is_exact,
    print_assignees,
    print_said_deadline,
    read_assignee,
    read_day,
    read_said_deadline,
    read_words,
    unescape,
)

NO_DATE_WORDS = "bez data"
NOBODY_WORDS = "nikdo"
_REMARK = "pozn.: "
_UNUSUAL_IN_PATH = re.compile(r"[\s()<>]")
# As in every link; the percent sign comes first when written and last when read.
_PATH_CODES = (("%", "%25"), ("<", "%3C"), (">", "%3E"), ("\n", "%0A"), ("\r", "%0D"))

_LINE = re.compile(r"[ \t\u00a0]+[-*+•–—][ \t\u00a0]+(?=zápis[ \u00a0]\[|[0-9]{1,2}\.)")
_MEETING = re.compile(r"zápis \[([^\]]*)\]\((?:<([^<>]*)>|([^()<>\s]*))\):(?: (.*))?")
_FACT = re.compile(rf"({DATE}) ?:(?: (.*))?")
_STATUS = re.compile(rf"({'|'.join(status.value for status in TaskStatus)})(?:, |$)", re.IGNORECASE)
_DEADLINE = re.compile(r"termín (?:„([^“]*)“|([^,]*(?:,(?! )[^,]*)*))(?:, |$)")
_ASSIGNEES = re.compile(rf"řeší (?:{NOBODY_WORDS}(?:, |$)|(?=@))")


class Unreadable(NamedTuple):
    """Why a line that looks like a statement is none, in one Czech clause."""

    reason: str


class _Said(NamedTuple):
    status: TaskStatus | None = None
    assignees: tuple[str, ...] | None = None
    deadline: Deadline | None = None
    note: str = ""


def parse_line(line: str) -> Statement | Unreadable | None:
    """The statement of a line below a task; None for any other line, which stays as it is."""
    opening = _LINE.match(line)
    if opening is None:
        return None
    rest = line[opening.end() :].replace("\u00a0", " ").rstrip()
    return _parse_meeting(rest) if rest[0] == "z" else _parse_fact(rest)


def print_meeting_line(statement: Statement) -> str:
    """`  - zápis [23. 1. 2026](zapisy/2026-01-23-bc.md): otevřeno, @Eva Horáková`."""
    day = format_date(statement.date) if statement.date else NO_DATE_WORDS
    said = print_said(statement)
    return f"  - zápis [{day}]({_print_path(statement.path)}): {said}"


def print_fact_line(statement: Statement) -> str:
    """`  - 20. 2. 2026: termín 20. 3. 2026, lektor onemocněl`: one change, or a note alone."""
    day = format_date(statement.date) if statement.date else ""
    change, note = _print_change(statement), escape(statement.note)
    said = _read_change(note, statement.date) if statement.date else _Said(note=statement.note)
    if not change and said != _Said(note=statement.note):
        note = f"{_REMARK}{note}"
    return f"  - {day}: {', '.join(filter(None, (change, note)))}"


def as_read_back(fact: Statement) -> Statement:
    """The fact as the line written for it says: quotes inside quoted words do not survive."""
    read = parse_line(print_fact_line(fact))
    return read if isinstance(read, Statement) else fact


def print_said(statement: Statement) -> str:
    """The words of a statement behind its source: state, assignees, deadline, comment."""
    status = statement.status or TaskStatus.OPEN
    parts = [status.value]
    if statement.assignees:
        parts.append(print_assignees(statement.assignees))
    if statement.deadline:
        parts.append(print_said_deadline(statement.deadline))
    if statement.note:
        note = escape(statement.note)
        is_field = note.startswith(_REMARK) or read_said_deadline(note, 0, None)
        parts.append(f"{_REMARK}{note}" if is_field else note)
    return ", ".join(parts)


def _parse_meeting(text: str) -> Statement | Unreadable:
    found = _MEETING.fullmatch(text)
    if found is None:
        return Unreadable("řádek zápisu má tvar „zápis [datum](cesta): stav“")
    day = read_day(found[1])
    if day is None and found[1] != NO_DATE_WORDS:
        return Unreadable(f"datum „{found[1]}“ neexistuje")
    words = found[4] or ""
    # Only words mean another day at another time, so that the rest is read once for all entries.
    said = _read_said(words, day if "(" in words else None)
    if said is None:
        return Unreadable(f"„{words}“ nezačíná stavem úkolu")
    path = found[2] if found[2] is not None else found[3]
    return Statement(day, *said, _read_path(path))


@lru_cache(maxsize=4096)
def _read_said(words: str, day: dt.date | None) -> _Said | None:
    """What `print_said` wrote; None where it does not begin with a state."""
    status = _STATUS.match(words)
    if status is None:
        return None
    names, position = _read_assignees(words, status.end())
    deadline, position = read_said_deadline(words, position, day) or (None, position)
    note = unescape(words[position:].removeprefix(_REMARK))
    return _Said(TaskStatus(status[1].lower()), names or None, deadline, note)


def _parse_fact(text: str) -> Statement | Unreadable | None:
    found = _FACT.fullmatch(text)
    if found is None:
        return None
    day = read_day(found[1])
    if day is None:
        return Unreadable(f"datum „{found[1]}“ neexistuje")
    words = found[2] or ""
    return Statement(day, *_read_change(words, day if words.startswith("termín ") else None))


@lru_cache(maxsize=4096)
def _read_change(words: str, day: dt.date | None) -> _Said:
    """A change of state, deadline or assignees with its comment; anything else is a note."""
    if found := _STATUS.match(words):
        return _Said(TaskStatus(found[1].lower()), note=unescape(words[found.end() :]))
    if found := _DEADLINE.match(words):
        deadline = _read_new_deadline(found[1], found[2] or "", day)
        if deadline is not None:
            return _Said(deadline=deadline, note=unescape(words[found.end() :]))
    if found := _ASSIGNEES.match(words):
        names, position = _read_assignees(words, found.end())
        if names or found.end() > len("řeší "):
            return _Said(assignees=names, note=unescape(words[position:]))
    return _Said(note=unescape(words.removeprefix(_REMARK)))


def _read_new_deadline(quoted: str | None, words: str, day: dt.date | None) -> Deadline | None:
    """The deadline of a fact; words that mean none are part of a note unless they are quoted."""
    deadline = read_words(unescape(quoted if quoted is not None else words), day)
    if quoted is not None or deadline == NO_DEADLINE or not deadline.is_words_only:
        return deadline
    whole = find_deadlines(words, day)
    return deadline if whole and (whole[0].start, whole[0].end) == (0, len(words)) else None


def _read_assignees(text: str, start: int) -> tuple[tuple[str, ...], int]:
    names: list[str] = []
    while text.startswith("@", start) and (read := read_assignee(text, start)):
        names.append(unescape(read.value))
        start = read.end
    return tuple(names), start


def _print_change(statement: Statement) -> str:
    if statement.status is not None:
        return statement.status.value
    if statement.assignees is not None:
        return f"řeší {print_assignees(statement.assignees) or NOBODY_WORDS}"
    if statement.deadline is None:
        return ""
    if statement.deadline == NO_DEADLINE:
        return "termín neurčen"
    if statement.deadline.due and is_exact(statement.deadline):
        return f"termín {format_date(statement.deadline.due)}"
    words = escape(" ".join(statement.deadline.words.split()))
    said = _read_change(f"termín {words}", statement.date) if statement.date else _Said()
    is_bare = said.deadline is not None and not said.note
    return f"termín {words}" if is_bare else f"termín „{words.replace('“', '')}“"


def _print_path(path: str) -> str:
    written = path
    for mark, code in _PATH_CODES:
        written = written.replace(mark, code)
    return f"<{written}>" if _UNUSUAL_IN_PATH.search(path) else written


def _read_path(path: str) -> str:
    if "%" in path:
        for mark, code in reversed(_PATH_CODES):
            path = path.replace(code, mark)
    return path
