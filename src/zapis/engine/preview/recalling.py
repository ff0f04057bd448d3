"""What the tracker gives to sources, told from what the last build has left in the index.

Nothing is written. **Why:** a tracker of ten thousand meetings fills a hundred megabytes, and
mostly a few minutes are different from those that were built.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from sqlite3 import Connection
from types import MappingProxyType

from msgspec import Struct

from zapis.diagnostics import Diagnostics, FileReport, in_order
from zapis.engine.index.slices import TrackedRow, recall_tracked
from zapis.engine.index.store import about, ask
from zapis.engine.index.values import from_json
from zapis.engine.preview.sources import Kept
from zapis.engine.reading import ReadFile
from zapis.engine.tracker.numbering import tracker_digest
from zapis.engine.tracker.sources import Sources
from zapis.engine.tracker.store import StoredTracker, read_files
from zapis.engine.tracker.tracing import SourceFacts
from zapis.engine.tracker.tracked_part import Asked, TrackedPart, track_part
from zapis.tasks.excerpt import Placement, cut_out, open_written
from zapis.tasks.meetings import TrackerSlice
from zapis.tasks.memory_file import read_some_heads
from zapis.tasks.places import Span, entries_of
from zapis.workspace import CACHE, TRACKER, Workspace


class Recalled(Struct, frozen=True):
    """The slices of sources and what the tracker says of them, by path; what is said of itself."""

    slices: Mapping[str, TrackerSlice]
    said: Mapping[str, Diagnostics]
    report: FileReport


def recall_tracker(
    workspace: Workspace, kept: Sequence[Kept], files: Sequence[ReadFile], today: date
) -> Recalled | None:
    """The tracker as an update would make it; None where that takes reading all of it.

    `files` are those of `kept` as they have been judged together.
    """
    rows = ask(workspace.root / CACHE, lambda index: _rows(index, workspace))
    if rows is None:
        return None
    sources = [
        SourceFacts(file.path, item.written_tasks, file.failed)
        for item, file in zip(kept, files, strict=True)
    ]
    changed = [own.path for own in sources if not _is_same(own, rows.get(own.path))]
    part = track_part(workspace, Sources(sources), today, Asked(changed))
    return _recalled(part, rows, sources) if part else None


def recall_slice(workspace: Workspace, item: Kept) -> TrackerSlice | None:
    """What one source had from the tracker, where it says the same as at the last build."""
    if item.file.failed:
        return None
    source = SourceFacts(item.file.path, item.written_tasks)
    rows = ask(workspace.root / CACHE, lambda index: _rows(index, workspace))
    row = rows.get(source.path) if rows else None
    is_known = row is not None and bool(row.slice) and _is_same(source, row)
    return from_json(TrackerSlice, row.slice) if row and is_known else None


def read_entries(workspace: Workspace, meetings: Collection[str]) -> StoredTracker | None:
    """The tracker with the entries of some meetings only; None where that takes reading all."""
    files = read_files(workspace)
    written = open_written(TRACKER, files.tracker) if files and not files.archive else None
    if files is None or written is None:
        return None
    placements = [
        Placement(section, meeting)
        for section, place in written.sections.items()
        for meeting in meetings
        if not _is_empty(entries_of(written.data, place.lines, meeting))
    ]
    try:
        excerpt, heads = cut_out(written, placements), read_some_heads(files.heads, meetings)
    except ValueError:  # somebody else has written into one of them
        return None
    return StoredTracker(files.tracker, excerpt.file, (), heads) if excerpt else None


def _is_empty(span: Span) -> bool:
    return span.start >= span.end


def _rows(index: Connection, workspace: Workspace) -> dict[str, TrackedRow] | None:
    """What the last build took from the tracker, if nobody has written into that since."""
    is_same = about(index, "tracker_then") == tracker_digest(workspace)
    return recall_tracked(index) if is_same else None


def _is_same(source: SourceFacts, row: TrackedRow | None) -> bool:
    return row is not None and row.facts == source.digest()


def _recalled(
    part: TrackedPart, rows: Mapping[str, TrackedRow], sources: Sequence[SourceFacts]
) -> Recalled:
    update = part.update
    others = [rows[own.path] for own in sources if own.path not in part.updated]
    slices = {row.path: from_json(TrackerSlice, row.slice) for row in others if row.slice}
    said = {row.path: words for row in others if (words := from_json(Diagnostics, row.said))}
    report = FileReport(update.source, in_order(update.told))
    return Recalled(
        MappingProxyType({**slices, **update.slices}),
        MappingProxyType({**said, **update.said}),
        report,
    )
