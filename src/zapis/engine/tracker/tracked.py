"""The tracker of a workspace brought up to date with what the index holds of all sources."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from zapis.diagnostics import Diagnostic, Diagnostics, FileReport, has_errors, in_order
from zapis.engine.index.store import change
from zapis.engine.index.traces import Reach, remember_all
from zapis.engine.index.values import from_json
from zapis.engine.processes.collecting import without_collection
from zapis.engine.tracker.store import (
    StoredTracker,
    locked,
    not_stored,
    read_files,
    read_stored,
    store,
    store_files,
)
from zapis.engine.tracker.tracing import SourceFacts, trace_entries, trace_source
from zapis.engine.tracker.tracked_part import Asked, TrackedPart, track_part
from zapis.files import Busy, WriteError
from zapis.tasks.excerpt import open_written
from zapis.tasks.meetings import MeetingTasks, TrackerSlice
from zapis.tasks.tracker import Tracker
from zapis.tasks.update import TrackerCounts, TrackerUpdate, update_tracker
from zapis.workspace import CACHE, TRACKER, Workspace

__all__ = ["SourceFacts", "Tracked", "track_sources"]


@dataclass(frozen=True, slots=True)
class Tracked:
    """The tracker as a build sees it.

    `said` is what the tracker says of sources and `slices` what their documents take from it, by
    path. `updated` are the paths that both speak of: what was said of other sources, and their
    slices, are as after the last update; None for all. `failed` says that numbers cannot be relied
    on, so that no document with tasks may be made; `report` then holds the reason. `tracker` has
    all entries; None where only some have been read.
    """

    said: Mapping[str, Diagnostics]
    slices: Mapping[str, TrackerSlice]
    updated: frozenset[str] | None
    counts: TrackerCounts
    report: FileReport
    failed: bool
    tracker: Tracker | None = None


def track_sources(
    workspace: Workspace,
    sources: Sequence[SourceFacts],
    today: date,
    *,
    changed: frozenset[str] | None,
    save: bool,
    whole: bool = False,
) -> Tracked:
    """The tracker brought up to date with all sources of a workspace, given in any order.

    `changed` are the paths that have to be among the updated ones, whatever else is; None for
    all. Written down where it is to be saved, before any document may show a number; with a
    broken `zapis.yaml` nothing is written: ids of meetings depend on it. With `whole` all entries
    are read in any case.
    """
    wanted = None if whole or workspace.broken else changed
    with without_collection():
        if workspace.broken or not save:
            return _look(workspace, sources, today, wanted)
        return _save(workspace, sources, today, wanted)


def _save(
    workspace: Workspace, sources: Sequence[SourceFacts], today: date, wanted: frozenset[str] | None
) -> Tracked:
    try:
        with locked(workspace):
            if part := _part(workspace, sources, today, wanted):
                return _save_part(workspace, part)
            return _save_all(workspace, sources, today)
    except (Busy, WriteError) as problem:
        return _failed(_look(workspace, sources, today, wanted), not_stored(problem))


def _look(
    workspace: Workspace, sources: Sequence[SourceFacts], today: date, wanted: frozenset[str] | None
) -> Tracked:
    """The tracker as it would be."""
    if part := _part(workspace, sources, today, wanted):
        return _tracked_part(part)
    return _track_all(workspace, sources, read_stored(workspace), today).tracked


def _part(
    workspace: Workspace, sources: Sequence[SourceFacts], today: date, wanted: frozenset[str] | None
) -> TrackedPart | None:
    return None if wanted is None else track_part(workspace, sources, today, Asked(wanted))


def _save_part(workspace: Workspace, part: TrackedPart) -> Tracked:
    tracked = _tracked_part(part)
    if problem := store_files(workspace, part.before, part.after):
        return _failed(tracked, problem)
    if part.is_new:
        change(workspace.root / CACHE, part.remember)
    return tracked


def _save_all(workspace: Workspace, sources: Sequence[SourceFacts], today: date) -> Tracked:
    stored = read_stored(workspace)
    everything = _track_all(workspace, sources, stored, today)
    problem = None
    if not everything.tracked.failed:
        problem = store(workspace, everything.update, stored)
    # Where something is wrong, the next update is one of everything, too.
    files = None if problem or stored.problems or stored.file.archived else read_files(workspace)
    outcome = files.digest() if files and everything.is_plain(files.tracker) else None
    reach = everything.reach(sources) if outcome else Reach((), (), ())
    change(workspace.root / CACHE, lambda index: remember_all(index, outcome, reach))
    return _failed(everything.tracked, problem) if problem else everything.tracked


def _tracked_part(part: TrackedPart) -> Tracked:
    update = part.update
    report = FileReport(update.source, in_order(update.told))
    return Tracked(update.said, update.slices, part.updated, part.counts, report, report.failed)


@dataclass(frozen=True, slots=True)
class _Everything:
    """An update of everything."""

    tracked: Tracked
    update: TrackerUpdate
    meetings: Mapping[str, MeetingTasks]

    def is_plain(self, tracker: bytes) -> bool:
        """Whether the next update may be one of a part; `tracker` is the file as written."""
        has_own_paths = all(path == meeting.path for path, meeting in self.meetings.items())
        has_failed = any(map(has_errors, self.update.diagnostics.values()))
        written = open_written(TRACKER, tracker)
        # Somebody's own heading may have come to stand above entries.
        sections = {entry.section for entry in self.update.tracker.entries}
        is_as_meant = written is not None and written.sections.keys() == sections
        return has_own_paths and is_as_meant and not has_failed

    def reach(self, sources: Iterable[SourceFacts]) -> Reach:
        """What this update was made of."""
        slices, said = self.tracked.slices, self.tracked.said
        traces = [
            trace_source(
                item, self.meetings.get(item.path), slices.get(item.path), said.get(item.path)
            )
            for item in sources
        ]
        entries = ((entry, entry.state) for entry in self.update.tracker.entries)
        return Reach(traces, *trace_entries(entries))


def _track_all(
    workspace: Workspace, sources: Sequence[SourceFacts], stored: StoredTracker, today: date
) -> _Everything:
    meetings = {item.path: from_json(MeetingTasks, item.facts) for item in sources if item.facts}
    kept = {item.path for item in sources if item.is_kept or workspace.broken}
    kept |= {meetings[path].path for path in kept & meetings.keys()}
    outcome = update_tracker(stored.file, tuple(meetings.values()), kept, today, stored.heads)
    update = outcome.value
    # Without the whole tracker it is not known which tasks there are.
    said = {} if has_errors(stored.problems) else update.diagnostics
    own = {path: update.slices.get(meeting.id) for path, meeting in meetings.items()}
    report = FileReport(stored.file.source, in_order((*stored.problems, *outcome.diagnostics)))
    tracked = Tracked(
        said={item.path: said[item.path] for item in sources if item.path in said},
        slices={path: known for path, known in own.items() if known is not None},
        updated=None,
        counts=update.counts,
        report=report,
        failed=report.failed,
        tracker=update.tracker,
    )
    return _Everything(tracked, update, meetings)


def _failed(tracked: Tracked, problem: Diagnostic) -> Tracked:
    report = replace(tracked.report, diagnostics=(*tracked.report.diagnostics, problem))
    return replace(tracked, report=report, failed=True)
