"""How names, deadlines and sentences are written in the tracker, and read back."""

import datetime as dt
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from zapis.czech.dates import format_date
from zapis.czech.deadlines import Deadline, read_deadline

DATE = r"[0-9]{1,2}\. ?[0-9]{1,2}\. ?[0-9]{4}"
NO_DEADLINE_WORDS = "neurčen"

_DATE_PARTS = re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4})")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_TO_ESCAPE = re.compile(r"[\\`*\[\]<@~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w{1,32};)")
_BARE_WORD = r"[^\W\d_](?:[^\W_]|[’'-])*"
_BARE_NAME = re.compile(rf"(?:[^\W\d_]\. )*{_BARE_WORD}(?: {_BARE_WORD})*")
_QUOTES = ("„“", '""', "»«", "‚‘")
_DUE = re.compile(rf"do ({DATE})(?:, |$)")
_NEXT_MEETING = re.compile(rf"do příště \(({DATE})\)(?:, |$)")
_WORDS_OPENING = "(termín: "


class Read(NamedTuple):
    """Something read at the beginning of a text and the offset behind it and its comma."""

    value: str
    end: int


def escape(text: str) -> str:
    """Plain text as Markdown that reads as that text."""
    return _TO_ESCAPE.sub(r"\\\g<0>", text)


def unescape(text: str) -> str:
    """The text without the backslashes of Markdown."""
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text


@lru_cache(maxsize=4096)
def read_day(text: str) -> dt.date | None:
    """The day of „20. 3. 2026“, None where there is no such day."""
    found = _DATE_PARTS.fullmatch(text)
    if found is None:
        return None
    try:
        return dt.date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def print_assignee(name: str) -> str:
    """`@Eva Horáková`, `@členové`; what would not be read back without quotes gets them."""
    name = " ".join(name.split())
    if _is_bare(name):
        return f"@{name}"
    pair = next((pair for pair in _QUOTES if not set(pair) & set(name)), None)
    if pair is None:
        name, pair = "".join(mark for mark in name if mark not in "„“"), _QUOTES[0]
    return f"@{pair[0]}{escape(name)}{pair[1]}"


def print_assignees(names: Sequence[str]) -> str:
    """The assignees joined by commas."""
    return ", ".join(map(print_assignee, names))


def read_assignee(text: str, start: int) -> Read | None:
    """The assignee that begins with the `@` at `start`, as `print_assignee` writes it."""
    closing = next((pair[1] for pair in _QUOTES if text.startswith(pair[0], start + 1)), None)
    first = start + 2 if closing else start + 1
    end = text.find(closing or ",", first)
    if closing:
        if end < 0:
            return None
        after = end + 1
    else:
        after = end = len(text) if end < 0 else end
    name = text[first:end].strip()
    if not name or (after < len(text) and not text.startswith(",", after)):
        return None
    return Read(name, _behind_comma(text, after))


def is_exact(deadline: Deadline) -> bool:
    """Whether the deadline is a day and nothing else, so that the tracker writes the day."""
    if deadline.due is None or deadline.approximate or deadline.recurring or deadline.time:
        return False
    return deadline.starts in (None, deadline.due)


def print_deadline(deadline: Deadline) -> str:
    """`do 20. 3. 2026`, or `(termín: slova)` where the words say more or less than a day."""
    if deadline.due and is_exact(deadline):
        return f"do {format_date(deadline.due)}"
    return f"{_WORDS_OPENING}{_balanced(deadline.words or NO_DEADLINE_WORDS)})"


def print_said_deadline(deadline: Deadline) -> str:
    """As `print_deadline`, saying in a statement that the day is that of the next meeting."""
    if deadline.next_meeting and deadline.due and is_exact(deadline):
        return f"do příště ({format_date(deadline.due)})"
    return print_deadline(deadline)


def read_said_deadline(
    text: str, start: int, said_on: dt.date | None
) -> tuple[Deadline, int] | None:
    """The deadline written at `start` and the offset behind it and its comma.

    `said_on` is the day from which words such as „do konce března“ are understood.
    """
    for pattern, is_next in ((_DUE, False), (_NEXT_MEETING, True)):
        found = pattern.match(text, start)
        if found and (day := read_day(found[1])):
            words = "do příště" if is_next else f"do {found[1]}"
            return Deadline(words, due=day, next_meeting=is_next, year_written=True), found.end()
    if not text.startswith(_WORDS_OPENING, start):
        return None
    end = _closing(text, start)
    if end is None or not text.startswith((", ", ""), end + 1):
        return None
    words = unescape(text[start + len(_WORDS_OPENING) : end])
    return read_words(words, said_on), _behind_comma(text, end + 1)


@lru_cache(maxsize=4096)
def read_words(words: str, said_on: dt.date | None) -> Deadline:
    """The deadline that words mean; „neurčen“ is none."""
    if words == NO_DEADLINE_WORDS:
        return Deadline("")
    return read_deadline(words, said_on)


def _is_bare(name: str) -> bool:
    """Whether the name is capitalised words or one lower-case word."""
    if not _BARE_NAME.fullmatch(name):
        return False
    words = name.split(" ")
    return len(words) == 1 or all(word[0].isupper() for word in words)


def _behind_comma(text: str, end: int) -> int:
    return end + 2 if text.startswith(", ", end) else end


def _balanced(words: str) -> str:
    """The words on one line, with parentheses escaped where they do not pair: the last closes."""
    words = " ".join(words.split())
    depth = 0
    for mark in words:
        depth += (mark == "(") - (mark == ")")
        if depth < 0:
            break
    plain = escape(words)
    return plain if depth == 0 else plain.replace("(", r"\(").replace(")", r"\)")


def _closing(text: str, start: int) -> int | None:
    """The offset of the parenthesis that closes the one at `start`."""
    depth, position = 0, start
    while position < len(text):
        mark = text[position]
        if mark == "\\":
            position += 1
        depth += (mark == "(") - (mark == ")")
        if depth == 0:
            return position
        position += 1
    return None
