"""Pair equal elements of two sequences that hold some of them several times, by their order."""

from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher

_MOST_PAIRS = 250_000


def align(first: Sequence[Hashable], second: Sequence[Hashable]) -> Iterator[tuple[int, int]]:
    """The indexes of equal elements that stand in the same order on both sides.

    Equal beginnings and ends are paired first, then the longest runs between them. Where that
    would take too long, beginnings and ends have to do.
    """
    shorter = min(len(first), len(second))
    start = 0
    while start < shorter and first[start] == second[start]:
        yield start, start
        start += 1
    end = 0
    while end < shorter - start and first[-1 - end] == second[-1 - end]:
        end += 1
        yield len(first) - end, len(second) - end
    middle = first[start : len(first) - end], second[start : len(second) - end]
    if not all(middle) or len(middle[0]) * len(middle[1]) > _MOST_PAIRS:
        return
    for run in SequenceMatcher(None, *middle, autojunk=False).get_matching_blocks():
        for offset in range(run.size):
            yield start + run.a + offset, start + run.b + offset
