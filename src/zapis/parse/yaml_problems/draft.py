"""A part of YAML that the parser refused, while it is being made readable."""

import re
from collections.abc import Iterable
from enum import Enum, auto

from msgspec import Struct, field

from zapis.parse.yaml_problems.scalars import BULLETS
from zapis.parse.yaml_problems.wording import Problem

PREFIX = re.compile(r"([ \t]*)((?:-[ \t]+)*(?:-$)?)", re.MULTILINE)
"""Indentation and hyphens of lists."""
COLON = re.compile(r":(?![^ \t\n])")
"""The colon that ends a key."""
COMMENT = re.compile(r"[ \t]#")
DOUBLE_QUOTED = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)
SINGLE_QUOTED = re.compile(r"'[^']*+(?:''[^']*+)*+'")
_NO_KEY_START = frozenset(f"[]{{}},&*!|>%@`#{BULLETS}")


class Slot(Enum):
    """What may follow a row on deeper lines."""

    EMPTY = auto()
    """A value of any kind."""
    PLAIN = auto()
    """More lines of a text without quotes."""
    BARE = auto()
    """The same, and lines at the margin too."""
    CLOSED = auto()
    """Nothing."""


class Row(Struct, frozen=True):
    """A line with something on it: offsets of its parts, `colon` is -1 without a key.

    `body` stands behind the hyphens of lists, `value` behind the key, or equals `body`.
    """

    start: int
    end: int
    indent: int
    dashes: tuple[int, ...]
    body: int
    colon: int
    value: int


class Draft(Struct):
    """The author's `text` and the `chars` that the parser will read, one for one."""

    text: str
    chars: list[str]
    problems: list[Problem] = field(default_factory=list)
    glued: set[int] = field(default_factory=set)

    @property
    def masked(self) -> str:
        """What the parser will read."""
        return "".join(self.chars)

    def report(self, problem: Problem) -> None:
        """Add a problem."""
        self.problems.append(problem)

    def cover(self, start: int, end: int) -> None:
        """Turn a part into one plain text that stops no parser."""
        for at in range(start, end):
            if self.chars[at] not in " \t":
                self.chars[at] = "x"

    def blank(self, start: int, end: int, space: str = " ") -> None:
        """Turn a part into white space."""
        self.chars[start:end] = space * (end - start)

    def put(self, at: int, text: str) -> None:
        """Let the parser read `text` instead of as many characters."""
        self.chars[at : at + len(text)] = text


def read_rows(text: str) -> list[Row]:
    """The rows of a text; blank lines and lines with only a comment are none."""
    rows: list[Row] = []
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        last = start + len(text[start:end].rstrip())
        found = PREFIX.match(text, start, last)
        if found is not None and last > start and not text.startswith("#", found.end()):
            rows.append(_row(text, found, last))
        start = end + 1
    return rows


def _row(text: str, prefix: re.Match[str], end: int) -> Row:
    start, (list_start, body) = prefix.start(), prefix.span(2)
    dashes = tuple(at for at in range(list_start, body) if text[at] == "-")
    colon = find_colon(text, body, end)
    value = body
    if colon >= 0:
        value = colon + 1
        while value < end and text[value] in " \t":
            value += 1
    return Row(start, end, list_start - start, dashes, body, colon, value)


def find_colon(text: str, start: int, end: int) -> int:
    """The offset of the colon behind a key that begins at `start`, or -1."""
    if start >= end or text[start] in _NO_KEY_START:
        return -1
    quoted = {'"': DOUBLE_QUOTED, "'": SINGLE_QUOTED}.get(text[start])
    if quoted is not None:
        key = quoted.match(text, start, end)
        at = start if key is None else key.end()
        while key is not None and at < end and text[at] in " \t":
            at += 1
        return at if key is not None and COLON.match(text, at, end) else -1
    colon = COLON.search(text, start, end)
    if colon is None or COMMENT.search(text, start, colon.start()):
        return -1
    return colon.start()


def rows_below(rows: list[Row], index: int, column: int) -> int:
    """The index of the first row behind `index` that is not indented deeper than `column`."""
    index += 1
    while index < len(rows) and rows[index].indent > column:
        index += 1
    return index


def covers_key(text: str, rows: Iterable[Row]) -> bool:
    """Whether one of the rows is surely a pair of its own: `datum: …`."""
    return any(
        not row.dashes and row.colon >= 0 and text[row.body : row.colon].isidentifier()
        for row in rows
    )
