"""Compare Czech words without regard to case, diacritics and small typing errors."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

# Letters that Unicode does not decompose although a keyboard without them writes the plain one.
_UNDECOMPOSED = {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i"}
_PLAIN = str.maketrans({**{chr(mark): None for mark in range(0x300, 0x370)}, **_UNDECOMPOSED})
_KEY_NOISE = re.compile(r"[\s_\-‐‑–—]+")
_NOT_SLUG = re.compile(r"[^A-Za-z0-9._]+")

# Neighbouring keys of the Czech and the English layout: a slip of the finger, not another word.
_KEY_ROWS = ("qwertzuiop", "qwertyuiop", "asdfghjkl", "yxcvbnm", "zxcvbnm")
_NEIGHBOURS = frozenset(
    pair
    for row in _KEY_ROWS
    for left, right in pairwise(row)
    for pair in ((left, right), (right, left))
)
_SHORTEST_WORD = 3
_SHORT_WORD = 6
_LONG_WORD = 8
_LONGEST_WORD = 80
# A longer text is a sentence, which is folded once.
_LONGEST_KNOWN = 40


def strip_diacritics(text: str) -> str:
    """The text in the same letter case with every accent removed; NFC and NFD give the same."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFD", text).translate(_PLAIN)


def fold(text: str) -> str:
    """The text in lower case without diacritics; its length may differ from that of the text."""
    return _known_fold(text) if len(text) <= _LONGEST_KNOWN else strip_diacritics(text).lower()


@lru_cache(maxsize=4096)
def _known_fold(text: str) -> str:
    """The folded text. **Why** kept: names, titles and functions come again in all minutes."""
    return strip_diacritics(text).lower()


def key_fold(text: str) -> str:
    """The folded text without spaces, underscores and hyphens: how names of keys are compared."""
    return _KEY_NOISE.sub("", fold(text))


def slug(text: str) -> str:
    """The text in characters `A-Za-z0-9._-`, letter case kept, the rest turned into hyphens.

    Returns the empty string for a text without any letter or digit of the Latin alphabet.
    """
    return _NOT_SLUG.sub("-", strip_diacritics(text)).strip("-.")


def similar(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that `word` probably is with a typing error in it, else None.

    A word equal to a candidate (folded) is not a typing error, so the answer is None.

    **Why** not a plain ratio: „Město“ is no misspelt „místo“ and „Stavba“ no „stav“. One error
    is tolerated, two from eight letters up; a wrong letter in a short word only counts when
    it lies beside the right one on the keyboard.
    """
    wanted = fold(word)
    best: tuple[int, str] | None = None
    for candidate in candidates:
        known = fold(candidate)
        if known == wanted:
            return None
        distance = _typing_errors(wanted, known)
        if distance is not None and (best is None or distance < best[0]):
            best = (distance, candidate)
    return best[1] if best else None


def _typing_errors(word: str, known: str) -> int | None:
    """How many slips lead from `known` to `word`, or None when they are different words."""
    shorter, longer = sorted((len(word), len(known)))
    if shorter < _SHORTEST_WORD or longer > _LONGEST_WORD:
        return None
    allowed = 2 if shorter >= _LONG_WORD else 1
    if longer - shorter > allowed or (shorter == _SHORTEST_WORD and longer != shorter):
        return None
    distance = _edit_distance(word, known)
    if distance > allowed or (shorter < _SHORT_WORD and not _is_slip(word, known)):
        return None
    return distance


def _is_slip(word: str, known: str) -> bool:
    """Whether a short word differs otherwise than by one letter that is far on the keyboard."""
    if len(word) != len(known):
        return True
    wrong = [pair for pair in zip(word, known, strict=True) if pair[0] != pair[1]]
    return len(wrong) > 1 or wrong[0] in _NEIGHBOURS


def _edit_distance(left: str, right: str) -> int:
    """Insertions, deletions, substitutions and swaps of neighbours between two short words."""
    before: list[int] = []
    previous = list(range(len(right) + 1))
    for i, letter in enumerate(left, 1):
        current = [i]
        for j, other in enumerate(right, 1):
            cost = min(previous[j] + 1, current[-1] + 1, previous[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == right[j - 2] and left[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            current.append(cost)
        before, previous = previous, current
    return previous[-1]
