"""Sort texts as a Czech dictionary does (ČSN 97 6030: č after c, ch after h, accents last)."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import czech_sort

Item = TypeVar("Item")

# czech_sort copies the rest of the text at every letter; two long texts that agree this far are
# ordered by their code points, which no reader of a list of names will ever see.
_LONGEST_KEY = 200


def sort_key(text: str) -> tuple[Any, ...]:
    """A value that compares as the texts do in Czech order; equal for equal texts only."""
    return (*czech_sort.key(text[:_LONGEST_KEY]), text)


def sorted_czech(items: Iterable[Item], key: Callable[[Item], str] = str) -> list[Item]:
    """The items in Czech order of the text that `key` makes of each."""
    return sorted(items, key=lambda item: sort_key(key(item)))
