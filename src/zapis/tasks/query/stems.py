"""Tell whether Czech words are forms of one word, by their endings and without a dictionary."""

import re
from collections.abc import Sequence

from zapis.czech.folding import fold

# Endings of nouns and adjectives in all cases, folded.
_ENDINGS = frozenset(
    (
        *("", "a", "e", "i", "o", "u", "y", "ou", "em", "im", "ym", "om", "um", "am", "ami"),
        *("emi", "imi", "ymi", "mi", "ovi", "ove", "ech", "ach", "ich", "ych"),
        *("eho", "iho", "emu", "imu"),
    )
)
# The last consonant of a stem changes before some of them: úředník – úředníci, Praha – Praze.
_ALTERNATIONS = frozenset((*("kc", "ck"), *("hz", "zh"), *("gz", "zg")))
_SHORTEST_STEM = 3
_LONGEST_ENDING = 3
_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS = 40


def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text, folded, without punctuation; of a long text the first ones."""
    return tuple(_WORD.findall(fold(text[:1000])))[:_MOST_WORDS]


def is_same_word(left: str, right: str) -> bool:
    """Whether two folded words may be forms of one: „odboru“ and „odbor“, „spolku“ and „spolek“.

    Wrong for words that differ in nothing but an ending („Malý“, „Malá“): names of people have
    an index of their own.
    """
    if left == right:
        return True
    if left[: _SHORTEST_STEM - 1] != right[: _SHORTEST_STEM - 1]:
        return False
    common = _common(left, right)
    for size in range(common, max(_SHORTEST_STEM, common - _LONGEST_ENDING) - 1, -1):
        if left[size:] in _ENDINGS and right[size:] in _ENDINGS:
            return True
    rests = left[common:], right[common:]
    return _drops_e(*rests) or _alternates(*rests)


def _common(left: str, right: str) -> int:
    """How many letters at the beginning are the same."""
    pairs = enumerate(zip(left, right, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(left), len(right)))


def _drops_e(left: str, right: str) -> bool:
    """Whether one has a fleeting „e“: spol-ek, spol-ku."""
    return any(
        len(whole) == len("ek") and whole[0] == "e" and whole[1] == other[:1] and _ends(other)
        for whole, other in ((left, right), (right, left))
    )


def _alternates(left: str, right: str) -> bool:
    return left[:1] + right[:1] in _ALTERNATIONS and _ends(left) and _ends(right)


def _ends(rest: str) -> bool:
    return rest[1:] in _ENDINGS


def are_same(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether the words are the same one by one."""
    return len(left) == len(right) and all(map(is_same_word, left, right))


def opens(wanted: Sequence[str], words: Sequence[str]) -> bool:
    """Whether the words begin with those wanted."""
    return are_same(wanted, words[: len(wanted)])


def holds(wanted: Sequence[str], words: Sequence[str]) -> bool:
    """Whether the wanted words stand beside each other among the words."""
    last = len(words) - len(wanted)
    return any(opens(wanted, words[start:]) for start in range(last + 1))


def has_all(wanted: Sequence[str], words: Sequence[str]) -> bool:
    """Whether every wanted word is somewhere among the words."""
    return all(any(is_same_word(want, word) for word in words) for want in wanted)
