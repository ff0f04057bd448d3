"""Whether a file is still the one that was read, told without reading it again."""

import os
from pathlib import Path
from typing import NamedTuple

_YOUNG = 2_000_000_000
"""Nanoseconds. Within the smallest step of some file systems (FAT: 2 s) a file can be written twice
and keep its times, so younger files are compared by content, as git does with its index."""


class Stamp(NamedTuple):
    """Size in bytes, time of the last change of the content and of the entry, in nanoseconds.

    **Why** both times: a copy that preserves times, or a clock set back, may bring other content
    under the old time; only the system sets the second one. On Windows it is the time of creation.
    """

    size: int
    modified: int
    changed: int

    def is_settled(self, now: int) -> bool:
        """Whether a content read at `now` cannot have been replaced under the same stamp."""
        return max(self.modified, self.changed) < now - _YOUNG


MISSING = Stamp(-1, 0, 0)
"""The stamp of what is not there or gives no account of itself."""


def stamp_of(file: Path | str) -> Stamp:
    """The stamp of a file, behind links.

    **Why** also text: thousands of paths are asked for sooner than they are taken apart.
    """
    try:
        status = os.stat(file)  # noqa: PTH116 - the same
    except (OSError, ValueError):
        return MISSING
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns)
