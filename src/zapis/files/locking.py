"""One writer at a time: a lock file that the system frees even after a crash."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from zapis.files.writing import WriteError


class Busy(Exception):  # noqa: N818 - a state of the folder, not a mistake of the program
    """Another process held the lock for longer than the caller wanted to wait."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"se složkou „{path.parent.as_posix()}“ právě pracuje jiný zapis")
        self.path = path


@contextmanager
def lock(path: Path, timeout: float) -> Iterator[None]:
    """Hold the lock file `path`, waiting for it at most `timeout` seconds.

    Raises `Busy` when others hold it, `WriteError` when the file cannot be made.
    """
    import filelock  # noqa: PLC0415 - commands that only read never lock

    held = filelock.FileLock(path, timeout=timeout)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        held.acquire()
    except filelock.Timeout as problem:
        raise Busy(path) from problem
    except (OSError, NotImplementedError) as problem:
        raise WriteError(path, "složku nelze zamknout proti souběžnému zápisu") from problem
    try:
        yield
    finally:
        held.release()
