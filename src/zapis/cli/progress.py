"""Progress of long work, on stderr, only when a person looks."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_PATIENCE = 1.0


@contextmanager
def shown_progress(*, enabled: bool) -> Iterator[Callable[[str], None]]:
    """A function to call with each file at work; it draws nothing in the first second."""
    if not (enabled and sys.stderr.isatty()):
        yield lambda _path: None
        return
    started, drawn = time.monotonic(), False

    def show(path: str) -> None:
        nonlocal drawn
        if time.monotonic() - started > _PATIENCE:
            drawn = True
            sys.stderr.write(f"\r\x1b[2KČtu {path[-70:]}")
            sys.stderr.flush()

    try:
        yield show
    finally:
        if drawn:
            sys.stderr.write("\r\x1b[2K")
