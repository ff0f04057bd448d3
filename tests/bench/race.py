"""Pairs of commands, all run in turn, to rows of the table; what is missing says why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.measuring import Command, measure
from bench.table import Bound, Measured, Missing, Ratio, Row


@dataclass(frozen=True, slots=True)
class Pair:
    """The first command's time is divided by the second's; either may be missing here."""

    name: str
    first: Command | Missing
    second: Command | Missing
    must: Bound | None = None
    aim: Bound | None = None
    note: str = ""


def race(
    pairs: Sequence[Pair], times: int, *, terminal: bool = False, warm: bool = True
) -> Iterator[Row]:
    """The rows of pairs; each command runs once a round, whatever number of pairs it is in.

    What has lost its partner does not run.
    """
    sides = [side for pair in pairs if _missing(pair) is None for side in (pair.first, pair.second)]
    own = {id(side): side for side in sides if isinstance(side, Command)}
    timings = measure(list(own.values()), times, terminal=terminal, warm=warm and times > 1)
    measured = {
        key: Measured(f"`{command.name}`", timing)
        for (key, command), timing in zip(own.items(), timings, strict=True)
    }
    for pair in pairs:
        yield Row(pair.name, pair.must, pair.aim, _figure(pair, measured), pair.note)


def _figure(pair: Pair, measured: dict[int, Measured]) -> Ratio | Missing:
    return _missing(pair) or Ratio(measured[id(pair.first)], measured[id(pair.second)])


def _missing(pair: Pair) -> Missing | None:
    return next((side for side in (pair.first, pair.second) if isinstance(side, Missing)), None)
