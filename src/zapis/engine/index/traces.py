"""What the last update of the tracker was made of, source by source and entry by entry.

From it follows what a change of some minutes can reach, without reading any others.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from sqlite3 import Connection
from typing import Any, NamedTuple

from zapis.engine.index.store import about, note

_MOST_STALE = 1000
_AT_ONCE = 500  # old versions of SQLite take no more than 999 values


class Trace(NamedTuple):
    """A source at the last update; its digest is that of its facts and of whether it is kept.

    `meeting` is its id, empty where it is no minutes, `known` the one by which the tracker knows
    it, empty where its entries stayed as they were. `is_told` says that something was said of it.
    """

    path: str
    digest: bytes
    meeting: str = ""
    known: str = ""
    series: str = ""
    day: str | None = None
    next_day: str | None = None
    is_told: bool = False


class Group(NamedTuple):
    """The entries of a meeting that stand in one section and were set in one file.

    `open` is how many of them are still to be done, `due` their deadlines that can be missed.
    """

    meeting: str
    section: str
    path: str
    open: int
    due: tuple[str, ...] = ()


class Reviewed(NamedTuple):
    """That a file has a line in entries of a meeting other than its own."""

    path: str
    meeting: str


class Reach(NamedTuple):
    """Everything there is to remember of some sources and of the entries of some meetings."""

    traces: Sequence[Trace]
    groups: Sequence[Group]
    reviewed: Sequence[Reviewed]


class Traces:
    """Questions about the last update, which some state of the files is the outcome of."""

    def __init__(self, connection: Connection) -> None:
        self._index = connection

    def outcome(self) -> object:
        """The state of the files that the last update left."""
        return about(self._index, "outcome")

    def stale_rows(self) -> frozenset[str] | None:
        """Meetings whose rows in the list of tasks are not those of the last update.

        Ids in small letters; None where the list is another altogether.
        """
        ids = about(self._index, "stale_rows")
        return None if ids is None else frozenset(str(ids).split())

    def digests(self) -> dict[str, bytes]:
        """The digests of all sources by path."""
        return dict(self._index.execute("SELECT path, digest FROM traces"))

    def of_paths(self, paths: Iterable[str]) -> Iterator[Trace]:
        """The sources with these paths."""
        return self._traces("path IN ({})", paths)

    def of_meetings(self, meetings: Iterable[str]) -> Iterator[Trace]:
        """The sources of meetings that have or are known by these ids, in any case."""
        meetings = tuple(meetings)
        yield from self._traces("meeting IN ({})", meetings)
        yield from self._traces("known IN ({})", meetings)

    def of_series(self, series: Iterable[str]) -> Iterator[Trace]:
        """The sources of whole series."""
        return self._traces("series IN ({})", series)

    def special(self) -> Iterator[str]:
        """Paths of sources that are known by another id, or of which something was said."""
        found = self._index.execute(
            "SELECT path FROM traces WHERE told OR (known <> '' AND known <> meeting)"
        )
        return (path for (path,) in found)

    def groups_of(self, meetings: Iterable[str]) -> Iterator[Group]:
        """The entries of meetings by their ids in the tracker, in any case."""
        return self._groups("meeting", meetings)

    def groups_set_in(self, paths: Iterable[str]) -> Iterator[Group]:
        """The entries that were set in some files."""
        return self._groups("path", paths)

    def reviewed_in(self, paths: Iterable[str]) -> Iterator[str]:
        """The meetings in whose entries some files have a line."""
        return self._column("SELECT meeting FROM reviewed WHERE path IN ({})", paths)

    def reviewers_of(self, meetings: Iterable[str]) -> Iterator[str]:
        """The files that have a line in the entries of some meetings."""
        return self._column("SELECT path FROM reviewed WHERE meeting IN ({})", meetings)

    def unclaimed(self) -> Iterator[str]:
        """Ids with entries that no meeting has by its id and path, as when its file is gone."""
        found = self._index.execute(
            "SELECT DISTINCT meeting FROM entries EXCEPT SELECT entries.meeting FROM entries "
            "JOIN traces USING (path) WHERE traces.meeting IN ('', entries.meeting)"
        )
        return (meeting for (meeting,) in found)

    def count_open(self, today: date) -> tuple[int, int]:
        """How many tasks are open, and how many of them late."""
        ((count,),) = self._index.execute("SELECT coalesce(sum(open), 0) FROM entries")
        late = "SELECT count(*) FROM due WHERE day < ?"
        return count, int(self._index.execute(late, (today.isoformat(),)).fetchone()[0])

    def _traces(self, which: str, values: Iterable[str]) -> Iterator[Trace]:
        columns = "path, digest, meeting, known, series, day, next_day, told"
        return map(Trace._make, self._ask(f"SELECT {columns} FROM traces WHERE {which}", values))  # noqa: S608 - our own words

    def _groups(self, which: str, values: Iterable[str]) -> Iterator[Group]:
        columns = "meeting, section, path, open, days"
        rows = self._ask(f"SELECT {columns} FROM entries WHERE {which} IN ({{}})", values)  # noqa: S608 - our own words
        return (Group._make((*row[:-1], tuple(row[-1].split()))) for row in rows)

    def _column(self, question: str, values: Iterable[str]) -> Iterator[str]:
        return (value for (value,) in self._ask(question, values))

    def _ask(self, question: str, values: Iterable[str]) -> Iterator[Any]:
        for some in _some_at_once(values):
            yield from self._index.execute(question.format(", ".join("?" * len(some))), some)


def remember_all(index: Connection, outcome: bytes | None, reach: Reach) -> None:
    """Replace everything; without an outcome nothing is remembered."""
    note(index, "stale_rows", None)
    for table in ("traces", "entries", "due", "reviewed"):
        index.execute(f"DELETE FROM {table}")  # noqa: S608 - our own words
    _insert(index, outcome, reach)


def remember_some(
    index: Connection, outcome: bytes, paths: Iterable[str], meetings: Collection[str], reach: Reach
) -> None:
    """Replace what is remembered of some sources and of the entries of some meetings."""
    stale = Traces(index).stale_rows()
    if stale is not None:
        remember_stale_rows(index, stale.union(meetings))
    index.executemany("DELETE FROM traces WHERE path = ?", [(path,) for path in paths])
    ids = [(meeting,) for meeting in meetings]
    for table in ("entries", "due", "reviewed"):
        index.executemany(f"DELETE FROM {table} WHERE meeting = ?", ids)  # noqa: S608 - our own words
    _insert(index, outcome, reach)


def remember_stale_rows(index: Connection, meetings: frozenset[str] | None) -> None:
    """Note whose rows differ from the last update; of very many the list is of no use."""
    is_useful = meetings is not None and len(meetings) <= _MOST_STALE
    note(index, "stale_rows", " ".join(sorted(meetings or ())) if is_useful else None)


def _insert(index: Connection, outcome: bytes | None, reach: Reach) -> None:
    traces, groups, reviewed = reach
    index.executemany("INSERT INTO traces VALUES (?, ?, ?, ?, ?, ?, ?, ?)", traces)
    rows = [(*group[:-1], " ".join(group.due)) for group in groups]
    index.executemany("INSERT INTO entries VALUES (?, ?, ?, ?, ?)", rows)
    due = [(group.meeting, day) for group in groups for day in group.due]
    index.executemany("INSERT INTO due VALUES (?, ?)", due)
    index.executemany("INSERT INTO reviewed VALUES (?, ?)", reviewed)
    note(index, "outcome", outcome)


def _some_at_once(values: Iterable[str]) -> Iterator[Sequence[str]]:
    rest = iter(values)
    while some := tuple(islice(rest, _AT_ONCE)):
        yield some
