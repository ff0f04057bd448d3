"""Take a person's name apart and inflect it."""

import re
from collections.abc import Sequence
from functools import lru_cache
from types import MappingProxyType
from unicodedata import normalize

from msgspec import Struct

from zapis.czech.folding import fold
from zapis.czech.names.given import is_feminine_given, is_given, is_masculine_given
from zapis.czech.names.inflection import ANY_CASE, Forms, Gender, decline

SUFFIXES = frozenset(("ml", "st", "nejml", "nejst", "jun", "jr", "sen", "sr"))
PARTICLES = frozenset(
    (
        *("van", "von", "vom", "zu", "der", "den", "de", "da", "di", "del", "della", "dos", "du"),
        *("la", "le", "el", "al", "bin", "ibn", "ben", "ter", "ten"),
    )
)
_PARENTHESES = re.compile(r"\([^()]*\)")
_SHORTEST_CAPITALS = 3
MOST_WORDS = 10


class Name(Struct, frozen=True):
    """A person's name without titles: given names or initials, surname, and „ml.“ or „st.“."""

    given: tuple[str, ...]
    surname: str
    suffix: str = ""

    def __str__(self) -> str:
        """Given names and surname, without the suffix."""
        return " ".join((*self.given, self.surname))


@lru_cache(maxsize=2048)
def parse_name(text: str) -> Name:
    """The parts of a name without titles.

    One word is a surname. „Novák Jan“ and „NOVÁK Jan“ are put in order; a description of a group
    („členové rady města“) becomes a surname whole, so that it can still be found.
    """
    words = _PARENTHESES.sub(" ", normalize("NFC", text)).replace(",", " ").split()
    suffix = words.pop() if len(words) > 1 and words[-1].rstrip(".").lower() in SUFFIXES else ""
    personal = words[: _personal_length(words)]
    if not personal:
        return Name((), " ".join(words), suffix)
    if len(personal) == 1 or personal[0].lower() in PARTICLES:
        return Name((), " ".join(personal), suffix)
    if _is_surname_first(personal):
        return Name(tuple(personal[1:]), personal[0], suffix)
    start = _surname_start(personal)
    return Name(tuple(personal[:start]), " ".join(personal[start:]), suffix)


def _personal_length(words: Sequence[str]) -> int:
    """How many words at the beginning are the name; 0 when the words describe a group."""
    if words and not words[0][0].isupper() and words[0].lower() not in PARTICLES:
        return len(words) if len(words) > 1 and is_given(words[0]) else 0
    for number, word in enumerate(words):
        if not word[0].isupper() and word.lower() not in PARTICLES:
            return number if number > 1 else 0
    return len(words)


def _is_surname_first(words: Sequence[str]) -> bool:
    """Whether the words are „Novák Jan“ or „NOVÁK Jan“."""
    first, last = words[0], words[-1]
    if is_given(first) or first.endswith("."):
        return False
    in_capitals = len(first) >= _SHORTEST_CAPITALS and first.isupper() and not last.isupper()
    return in_capitals or is_given(last)


def _surname_start(words: Sequence[str]) -> int:
    """Where the surname begins: at a particle, at the first of two -ová, else the last word."""
    for number, word in enumerate(words[1:], 1):
        if word.lower() in PARTICLES or fold(word).endswith("ova"):
            return number
    return len(words) - 1


def genders(name: Name) -> tuple[Gender, ...]:
    """What the name can be: a man's, a woman's, or either when nothing tells."""
    surname = name.surname.lower()
    if surname.endswith(("á", "ova")):
        return ("f",)
    given = next((word for word in name.given if not word.endswith(".")), "")
    if surname.endswith("ý"):
        return ("m",)
    if not given:
        return ("m", "f") if surname.endswith(("í", "ů", "e", "é")) else ("m",)
    known = (is_masculine_given(given), is_feminine_given(given))
    if known == (True, True):
        return ("m", "f")
    if any(known):
        return ("m",) if known[0] else ("f",)
    return ("f",) if fold(given)[-1] in "ae" else ("m",)


@lru_cache(maxsize=4096)
def inflect_given(word: str, gender: Gender) -> Forms:
    """The forms of one given name; an initial stays as it is in every case."""
    if word.endswith("."):
        return MappingProxyType({word.lower(): ANY_CASE})
    return decline(word, gender, is_surname=False)


def inflect_surname_word(word: str, gender: Gender) -> Forms:
    """The forms of one word of a surname; a particle stays as it is in every case."""
    if word.lower() in PARTICLES:
        return MappingProxyType({word.lower(): ANY_CASE})
    return decline(word, gender, is_surname=True)
