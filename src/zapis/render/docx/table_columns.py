"""How wide the columns of a table are, and when its type must be smaller."""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain, zip_longest

from msgspec import Struct

from zapis.inline import Inlines, plain_text
from zapis.render.docx.styles import Style

_LONGEST_LINE = 45
_LONGEST_WORD = 20
_SHORTEST_CUT = 4


class CellType(Struct, frozen=True):
    """The type of a table: styles of its cells, twips a character takes, twips kept at the sides.

    `margins` are left and right together.
    """

    cell: Style
    header: Style
    character: int
    margins: int


USUAL = CellType(Style.CELL, Style.HEADER_CELL, 120, 216)
SMALL = CellType(Style.SMALL_CELL, Style.SMALL_HEADER_CELL, 84, 108)
"""For tables whose words would be torn apart otherwise."""


def choose_type(rows: Sequence[Sequence[Inlines]], room: int) -> CellType:
    """The usual type where every word has room in it, else the small one."""
    words = (_longest(texts, _unbroken) for texts in _columns(rows))
    return USUAL if sum(_twips(n, _LONGEST_WORD, USUAL) for n in words) <= room else SMALL


def column_widths(
    rows: Sequence[Sequence[Inlines]], room: int, size: CellType = USUAL
) -> list[int]:
    """Widths in twips that add up to `room`: by the longest text, never below the longest word.

    Where the words have no room side by side, the longest of them are torn and short ones, such
    as dates and sums, stay whole.
    """
    columns = _columns(rows)
    longest = [_longest(texts, _unbroken) for texts in columns]
    most = _LONGEST_WORD
    while most > _SHORTEST_CUT and sum(_twips(n, most, size) for n in longest) > room:
        most -= 1
    words = [_twips(n, most, size) for n in longest]
    texts = [_twips(_longest(each, _whole), _LONGEST_LINE, size) for each in columns]
    lines = [max(pair) for pair in zip(texts, words, strict=True)]
    if not sum(words) < room < sum(lines):
        return _scaled(lines if sum(lines) <= room else words, room)
    share = (room - sum(words)) / (sum(lines) - sum(words))
    return _scaled([w + (line - w) * share for w, line in zip(words, lines, strict=True)], room)


def _columns(rows: Sequence[Sequence[Inlines]]) -> list[list[str]]:
    columns = [[plain_text(words) for words in each] for each in zip_longest(*rows, fillvalue=())]
    return columns or [[]]


def _longest(texts: Iterable[str], cut: Callable[[str], list[str]]) -> int:
    """The length of the longest piece, one at least."""
    return max(1, max(map(len, chain.from_iterable(map(cut, texts))), default=0))


def _whole(text: str) -> list[str]:
    return [text]


def _unbroken(text: str) -> list[str]:
    """What Word keeps on one line, no-break spaces included."""
    return text.replace("\u00a0", "_").split()


def _twips(length: int, most: int, size: CellType) -> int:
    return min(length, most) * size.character + size.margins


def _scaled(wanted: Sequence[float], room: int) -> list[int]:
    """The widths in proportion, the last one taking what rounding left."""
    total = sum(wanted)
    scaled = [int(width * room / total) for width in wanted]
    scaled[-1] += room - sum(scaled)
    return scaled
