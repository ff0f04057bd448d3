"""The keys of the header: which one an author means, in whatever form, and how it is printed."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from zapis.czech.folding import fold, similar
from zapis.schema.document_keys import DOCUMENT_KEYS
from zapis.schema.header_key import HeaderKey
from zapis.schema.key_folding import fold_key
from zapis.schema.meeting_keys import MEETING_KEYS
from zapis.schema.people_keys import PEOPLE_KEYS

HEADER_KEYS: tuple[HeaderKey, ...] = (*MEETING_KEYS, *PEOPLE_KEYS, *DOCUMENT_KEYS)

# Ordinary labels of an author's own that differ from a known key by a letter or two.
_NO_MISSPELLINGS = frozenset(
    (
        *("mesto", "stat", "stavba", "porada", "porady", "ridic", "distributor"),
        *("pritomnost", "nepritomnost", "omluvenky", "omluvenek", "omluva", "zapsany"),
        *("svolani", "svolano", "svolana", "zahajeni", "zahajeno", "schvaleni", "schvaleno"),
        *("overeni", "overeno", "zkontrolovano", "zrevidovano", "odsouhlaseno", "sepsani"),
        *("vyvesena", "vyveseny", "sejmuta", "sejmuty", "predsednictvi", "zpracovani"),
    )
)
_MOST_ERRORS = 2
_VOWELS = frozenset("aeiouy")
_DIGIT = re.compile(r"\d")
_LONGEST_KEY = 60


class KeyMatch(Struct, frozen=True):
    """A known key that was written: `label` as it is printed, `czech` unless an English form."""

    key: HeaderKey
    label: str
    czech: bool


@lru_cache(maxsize=512)
def find_key(written: str) -> KeyMatch | None:
    """The known key with this form, or None for a line of the author's own.

    Where forms differ in diacritics only („Přítomni“, „Přítomní“), the written ones decide.
    """
    match = _forms().get(fold_key(written))
    label = _labels().get(written.lower()) if match and not written.isascii() else None
    return replace(match, label=label) if match and label else match


def find_near_key(written: str) -> str | None:
    """The form of a known key that was probably meant by an unknown one, as authors write it."""
    folded = fold_key(written)
    if len(folded) > _LONGEST_KEY or folded in _NO_MISSPELLINGS or _DIGIT.search(folded):
        return None
    near = similar(folded, _near_forms(folded))
    if near is None or _is_other_form(folded, near):
        near = _with_other_i(folded)
    return _as_written(_forms()[near], near) if near else None


def _near_forms(folded: str) -> list[str]:
    """The few known forms with nearly the same letters, as comparing in full is slow."""
    length, letters = len(folded), _letters(folded)
    return [
        form
        for form, own in _letters_of_forms()
        if -_MOST_ERRORS <= len(form) - length <= _MOST_ERRORS
        and (own ^ letters).bit_count() <= 2 * _MOST_ERRORS
    ]


def _letters(folded: str) -> int:
    """The set of letters of a word as bits."""
    bits = 0
    for letter in folded:
        bits |= 1 << (ord(letter) & 63)
    return bits


def _is_other_form(written: str, known: str) -> bool:
    """Whether an unknown word is a known one in another case („Projekty“), not a typing error."""
    stem, ending = written[:-1], written[-1:]
    return ending in _VOWELS and known in (stem, *(stem + vowel for vowel in _VOWELS))


def _with_other_i(written: str) -> str | None:
    """The known form that differs in „i“ or „y“ at the end only: a mistake of spelling."""
    other = {"i": "y", "y": "i"}.get(written[-1:], "")
    return written[:-1] + other if other and written[:-1] + other in _forms() else None


def _as_written(match: KeyMatch, folded: str) -> str:
    """A form in small letters without diacritics, the words apart: „misto konani“."""
    return fold(match.label).replace(".", "") if match.czech else folded


@cache
def _forms() -> Mapping[str, KeyMatch]:
    return MappingProxyType({form: match for key in HEADER_KEYS for form, match in _forms_of(key)})


@cache
def _letters_of_forms() -> tuple[tuple[str, int], ...]:
    return tuple((form, _letters(form)) for form in _forms())


@cache
def _labels() -> Mapping[str, str]:
    labels = (label for key in HEADER_KEYS for label in key.labels)
    return MappingProxyType({label.lower(): label for label in labels})


def _forms_of(key: HeaderKey) -> Iterator[tuple[str, KeyMatch]]:
    labels = [label.rpartition("=") for label in key.labels]
    usual = KeyMatch(key, labels[0][2], czech=False)
    yield fold_key(key.name), usual
    yield from ((fold_key(form), usual) for form in key.english)
    # Czech forms come last, as some words belong to both languages; the usual one wins.
    yield from (
        (fold_key(form or label), KeyMatch(key, label, czech=True))
        for form, _, label in reversed(labels)
    )
