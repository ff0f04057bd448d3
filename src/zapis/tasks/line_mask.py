"""Hide from the grammar what is literal in a line, and find the marks of emphasis around it."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from msgspec import Struct

from zapis.tasks.line_syntax import Range

HIDDEN = "\ufffc"
"""Stands for every character that is no part of a sentence."""

_TICKS = re.compile(r"(?<![`\\])`+")
_ADDRESS = re.compile(r"(?:https?://|www\.|mailto:)[^\s<>)]+|<[A-Za-z][^\s<>]*[@:/][^\s<>]*>")
_ESCAPE = re.compile(r"\\[@()`*_\[\]~#]")
UPPER = "A-ZÁČĎÉĚÍĹĽŇÓÔŔŘŠŤÚŮÝŽÄÖÜ"
"""Capital letters, to be put into a class of a pattern."""

_RUN = re.compile(r"\*+|_+|~~")


class EmphasisPair(Struct, frozen=True):
    """The marks before and behind emphasised text."""

    opening: Range
    closing: Range


class MaskedLine(Struct, frozen=True):
    """A line as the grammar reads it, offset for offset.

    In `text` literal parts are `HIDDEN` and emphasis marks are spaces; `pairs` are those marks.
    """

    text: str
    pairs: tuple[EmphasisPair, ...] = ()


def mask_line(text: str) -> MaskedLine:
    """Hide code, addresses, targets of links and escaped characters; look through emphasis."""
    hidden = hide(text, _literal_ranges(text))
    if "*" not in hidden and "_" not in hidden and "~~" not in hidden:
        return MaskedLine(hidden)
    pairs = tuple(_pair_marks(hidden))
    marks = (mark for pair in pairs for mark in (pair.opening, pair.closing))
    return MaskedLine(hide(hidden, marks, " "), pairs)


def hide(text: str, ranges: Iterable[Range], mark: str = HIDDEN) -> str:
    """The text with these ranges, which may overlap, replaced character by character."""
    parts: list[str] = []
    position = 0
    for start, end in sorted(ranges):
        if end <= position:
            continue
        start = max(start, position)  # noqa: PLW2901  # ranges may overlap
        parts += (text[position:start], mark * (end - start))
        position = end
    return "".join((*parts, text[position:])) if parts else text


def _literal_ranges(text: str) -> list[Range]:
    ranges: list[Range] = []
    if "`" in text:
        ranges += _code_spans(text)
    if "](" in text:
        ranges += _link_targets(text)
    if "/" in text or "<" in text or "www." in text or "mailto:" in text:
        ranges += (found.span() for found in _ADDRESS.finditer(text))
    if "<!--" in text:
        ranges += _comments(text)
    if "\\" in text:
        ranges += (found.span() for found in _ESCAPE.finditer(text))
    return ranges


def _code_spans(text: str) -> Iterator[Range]:
    """Between runs of as many backticks, as CommonMark has it."""
    runs = [found.span() for found in _TICKS.finditer(text)]
    starts: dict[int, list[int]] = {}
    for start, end in runs:
        starts.setdefault(end - start, []).append(start)
    behind = 0
    for start, end in runs:
        if start < behind:
            continue
        same = starts[end - start]
        following = bisect_right(same, start)
        if following < len(same):
            behind = same[following] + end - start
            yield start, behind


def _link_targets(text: str) -> Iterator[Range]:
    position = 0
    while (start := text.find("](", position)) >= 0:
        end = text.find(")", start)
        if end < 0:
            return
        yield start + 1, end + 1
        position = end


def _comments(text: str) -> Iterator[Range]:
    position = 0
    while (start := text.find("<!--", position)) >= 0:
        end = text.find("-->", start)
        if end < 0:
            return
        position = end + len("-->")
        yield start, position


def _pair_marks(text: str) -> Iterator[EmphasisPair]:
    """Runs of equal marks that can open and close; „2* do roka“ and „a_b“ are no marks."""
    waiting: dict[str, Range] = {}
    for found in _RUN.finditer(text):
        start, end = found.span()
        before, behind = text[start - 1 : start], text[end : end + 1]
        inside_word = found[0][0] == "_" and before.isalnum() and behind.isalnum()
        can_close = bool(before.strip()) and not inside_word
        can_open = bool(behind.strip()) and not inside_word
        if can_close and found[0] in waiting:
            yield EmphasisPair(waiting.pop(found[0]), (start, end))
        elif can_open:
            waiting[found[0]] = (start, end)
