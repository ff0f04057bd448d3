"""Items of long work, tried: the result of each, or a word on why there is none."""

import traceback
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, field
from inspect import isgeneratorfunction
from typing import Any, TypeVar

from zapis import codes
from zapis.diagnostics import Diagnostic
from zapis.steps import Steps

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Crash:
    """An item that has no result because of a fault in zapis or the end of a process.

    `trace` is the whole story for whoever mends zapis, empty where a process died.
    """

    item_name: str
    reason: str
    trace: str = field(default="", compare=False, repr=False)


def is_stepwise(work: Callable[..., Any]) -> bool:
    """Whether work is done in steps (see `zapis.steps`)."""
    return isgeneratorfunction(work) or isgeneratorfunction(type(work).__call__)


def attempt_together(
    work: Callable[[Any], Any], items: Sequence[Any], name: Callable[[Any], str]
) -> Iterator[Any]:
    """The results of a batch in its order: each step is done with all of them before the next."""
    results: list[Any] = [attempt(work, item, name) for item in items]
    running = [place for place, own in enumerate(results) if isinstance(own, Generator)]
    steps: dict[int, Steps[Any]] = {place: results[place] for place in running}
    while running:
        for place in running:
            results[place] = _advance(steps[place], name, items[place])
        running = [place for place in running if results[place] is _GOES_ON]
    yield from results


_GOES_ON = object()


def _advance(steps: Steps[Any], name: Callable[[Any], str], item: object) -> object:
    try:
        next(steps)
    except StopIteration as end:
        return end.value
    except (Exception, SystemExit) as error:  # noqa: BLE001 - a fault costs one item, no more
        return crash_of(error, name(item))
    return _GOES_ON


def attempt(
    work: Callable[[Item], Result], item: Item, name: Callable[[Item], str]
) -> Result | Crash:
    """The result of one item, or the Crash that stands for it; an interruption passes."""
    try:
        return work(item)
    except (Exception, SystemExit) as error:  # noqa: BLE001 - a fault costs one item, no more
        return crash_of(error, name(item))


def crash_of(error: BaseException, item_name: str) -> Crash:
    """What to say of an exception: the last line that Python would print of it."""
    last = "".join(traceback.format_exception_only(error)).strip().splitlines()[-1]
    return Crash(item_name, last, "".join(traceback.format_exception(error)))


def crash_report(crash: Crash) -> Diagnostic:
    """A fault inside zapis that costs one file."""
    message = f"neočekávaná chyba v programu zapis ({crash.reason})"
    cure = "zápis je v pořádku; spusťte zapis build se ZAPIS_LADENI=1 a výpis přiložte k hlášení"
    return Diagnostic(codes.INTERNAL_ERROR, message, cure=f"{cure} chyby")
