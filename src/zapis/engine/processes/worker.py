"""What a process of the pool does: it takes batches of items and sends their results."""

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Thread
from typing import Any

from zapis.engine.processes.attempt import attempt_together, crash_of, is_stepwise
from zapis.engine.processes.collecting import collect_new

_Batches = SimpleQueue[Sequence[Any] | None]


def serve(
    work: Callable[[Any], Any],
    name: Callable[[Any], str],
    link: "Connection[Any, Any]",
    inherited: Iterable["Connection[Any, Any]"],
) -> None:
    """Work until the parent closes its end of `link`; never returns and never prints.

    `inherited` are the parent's ends, which a forked process must not keep open: while somebody
    holds them the end of the parent goes unnoticed. The first message says that work may come.
    """
    try:
        _be_quiet()
        for other in inherited:
            other.close()
        batches: _Batches = SimpleQueue()
        left: list[bool] = []
        Thread(target=_receive, args=(link, batches, left), daemon=True).start()
        link.send(None)
        while (batch := batches.get()) is not None:
            for group in [batch] if is_stepwise(work) else [[item] for item in batch]:
                if left:
                    return
                for item, result in zip(group, attempt_together(work, group, name), strict=True):
                    _send(link, result, name(item))
            collect_new()
    except OSError:
        pass  # nobody listens any more
    finally:
        # Nothing that the parent has open or buffered may be finished a second time here.
        os._exit(0)


def _be_quiet() -> None:
    """Leave Ctrl-C to the parent, the terminal alone and inherited objects where they are."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nothing, standard)
    sys.stdout = sys.stderr = os.fdopen(nothing, "w", encoding="utf-8")
    # What a batch leaves behind is looked through once, after it (see `engine.collecting`).
    gc.freeze()
    gc.disable()


def _receive(link: "Connection[Any, Any]", batches: _Batches, left: list[bool]) -> None:
    """Take batches as they come, so that the parent never waits; in the end note that it left.

    **Why a thread:** while both sides wait for the other to take a large message nothing moves.
    """
    try:
        while True:
            batches.put(link.recv())
    except (EOFError, OSError):
        left.append(True)
        batches.put(None)


def _send(link: "Connection[Any, Any]", result: object, name: str) -> None:
    try:
        link.send(result)
    except OSError:
        raise
    except Exception as error:  # noqa: BLE001 - a result that cannot be sent is a fault of zapis
        link.send(crash_of(error, name))
