"""Sources read in full, without an index, and the tracker brought up to date with them."""

import datetime as dt
from collections.abc import Sequence

from msgspec import Struct

from zapis.diagnostics import FileReport
from zapis.engine.index.values import to_json
from zapis.engine.outputs.clashes import find_clashes
from zapis.engine.reading import ReadFile, read_all
from zapis.engine.tracker.duplicates import find_duplicates
from zapis.engine.tracker.sources import Sources
from zapis.engine.tracker.tracing import SourceFacts
from zapis.engine.tracker.tracked import Tracked, track_sources
from zapis.engine.tracker.tracked_whole import start_tracked_whole
from zapis.tasks.meetings import meeting_tasks
from zapis.tasks.update import TrackerUpdate
from zapis.workspace import Workspace, find_sources


class TrackedInFull(Struct, frozen=True, dict=True):
    """The update of all entries, and the sources with what it says of them."""

    files: tuple[ReadFile, ...]
    tracked: Tracked
    update: TrackerUpdate

    @property
    def report(self) -> FileReport:
        return self.tracked.report


def read_workspace(
    workspace: Workspace, named: frozenset[str] = frozenset()
) -> tuple[ReadFile, ...]:
    """All sources of a workspace, and those that were asked for by name."""
    sources = () if workspace.single else find_sources(workspace)
    paths = sorted({*sources, *named})
    return find_clashes(find_duplicates(read_all(workspace, paths, named)))


def track_in_full(workspace: Workspace, files: Sequence[ReadFile], today: dt.date) -> TrackedInFull:
    """The tracker as it would be; nothing is written."""
    whole = start_tracked_whole(workspace, facts_of(files), today).finish()
    said = whole.tracked.said
    told = tuple(
        file.with_diagnostics(said[file.path]) if file.path in said else file for file in files
    )
    return TrackedInFull(told, whole.tracked, whole.update)


def save_in_full(workspace: Workspace, files: Sequence[ReadFile], today: dt.date) -> Tracked:
    """The same, written down."""
    return track_sources(workspace, Sources(facts_of(files)), today, changed=None, save=True)


def facts_of(files: Sequence[ReadFile]) -> tuple[SourceFacts, ...]:
    """What sources say of tasks."""
    return tuple(
        SourceFacts(
            file.path, to_json(meeting_tasks(file.meeting)) if file.meeting else "", file.failed
        )
        for file in files
    )
