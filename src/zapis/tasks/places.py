"""Places in the bytes of a file whose lines are in order, found without reading the rest.

The tracker as zapis writes it has its entries in order within each section, the memory of head
lines all of its lines; so the entries of one meeting are found by halves. **Why** bytes: of nine
megabytes only what is looked for has to be decoded.
"""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

_ENTRY = re.compile(rb"^- \[.\] #([A-Za-z0-9._-]+)/[0-9]", re.MULTILINE)
_HEAD = re.compile(rb'^"([A-Za-z0-9._-]+)/[0-9]', re.MULTILINE)
_HEADING = b"\n## "


class Span(NamedTuple):
    """A part of the bytes, from the first to behind the last."""

    start: int
    end: int


class Change(NamedTuple):
    """What is to stand in place of a part."""

    span: Span
    text: bytes


class Place(NamedTuple):
    """A section: where its heading begins, and the lines below it."""

    heading: int
    lines: Span


def find_sections(data: bytes) -> Mapping[str, Place] | None:
    """The sections by title, in the order of the file; None where a title comes twice.

    Raises `UnicodeDecodeError` where a heading is no text.
    """
    sections: dict[str, Place] = {}
    at = data.find(_HEADING)
    while at >= 0:
        line_end = data.find(b"\n", at + 1)
        line_end = len(data) if line_end < 0 else line_end
        title = data[at + len(_HEADING) : line_end].decode().strip()
        following = data.find(_HEADING, line_end)
        if title in sections:
            return None
        end = len(data) if following < 0 else following + 1
        sections[title] = Place(at + 1, Span(min(line_end + 1, end), end))
        at = following
    return sections


def first_entry(data: bytes, section: Span) -> int | None:
    """Where the first entry of a section begins; None where it has none."""
    found = _ENTRY.search(data, *section)
    return found.start() if found else None


def entries_of(data: bytes, section: Span, meeting: str) -> Span:
    """The entries of a meeting in a section, or the place where they would stand."""
    return _lines_of(data, section, meeting.encode(), _ENTRY)


def heads_of(data: bytes, lines: Span, meeting: str) -> Span:
    """The lines of a meeting in the memory of head lines, or the place where they would stand."""
    return _lines_of(data, lines, meeting.encode(), _HEAD)


def apply_changes(data: bytes, changes: Iterable[Change]) -> bytes:
    """The bytes with the changes, which do not overlap; those of one place in their order."""
    pieces: list[bytes] = []
    position = 0
    for (start, end), text in sorted(changes, key=lambda change: change.span):
        pieces += (data[position:start], text)
        position = end
    return b"".join((*pieces, data[position:]))


def _lines_of(data: bytes, within: Span, key: bytes, opening: re.Pattern[bytes]) -> Span:
    start = _first(data, within, key, opening)
    # No key ends with a null byte, so this one comes right behind the one looked for.
    return Span(start, _first(data, Span(start, within.end), key + b"\0", opening))


def _first(data: bytes, within: Span, key: bytes, opening: re.Pattern[bytes]) -> int:
    """Where the first line stands whose key is at least that one; the end where there is none."""
    low, high = within
    while low < high:
        middle = (low + high) // 2
        found = opening.search(data, middle, within.end)
        if found and found[1] < key:
            low = found.start() + 1
        else:
            high = middle
    found = opening.search(data, low, within.end)
    return found.start() if found else within.end
