"""The box of a task, `[ ]`, in all the ways people write it."""

import re
from typing import NamedTuple

_BOX = re.compile(r"\[[ \t\u00a0\u202f]{0,3}([/xX-]?)[ \t\u00a0\u202f]{0,3}\]")
_USUAL = re.compile(r"\[[ /xX-]\]")
_DRAWN = {"☐": " ", "☑": "x", "☒": "x"}
# Behind a box without a space these would make it a link, a span or a footnote.
_NOT_BEHIND = frozenset("([{:")


class Box(NamedTuple):
    """A box: its state as in `body.RawTask`, and where it ends."""

    state: str
    end: int
    is_usual: bool
    is_spaced: bool


def read_box(src: str, start: int, end: int) -> Box | None:
    """The box that stands at an offset, None where something else does."""
    if start >= end:
        return None
    if (drawn := _DRAWN.get(src[start])) is not None:
        return Box(drawn, start + 1, is_usual=False, is_spaced=_is_spaced(src, start + 1, end))
    found = _BOX.match(src, start, end)
    if found is None:
        return None
    behind = found.end()
    is_spaced = _is_spaced(src, behind, end)
    if not is_spaced and src[behind] in _NOT_BEHIND:
        return None
    is_usual = is_spaced and _USUAL.fullmatch(found[0]) is not None
    return Box(found[1].lower() or " ", behind, is_usual, is_spaced)


def _is_spaced(src: str, at: int, end: int) -> bool:
    return at >= end or src[at].isspace()
