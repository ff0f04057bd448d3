"""What the tracker gave to each source last time: its slice, and what was to be said."""

from collections.abc import Collection, Iterable
from sqlite3 import Connection
from typing import NamedTuple

from zapis.engine.index.records import Record, is_storable
from zapis.engine.index.resting import disturb
from zapis.engine.index.store import rows_of


class TrackedRow(NamedTuple):
    """A source as the tracker had it: `facts` is the digest of what the source said then.

    `slice` is a TrackerSlice and `said` are Diagnostics, both in JSON.
    """

    path: str
    facts: bytes
    slice: str
    said: str


def facts_mark(record: Record) -> bytes:
    """What tells whether a source says the same of tasks."""
    return record.facts_digest + b"%d" % record.is_kept


def recall_tracked(
    index: Connection, paths: Collection[str] | None = None
) -> dict[str, TrackedRow]:
    """All rows by path, or only those of some sources."""
    rows = rows_of(index, "SELECT path, facts, slice, said FROM tracked WHERE true", paths)
    return {row[0]: TrackedRow._make(row) for row in rows}


def remember_tracked(index: Connection, rows: Iterable[TrackedRow], gone: Iterable[str]) -> None:
    """Store rows that are new or changed, and forget those of some sources."""
    index.executemany("DELETE FROM tracked WHERE path = ?", [(path,) for path in gone])
    new = [row for row in rows if is_storable(row.path)]
    index.executemany("INSERT OR REPLACE INTO tracked VALUES (?, ?, ?, ?)", new)
    disturb(index, (row.path for row in new))
