"""The parent's side of a pool: processes that are started, given batches, heard and replaced."""

import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pickle import PicklingError
from types import ModuleType
from typing import Any

from msgspec import Struct, field

from zapis.engine.processes.attempt import Crash, attempt_together, crash_of, is_stepwise
from zapis.engine.processes.worker import serve
from zapis.engine.progress import Progress

_BATCHES_EACH = 4  # under way, for every process
_GRACE = 0.4  # seconds to finish the item at hand when all is over

_Numbered = tuple[int, Any]


def start_method() -> str:
    """How processes start: as copies of this one where that is safe, else from nothing."""
    alone = threading.active_count() == 1
    return "fork" if sys.platform == "linux" and alone else "spawn"


def work_in_processes(
    work: Callable[[Any], Any],
    items: Sequence[Any],
    processes: int,
    name: Callable[[Any], str],
    progress: Progress,
    most: int,
) -> Iterator[Any]:
    """As `work_through`, with at least two processes beside this one, which only hands out.

    No batch has more than `most` items.
    """
    size = min(most, -(-len(items) // (_BATCHES_EACH * processes)))
    numbered = list(enumerate(items))
    batches = deque(numbered[start : start + size] for start in range(0, len(items), size))
    crew = _Crew(work, name, processes, size, batches)
    done: dict[int, Any] = {}
    given = 0
    try:
        while given < len(items):
            crew.hire()
            crew.hand_out(before=given + _BATCHES_EACH * processes * size)
            for index, result in crew.collect():
                progress.step(name(items[index]))
                done[index] = result
            while given in done:
                yield done.pop(given)
                given += 1
    finally:
        crew.dismiss()


class _Worker(Struct, eq=False):
    """One process, the parent's end of the link to it, and items whose results are to come."""

    process: BaseProcess
    link: "Connection[Any, Any]"
    items: deque[_Numbered] = field(default_factory=deque)
    ready: bool = False


class _Crew(Struct):
    """All processes of one run and the batches that wait for them."""

    work: Callable[[Any], Any]
    name: Callable[[Any], str]
    processes: int
    size: int
    batches: deque[list[_Numbered]]
    workers: list[_Worker] = field(default_factory=list)
    alone: set[int] = field(default_factory=set)
    can_hire: bool = True

    def hire(self) -> None:
        """Start processes until there are enough; where the system refuses do with fewer."""
        while self.can_hire and self.batches and len(self.workers) < self.processes:
            try:
                with _interruptions_later():
                    self._start()
            except (OSError, PicklingError, AttributeError, TypeError):
                self.can_hire = False

    def _start(self) -> None:
        method = start_method()
        context = get_context(method)
        ours, theirs = context.Pipe()
        forked = method == "fork"
        inherited = (ours, *(worker.link for worker in self.workers)) if forked else ()
        arguments = (self.work, self.name, theirs, inherited)
        process = context.Process(target=serve, args=arguments, daemon=True)  # type: ignore[attr-defined]  # every context has it
        try:
            with nullcontext() if forked else _nothing_of_the_script():
                process.start()
        except BaseException:
            ours.close()
            raise
        finally:
            theirs.close()
        self.workers.append(_Worker(process, ours))

    def hand_out(self, before: int) -> None:
        """Give each process a batch to do and one to go on with, of items below a number."""
        for load in (0, self.size):
            for worker in self.workers:
                if not self.batches or self.batches[0][0][0] >= before:
                    return
                if worker.ready and len(worker.items) <= load:
                    self._give(worker, self.batches.popleft())

    def _give(self, worker: _Worker, batch: list[_Numbered]) -> None:
        try:
            worker.link.send([item for _, item in batch])
        except OSError:  # it has died, which `collect` is about to hear
            self.batches.appendleft(batch)
        else:
            worker.items += batch

    def collect(self) -> Iterator[tuple[int, Any]]:
        """Results that have come, at least one step on; without any process those of a batch."""
        if not self.workers:
            batch = self.batches.popleft()
            items = [item for _, item in batch]
            results = attempt_together(self.work, items, self.name)
            yield from zip((index for index, _ in batch), results, strict=True)
            return
        ready = wait([worker.link for worker in self.workers])
        for worker in [worker for worker in self.workers if worker.link in ready]:
            yield from self._hear(worker)

    def _hear(self, worker: _Worker) -> Iterator[tuple[int, Any]]:
        try:
            result = worker.link.recv()
        except (EOFError, OSError):
            yield from self._bury(worker)
            return
        except Exception as error:  # noqa: BLE001 - a result that cannot be read is a fault of zapis
            result = crash_of(error, self.name(worker.items[0][1]))
        if worker.ready:
            yield worker.items.popleft()[0], result
        worker.ready = True

    def _bury(self, worker: _Worker) -> Iterator[tuple[int, Any]]:
        """Blame the item at which a process died, and let others do what it had before it.

        A batch in steps does not tell which it was: its items are given out once more, alone.
        """
        self.workers.remove(worker)
        _end([worker])
        if not worker.ready:  # one that cannot even begin would be followed by others
            self.can_hire = False
        if worker.items and is_stepwise(self.work) and worker.items[0][0] not in self.alone:
            self.alone.update(index for index, _ in worker.items)
            self.batches.extendleft([own] for own in reversed(worker.items))
        elif worker.items:
            index, item = worker.items.popleft()
            if worker.items:
                alone = worker.items[0][0] in self.alone
                rest = [[own] for own in worker.items] if alone else [list(worker.items)]
                self.batches.extendleft(reversed(rest))
            yield index, Crash(self.name(item), _why_it_died(worker.process.exitcode))

    def dismiss(self) -> None:
        """End all processes: those that do not finish the item at hand soon are killed."""
        _end(self.workers)


def _end(workers: Sequence[_Worker]) -> None:
    for worker in workers:
        worker.link.close()
    deadline = time.monotonic() + _GRACE
    for worker in workers:
        worker.process.join(max(0.0, deadline - time.monotonic()))
    for worker in workers:
        if worker.process.is_alive():
            worker.process.kill()
            worker.process.join()


def _why_it_died(code: int | None) -> str:
    if code is None or code >= 0:
        return f"pracovní proces předčasně skončil (kód {code})"
    with suppress(ValueError):
        name = signal.Signals(-code).name
        cause = ", nejspíš došla paměť" if name == "SIGKILL" else ""
        return f"pracovní proces ukončil signál {name}{cause}"
    return f"pracovní proces ukončil signál {-code}"


@contextmanager
def _interruptions_later() -> Iterator[None]:
    """Put Ctrl-C off until a process that starts is known and deaf to it."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _nothing_of_the_script() -> Iterator[None]:
    """Keep processes that start from nothing from running the caller's script again.

    **Why:** they need only modules of zapis, and a script need not guard its main part then.
    """
    script = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = script
