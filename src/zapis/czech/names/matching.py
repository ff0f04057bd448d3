"""Say how well words of a text fit a known person's name, in any case form and spelling."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from zapis.czech.folding import fold
from zapis.czech.names.inflection import (
    ANY_CASE,
    VOCATIVE,
    Forms,
    Gender,
    decline_common,
)
from zapis.czech.names.parts import (
    MOST_WORDS,
    SUFFIXES,
    Name,
    genders,
    inflect_given,
    inflect_surname_word,
)

# Letters with the combining marks of a decomposed text; apostrophes and hyphens inside a word.
_LETTERS = "A-Za-zÀ-ÖØ-öø-\u036f\u0370-\u1fff0-9"
_WORD = re.compile(rf"[{_LETTERS}]+(?:[-'’‑][{_LETTERS}]+)*")
_GAP = re.compile(r"[ \t\u00a0\u202f]*\n?[ \t\u00a0\u202f]*")


class Token(NamedTuple):
    """A word of the text, lower case and folded, and the position behind it.

    The dot belongs to an initial („J.“) and to „ml.“, after other words it ends the sentence.
    """

    word: str
    folded: str
    end: int
    is_initial: bool
    is_capital: bool


class Fit(NamedTuple):
    """How a word fits a form: 0 nominative, +1 inflected, +2 diacritics missing; in which cases."""

    inexactness: int
    cases: int
    by_initial: bool = False


class Reading(NamedTuple):
    """That the first `size` tokens name the person; lower `level` and `inexactness` are better."""

    size: int
    level: int
    inexactness: int
    given_only: bool = False


FULL, PARTIAL, ONE_NAME, PART_OF_SURNAME = range(4)
"""Levels of a reading: the whole name or an alias; an initial or one of more given names; the
surname or a given name alone; half of a double surname."""


_WRONG_SUFFIX = 10


class WordForms(NamedTuple):
    """The forms of one word of a name, ready for comparing."""

    nominative: str
    forms: Forms
    folded: Mapping[str, tuple[str, ...]]
    initial: str


def read_tokens(text: str, start: int, limit: int) -> list[Token]:
    """Up to `limit` words from `start`, divided by nothing but spaces and one line end."""
    tokens: list[Token] = []
    position = start
    while len(tokens) < limit and (match := _WORD.match(text, position)):
        token = _token(text, match)
        tokens.append(token)
        position = _GAP.match(text, token.end).end()  # type: ignore[union-attr]  # matches nothing, too
        if position == match.end():
            break
    return tokens


def _token(text: str, match: re.Match[str]) -> Token:
    written, end = match[0], match.end()
    word = written.lower() if written.isascii() else normalize("NFC", written).lower()
    has_dot = text[end : end + 1] == "."
    is_initial = has_dot and len(word) == 1
    end += is_initial or (has_dot and word in SUFFIXES)
    return Token(word, fold(word), end, is_initial, written[0].isupper())


@lru_cache(maxsize=4096)
def _word_forms(word: str, kind: str, gender: Gender) -> WordForms:
    """The forms of a word as a given name (g), surname (s), word of a function (c) or verbatim."""
    inflect: Mapping[str, Callable[[], Forms]] = {
        "g": lambda: inflect_given(word, gender),
        "s": lambda: inflect_surname_word(word, gender),
        "c": lambda: decline_common(word),
    }
    forms = inflect[kind]() if kind in inflect else {word.lower(): ANY_CASE}
    folded: dict[str, tuple[str, ...]] = {}
    for form in forms:
        folded[fold(form)] = (*folded.get(fold(form), ()), form)
    initial = fold(word[0]) if kind == "g" else ""
    return WordForms(word.lower(), forms, folded, initial)


def _fit(token: Token, known: WordForms) -> Fit | None:
    cases = known.forms.get(token.word)
    if cases is not None:
        is_nominative = token.word == known.nominative
        return Fit(0 if is_nominative else 1, cases | (VOCATIVE if is_nominative else 0))
    for form in known.folded.get(token.folded, ()):
        if _lacks_diacritics(token.word, form):
            is_nominative = form == known.nominative
            extra = VOCATIVE if is_nominative else 0
            return Fit(2 if is_nominative else 3, known.forms[form] | extra)
    return _fit_initial(token, known) if known.initial else None


def _fit_initial(token: Token, known: WordForms) -> Fit | None:
    """„J.“ fits Jana and Jana fits „J.“."""
    if (token.is_initial or known.nominative.endswith(".")) and token.folded[:1] == known.initial:
        return Fit(0, ANY_CASE, by_initial=True)
    return None


def _lacks_diacritics(written: str, form: str) -> bool:
    """Whether `written` is the form with nothing but accents left out."""
    return len(written) == len(form) and all(
        have == want or have == fold(want) for have, want in zip(written, form, strict=True)
    )


def _fit_words(tokens: Sequence[Token], words: Sequence[WordForms]) -> Fit | None:
    """How the first tokens fit all the words, which must agree in case."""
    if len(tokens) < len(words):
        return None
    worst, cases, by_initial = 0, ANY_CASE, False
    for token, word in zip(tokens, words, strict=False):
        fit = _fit(token, word)
        if fit is None or not (cases := cases & fit.cases):
            return None
        worst, by_initial = max(worst, fit.inexactness), by_initial or fit.by_initial
    return Fit(worst, cases, by_initial)


def read_person(name: Name, tokens: Sequence[Token]) -> Iterator[Reading]:
    """Every way in which the first tokens name the person."""
    if len(name.given) + name.surname.count(" ") > MOST_WORDS:
        return
    if not name.given and not name.surname[:1].isupper():
        # A function or a group: „předsedovi komise“ does not agree in case.
        yield from read_alias(name.surname, tokens)
    beginnings = _beginnings(name)
    if beginnings and not tokens[0].is_initial and tokens[0].folded not in beginnings:
        return
    for gender in genders(name):
        given = tuple(_word_forms(word, "g", gender) for word in name.given)
        surname = tuple(_word_forms(word, "s", gender) for word in name.surname.split())
        yield from _read_full(name, given, surname, tokens)
        yield from _read_one(name, given, surname, tokens)
        for part in _halves(name.surname):
            half = (_word_forms(part, "s", gender),)
            for words in (half, (*given[:1], *half)):
                if fit := _fit_words(tokens, words):
                    yield Reading(len(words), PART_OF_SURNAME, fit.inexactness)


@lru_cache(maxsize=2048)
def _beginnings(name: Name) -> frozenset[str]:
    """The folded words with which the person may be named first; none where any may do."""
    given, surname = name.given, name.surname.replace("-", " ").split()
    if any(word.endswith(".") for word in (*given, *surname)):
        return frozenset()
    words = [(word, "g") for word in given]
    words += [(word, "s") for word in (*surname, *name.surname.split())]
    return frozenset(
        folded
        for gender in genders(name)
        for word, kind in words
        for folded in _word_forms(word, kind, gender).folded
    )


def _halves(surname: str) -> tuple[str, ...]:
    parts = surname.replace("-", " ").split()
    return tuple(part for part in parts if part[0].isupper()) if len(parts) > 1 else ()


def _read_full(
    name: Name,
    given: tuple[WordForms, ...],
    surname: tuple[WordForms, ...],
    tokens: Sequence[Token],
) -> Iterator[Reading]:
    """Given names and surname in either order, all given names or the first one only."""
    for used in {len(given), min(1, len(given))} - {0}:
        for words in ((*given[:used], *surname), (*surname, *given[:used])):
            fit = _fit_words(tokens, words)
            if fit:
                level = PARTIAL if used < len(given) or fit.by_initial else FULL
                count, wrong = _read_suffix(name, tokens, len(words))
                yield Reading(count, level, fit.inexactness + wrong)


def _read_one(
    name: Name,
    given: tuple[WordForms, ...],
    surname: tuple[WordForms, ...],
    tokens: Sequence[Token],
) -> Iterator[Reading]:
    """The surname alone, or one of the given names alone."""
    fit = _fit_words(tokens, surname)
    if fit:
        count, wrong = _read_suffix(name, tokens, len(surname))
        level = ONE_NAME if given else FULL
        yield Reading(count, level, fit.inexactness + wrong)
    for word in given:
        fit = _fit_words(tokens, (word,))
        if fit and not fit.by_initial:
            yield Reading(1, ONE_NAME, fit.inexactness, given_only=True)


def _read_suffix(name: Name, tokens: Sequence[Token], count: int) -> tuple[int, int]:
    """The tokens used when „ml.“ or „st.“ follows, and what the wrong one of them costs."""
    following = tokens[count].word if len(tokens) > count else ""
    if not name.suffix or following not in SUFFIXES:
        return count, 0
    return count + 1, 0 if following == name.suffix.rstrip(".").lower() else _WRONG_SUFFIX


def read_alias(alias: str, tokens: Sequence[Token]) -> Iterator[Reading]:
    """The alias in any form: an abbreviation verbatim, a name or a function also declined."""
    words = _WORD.findall(alias) if alias.count(" ") <= MOST_WORDS else []
    if not 0 < len(words) <= len(tokens):
        return
    fits = [
        # No agreement in case: „starostovi města“.
        _fit(token, _word_forms(word, "=" if word.isupper() else "c", "m"))
        for token, word in zip(tokens, words, strict=False)
    ]
    if all(fits):
        yield Reading(len(words), FULL, max(fit.inexactness for fit in fits if fit))
