"""Many items through one function, here or in several processes, with the results in order."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar, overload

from zapis.engine.processes.attempt import Crash, attempt_together, is_stepwise
from zapis.engine.processes.collecting import collection_between_batches
from zapis.engine.progress import Progress, no_progress
from zapis.steps import Steps

Item = TypeVar("Item")
Result = TypeVar("Result")

BATCH = 25
"""So many items are handed to a process at once, and have their steps together."""
_WORTH_PROCESSES = 60
_MOST_PROCESSES = 60  # Windows waits for 63 handles at once
_QUOTA = Path("/sys/fs/cgroup/cpu.max")

__all__ = ["Crash", "choose_processes", "work_through"]


@overload
def work_through(
    work: Callable[[Item], Steps[Result]],
    items: Sequence[Item],
    *,
    processes: int = 1,
    name: Callable[[Item], str] = str,
    progress: Progress = no_progress,
) -> Iterator[Result | Crash]: ...


@overload
def work_through(
    work: Callable[[Item], Result],
    items: Sequence[Item],
    *,
    processes: int = 1,
    name: Callable[[Item], str] = str,
    progress: Progress = no_progress,
) -> Iterator[Result | Crash]: ...


def work_through(
    work: Callable[[Item], Any],
    items: Sequence[Item],
    *,
    processes: int = 1,
    name: Callable[[Item], str] = str,
    progress: Progress = no_progress,
) -> Iterator[Any]:
    """The results of all items in their order, each given out as soon as those before it were.

    An item at which `work` fails gives a Crash with its `name`, and so does one at which a
    process dies; the others go on. Work in steps is done with batches of items. With several
    processes `work` (not a lambda), items and results have to be picklable; only a few batches
    are under way at any moment. Where no process can be started the work is done in this one.
    Closing the iterator or interrupting it ends all processes. `progress` hears of every item,
    not of the stage's begin and end.
    """
    if min(processes, len(items)) > 1:
        # Only work for several processes pays for the modules behind them.
        from zapis.engine.processes.parent import work_in_processes  # noqa: PLC0415 - see above

        yield from work_in_processes(work, items, processes, name, progress, BATCH)
        return
    size = BATCH if is_stepwise(work) else 1
    with collection_between_batches() as collect:
        for start in range(0, len(items), size):
            batch = items[start : start + size]
            for item, result in zip(batch, attempt_together(work, batch, name), strict=True):
                progress.step(name(item))
                yield result
            if len(batch) > 1:
                collect()


def choose_processes(asked: int | None, items: int) -> int:
    """How many processes to use for a number of items; None asks to choose.

    Few items are done sooner than another process starts.
    """
    if asked is not None:
        return max(1, min(asked, items, _MOST_PROCESSES))
    if items < _WORTH_PROCESSES:
        return 1
    return max(1, min(_usable_processors(), items * 2 // _WORTH_PROCESSES, _MOST_PROCESSES))


def _usable_processors() -> int:
    """The processors this process may use: its affinity mask and the quota of its container."""
    if sys.platform == "linux":
        allowed = len(os.sched_getaffinity(0))
    else:
        allowed = os.cpu_count() or 1
    try:
        quota, period = _QUOTA.read_text(encoding="ascii").split()
        return min(allowed, max(1, int(quota) // int(period)))
    except (OSError, ValueError, ZeroDivisionError):  # no such file, or the quota is „max“
        return allowed
