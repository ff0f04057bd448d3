"""Progress of long work, on stderr, only when a person looks."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zapis.cli.progress_moment import Moment

_PATIENCE = 1.0
_BETWEEN_DRAWINGS = 0.1


class ShownProgress:
    """A progress for the engine that draws on one line once the work has lasted a second."""

    def __init__(self, draw: "Callable[[Moment | None], None] | None") -> None:
        """`draw` shows a moment or, with None, takes the line away; without it nothing is shown."""
        self._draw = draw
        self._began = self._stage_began = time.monotonic()
        self._next = self._began + _PATIENCE
        self._stage, self._total, self._done = "", 0, 0
        self._drawn = False

    def begin(self, stage: str, total: int) -> None:
        """A stage begins; one before it is over."""
        self._stage, self._total, self._done = stage, total, 0
        self._stage_began = time.monotonic()

    def step(self, name: str) -> None:
        """One more item is done."""
        self._done += 1
        now = time.monotonic()
        if self._draw is None or now < self._next:
            return
        self._next = now + _BETWEEN_DRAWINGS
        self._drawn = True
        from zapis.cli.progress_moment import Moment  # noqa: PLC0415 - most work is short

        self._draw(Moment(self._stage, self._done, self._total, name, self._left(now)))

    def end(self) -> None:
        """Leave the terminal as it was before."""
        self._stage = ""
        if self._drawn and self._draw is not None:
            self._draw(None)
        self._drawn = False

    def _left(self, now: float) -> float:
        return (now - self._stage_began) / self._done * max(0, self._total - self._done)


@contextmanager
def shown_progress(*, enabled: bool) -> Iterator[ShownProgress]:
    """Somebody to tell of progress; it draws nothing in the first second, and only for people."""
    progress = ShownProgress(_draw if enabled and _somebody_looks() else None)
    try:
        yield progress
    finally:
        progress.end()


def _somebody_looks() -> bool:
    """Whether stderr is a terminal that can go back on its line, outside automatic runs."""
    plain = os.environ.get("TERM") == "dumb" or os.environ.get("CI")
    return sys.stderr.isatty() and not plain


def _draw(moment: "Moment | None") -> None:
    # The library that draws is slow to load and most work is over before it is needed.
    from zapis.cli.progress_line import draw_line  # noqa: PLC0415 - see above

    with suppress(OSError):  # the terminal went away, the work goes on
        draw_line(moment)
