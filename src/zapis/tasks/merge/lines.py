"""Lines of somebody's own from both sides: kept to the letter, gone only where a side left one out.

**Why** never a conflict: these lines mean nothing to zapis, so two versions of a remark may stand
one below the other until a person drops one of them.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from zapis.tasks.merge.weaving import weave

Lines = tuple[str, ...]

# With the shortcut of difflib for frequent lines long texts take linear time; a text this short
# is aligned well without it.
_LONG = 500
_ITEM = re.compile(r"[ \t]*(?=[-*+] )")


def merge_lines(base: Lines, ours: Lines, theirs: Lines) -> Lines:
    """The lines of both sides; a line that one side deleted and the other left is deleted."""
    if theirs in (ours, base):
        return ours
    if ours == base:
        return theirs
    kept_here, added_here = _against(base, ours)
    kept_there, added_there = _against(base, theirs)
    lines: list[str] = []
    for index in range(len(base) + 1):
        lines += _unite(added_here[index], added_there[index])
        if index < len(base) and kept_here[index] and kept_there[index]:
            lines.append(base[index])
    return tuple(lines)


def merge_paragraphs(base: Lines, ours: Lines, theirs: Lines) -> Lines:
    """The same for lines between entries, where blank ones at the end only keep a distance."""
    if theirs in (ours, base):
        return ours
    if ours == base:
        return theirs
    return (*merge_lines(*map(without_end, (base, ours, theirs))), "")


def without_end(lines: Lines) -> Lines:
    """The lines without blank ones at their end."""
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    return lines[:end]


def _against(base: Lines, side: Lines) -> tuple[list[bool], list[Lines]]:
    """Which lines of the base stand in a side, and what the side has before each and at the end."""
    kept = [False] * len(base)
    added: list[Lines] = [()] * (len(base) + 1)
    position = 0
    matcher = SequenceMatcher(None, base, side, autojunk=max(len(base), len(side)) > _LONG)
    for start, at, size in matcher.get_matching_blocks():
        added[start] = side[position:at]
        kept[start : start + size] = [True] * size
        position = at + size
    return kept, added


def _unite(ours: Lines, theirs: Lines) -> Lines:
    """What both sides wrote at one place, paragraph by paragraph."""
    if ours == theirs or not theirs:
        return ours
    if not ours:
        return theirs
    pieces = weave(_numbered(_pieces(ours)), _numbered(_pieces(theirs)), lambda piece: piece)
    return tuple(line for piece, _ in pieces for line in piece)


def _numbered(pieces: Iterator[Lines]) -> list[tuple[Lines, int]]:
    """Each piece with how many equal ones stand before it."""
    seen: Counter[Lines] = Counter()
    numbered: list[tuple[Lines, int]] = []
    for piece in pieces:
        numbered.append((piece, seen[piece]))
        seen[piece] += 1
    return numbered


def _pieces(lines: Sequence[str]) -> Iterator[Lines]:
    """Paragraphs, headings and items of lists; blank lines go with what follows them."""
    piece: list[str] = []
    opening = ""
    for line in lines:
        if opening and _opens_piece(opening, line):
            yield tuple(piece)
            piece, opening = [], ""
        piece.append(line)
        opening = opening or (line.strip() and line)
    if piece:
        yield tuple(piece)


def _opens_piece(opening: str, line: str) -> bool:
    """Whether a line begins something new behind a piece whose first words are `opening`."""
    if not line.strip() or line.startswith("#") or opening.startswith("#"):
        return True
    item = _ITEM.match(line)
    return item is not None and item.end() <= len(opening) - len(opening.lstrip())
