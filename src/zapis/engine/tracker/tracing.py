"""What is to be remembered of an update of the tracker, so that the next one can be of a part."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from zapis.diagnostics import Diagnostics
from zapis.engine.index.digests import digest
from zapis.engine.index.records import Record
from zapis.engine.index.slices import facts_mark
from zapis.engine.index.traces import Group, Reviewed, Trace
from zapis.tasks.meetings import MeetingTasks, TrackerSlice
from zapis.tasks.tracker import Entry, State
from zapis.tasks.tracker_blocks import Block

ARCHIVED = "\n"
"""The section of entries that stand in the archive; no heading has such a title."""


class SourceFacts(NamedTuple):
    """What a source says of tasks: its `MeetingTasks` as JSON, empty where it is no minutes.

    `is_kept` says that entries which the tracker has from it stay as they are, because of an
    error in it or because it is no minutes any more. `mark` is a digest of both, if somebody has
    made one already. **Why** JSON: of ten thousand meetings only those are taken apart that a
    change reaches.
    """

    path: str
    facts: str
    is_kept: bool = False
    mark: bytes = b""

    def digest(self) -> bytes:
        """A digest of all that an update takes from it; the same as `facts_mark` of its record."""
        own = digest(self.facts.encode()) if self.facts and not self.mark else b""
        return self.mark or own + b"%d" % self.is_kept


def facts_of(record: Record, shown: str) -> SourceFacts:
    """What the record of a source says of tasks; `shown` is its path as it is printed."""
    return SourceFacts(shown, record.facts, record.is_kept, facts_mark(record))


def trace_source(
    source: SourceFacts,
    meeting: MeetingTasks | None,
    own: TrackerSlice | None,
    said: Diagnostics | None,
) -> Trace:
    """A source as it was, with the slice of its meeting and what was said of it."""
    known = "" if own is None or source.is_kept else own.meeting_id
    if meeting is None:
        return Trace(source.path, source.digest(), is_told=bool(said))
    day, announced = (of and of.isoformat() for of in (meeting.date, meeting.next_date))
    return Trace(
        source.path,
        source.digest(),
        meeting.id,
        known,
        meeting.series,
        day or None,
        announced or None,
        bool(said),
    )


def trace_entries(
    entries: Iterable[tuple[Entry, State]],
) -> tuple[tuple[Group, ...], tuple[Reviewed, ...]]:
    """Entries with their states by meeting, section and file, and files that speak of them."""
    found: dict[tuple[str, str, str], list[tuple[Entry, State]]] = {}
    reviewed: dict[Reviewed, None] = {}
    for entry, state in entries:
        paths = [item.path for item in entry.statements if item.path]
        key = entry.id.meeting, entry.section, paths[0] if paths else ""
        found.setdefault(key, []).append((entry, state))
        reviewed |= dict.fromkeys(Reviewed(path, entry.id.meeting) for path in paths[1:])
    return tuple(_groups(found)), tuple(reviewed)


def trace_archived(blocks: Iterable[Block]) -> Iterator[Group]:
    """Entries of the archive by meeting and file, so that it is known what reaches them."""
    places = {
        (block.id.meeting, next((item.path for item in block.statements if item.path), ""))
        for block in blocks
    }
    return (Group(meeting, ARCHIVED, path, 0) for meeting, path in sorted(places))


def _groups(
    found: Mapping[tuple[str, str, str], Iterable[tuple[Entry, State]]],
) -> Iterator[Group]:
    for key, entries in found.items():
        states = [state for entry, state in entries if state.status.is_open and not entry.gone]
        yield Group(*key, len(states), tuple(filter(None, map(_day, states))))


def _day(state: State) -> str:
    """The deadline that an open task can miss."""
    deadline = state.deadline
    return deadline.due.isoformat() if deadline and deadline.due and not deadline.recurring else ""
