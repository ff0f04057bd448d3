"""Put the outcomes of several parts together."""

from collections.abc import Iterable
from typing import TypeVar

from zapis.diagnostics import Outcome

T = TypeVar("T")


def gather(outcomes: Iterable[Outcome[T]]) -> Outcome[tuple[T, ...]]:
    """The values in order with all their diagnostics."""
    parts = tuple(outcomes)
    problems = tuple(problem for part in parts for problem in part.diagnostics)
    return Outcome(tuple(part.value for part in parts), problems)
