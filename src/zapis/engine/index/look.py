"""How a workspace looks from outside: the stamps of everything that a list of tasks depends on."""

import marshal
import os
import time
from pathlib import Path

from msgspec import Struct

from zapis.engine.index.stamps import MISSING, Stamp, stamp_of
from zapis.engine.templates.own import find_own
from zapis.workspace import CACHE, HEADS, Workspace, walk_sources


class Look(Struct, frozen=True):
    """One look at a workspace, at a moment in nanoseconds since 1970.

    `settings` is the text of `zapis.yaml`, `templates` are the names of one's own. `files` are
    paths of sources with the three numbers of their stamps, in order. **Why** not stamps: making
    ten thousand takes as long as asking for their numbers, and where nothing has changed nobody
    wants them. `others` are the stamps of `other_files`.
    """

    moment: int
    settings: str
    templates: tuple[str, ...]
    files: list[tuple[str, int, int, int]]
    others: tuple[Stamp, ...]

    def stamps(self) -> dict[str, Stamp]:
        """The stamps of the sources by path, in order."""
        return {path: Stamp(*numbers) for path, *numbers in self.files}

    def is_settled(self) -> bool:
        """Whether nothing can have changed since without looking different."""
        stamps = (*self.others, *self.stamps().values())
        return all(stamp.is_settled(self.moment) for stamp in stamps)

    def signature(self) -> bytes:
        """Equal for looks that do not differ.

        **Why** marshal: it turns ten thousand stamps into bytes within two milliseconds. Its
        second version writes equal values equally; nothing is ever read back from it.
        """
        others = [number for stamp in self.others for number in stamp]
        return marshal.dumps((self.settings, self.templates, others, self.files), 2)


def look_at(workspace: Workspace) -> Look:
    """How the workspace looks now."""
    moment = time.time_ns()
    settings = workspace.report.source.text if workspace.report else ""
    files = [_numbers(path, entry) for path, entry in walk_sources(workspace)]
    files.sort()
    templates = tuple(find_own(workspace.root))
    return Look(moment, settings, templates, files, tuple(map(stamp_of, other_files(workspace))))


def other_files(workspace: Workspace) -> tuple[Path, ...]:
    """What a list depends on besides sources and settings; each of them may be missing."""
    return workspace.tracker, workspace.archive, workspace.root / CACHE / HEADS


def _numbers(path: str, entry: os.DirEntry[str]) -> tuple[str, int, int, int]:
    try:
        status = entry.stat()
    except OSError:
        return path, *MISSING
    return path, status.st_size, status.st_mtime_ns, status.st_ctime_ns
