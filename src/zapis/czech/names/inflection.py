"""Decline Czech given names, surnames and names of functions from their nominative."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

import zapis.czech.names.inflection_rules as rules

Gender = Literal["m", "f"]
Forms = Mapping[str, int]
"""Lower-case forms with the cases each stands for: bit 0 nominative … bit 6 instrumental."""

NOMINATIVE = 0b0000001
VOCATIVE = 0b0010000
ANY_CASE = 0b1111111
_LONGEST_DECLINED = 60


@lru_cache(maxsize=8192)
def decline(word: str, gender: Gender, *, is_surname: bool) -> Forms:
    """All forms of a name of one word, lower case; hyphenated parts are declined together.

    The word as given comes first. Unknown shapes come back undeclined.
    """
    lower = word.lower()
    if "-" not in lower:
        return MappingProxyType(_decline_part(lower, gender, is_surname=is_surname))
    parts = [_decline_part(part, gender, is_surname=is_surname) for part in lower.split("-", 2)]
    forms = dict(parts[0])
    for part in parts[1:]:
        forms = {
            f"{left}-{right}": common
            for left, left_cases in forms.items()
            for right, right_cases in part.items()
            if (common := left_cases & right_cases)
        }
    return MappingProxyType(forms)


@lru_cache(maxsize=2048)
def decline_common(word: str) -> Forms:
    """All forms of a word that names a function: starosta, tajemnice, vedoucí, technický."""
    forms = dict(_decline_part(word.lower(), "m", is_surname=False))
    _merge(forms, _decline_part(word.lower(), "f", is_surname=False))
    return MappingProxyType(forms)


def _decline_part(word: str, gender: Gender, *, is_surname: bool) -> dict[str, int]:
    forms = {word: NOMINATIVE}
    if 1 < len(word) <= _LONGEST_DECLINED and word[-1].isalpha():
        stems = _masculine(word) if gender == "m" else _feminine(word, is_surname=is_surname)
        for stem, pattern in stems:
            _merge(forms, _declined(stem, pattern))
    return forms


def _merge(forms: dict[str, int], others: Mapping[str, int]) -> None:
    for form, cases in others.items():
        forms[form] = forms.get(form, 0) | cases


def _declined(stem: str, pattern: rules.Pattern) -> dict[str, int]:
    forms: dict[str, int] = {}
    for number, endings in enumerate(pattern):
        for ending in endings:
            form = _join(stem, ending)
            forms[form] = forms.get(form, 0) | 1 << number
    return forms


def _join(stem: str, ending: str) -> str:
    """Stem and ending in Czech spelling: koň + e = koně, lenk + ě = lence, petr + e = petře."""
    last = stem[-1:]
    if ending[:1] in ("e", "i", "í", "ě") and last in ("ď", "ť", "ň"):
        plain = {"ď": "d", "ť": "t", "ň": "n"}[last]
        return stem[:-1] + plain + ("ě" + ending[1:] if ending[0] == "e" else ending)
    if ending != "ě":
        return stem + ending
    if stem.endswith("ch"):
        return stem[:-2] + "še"
    if last in rules.DATIVE_CHANGES:
        return stem[:-1] + rules.DATIVE_CHANGES[last]
    return stem + ("e" if last in rules.PLAIN_E_AFTER else "ě")


def _masculine(word: str) -> Iterator[tuple[str, rules.Pattern]]:
    """The stems of a masculine name with the pattern each follows."""
    last, stem = word[-1], word[:-1]
    if last == "a":
        soft = stem[-1] in rules.SOFT_CONSONANTS
        yield stem, rules.PREDSEDA_SOFT if soft else rules.PREDSEDA
    elif last in "eě":
        yield _softened(word), rules.SOUDCE
    elif last == "o":
        yield stem, rules.MASCULINE_O
    elif last == "ý":
        yield stem, rules.ADJECTIVE_MASCULINE
    elif last == "é":
        yield stem, rules.ADJECTIVE_MASCULINE_E
    elif last == "í":
        yield stem, rules.ADJECTIVE_SOFT
    elif last in "iy":
        yield word, rules.FOREIGN_VOWEL
    elif last in rules.VOWELS:
        yield word, rules.INDECLINABLE
    else:
        yield from _masculine_consonant(word)


def _softened(word: str) -> str:
    """The stem of a word in -e or -ě, its consonant soft: Purkyně – purkyň."""
    stem = word[:-1]
    if word[-1] == "ě" and stem[-1] in rules.SOFTENED:
        return stem[:-1] + rules.SOFTENED[stem[-1]]
    return stem


def _masculine_consonant(word: str) -> Iterator[tuple[str, rules.Pattern]]:
    last = word[-1]
    is_soft = last in rules.SOFT_CONSONANTS
    for stem in _consonant_stems(word):
        if is_soft or last in rules.EITHER_CONSONANTS or word.endswith(("sh", "sch")):
            yield stem, rules.MUZ
        if not is_soft:
            yield stem, rules.PAN_AFTER_VELAR if last in rules.VELARS else rules.PAN
        if last == "r" and stem[-2:-1] not in rules.VOWELS:
            yield stem[:-1] + "ř", rules.VOCATIVE_E
        elif word.endswith("ec"):
            yield stem[:-1] + "č", rules.VOCATIVE_E
    if word.endswith("ius"):
        yield word[:-2], rules.PAN


def _consonant_stems(word: str) -> tuple[str, ...]:
    """The stems of a name in a consonant: Hájek – hájk, Kadlec – kadlc and kadlec, Bek – bek."""
    if word in rules.IRREGULAR_STEMS:
        return rules.IRREGULAR_STEMS[word]
    body, before = word[:-2], word[-3:-2]
    if not word.endswith(rules.FLEETING_E) or before in rules.VOWELS or not _is_syllable(body):
        return (word,)
    if word[-2] == "ě" and before in rules.SOFTENED:
        body = body[:-1] + rules.SOFTENED[before]
    shorter = body + word[-1]
    if word[-1] == "k" or (word[-1] == "c" and word[-4:-3] in rules.VOWELS):
        return (shorter,)
    return (shorter, word)


def _is_syllable(body: str) -> bool:
    """Whether what is left without the fleeting „e“ can be said: háj, vlč, but not šn."""
    return not rules.VOWELS.isdisjoint(body) or not {"l", "r"}.isdisjoint(body[1:-1])


def _feminine(word: str, *, is_surname: bool) -> Iterator[tuple[str, rules.Pattern]]:
    """The stems of a feminine name with the pattern each follows."""
    last, stem = word[-1], word[:-1]
    if last == "á":
        yield stem, rules.ADJECTIVE_FEMININE
    elif is_surname and word.endswith("ova"):
        yield stem, rules.ADJECTIVE_FEMININE_PLAIN
    elif last == "a":
        yield stem, _feminine_a(stem)
        if is_surname:
            yield word, rules.INDECLINABLE
    elif last in "eě" and not is_surname:
        yield _softened(word), rules.RUZE
        yield word, rules.INDECLINABLE
    elif last in rules.VOWELS or is_surname:
        yield word, rules.INDECLINABLE
    else:
        yield word, rules.FEMININE_CONSONANT


def _feminine_a(stem: str) -> rules.Pattern:
    if stem[-1] in rules.VOWELS:
        return rules.ZENA_AFTER_VOWEL
    return rules.ZENA_SOFT if stem[-1] in rules.SOFT_CONSONANTS else rules.ZENA
