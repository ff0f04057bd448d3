"""The tracker of a workspace: read, brought up to date in memory, and saved under a lock."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from zapis.diagnostics import Diagnostic, FileReport, has_errors, in_order
from zapis.engine.reading import ReadFile
from zapis.engine.tracker.store import StoredTracker, locked, not_stored, read_stored, store
from zapis.files import Busy, WriteError
from zapis.tasks.meetings import MeetingTasks, TrackerSlice, meeting_tasks
from zapis.tasks.update import TrackerUpdate, update_tracker
from zapis.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Tracking:
    """The tracker as this build sees it.

    `files` are the sources with what the tracker says of them, `slices` by the path of the
    minutes. `failed` says that numbers cannot be relied on, so that no document with tasks may
    be made; `report` then holds the reason.
    """

    files: tuple[ReadFile, ...]
    update: TrackerUpdate
    slices: Mapping[str, TrackerSlice]
    report: FileReport
    failed: bool


def read_tracking(workspace: Workspace, files: Sequence[ReadFile], today: date) -> Tracking:
    """The tracker brought up to date in memory; nothing is written."""
    return _track(workspace, files, read_stored(workspace), today)


def save_tracking(workspace: Workspace, files: Sequence[ReadFile], today: date) -> Tracking:
    """The same, written down before any document may show a number.

    With a broken `zapis.yaml` nothing is written: ids of meetings depend on it.
    """
    if workspace.broken:
        return read_tracking(workspace, files, today)
    try:
        with locked(workspace):
            stored = read_stored(workspace)
            tracking = _track(workspace, files, stored, today)
            if tracking.failed:
                return tracking
            problem = store(workspace, tracking.update, stored)
            return _failed(tracking, problem) if problem else tracking
    except (Busy, WriteError) as problem:
        return _failed(read_tracking(workspace, files, today), not_stored(problem))


def _track(
    workspace: Workspace, files: Sequence[ReadFile], stored: StoredTracker, today: date
) -> Tracking:
    meetings = _meetings(files)
    kept = {item.path for item in files if item.failed or workspace.broken}
    outcome = update_tracker(stored.file, meetings, kept, today, stored.heads)
    # Without the whole tracker it is not known which tasks there are.
    said = {} if has_errors(stored.problems) else outcome.value.diagnostics
    updated = tuple(
        item.with_diagnostics(said[item.path]) if item.path in said else item for item in files
    )
    report = FileReport(stored.file.source, in_order((*stored.problems, *outcome.diagnostics)))
    slices = _slices(files, outcome.value)
    return Tracking(updated, outcome.value, slices, report, failed=report.failed)


def _slices(files: Sequence[ReadFile], update: TrackerUpdate) -> Mapping[str, TrackerSlice]:
    """What each meeting takes from the tracker, by the path of its minutes."""
    meetings = (file.meeting for file in files if file.meeting is not None)
    own = {meeting.path: update.slices.get(meeting.id) for meeting in meetings}
    return {path: known for path, known in own.items() if known is not None}


def _meetings(files: Sequence[ReadFile]) -> tuple[MeetingTasks, ...]:
    return tuple(meeting_tasks(file.meeting) for file in files if file.meeting is not None)


def _failed(tracking: Tracking, problem: Diagnostic) -> Tracking:
    report = replace(tracking.report, diagnostics=(*tracking.report.diagnostics, problem))
    return replace(tracking, report=report, failed=True)
