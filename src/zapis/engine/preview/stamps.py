"""How files look from outside, and which of them look different from last time."""

import os
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct, field

from zapis.workspace import ARCHIVE, CACHE, HEADS, SETTINGS, TRACKER, Workspace, walk_sources

TEMPLATES = "sablony"
PATIENCE = 0.5
"""Seconds for which a file may be gone or empty before that is believed."""

# Within the smallest step of some file systems (FAT) a file can change twice and keep its times.
_YOUNG = 2_000_000_000
_FIXED = (SETTINGS, TRACKER, ARCHIVE, f"{CACHE}/{HEADS}")


class Stamp(NamedTuple):
    """A file as the system describes it, times in nanoseconds.

    One that is `young` may change once more unseen, so it is read again when it no longer is.
    """

    size: int
    modified: int
    changed: int
    file: tuple[int, int]
    young: bool

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to be read in it."""
        return self.size == 0


Stamps = Mapping[str, Stamp]


class Changes(Struct, frozen=True):
    """Paths that are new, different or gone, and where renamed ones are now.

    `settled` are those that were so young that they may have changed once more unseen. `doubtful`
    says that a file looks as if somebody were just saving it: look again soon.
    """

    paths: frozenset[str]
    settled: frozenset[str]
    moved: Mapping[str, str]
    doubtful: bool


class Sight(NamedTuple):
    """The files that are there, with their stamps, and which of them may be minutes."""

    stamps: Stamps
    sources: frozenset[str]


def look_around(workspace: Workspace, named: Iterable[str], asked: Iterable[str]) -> Sight:
    """All sources, what belongs to the workspace as a whole, and other files that were asked for.

    `named` are sources wherever they stand. What is not there has no stamp.
    """
    now = time.time_ns()
    found: dict[str, Stamp] = {}
    if not workspace.single:
        for path, entry in walk_sources(workspace):
            if (stamp := _of_entry(entry, now)) is not None:
                found[path] = stamp
    sources = set(found)
    others = {*named, *_FIXED, *_templates(workspace.root), *asked} - found.keys()
    for path in others:
        if (stamp := stamp_of(workspace.root / path, now)) is not None:
            found[path] = stamp
    return Sight(found, frozenset(sources.union(path for path in named if path in found)))


def stamp_of(path: Path, now: int | None = None) -> Stamp | None:
    """The stamp of a file or folder; `now` are nanoseconds since 1970 where they are known."""
    try:
        return _made(path.stat(), time.time_ns() if now is None else now)
    except (OSError, ValueError):
        return None


class Memory(Struct):
    """The stamps that were believed last, and since when others have been in doubt."""

    known: dict[str, Stamp] = field(default_factory=dict)
    doubts: dict[str, float] = field(default_factory=dict)

    def compare(self, found: Stamps, now: float) -> Changes:
        """What is different from last time; `now` is any clock in seconds that never goes back.

        **Why** doubts: editors save in two steps. Whoever removes a file writes it again, and
        whoever empties it fills it, and nobody wants to see what is between.
        """
        settled = {path for path, stamp in found.items() if self._is_settled(path, stamp)}
        different = {path for path, stamp in found.items() if self.known.get(path) != stamp}
        gone = self.known.keys() - found.keys()
        moved = self._moved(gone, found)
        doubted = {path for path in gone | different if self._is_doubtful(path, found.get(path))}
        doubted -= moved.keys()
        self.doubts = {path: self.doubts.get(path, now) for path in doubted}
        held = {path for path, since in self.doubts.items() if now - since < PATIENCE}
        changed = frozenset((different | gone) - held)
        for path in changed:
            self._believe(path, found.get(path))
        young = any(stamp.young for stamp in found.values())
        return Changes(changed - settled, frozenset(settled), moved, bool(held) or young)

    def forget(self, path: str) -> None:
        """Take a file for different the next time, because it changed while it was read."""
        self.known[path] = Stamp(-1, 0, 0, (0, 0), young=False)

    def _believe(self, path: str, stamp: Stamp | None) -> None:
        if stamp is None:
            self.known.pop(path, None)
        else:
            self.known[path] = stamp
        self.doubts.pop(path, None)

    def _is_settled(self, path: str, stamp: Stamp) -> bool:
        before = self.known.get(path)
        return before is not None and before.young and before._replace(young=stamp.young) == stamp

    def _is_doubtful(self, path: str, stamp: Stamp | None) -> bool:
        before = self.known.get(path)
        return before is not None and not before.is_blank and (stamp is None or stamp.is_blank)

    def _moved(self, gone: Iterable[str], found: Stamps) -> dict[str, str]:
        # The new name may be known already: who looked while it was changed has seen both.
        files = {self.known[path].file: path for path in gone if any(self.known[path].file)}
        return {files[stamp.file]: path for path, stamp in found.items() if stamp.file in files}


def _templates(root: Path) -> list[str]:
    """The folder of templates and every file in it."""
    folder = root / TEMPLATES
    if not folder.is_dir():
        return []
    names = (Path(place, name) for place, _, files in os.walk(folder) for name in files)
    return [TEMPLATES, *(path.relative_to(root).as_posix() for path in names)]


def _of_entry(entry: os.DirEntry[str], now: int) -> Stamp | None:
    try:
        return _made(entry.stat(), now)
    except OSError:
        return None


def _made(status: os.stat_result, now: int) -> Stamp:
    times = status.st_mtime_ns, status.st_ctime_ns
    place = status.st_dev, status.st_ino
    return Stamp(status.st_size, *times, place, abs(now - max(times)) < _YOUNG)
