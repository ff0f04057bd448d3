"""What the index remembers of each source: how it looked, and its tasks."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from sqlite3 import Connection
from typing import Any, NamedTuple

from msgspec import Struct

from zapis.diagnostics import FileReport
from zapis.engine.index.digests import digest
from zapis.engine.index.opening import remember_settings, settings_text
from zapis.engine.index.resting import disturb
from zapis.engine.index.stamps import Stamp
from zapis.engine.index.store import about, ask, change, note, rows_of
from zapis.workspace import CACHE, Workspace

_COLUMNS = (
    "path, size, modified, changed, settled, digest, doubtful, kept, meeting, stem, depends, "
    "essence, facts, people, said, errors, warnings, tips, facts_digest"
)
_INSERT = f"INSERT OR REPLACE INTO sources ({_COLUMNS}) VALUES ({', '.join('?' * 19)})"  # noqa: S608 - our own words


class Record(NamedTuple):
    """A source as it was read.

    `is_settled` says that its stamp alone tells whether it is still the same; `digest` is that of
    its text. `is_doubtful` files are read again each time: those with an error, which must be
    told, and those that share an id or a document with another, whose faults depend on each other.
    `is_kept` says that entries which the tracker has from this file stay as they are: it has an
    error, or is no minutes any more. `meeting` is the id in small letters and `stem` the path of
    the documents; `facts` are the MeetingTasks and `people` the persons, a line each, in JSON;
    `facts_digest` is that of the facts, `essence` one of both without the places in the text, which
    every edit shifts. All of these are empty where the file is no minutes.

    `depends` are the things outside the text from which the rest follows (see `dependencies`).
    `said` are the diagnostics in JSON, with the numbers of each severity; where it is
    empty, pictures and templates were not looked at, as lists of tasks do not need them.
    """

    path: str
    stamp: Stamp
    is_settled: bool
    digest: bytes
    is_doubtful: bool = False
    is_kept: bool = False
    meeting: str = ""
    stem: str = ""
    depends: str = ""
    essence: bytes = b""
    facts: str = ""
    people: str = ""
    said: str = ""
    errors: int = 0
    warnings: int = 0
    tips: int = 0
    facts_digest: bytes = b""


class Refreshed(Struct, frozen=True):
    """All sources in the order of their paths, and reports on those that were read, by path."""

    records: tuple[Record, ...]
    reports: Mapping[str, FileReport]

    @property
    def is_doubtful(self) -> bool:
        """Whether some of them must be read again next time in any case."""
        return any(record.is_doubtful for record in self.records)


class Known(NamedTuple):
    """The sources as the index has them, and how many times it had been written by then.

    `settings` is the text of `zapis.yaml` at that time.
    """

    records: dict[str, Record]
    generation: int
    settings: str = ""


def recall_sources(workspace: Workspace) -> Known | None:
    """What the index knows of the sources."""
    return ask(workspace.root / CACHE, recall_all)


def remember_sources(
    workspace: Workspace, known: Known | None, records: Mapping[str, Record]
) -> None:
    """Store what differs from what is known.

    Where somebody else has stored something since, theirs stays: halves of two views of the
    workspace could contradict each other.
    """
    is_same = known is not None and known.records == records
    if is_same and known and known.settings == settings_text(workspace):
        return
    change(workspace.root / CACHE, lambda index: store_sources(index, workspace, known, records))


def store_sources(
    index: Connection, workspace: Workspace, known: Known | None, records: Mapping[str, Record]
) -> bool:
    """The same within a transaction; whether it was done."""
    if known is not None and known.generation != _generation(index):
        return False
    remember_settings(index, workspace)
    _remember(index, known, records)
    return True


def fingerprint(records: Iterable[Record]) -> bytes:
    """A digest of everything that is taken from the sources, given in their order."""
    seen = [
        (item.path.encode(errors="surrogateescape"), item.essence, b"%d" % item.is_kept)
        for item in records
        if item.essence or item.is_kept
    ]
    return digest(b"\n".join(b"\0".join(parts) for parts in seen))


def places(records: Iterable[Record]) -> bytes:
    """A digest of the sources that tells also where in their texts everything stands."""
    return digest("\n".join(item.facts for item in records).encode())


def recall_all(connection: Connection, paths: Collection[str] | None = None) -> Known:
    """All sources that are remembered, or only those with some paths."""
    rows = rows_of(connection, f"SELECT {_COLUMNS} FROM sources WHERE true", paths)  # noqa: S608 - our own words
    records = {row[0]: _record(row) for row in rows}
    return Known(records, _generation(connection), str(about(connection, "settings") or ""))


def _remember(connection: Connection, known: Known | None, now: Mapping[str, Record]) -> None:
    before = known.records if known else {}
    if known is None:
        connection.execute("DELETE FROM sources")
    gone = [path for path in before if path not in now]
    changed = (record for path, record in now.items() if record != before.get(path))
    new = [record for record in changed if is_storable(record.path)]
    connection.executemany("DELETE FROM sources WHERE path = ?", [(path,) for path in gone])
    connection.executemany(_INSERT, map(_row, new))
    disturb(connection, (*gone, *(record.path for record in new)))
    note(connection, "generation", _generation(connection) + 1)


def _generation(connection: Connection) -> int:
    value = about(connection, "generation")
    return value if isinstance(value, int) else 0


def is_storable(path: str) -> bool:
    """Whether a path is text; names of files may hold bytes that are none."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def _record(row: Sequence[Any]) -> Record:
    path, size, modified, changed, settled, own, doubtful, kept, *others = row
    stamp = Stamp(size, modified, changed)
    return Record(path, stamp, bool(settled), own, bool(doubtful), bool(kept), *others)


def _row(item: Record) -> tuple[object, ...]:
    return item.path, *item.stamp, *item[2:]
