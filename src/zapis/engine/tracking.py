"""The tracker of a workspace: read, brought up to date in memory, and saved under a lock."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from zapis import codes
from zapis.diagnostics import Diagnostic, Diagnostics, FileReport, has_errors, in_order
from zapis.engine.reading import ReadFile
from zapis.files import Busy, WriteError, decode, lock, read_source, write_atomic
from zapis.tasks.meetings import MeetingTasks, TrackerSlice, meeting_tasks
from zapis.tasks.tracker_file import TrackerFile, missing_tracker, read_tracker
from zapis.tasks.update import TrackerUpdate, update_tracker
from zapis.workspace import CACHE, TRACKER, Workspace

_PATIENCE = 20.0
_MEMORY = "vety.json"


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
    _, file, problems = _read(workspace)
    return _track(workspace, files, file, problems, today)


def save_tracking(workspace: Workspace, files: Sequence[ReadFile], today: date) -> Tracking:
    """The same, written down before any document may show a number.

    With a broken `zapis.yaml` nothing is written: ids of meetings depend on it.
    """
    if workspace.broken:
        return read_tracking(workspace, files, today)
    try:
        with _locked(workspace):
            data, file, problems = _read(workspace)
            tracking = _track(workspace, files, file, problems, today)
            if tracking.failed:
                return tracking
            if not _is_worth_writing(tracking.update, file):
                _remember(workspace, tracking.update)
                return tracking
            return _write(workspace, tracking, data)
    except (Busy, WriteError) as problem:
        tracking = read_tracking(workspace, files, today)
        return _failed(tracking, _not_saved(problem))


def _write(workspace: Workspace, tracking: Tracking, before: bytes | None) -> Tracking:
    if _bytes(workspace) != before:
        message = f"soubor „{TRACKER}“ se během práce změnil, nebyl přepsán"
        cure = "uložte ho ve svém editoru a spusťte zapis build znovu"
        return _failed(tracking, Diagnostic(codes.TRACKER_CHANGED, message, cure=cure))
    write_atomic(workspace.tracker, tracking.update.text.encode(), durable=True)
    _remember(workspace, tracking.update)
    return tracking


def _remember(workspace: Workspace, update: TrackerUpdate) -> None:
    """Note the head lines as written; in a fresh clone also where nothing had to be written."""
    if dict(_remembered(workspace)) == dict(update.heads):
        return
    memory = json.dumps(dict(update.heads), ensure_ascii=False, indent=0)
    with suppress(WriteError):  # a cache: the next update does without it
        write_atomic(workspace.root / CACHE / _MEMORY, memory.encode())


def _track(
    workspace: Workspace,
    files: Sequence[ReadFile],
    file: TrackerFile,
    problems: Diagnostics,
    today: date,
) -> Tracking:
    meetings = _meetings(files)
    kept = {item.path for item in files if item.failed or workspace.broken}
    outcome = update_tracker(file, meetings, kept, today, _remembered(workspace))
    # Without the whole tracker it is not known which tasks there are.
    said = {} if has_errors(problems) else outcome.value.diagnostics
    updated = tuple(
        item.with_diagnostics(said[item.path]) if item.path in said else item for item in files
    )
    report = FileReport(file.source, in_order((*problems, *outcome.diagnostics)))
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


def _not_saved(problem: Busy | WriteError) -> Diagnostic:
    if isinstance(problem, Busy):
        cure = "počkejte, až jiný zapis skončí, a spusťte příkaz znovu"
        return Diagnostic(codes.TRACKER_BUSY, str(problem), cure=cure)
    cure = "zkontrolujte místo na disku a práva ke složce a spusťte příkaz znovu"
    return Diagnostic(codes.CANNOT_WRITE, str(problem), cure=cure)


def _is_worth_writing(update: TrackerUpdate, file: TrackerFile) -> bool:
    return update.changed and (bool(update.tracker.entries) or bool(file.text))


def _read(workspace: Workspace) -> tuple[bytes | None, TrackerFile, Diagnostics]:
    """The bytes of the tracker, what they say, and what is wrong with them."""
    try:
        data = _bytes(workspace)
    except OSError:
        # `read_source` knows the reasons; it is not used for all because a tracker may be long.
        read = read_source(workspace.root, TRACKER)
        return None, replace(missing_tracker(TRACKER), readable=False), read.diagnostics
    if data is None:
        return None, missing_tracker(TRACKER), ()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        decoded = decode(data, TRACKER)
        empty = replace(missing_tracker(TRACKER), source=decoded.value)
        return data, empty, decoded.diagnostics
    outcome = read_tracker(TRACKER, text)
    return data, outcome.value, outcome.diagnostics


def _bytes(workspace: Workspace) -> bytes | None:
    try:
        return workspace.tracker.read_bytes()
    except FileNotFoundError:
        return None


def _remembered(workspace: Workspace) -> Mapping[str, str]:
    """The head lines of the last update; a cache that may be missing, damaged or foreign."""
    try:
        data = json.loads((workspace.root / CACHE / _MEMORY).read_bytes())
    except (OSError, ValueError):
        return MappingProxyType({})
    if not isinstance(data, dict):
        return MappingProxyType({})
    return {key: value for key, value in data.items() if isinstance(value, str)}


@contextmanager
def _locked(workspace: Workspace) -> Iterator[None]:
    with lock(workspace.root / CACHE / "zamek", _PATIENCE):
        yield
