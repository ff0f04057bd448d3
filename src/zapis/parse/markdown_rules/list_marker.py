"""The marker of a list item: `-`, a pasted bullet, `1.`, `1)` or `a)`."""

import re
from typing import NamedTuple

from zapis.parse.markdown_rules.block_state import SPACES, BlockState
from zapis.parse.markdown_rules.task_box import read_box

BULLETS = frozenset("-*+·•▪–●◦‣■\uf0b7\uf0a7\uf0d8\uf0fc")
"""Typed bullets, the dash that Word makes of one, and what Word and PDF leave when pasted."""

TYPED_BULLETS = frozenset("-*+")
# These never start a word, so a space behind them may be missing.
_UNMISTAKABLE = frozenset("•▪●◦‣■\uf0b7\uf0a7\uf0d8\uf0fc")
_ORDERED = re.compile(r"([0-9]{1,9}|[a-z](?=\)))([.)])(?=[ \t\u00a0\u202f]|$)", re.MULTILINE)
_BEFORE_DIGIT = re.compile(r"[ \t\u00a0\u202f]*[0-9]")


class Marker(NamedTuple):
    """A marker: `style` as in `body.List`, what items of one list share, and where it ends."""

    style: str
    delimiter: str
    number: int | None
    start: int
    end: int

    def continues(self, style: str, delimiter: str) -> bool:
        """Whether it may mark an item of a list with this style and delimiter."""
        return (self.style, self.delimiter) == (style, delimiter)


def read_marker(state: BlockState, line: int) -> Marker | None:
    """The marker at the start of a line; whether a list may start there is not decided here."""
    start, end = state.start_of(line), state.eMarks[line]
    if start >= end:
        return None
    char = state.src[start]
    if char in BULLETS:
        return _read_bullet(state.src, start, end)
    found = _ORDERED.match(state.src, start, end)
    if found is None:
        return None
    if found[1].isdigit():
        return Marker("decimal", found[2], int(found[1]), start, found.end())
    return Marker("alpha", found[2], ord(char) - ord("a") + 1, start, found.end())


def _read_bullet(src: str, start: int, end: int) -> Marker | None:
    char, behind = src[start], start + 1
    if char == "+" and _BEFORE_DIGIT.match(src, behind, end):
        return None
    is_spaced = behind >= end or src[behind] in SPACES
    is_glued = char in _UNMISTAKABLE and not is_spaced and src[behind] != char
    if not (is_spaced or is_glued or read_box(src, behind, end)):
        return None
    # Word turns some of the hyphens of one list into dashes.
    return Marker("bullet", "-" if char == "–" else char, None, start, behind)
