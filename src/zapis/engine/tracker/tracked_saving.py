"""An update of everything: its files written down, and what it was made of remembered."""

from collections.abc import Mapping, Sequence
from datetime import date
from sqlite3 import Connection

from msgspec import Struct
from msgspec.structs import replace

from zapis.diagnostics import Diagnostic, Diagnostics, FileReport
from zapis.engine.index.finished import remember_rows_alone
from zapis.engine.index.store import change
from zapis.engine.index.traces import Reach, Trace, Traces, remember_all, remember_stale_rows
from zapis.engine.tracker.store import StoredTracker, read_files, store
from zapis.engine.tracker.tracing import trace_archived, trace_entries
from zapis.tasks.excerpt import open_written
from zapis.tasks.meetings import TrackerSlice
from zapis.tasks.query.rows import make_row
from zapis.tasks.tracker import Tracker
from zapis.tasks.update import TrackerCounts, TrackerUpdate
from zapis.workspace import CACHE, TRACKER, Workspace

_NOTHING = Reach((), (), ())


class Tracked(Struct, frozen=True):
    """The tracker as a build sees it.

    `said` is what the tracker says of sources and `slices` what their documents take from it, by
    path. `updated` are the paths that both speak of: what was said of other sources, and their
    slices, are as after the last update; None for all. `failed` says that numbers cannot be relied
    on, so that no document with tasks may be made; `report` then holds the reason. `tracker` has
    all entries; None where only some have been read. `digest` is that of its file, if it is known.
    """

    said: Mapping[str, Diagnostics]
    slices: Mapping[str, TrackerSlice]
    updated: frozenset[str] | None
    counts: TrackerCounts
    report: FileReport
    failed: bool
    tracker: Tracker | None = None
    digest: bytes | None = None


class TrackedWhole(Struct, frozen=True):
    """An update of everything, made of the files in `stored` and of sources with these `traces`.

    `archive` is the digest of the archive as it was read, None where it cannot be read; with
    another than is there now, or where it is not `plain` for another reason, the next update is
    of everything, too. `problem` is why the files were not written, if they were not.

    **Why** in two steps, `write` and `remember`: ten thousand meetings make thirty megabytes of
    text, which is not needed any more when what it was made of is remembered.
    """

    workspace: Workspace
    stored: StoredTracker
    archive: bytes | None
    today: date
    traces: Sequence[Trace]
    tracked: Tracked
    update: TrackerUpdate
    plain: bool
    problem: Diagnostic | None = None

    def write(self) -> "TrackedWhole":
        """Write the files, unless the update has failed; what is left has no text of them.

        To be called inside `locked`. Raises `WriteError`.
        """
        update = self.update
        problem = None if self.tracked.failed else store(self.workspace, update, self.stored)
        return replace(self, update=replace(update, data=b"", heads={}), problem=problem)

    def remember(self) -> None:
        """Note what the update was made of, once it has been written; inside `locked`."""
        outcome = None if self.problem or self.stored.problems else self._outcome()
        change(self.workspace.root / CACHE, lambda index: self._remember(index, outcome))

    def _outcome(self) -> bytes | None:
        """The state of the files; None where the next update must be of everything."""
        files = read_files(self.workspace) if self.plain else None
        if files is None or files.archive != self.archive:
            return None
        written = open_written(TRACKER, files.tracker)
        # Somebody's own heading may have come to stand above entries.
        sections = {entry.section for entry in self.update.tracker.entries}
        is_as_meant = written is not None and written.sections.keys() == sections
        return files.digest() if is_as_meant else None

    def _reach(self) -> Reach:
        """What this update was made of."""
        entries = ((entry, entry.state) for entry in self.update.tracker.entries)
        groups, reviewed = trace_entries(entries)
        return Reach(self.traces, (*groups, *trace_archived(self.stored.file.archived)), reviewed)

    def _remember(self, index: Connection, outcome: bytes | None) -> None:
        """**Why** in this order: what was made of entries is gone before rows are."""
        traces = self.traces if outcome else ()
        former = Traces(index).digests()
        new = sum(former.get(trace.path) != trace.digest for trace in traces)
        remember_all(index, outcome, self._reach() if outcome else _NOTHING)
        # Beside reading most of the minutes it takes no time, and the first list need not wait.
        if new > len(traces) / 2:
            # The next update finds all of them in the file.
            rows = (make_row(own, self.today) for own in self.update.tracker.entries)
            remember_rows_alone(index, [row._replace(is_new=False) for row in rows])
            remember_stale_rows(index, frozenset())
