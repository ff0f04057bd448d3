"""One writer at a time: a lock file that the system frees even after a crash."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from zapis.files.writing import WriteError

_SECONDS_UNTIL_SAID = 1.0
# Short, so that of many who wait none is passed over for long.
_SECONDS_BETWEEN_TRIES = 0.005


class Busy(Exception):  # noqa: N818 - a state of the folder, not a mistake of the program
    """Another process held the lock for longer than the caller wanted to wait."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"se složkou „{path.parent.as_posix()}“ právě pracuje jiný zapis")
        self.path = path


def _no_message() -> None:
    pass


@contextmanager
def lock(path: Path, timeout: float, waiting: Callable[[], None] = _no_message) -> Iterator[None]:
    """Hold the lock file `path`, waiting for it at most `timeout` seconds.

    `waiting` is called once, when that takes more than a moment. Raises `Busy` when others hold
    it, `WriteError` when the file cannot be made.
    """
    import filelock  # noqa: PLC0415 - commands that only read never lock

    held = filelock.FileLock(path)
    at_once = min(timeout, _SECONDS_UNTIL_SAID)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            held.acquire(at_once, _SECONDS_BETWEEN_TRIES)
        except filelock.Timeout:
            waiting()
            held.acquire(timeout - at_once, _SECONDS_BETWEEN_TRIES)
    except filelock.Timeout as problem:
        raise Busy(path) from problem
    except (OSError, NotImplementedError) as problem:
        raise WriteError(path, "složku nelze zamknout proti souběžnému zápisu") from problem
    try:
        yield
    finally:
        held.release()
