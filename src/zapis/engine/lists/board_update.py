"""The board of tasks where something has changed, and its way into the index."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from sqlite3 import Connection
from types import MappingProxyType

from msgspec import Struct

from zapis.diagnostics import FileReport, has_errors, in_order
from zapis.engine.index.digests import digest
from zapis.engine.index.finished import (
    Finished,
    Inputs,
    Told,
    Wanted,
    recall_finished,
    remember_finished,
    remember_look,
)
from zapis.engine.index.look import Look, other_files
from zapis.engine.index.records import Refreshed, fingerprint, places
from zapis.engine.index.refresh import refresh
from zapis.engine.index.rows import is_open
from zapis.engine.index.store import ask, change
from zapis.engine.index.traces import remember_stale_rows
from zapis.engine.lists.board_part import BoardPart, find_part
from zapis.engine.processes.collecting import without_collection
from zapis.engine.progress import Progress
from zapis.engine.reading import read_all
from zapis.engine.tracker.meetings_index import task_sources
from zapis.engine.tracker.store import read_stored
from zapis.files import decode
from zapis.source import SourceFile
from zapis.tasks.query.people import names_of_settings
from zapis.tasks.query.rows import make_row
from zapis.tasks.update import update_tracker
from zapis.workspace import CACHE, TRACKER, Workspace


def update_board(
    workspace: Workspace, look: Look, wanted: Wanted, progress: Progress
) -> tuple[Finished, tuple[FileReport, ...]]:
    """The tasks that are wanted, and reports on the tracker and on minutes that may hide others.

    The tracker is not read where all that an update is made of has been seen before, as after
    an edit of words that set no task.
    """
    refreshed = refresh(workspace, look, progress)
    inputs = _inputs(workspace, look, refreshed)
    known = None
    if not workspace.broken:
        known = ask(workspace.root / CACHE, lambda index: recall_finished(index, inputs, wanted))
    with without_collection():
        part = None if known or workspace.broken else find_part(workspace, refreshed, wanted.today)
        finished = known or (part and part.finished) or _finish(workspace, refreshed, wanted.today)
    is_lasting = not workspace.broken and not has_errors(finished.told.problems)
    if is_lasting and (known or inputs == _inputs(workspace, look, refreshed)):
        work = _Work(look, inputs, refreshed, finished, is_new=known is None)
        work.remember(workspace, part)
    reports = tuple(_reports(workspace, finished.told, refreshed))
    return known or _select(finished, wanted), reports


def _inputs(workspace: Workspace, look: Look, refreshed: Refreshed) -> Inputs:
    return Inputs(
        digest(look.settings.encode()),
        fingerprint(refreshed.records),
        digest(b"".join(map(_content, other_files(workspace)))),
        places(refreshed.records),
    )


def _content(path: Path) -> bytes:
    """A digest of what is in a file, or of why nothing is."""
    try:
        return digest(path.read_bytes())
    except OSError as problem:
        return digest(type(problem).__name__.encode())


def _finish(workspace: Workspace, refreshed: Refreshed, today: date) -> Finished:
    """All rows after an update in memory."""
    stored = read_stored(workspace)
    sources = task_sources(workspace, refreshed)
    names = names_of_settings(workspace.settings)
    outcome = update_tracker(
        stored.file, sources.meetings, sources.kept, today, stored.heads, people=names
    )
    update = outcome.value
    said = {path: own for path, own in update.diagnostics.items() if has_errors(own)}
    told = Told(
        len(update.tracker.entries),
        in_order((*stored.problems, *outcome.diagnostics)),
        # Without the whole tracker it is not known which tasks there are.
        MappingProxyType({} if has_errors(stored.problems) else said),
        today if update.changed else None,
    )
    rows = tuple(make_row(entry, today) for entry in update.tracker.entries)
    return Finished(rows, sources.people, told)


def _select(finished: Finished, wanted: Wanted) -> Finished:
    """The rows that are wanted, as the index would give them."""
    rows = finished.rows
    if wanted.only_open:
        rows = tuple(row for row in rows if is_open(row))
    if not wanted.history:
        rows = tuple(row._replace(history=()) for row in rows)
    return finished._replace(rows=rows, people=finished.people if wanted.people else ())


class _Work(Struct, frozen=True):
    """What was done, with all that it was made of."""

    look: Look
    inputs: Inputs
    refreshed: Refreshed
    finished: Finished
    is_new: bool

    def remember(self, workspace: Workspace, part: BoardPart | None) -> None:
        """Into the index, with the look of the workspace where next time nothing need be read."""
        told = self.finished.told
        is_quiet = not (told.problems or told.said or self.refreshed.is_doubtful)
        seen = self.look.signature() if is_quiet and self.look.is_settled() else None
        if seen is None and not self.is_new:
            return

        def work(index: Connection) -> None:
            if self.is_new:
                has_rows = part is not None and part.has_rows_in(index)
                remember_finished(index, self.inputs, self.finished, has_rows=has_rows)
                remember_stale_rows(index, part.stale_in(index) if part else None)
            remember_look(index, self.inputs, seen)

        change(workspace.root / CACHE, work)


def _reports(workspace: Workspace, told: Told, refreshed: Refreshed) -> Iterator[FileReport]:
    """What was said of the tracker, then of minutes in the order of their paths."""
    if told.problems:
        yield FileReport(_tracker_source(workspace), told.problems)
    failed = {item.source.path: item for item in refreshed.reports.values() if item.failed}
    for path in sorted({*failed, *told.said}):
        report = failed.get(path) or read_all(workspace, (path,), ())[0].report
        found = in_order((*report.diagnostics, *told.said.get(path, ())))
        yield FileReport(report.source, found)


def _tracker_source(workspace: Workspace) -> SourceFile:
    """The text of the tracker, to which its problems point."""
    try:
        data = workspace.tracker.read_bytes()
    except OSError:
        return SourceFile(TRACKER, "")
    try:
        return SourceFile(TRACKER, data.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError:
        return decode(data, TRACKER).value
