"""How far long work has come: what the engine tells whoever wants to show it."""

from typing import Protocol

READING = "Čtu zápisy"


class Progress(Protocol):
    """Told of stages of work; it may draw something, and never fails or changes the work."""

    def begin(self, stage: str, total: int) -> None:
        """A stage with its Czech name and the number of its items begins; one before it is over."""

    def step(self, name: str) -> None:
        """One more item is done, the one with this name."""

    def end(self) -> None:
        """The stage is over, complete or not."""


class _NoProgress:
    """Draws nothing."""

    def begin(self, stage: str, total: int) -> None: ...

    def step(self, name: str) -> None: ...

    def end(self) -> None: ...


no_progress: Progress = _NoProgress()
