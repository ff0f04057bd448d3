"""Two sequences become one that keeps the order of both."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any, TypeVar

Element = TypeVar("Element", bound=Hashable)


def weave(
    first: Sequence[Element], second: Sequence[Element], rank: Callable[[Element], Any]
) -> list[Element]:
    """Every element of both once; what may stand either way stands by its rank.

    Neither sequence holds an element twice, and no two elements have the same rank. It does not
    matter which of the sequences is the first.
    """
    return list(dict.fromkeys(_zip(first, second, rank)))


def _zip(
    first: Sequence[Element], second: Sequence[Element], rank: Callable[[Element], Any]
) -> Iterator[Element]:
    """The elements of both, those of both sequences once or twice."""
    left, right = set(first), set(second)
    done: set[Element] = set()
    i = j = 0
    while i < len(first) and j < len(second):
        ours, theirs = first[i], second[j]
        if ours in done or theirs in done:
            i, j = i + (ours in done), j + (theirs in done)
            continue
        if ours != theirs and (ours in right) != (theirs in left):
            # The common one waits until the other side has come to it.
            chosen = theirs if ours in right else ours
        else:
            chosen = min(ours, theirs, key=rank)
        done.add(chosen)
        yield chosen
    yield from first[i:]
    yield from second[j:]
