"""Numbers that authors write before headings and agenda items („1.“, „Ad 2)“, „K bodu 3“)."""

import re

from msgspec.structs import replace

from zapis.czech.dates import MONTHS_GENITIVE
from zapis.czech.folding import fold
from zapis.inline import Emphasis, Inline, Inlines, Strong, Text

_OWN_NUMBER = re.compile(
    r"\s*(?:(?:ad|k\s+bodu|bod)\s*(?:č\.\s*)?)?(\d{1,3})\s*(?:[.)](?![\d.])|[/:–-](?=\s))\s*|"
    r"\s*(?:ad|k\s+bodu|bod)\s*(?:č\.\s*)?(\d{1,3})(?!\d)\s*",
    re.IGNORECASE,
)
# Nearly all texts begin with another letter.
_FIRST_LETTERS = frozenset("abk")
_MONTHS = frozenset(fold(month) for month in MONTHS_GENITIVE)
_WORD = re.compile(r"[^\W\d_]+")


def own_number(text: str) -> tuple[int | None, str]:
    """The author's number and the text behind it; a date or a bare number is not one.

    „1. Úvod“ gives (1, „Úvod“), „K bodu 3: Různé“ (3, „Různé“), „12. června“ (None, the same).
    """
    if text[:1].isalpha() and text[0].lower() not in _FIRST_LETTERS:
        return None, text
    found = _OWN_NUMBER.match(text)
    if not found or found.end() == len(text.rstrip()):
        return None, text
    rest = text[found.end() :].lstrip(" \t\u00a0:–—-")
    word = _WORD.match(rest)
    if word and fold(word.group()) in _MONTHS:
        return None, text
    return int(found[1] or found[2]), rest


def strip_number(children: Inlines) -> tuple[int | None, Inlines]:
    """The same for formatted text: the number may stand inside emphasis."""
    if not children:
        return None, children
    first, rest = children[0], children[1:]
    match first:
        case Text(text):
            number, behind = own_number(text)
            if number is None:
                return None, children
            return number, (Text(behind, first.span), *rest) if behind else rest
        case Strong(inner) | Emphasis(inner):
            number, inside = strip_number(inner)
            return number, (_refill(first, inside), *rest) if number is not None else children
        case _:
            return None, children


def _refill(node: Strong | Emphasis, children: Inlines) -> Inline:
    return replace(node, children=children)
