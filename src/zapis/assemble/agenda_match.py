"""Which heading of the body records which item of the agenda."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

from zapis.assemble.numbering import own_number
from zapis.czech.folding import fold


def match_agenda(items: Sequence[str], headings: Sequence[str]) -> Mapping[int, int]:
    """Pairs heading index -> item index: by text, then by number, and what is left by order.

    By order means: between two neighbours that are already paired stand as many headings as items.
    """
    pairs = _by_text([_key(item) for item in items], [_key(heading) for heading in headings])
    _by_number(pairs, len(items), headings)
    _by_order(pairs, len(items), len(headings))
    return MappingProxyType(dict(sorted(pairs.items())))


def _key(text: str) -> str:
    return " ".join(fold(own_number(text)[1]).split()).rstrip(" .:;,")


def _by_text(items: Sequence[str], headings: Sequence[str]) -> dict[int, int]:
    pairs: dict[int, int] = {}
    for equal in (str.__eq__, _begins):
        for heading, text in enumerate(headings):
            if heading in pairs or not text:
                continue
            taken = set(pairs.values())
            found = (i for i, item in enumerate(items) if i not in taken and equal(item, text))
            if (item := next(found, None)) is not None:
                pairs[heading] = item
    return pairs


def _begins(item: str, heading: str) -> bool:
    """Whether one is the beginning of the other, at the end of a word."""
    short, long = sorted((item, heading), key=len)
    return (
        bool(short) and long.startswith(short) and not long[len(short) : len(short) + 1].isalnum()
    )


def _by_number(pairs: dict[int, int], items: int, headings: Sequence[str]) -> None:
    for heading, text in enumerate(headings):
        number, _ = own_number(text)
        free = heading not in pairs and number is not None and number - 1 not in pairs.values()
        if free and number is not None and 1 <= number <= items:
            pairs[heading] = number - 1


def _by_order(pairs: dict[int, int], items: int, headings: int) -> None:
    anchors = [(-1, -1), *sorted(pairs.items()), (headings, items)]
    for (left, first), (right, last) in pairwise(anchors):
        free_items = [i for i in range(first + 1, last) if i not in pairs.values()]
        if right - left - 1 == len(free_items):
            pairs.update(zip(range(left + 1, right), free_items, strict=True))
