"""The tracker brought up to date where everything is read."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from types import MappingProxyType

from msgspec import Struct

from zapis.diagnostics import FileReport, has_errors, in_order
from zapis.engine.index.traces import Trace
from zapis.engine.index.values import from_json
from zapis.engine.tracker.store import StoredTracker, archive_digest, read_stored
from zapis.engine.tracker.tracing import SourceFacts, trace_source
from zapis.engine.tracker.tracked_saving import Tracked, TrackedWhole
from zapis.tasks.folding import Facts
from zapis.tasks.meetings import MeetingTasks
from zapis.tasks.query.people import names_of_settings
from zapis.tasks.update import StartedUpdate, TrackerUpdate, start_update
from zapis.workspace import Workspace

_NO_FACTS: Facts = MappingProxyType({})


class StartedTrackedWhole(Struct, frozen=True):
    """An update of everything before the files are made; `meetings` by the paths of sources.

    `archive` is the digest of the archive that was read, None where it cannot be read.
    """

    workspace: Workspace
    sources: Sequence[SourceFacts]
    meetings: Mapping[str, MeetingTasks]
    stored: StoredTracker
    archive: bytes | None
    started: StartedUpdate

    @property
    def report(self) -> FileReport:
        """What is to be said of the tracker."""
        found = in_order((*self.stored.problems, *self.started.told))
        return FileReport(self.stored.file.source, found)

    def finish(self, facts: Facts = _NO_FACTS) -> TrackedWhole:
        """The update with what a person writes down now, by task.

        It holds no meetings: they take more memory than all the rest.
        """
        update = self.started.finish(facts).value
        tracked = self._tracked(update)
        has_failed = any(map(has_errors, update.diagnostics.values()))
        has_own_paths = all(path == meeting.path for path, meeting in self.meetings.items())
        return TrackedWhole(
            self.workspace,
            self.stored,
            self.archive,
            self.started.today,
            tuple(self._traces(tracked)),
            tracked,
            update,
            plain=has_own_paths and not has_failed,
        )

    def _tracked(self, update: TrackerUpdate) -> Tracked:
        # Without the whole tracker it is not known which tasks there are.
        said = {} if has_errors(self.stored.problems) else update.diagnostics
        own = {path: update.slices.get(meeting.id) for path, meeting in self.meetings.items()}
        return Tracked(
            said={item.path: said[item.path] for item in self.sources if item.path in said},
            slices={path: known for path, known in own.items() if known is not None},
            updated=None,
            counts=update.counts,
            report=self.report,
            failed=self.report.failed,
            tracker=update.tracker,
        )

    def _traces(self, tracked: Tracked) -> Iterator[Trace]:
        slices, said, meetings = tracked.slices, tracked.said, self.meetings
        for item in self.sources:
            path = item.path
            yield trace_source(item, meetings.get(path), slices.get(path), said.get(path))


def start_tracked_whole(
    workspace: Workspace, sources: Sequence[SourceFacts], today: date
) -> StartedTrackedWhole:
    """The update up to where a person may write something down who has seen what has become."""
    archive = None
    with suppress(OSError):
        archive = archive_digest(workspace)
    stored = read_stored(workspace)
    meetings = {item.path: from_json(MeetingTasks, item.facts) for item in sources if item.facts}
    kept = {item.path for item in sources if item.is_kept or workspace.broken}
    kept |= {meetings[path].path for path in kept & meetings.keys()}
    names = names_of_settings(workspace.settings)
    started = start_update(stored.file, tuple(meetings.values()), kept, today, stored.heads, names)
    return StartedTrackedWhole(workspace, sources, meetings, stored, archive, started)
