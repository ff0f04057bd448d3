"""How much of its words a task shares with another: the measure behind keeping its number."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from zapis.czech.folding import fold

LEAST_SIMILARITY = 0.6
"""What two wordings of one task share at least: two words of five may have been changed."""

_MARKS = ".,;:!?()[]„“”\"'‚‘»«–—-…"
_SHORTEST_WHOLE = 2


def words_of(sentence: str) -> Counter[str]:
    """The words of a sentence, each as often as it occurs: see `word_list`."""
    return Counter(word_list(sentence))


def word_list(sentence: str) -> tuple[str, ...]:
    """The words of a sentence in order, without case, diacritics and the punctuation around.

    A dash between spaces is a word too: whoever counts words of a line counts it.
    """
    return tuple(word.strip(_MARKS) or word for word in fold(sentence).split())


def similarity(first: Counter[str], second: Counter[str]) -> float:
    """The share of words two texts have in common, 0 to 1, wherever the words stand."""
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 1.0


class Words(NamedTuple):
    """The words of a sentence in order, and how often each occurs."""

    order: tuple[str, ...]
    counts: Counter[str]


def read_words(sentence: str) -> Words:
    """The words of a sentence, ready to be compared with many others."""
    order = word_list(sentence)
    return Words(order, Counter(order))


def likeness(first: Words, second: Words) -> float:
    """The similarity of two sentences.

    A sentence that the other holds whole, word by word in its order, is similar enough.

    **Why:** „Objednat sál“ is the same task once somebody adds for what, when and for how many.
    """
    share = similarity(first.counts, second.counts)
    if share >= LEAST_SIMILARITY:
        return share
    shorter, longer = sorted((first.order, second.order), key=len)
    is_whole = len(shorter) >= _SHORTEST_WHOLE and _holds(longer, shorter)
    return LEAST_SIMILARITY if is_whole else share


def _holds(longer: Sequence[str], shorter: Sequence[str]) -> bool:
    """Whether all of the shorter sequence stands in the longer one, in its order."""
    rest = iter(longer)
    return all(word in rest for word in shorter)
