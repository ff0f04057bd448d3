"""Being woken when files of the workspace change, by the system or by looking now and then."""

import os
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread
from typing import Any

from msgspec import Struct, field

from zapis.workspace import Workspace

SHORTEST = 0.1
"""Seconds between two looks where nobody wakes us, at least."""

SAFETY = 2.0
"""Seconds between looks although somebody does: network disks may not tell of all changes."""

# Looking may take one part in so many of the time.
_SHARE = 20
_IGNORED = frozenset({"node_modules", "__pycache__"})
# Milliseconds: changes that come together are told together, without waiting for more.
_DEBOUNCE, _STEP, _TIMEOUT = 40, 10, 500


class Waker(Struct):
    """Sleeps until something may have changed."""

    called: Event = field(default_factory=Event)
    stopped: Event = field(default_factory=Event)
    is_told: bool = False
    """Whether the system tells of changes."""

    def call(self) -> None:
        """Wake whoever sleeps, or will."""
        self.called.set()

    def stop(self) -> None:
        """Wake for the last time."""
        self.stopped.set()
        self.called.set()

    def is_called(self) -> bool:
        """Whether somebody called since this was asked last."""
        called = self.called.is_set()
        self.called.clear()
        return called

    def pause(self, looking: float, *, soon: bool) -> float:
        """Seconds until the next look where nobody calls; `looking` is how long one takes."""
        least = SHORTEST if soon or not self.is_told else SAFETY
        return max(least, looking * _SHARE)

    def sleep(self, seconds: float) -> None:
        """Sleep until called, at most so many seconds."""
        self.called.wait(max(seconds, 0.0))

    def watch(self, workspace: Workspace) -> None:
        """Have the system call, where it can; this returns at once."""
        Thread(target=self._watch, args=(workspace,), name="zapis-sleduje", daemon=True).start()

    def _watch(self, workspace: Workspace) -> None:
        try:
            import watchfiles  # noqa: PLC0415 - the extra `nahled`, and slow to load
        except ImportError:
            return
        try:
            self.is_told = True
            for _ in watchfiles.watch(
                workspace.root,
                watch_filter=_filter(workspace),
                debounce=_DEBOUNCE,
                step=_STEP,
                rust_timeout=_TIMEOUT,
                stop_event=self.stopped,
                raise_interrupt=False,
                recursive=not workspace.single,
                ignore_permission_denied=True,
            ):
                self.call()
        except (OSError, RuntimeError):  # too many folders, a disk that cannot be watched
            pass
        finally:
            self.is_told = False
            self.call()


def _filter(workspace: Workspace) -> Callable[[Any, str], bool]:
    """Whether a change may matter: not that of results, nor in folders that are never read."""
    root, output = workspace.root, workspace.output

    def matters(_change: Any, path: str) -> bool:  # noqa: ANN401 - a kind that nobody looks at
        place = Path(path)
        if output != root and place.is_relative_to(output):
            return False
        parts = Path(os.path.relpath(path, root)).parent.parts
        return not any(part.startswith(".") or part in _IGNORED for part in parts)

    return matters
