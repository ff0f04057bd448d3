"""Take a person's name apart and inflect it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from types import MappingProxyType
from unicodedata import normalize

from zapis.czech.folding import fold
from zapis.czech.given_names import is_feminine_given, is_given, is_masculine_given
from zapis.czech.inflection import ANY_CASE, Forms, Gender, decline

SUFFIXES = frozenset(("ml", "st", "nejml", "nejst", "jun", "jr", "sen", "sr"))
PARTICLES = frozenset(
    (
        *("van", "von", "vom", "zu", "der", "den", "de", "da", "di", "del", "della", "dos", "du"),
        *("la", "le", "el", "al", "bin", "ibn", "ben", "ter", "ten"),
    )
)
_PARENTHESES = re.compile(r"\([^()]*\)")
_SHORTEST_CAPITALS = 3
_MOST_DECLINED = 3
MOST_WORDS = 10


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name without titles: given names or initials, surname, and „ml.“ or „st.“."""

    given: tuple[str, ...]
    surname: str
    suffix: str = ""

    def __str__(self) -> str:
        """Given names and surname, without the suffix."""
        return " ".join((*self.given, self.surname))


@dataclass(frozen=True, slots=True)
class NameForms:
    """All case forms of a name in its own letter case, the nominative first.

    `full` holds given names and surname in one case each („Janem Novákem“), never mixed.
    """

    given: tuple[tuple[str, ...], ...]
    surname: tuple[str, ...]
    full: tuple[str, ...]


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


@lru_cache(maxsize=2048)
def name_forms(name: Name) -> NameForms:
    """Every case form of the name, for searching it in text; possessives and plurals are not."""
    if len(name.given) + name.surname.count(" ") > MOST_WORDS:
        return NameForms(tuple((word,) for word in name.given), (name.surname,), (str(name),))
    surnames: dict[str, None] = {}
    full: dict[str, None] = {}
    for gender in genders(name):
        surname = [(word, inflect_surname_word(word, gender)) for word in name.surname.split()]
        given = [(word, inflect_given(word, gender)) for word in name.given]
        surnames |= dict.fromkeys(_join_forms(surname))
        full |= dict.fromkeys(_join_forms([*given, *surname]))
    return NameForms(tuple(map(_forms_of_given, name.given, repeat(name))), (*surnames,), (*full,))


def _forms_of_given(word: str, name: Name) -> tuple[str, ...]:
    every = (form for gender in genders(name) for form in inflect_given(word, gender))
    return tuple(dict.fromkeys(_recase(form, word) for form in every))


def _join_forms(words: Sequence[tuple[str, Forms]]) -> Iterable[str]:
    """The words joined by spaces, all in the same case, in every combination of variants."""
    joined: dict[str, int] = {"": ANY_CASE}
    declined = 0
    for word, own in words:
        declined += len(own) > 1
        # Variants multiply; whoever has more names than this is found in the nominative.
        forms = own if declined <= _MOST_DECLINED else {word.lower(): ANY_CASE}
        joined = {
            f"{before} {_recase(form, word)}".strip(): common
            for before, before_cases in joined.items()
            for form, form_cases in forms.items()
            if (common := before_cases & form_cases)
        }
    return joined


def _recase(form: str, word: str) -> str:
    """The lower-case form in the letter case of the word it was made from."""
    if word.isupper() and len(word) > 1 and not word.endswith("."):
        return form.upper()
    parts = zip(form.split("-", 2), word.split("-", 2), strict=True)
    return "-".join(_recase_part(part, written) for part, written in parts)


def _recase_part(form: str, word: str) -> str:
    kept = 0
    while kept < min(len(form), len(word)) and form[kept] == word[kept].lower():
        kept += 1
    return word[:kept] + form[kept:]
