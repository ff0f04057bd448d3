"""Search tasks for words, whatever their letter case and diacritics."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from zapis.czech.folding import fold
from zapis.tasks.query.rows import TaskRow

_MARKS = "[\u0300-\u036f]*"
_LATIN = (*range(0x41, 0x250), *range(0x1E00, 0x1F00))
_LONGEST = 200


def finder(words: Sequence[str]) -> Callable[[TaskRow], bool]:
    """A test whether all words stand in the sentence, the notes, the assignees or the id.

    **Why** patterns: folding the text of ten thousand tasks takes twenty times as long.
    """
    patterns = tuple(re.compile(_pattern(word)) for word in words if word.isascii())
    others = tuple(word for word in words if not word.isascii())

    def test(row: TaskRow) -> bool:
        text = _text(row)
        if not all(pattern.search(text) for pattern in patterns):
            return False
        return not others or all(word in fold(text) for word in others)

    return test


def words_of(written: str) -> tuple[str, ...]:
    """The folded words to look for."""
    return tuple(dict.fromkeys(fold(written[:_LONGEST]).split()))


def _text(row: TaskRow) -> str:
    parts = [row.sentence, *row.assignees, str(row.id)]
    if row.history:
        parts += [item.note for item in row.history if item.note]
    elif row.note:
        parts.append(row.note.note)
    return "\n".join(parts)


def _pattern(word: str) -> str:
    """The word as a pattern for text that was not folded."""
    return "".join(_letters().get(char, re.escape(char)) for char in word)


@lru_cache(maxsize=1)
def _letters() -> dict[str, str]:
    """All ways to write a plain letter, precomposed or with combining marks."""
    ways: dict[str, str] = {}
    for code in _LATIN:
        plain = fold(chr(code))
        if len(plain) == 1 and plain.isascii() and plain.isalpha():
            ways[plain] = ways.get(plain, "") + chr(code)
    return {plain: f"[{variants}]{_MARKS}" for plain, variants in ways.items()}
