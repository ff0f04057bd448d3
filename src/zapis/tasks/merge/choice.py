"""Which of three values stands: the one that a side has changed since the base."""

from collections.abc import Callable
from typing import TypeVar

Value = TypeVar("Value")


def choose(
    base: Value, ours: Value, theirs: Value, clash: Callable[[Value, Value], Value]
) -> Value:
    """The changed value; `clash` decides where both sides changed it, each in its own way.

    For the result not to depend on the order of sides, `clash` must not either.
    """
    if theirs in (ours, base):
        return ours
    return theirs if ours == base else clash(ours, theirs)
