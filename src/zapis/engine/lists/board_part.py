"""The board of tasks where only some of them can have changed since the last list."""

from datetime import date
from sqlite3 import Connection
from types import MappingProxyType

from msgspec import Struct

from zapis.diagnostics import in_order
from zapis.engine.index.finished import Finished, Told
from zapis.engine.index.records import Refreshed
from zapis.engine.index.rows import recall_rows
from zapis.engine.index.store import ask
from zapis.engine.index.traces import Traces
from zapis.engine.tracker.meetings_index import known_people
from zapis.engine.tracker.sources import Sources
from zapis.engine.tracker.tracing import facts_of
from zapis.engine.tracker.tracked_part import Asked, TrackedPart, track_part
from zapis.tasks.query.rows import TaskRow, make_row
from zapis.tasks.tracker_layout import section_order
from zapis.workspace import CACHE, Workspace


class BoardPart(Struct, frozen=True):
    """An update of a part, and the finished list, if there is one of which most still holds."""

    part: TrackedPart
    finished: Finished | None

    def stale_in(self, index: Connection) -> frozenset[str] | None:
        """Whose rows in the list that is stored now are not those of the last update."""
        if Traces(index).outcome() != self.part.before.digest():
            return None
        return self.part.reached.ids if self.part.changed else frozenset()

    def has_rows_in(self, index: Connection) -> bool:
        """Whether the rows that are stored now are those of the list."""
        traces = Traces(index)
        is_same = (
            traces.outcome() == self.part.before.digest() and traces.stale_rows() == frozenset()
        )
        return is_same and self.finished is not None and not self.part.reached.ids


def find_part(workspace: Workspace, refreshed: Refreshed, today: date) -> BoardPart | None:
    """What has changed since the last update; None where that cannot be told."""
    folder = workspace.root / CACHE
    stale = ask(folder, lambda index: Traces(index).stale_rows())
    records = refreshed.records
    sources = Sources(facts_of(item, item.path) for item in records)
    part = track_part(workspace, sources, today, Asked(ids=stale or ()))
    if part is None:
        return None
    rows = ask(folder, lambda index: _recall_rows(index, today, stale))
    if rows is None:
        return BoardPart(part, None)
    everybody = known_people(workspace, records)
    merged = _merge(rows, part, today)
    is_current = part.before == part.after
    problems = in_order(part.update.told)
    told = Told(len(merged), problems, MappingProxyType({}), None if is_current else today)
    return BoardPart(part, Finished(merged, everybody, told))


def _recall_rows(
    index: Connection, today: date, stale: frozenset[str] | None
) -> tuple[TaskRow, ...] | None:
    """All rows, if they are still those of which nothing but the given ones is stale."""
    if stale is None or Traces(index).stale_rows() != stale:
        return None
    return recall_rows(index, today, history=True, only_open=False)


def _merge(rows: tuple[TaskRow, ...], part: TrackedPart, today: date) -> tuple[TaskRow, ...]:
    """The rows with those of the part made anew, in the order of the file."""
    ids = part.reached.ids
    same = [row for row in rows if row.id.meeting.lower() not in ids]
    new = [make_row(item.entry, today) for item in part.update.built]
    titles = {row.section for row in (*same, *new)}
    rank = {title: place for place, title in enumerate(sorted(titles, key=section_order))}
    return tuple(sorted((*same, *new), key=lambda row: (rank[row.section], row.id)))
