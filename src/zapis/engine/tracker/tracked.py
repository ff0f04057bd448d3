"""The tracker of a workspace brought up to date with what the index holds of all sources."""

from datetime import date

from msgspec.structs import replace

from zapis.diagnostics import Diagnostic, FileReport, in_order
from zapis.engine.index.store import change
from zapis.engine.processes.collecting import without_collection
from zapis.engine.tracker.sources import Sources
from zapis.engine.tracker.store import locked, not_stored, store_files
from zapis.engine.tracker.tracked_part import Asked, TrackedPart, track_part
from zapis.engine.tracker.tracked_saving import Tracked
from zapis.engine.tracker.tracked_whole import start_tracked_whole
from zapis.files import Busy, WriteError
from zapis.workspace import CACHE, Workspace

__all__ = ["Tracked", "track_sources"]


def track_sources(
    workspace: Workspace,
    sources: Sources,
    today: date,
    *,
    changed: frozenset[str] | None,
    then: bytes | None = None,
    save: bool,
    whole: bool = False,
) -> Tracked:
    """The tracker brought up to date with all sources of a workspace.

    `changed` are the paths that have to be among the updated ones, whatever else is; None for
    all, as where the digest of the tracker is not `then` any more. Written down where it is to be
    saved, before any document may show a number; with a broken `zapis.yaml` nothing is written:
    ids of meetings depend on it. With `whole` all entries are read in any case.
    """
    is_whole = whole or workspace.broken or changed is None
    wanted = None if is_whole else Asked(changed or (), then=then)
    with without_collection():
        if workspace.broken or not save:
            return _look(workspace, sources, today, wanted)
        return _save(workspace, sources, today, wanted)


def _save(workspace: Workspace, sources: Sources, today: date, wanted: Asked | None) -> Tracked:
    try:
        with locked(workspace):
            if part := _part(workspace, sources, today, wanted):
                return _save_part(workspace, part)
            return _save_all(workspace, sources, today)
    except (Busy, WriteError) as problem:
        return _failed(_look(workspace, sources, today, wanted), not_stored(problem))


def _look(workspace: Workspace, sources: Sources, today: date, wanted: Asked | None) -> Tracked:
    """The tracker as it would be."""
    if part := _part(workspace, sources, today, wanted):
        return _tracked_part(part)
    return start_tracked_whole(workspace, sources.all(), today).finish().tracked


def _part(
    workspace: Workspace, sources: Sources, today: date, wanted: Asked | None
) -> TrackedPart | None:
    return None if wanted is None else track_part(workspace, sources, today, wanted)


def _save_part(workspace: Workspace, part: TrackedPart) -> Tracked:
    tracked = _tracked_part(part)
    if problem := store_files(workspace, part.before, part.after):
        return _failed(tracked, problem)
    if part.is_new:
        change(workspace.root / CACHE, part.remember)
    return tracked


def _save_all(workspace: Workspace, sources: Sources, today: date) -> Tracked:
    whole = start_tracked_whole(workspace, sources.all(), today).finish()
    whole = whole.write()
    whole.remember()
    return _failed(whole.tracked, whole.problem) if whole.problem else whole.tracked


def _tracked_part(part: TrackedPart) -> Tracked:
    update = part.update
    report = FileReport(update.source, in_order(update.told))
    return Tracked(
        update.said,
        update.slices,
        part.updated,
        part.counts,
        report,
        report.failed,
        digest=part.after.tracker_digest,
    )


def _failed(tracked: Tracked, problem: Diagnostic) -> Tracked:
    report = replace(tracked.report, diagnostics=(*tracked.report.diagnostics, problem))
    return replace(tracked, report=report, failed=True)
