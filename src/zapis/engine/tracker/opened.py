"""The tracker opened for a change: up to date in memory, written once it is known what changes."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from sqlite3 import Connection
from typing import NamedTuple

from msgspec import Struct

from zapis.diagnostics import Diagnostic, Diagnostics, FileReport, in_order
from zapis.engine.index.digests import digest
from zapis.engine.index.records import Refreshed, is_storable
from zapis.engine.index.slices import TrackedRow, facts_mark, remember_tracked
from zapis.engine.index.store import about, change, note
from zapis.engine.index.values import to_json
from zapis.engine.said import NOTHING
from zapis.engine.tracker.sources import Sources
from zapis.engine.tracker.store import read_files, store_files
from zapis.engine.tracker.tracing import facts_of
from zapis.engine.tracker.tracked_part import Asked, StartedTrackedPart, start_tracked_part
from zapis.engine.tracker.tracked_whole import StartedTrackedWhole, start_tracked_whole
from zapis.model.tasks import TaskId
from zapis.tasks.folding import Facts
from zapis.tasks.meetings import MeetingTasks, TrackerSlice
from zapis.tasks.memory_file import read_ids
from zapis.tasks.query.ids import find_task
from zapis.tasks.tracker import Entry
from zapis.workspace import CACHE, Workspace


class Saved(NamedTuple):
    """What a change came to: entries after it, what was said of minutes, why it is not written."""

    entries: Sequence[Entry]
    said: Mapping[str, Diagnostics]
    problem: Diagnostic | None = None


class Opened(Struct, frozen=True):
    """The tracker with what the minutes say now.

    `ids` are all tasks, `entries` those that are asked for among them, and maybe others.
    """

    workspace: Workspace
    sources: Refreshed
    ids: Sequence[TaskId]
    entries: Sequence[Entry]
    report: FileReport
    started: StartedTrackedPart | StartedTrackedWhole

    @property
    def meetings(self) -> tuple[MeetingTasks, ...]:
        """The meetings that set the entries, and all of the same series with their days."""
        if isinstance(self.started, StartedTrackedWhole):
            return tuple(self.started.meetings.values())
        reached = self.started.answer.reached
        return (*reached.meetings, *reached.others)

    def save(self, facts: Facts) -> Saved | None:
        """Write down everything; None where that can only be done with the whole tracker.

        To be called inside `locked`. Raises `WriteError`.
        """
        if isinstance(self.started, StartedTrackedWhole):
            return self._save_whole(self.started, facts)
        return self._save_part(self.started, facts)

    def _save_whole(self, started: StartedTrackedWhole, facts: Facts) -> Saved:
        whole = started.finish(facts).write()
        whole.remember()
        if not whole.problem:
            tracked = whole.tracked
            paths = {own.path for own in self.sources.records}
            rows = tuple(self._rows(paths, tracked.slices, tracked.said))
            with suppress(OSError):
                now = self.workspace.tracker.read_bytes()
                self._change_index(lambda index: self._remember(index, rows, None, now))
        return Saved(whole.update.tracker.entries, whole.update.diagnostics, whole.problem)

    def _save_part(self, started: StartedTrackedPart, facts: Facts) -> Saved | None:
        part = started.finish(facts)
        if part is None:
            return None
        update, before = part.update, part.before
        problem = store_files(self.workspace, before, part.after)
        if part.is_new and not problem:
            rows = tuple(self._rows(part.updated, update.slices, update.said))

            def work(index: Connection) -> None:
                part.remember(index)
                self._remember(index, rows, before.tracker, part.after.tracker)

            self._change_index(work)
        return Saved([item.entry for item in update.built], update.said, problem)

    def _rows(
        self,
        paths: Iterable[str],
        slices: Mapping[str, TrackerSlice],
        said: Mapping[str, Diagnostics],
    ) -> Iterator[TrackedRow]:
        """What the next build takes from the tracker for some sources."""
        wanted = set(paths)
        for record in self.sources.records:
            if (path := record.path) in wanted:
                own, words = slices.get(path), said.get(path)
                yield TrackedRow(
                    path,
                    facts_mark(record),
                    to_json(own) if own is not None else "",
                    to_json(words) if words else NOTHING,
                )

    def _remember(
        self, index: Connection, rows: Sequence[TrackedRow], before: bytes | None, now: bytes
    ) -> None:
        """Note rows as a build would, with the tracker to which they belong.

        **Why** not where the others do not belong to the tracker `before`, if there are others:
        the next build then has to make all of them anew.
        """
        is_known = before is None or about(index, "tracker_then") == digest(before)
        if is_known and all(is_storable(record.path) for record in self.sources.records):
            remember_tracked(index, rows, ())
            note(index, "tracker_then", digest(now))

    def _change_index(self, work: Callable[[Connection], None]) -> None:
        change(self.workspace.root / CACHE, work)


def open_part(
    workspace: Workspace, sources: Refreshed, today: date, written: Iterable[str]
) -> Opened | None:
    """The tracker with the entries that are meant by what was written, if nothing else is needed.

    None where everything has to be read.
    """
    files = None if workspace.broken else read_files(workspace)
    known = read_ids(files.heads) if files else None
    if known is None:
        return None
    found = (find_task(own, known) for own in written)
    meetings = {task.meeting for task in found if isinstance(task, TaskId)}
    started = start_tracked_part(workspace, _facts(sources), today, Asked(touched=meetings))
    if started is None:
        return None
    entries = started.started.entries
    others = (task for task in known if task.meeting.lower() not in started.ids)
    source, told = started.started.told()
    report = FileReport(source, in_order(told))
    ids = (*others, *(entry.id for entry in entries))
    return Opened(workspace, sources, ids, entries, report, started)


def open_whole(workspace: Workspace, sources: Refreshed, today: date) -> Opened:
    """The tracker with all entries."""
    started = start_tracked_whole(workspace, _facts(sources).all(), today)
    entries = started.started.entries
    ids = tuple(entry.id for entry in entries)
    return Opened(workspace, sources, ids, entries, started.report, started)


def _facts(sources: Refreshed) -> Sources:
    """What sources say, by their paths as they are printed; names may hold what is no text."""
    shown = {path: report.source.path for path, report in sources.reports.items()}
    return Sources(facts_of(own, shown.get(own.path, own.path)) for own in sources.records)
