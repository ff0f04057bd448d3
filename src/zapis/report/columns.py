"""Text in columns: made safe for a terminal, measured as a terminal shows it, and padded."""

import re
from collections.abc import Iterator
from unicodedata import category, combining, east_asian_width

# Every mark in it is printable and one cell wide. No soft hyphen and no no-break space.
_PLAIN = re.compile("[ -~\u00a1-\u00ac\u00ae-\u02ff\u2013\u2014\u2018-\u201e\u2026\u20ac]*")
_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"
_KEYCAPS = "#*0123456789\u00a9\u00ae"
_FIRST_SYMBOL = "\u203c"
_SKIN_TONES = "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
# Vowels and finals of Korean syllables are drawn into the cells of the letter before them.
_KOREAN_ENDINGS = frozenset(map(chr, range(0x1160, 0x1200)))
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200e\u200f\u2060\ufeff"))
_REPLACEMENT = "\ufffd"


def is_plain(text: str) -> bool:
    """Whether all of it is printable, each character one column wide, as Czech text is."""
    if text.isascii():
        return text.isprintable()
    return _PLAIN.fullmatch(text) is not None


def visible(text: str) -> str:
    """The text on one line, with nothing in it that could steer a terminal.

    Marks that no terminal shows, such as soft hyphens, are left out.
    """
    return text if is_plain(text) else "".join(map(_show, text.translate(_INVISIBLE)))


def width(text: str) -> int:
    """The columns that the text takes."""
    return len(text) if is_plain(text) else sum(cells(text))


def pad(text: str, columns: int) -> str:
    """The text with spaces behind it up to the width."""
    return text.ljust(columns) if is_plain(text) else text + " " * (columns - sum(cells(text)))


def pad_left(text: str, columns: int) -> str:
    """The text with spaces before it up to the width."""
    return " " * (columns - width(text)) + text


def cells(text: str) -> Iterator[int]:
    """The columns that each character adds to those before it.

    Source: Unicode Standard Annex 11 (East Asian Width) and Technical Standard 51 (Emoji), as far
    as terminals follow them: joined emoji take the room of the first one.
    """
    before, last = "", 0
    for mark in text:
        last = _cells(mark, before, last)
        yield last
        before = mark


def _show(mark: str) -> str:
    if mark.isprintable() or mark == _JOINER:
        return mark
    return " " if mark.isspace() else _REPLACEMENT


def _cells(mark: str, before: str, last: int) -> int:
    if mark == _EMOJI_STYLE:
        return int(last == 1 and (before in _KEYCAPS or before >= _FIRST_SYMBOL))
    if mark == _JOINER or combining(mark) or category(mark) in ("Mn", "Me", "Cf"):
        return 0
    if east_asian_width(mark) not in "WF":
        return 0 if mark in _KOREAN_ENDINGS else 1
    behind_joiner = before == _JOINER and category(mark) == "So"
    on_symbol = mark in _SKIN_TONES and before != "" and category(before) == "So"
    return 0 if behind_joiner or on_symbol else 2
