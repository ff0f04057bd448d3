"""Words of a head line that became no part of what was read, so that they can be kept as a note."""

import re
from collections.abc import Iterable, Iterator

from zapis.czech.folding import fold
from zapis.tasks.line import Range

_WORD = re.compile(r"[^\W\d_]{3,}")
_AROUND = " \t,;.:()–—-@"
_LABEL_WORDS = """
zodpovida zodpovidaji odpovida odpovidaji zodpovedny zodpovedna zodpovedni odpovedny odpovedna
odpovedni osoba zodp odp resitel resitelka resitele resitelky kdo termin splneni kdy
"""
_LABELS = frozenset(_LABEL_WORDS.split())


def unread_words(text: str, start: int, end: int, read: Iterable[Range]) -> str:
    """The words between two offsets that lie in no range that was read; labels do not count."""
    pieces = (text[first:last].strip(_AROUND) for first, last in _gaps(start, end, read))
    return " ".join(piece for piece in pieces if _has_words(piece))


def _gaps(start: int, end: int, ranges: Iterable[Range]) -> Iterator[Range]:
    for first, last in sorted(ranges):
        if first > start:
            yield start, min(first, end)
        start = max(start, last)
    if start < end:
        yield start, end


def _has_words(piece: str) -> bool:
    return any(fold(word) not in _LABELS for word in _WORD.findall(piece))
