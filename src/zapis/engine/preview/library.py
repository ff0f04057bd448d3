"""The sources of a workspace as read last, and those that wait to be read."""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from msgspec import Struct, field

from zapis import codes
from zapis.diagnostics import Diagnostic
from zapis.engine.preview.sources import Kept, SourceReader, keep
from zapis.engine.preview.stamps import Memory, Sight, Stamp, look_around, stamp_of
from zapis.engine.reading import ReadFile
from zapis.files import read_source
from zapis.source import SourceFile

_FEW = 16
"""So many changed sources are read at once; more of them wait, such as after `git checkout`."""


class Library(Struct):
    """What was read last, by paths.

    `urgent` are read at once, `waiting` from its end when there is nothing else to do. `asked`
    are the files that sources depend on. `moved` has the new paths of renamed sources by the old.
    """

    reader: SourceReader
    memory: Memory = field(default_factory=Memory)
    kept: dict[str, Kept] = field(default_factory=dict)
    urgent: dict[str, None] = field(default_factory=dict)
    waiting: dict[str, None] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    sources: frozenset[str] = frozenset()
    moved: dict[str, str] = field(default_factory=dict)
    is_doubtful: bool = False
    has_looked: bool = False

    @property
    def root(self) -> Path:
        """The folder of the workspace."""
        return self.reader.workspace.root

    def look(self, now: float, first: Collection[str]) -> frozenset[str]:
        """The paths that have changed; sources among them are to be read, `first` of all those.

        `now` is any clock in seconds that never goes back.
        """
        sight = look_around(self.reader.workspace, self.reader.named, self.asked)
        changes = self.memory.compare(sight.stamps, now)
        self.is_doubtful = changes.doubtful
        self.sources = sight.sources.union(path for path in self.kept if path in self.memory.known)
        for path in changes.paths:
            self.reader.assets.known.pop(path, None)
        self._follow(changes.moved)
        self._drop(self.kept.keys() - self.sources)
        rewritten = {path for path in changes.settled if self._is_rewritten(path)}
        self._order(self._touched(changes.paths | rewritten), first, sight)
        self.has_looked = True
        return changes.paths | rewritten

    def reread(self, reader: SourceReader, first: Collection[str]) -> None:
        """Read everything again with another reader."""
        self.reader = reader
        sight = look_around(reader.workspace, reader.named, self.asked)
        self.sources = sight.sources
        self._drop(self.kept.keys() - self.sources)
        self._order(self.sources, first, sight)

    def read(self, path: str) -> bool:
        """Read a source now; whether it says anything new."""
        self.urgent.pop(path, None)
        self.waiting.pop(path, None)
        before = self.kept.get(path)
        try:
            item = self.reader.read(path)
        except Exception as fault:  # noqa: BLE001 - a fault of zapis may not end the preview
            item = _faulty(path, fault)
        if not item.packed and self._is_changing(path):
            self.memory.forget(path)
            self.is_doubtful = True
            return False
        self._watch(item.asked)
        self.kept[path] = item if item != before else before or item
        return item != before

    def read_waiting(self) -> bool:
        """Read the next source that waits; whether there was any."""
        if not self.waiting:
            return False
        self.read(next(reversed(self.waiting)))
        return True

    def _touched(self, changed: frozenset[str]) -> frozenset[str]:
        """Sources that are to be read because they or what they depend on have changed."""
        others = changed & self.asked
        linking = (path for path, item in self.kept.items() if others & item.asked)
        return (changed & self.sources).union(linking if others else ())

    def _order(self, paths: Collection[str], first: Collection[str], sight: Sight) -> None:
        """Queue sources: the last ones that somebody wrote in are to be read first."""
        urgent = paths if len(paths) <= _FEW and self.kept else set(paths).intersection(first)
        self.urgent |= dict.fromkeys(sorted(urgent))
        rest = [path for path in paths if path not in self.urgent]
        rest.sort(key=lambda path: _age(sight.stamps.get(path)))
        self.waiting |= dict.fromkeys(rest)

    def _drop(self, gone: Iterable[str]) -> None:
        for path in tuple(gone):
            del self.kept[path]
        for queue in (self.urgent, self.waiting):
            for path in queue.keys() - self.sources:
                del queue[path]

    def _follow(self, moved: Mapping[str, str]) -> None:
        self.moved |= {old: new for old, new in moved.items() if new in self.sources}
        for path in self.moved.keys() & self.sources:
            del self.moved[path]

    def _watch(self, asked: frozenset[str]) -> None:
        """From now on know when one of these files changes."""
        for path in asked - self.asked:
            stamp = stamp_of(self.root / path)
            if stamp is not None and path not in self.memory.known:
                self.memory.known[path] = stamp
        self.asked |= asked

    def _is_rewritten(self, path: str) -> bool:
        """Whether a source says something else than when it was read, though it looks the same."""
        item = self.kept.get(path)
        return item is not None and read_source(self.root, path).value != item.source

    def _is_changing(self, path: str) -> bool:
        """Whether a file is no longer the one that was looked at."""
        known, now = self.memory.known.get(path), stamp_of(self.root / path)
        if known is None or now is None:
            return known is not now
        return known._replace(young=False) != now._replace(young=False)


def _age(stamp: Stamp | None) -> int:
    return stamp.modified if stamp else 0


def _faulty(path: str, fault: Exception) -> Kept:
    message = f"neočekávaná chyba v programu zapis ({type(fault).__name__}: {fault})"
    problem = Diagnostic(
        codes.INTERNAL_ERROR, message, cure="obsah tohoto souboru přiložte k hlášení chyby"
    )
    return keep(ReadFile(SourceFile(path, ""), None, (problem,)), None, ())
