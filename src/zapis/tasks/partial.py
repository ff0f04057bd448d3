"""An update of some entries of the tracker, put in place among the others.

What comes of it is what an update of the whole would make, or nothing where that is not sure.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from msgspec import Struct

from zapis.diagnostics import Diagnostics, has_errors
from zapis.source import SourceFile
from zapis.tasks.calendar import Calendar
from zapis.tasks.entries import Built
from zapis.tasks.excerpt import Excerpt, Placement, Written, cut_out, lift, open_written, put_back
from zapis.tasks.folding import Facts, Folded, Folding
from zapis.tasks.meetings import MeetingTasks, TrackerSlice
from zapis.tasks.memory import Memory
from zapis.tasks.memory_file import read_some_heads, replace_some_heads
from zapis.tasks.slices import make_slices
from zapis.tasks.tracker import GONE_SECTION, WITHOUT_SERIES, Entry
from zapis.tasks.update import with_both_names

__all__ = ["Part", "PartUpdate", "Placement", "StartedPart", "start_part", "update_part"]

_NO_FACTS: Facts = MappingProxyType({})


class Part(Struct, frozen=True):
    """What an update of some entries is made of.

    `tracker` and `heads` are the files as the last update left them. Of the workspace there are
    the `placements` of the entries, all `meetings` that take part, and the calendar; `ids` are
    those of the entries, in small letters. `kept` are paths as for a whole update, `updated` the
    paths of meetings whose slices are wanted. `former` has the ids that meetings must keep, by
    path.
    """

    path: str
    tracker: bytes
    heads: bytes
    placements: Collection[Placement]
    meetings: Sequence[MeetingTasks]
    calendar: Calendar
    ids: Collection[str]
    kept: Collection[str]
    updated: Collection[str]
    former: Mapping[str, str]


class PartUpdate(Struct, frozen=True):
    """The files after an update of some entries; the entries, and what is said of the meetings.

    `slices` and `said` are by path. `told` is said of the tracker, as it was in `source`. `memory`
    is that of these entries before.
    """

    tracker: bytes
    heads: bytes
    built: tuple[Built, ...]
    slices: Mapping[str, TrackerSlice]
    said: Mapping[str, Diagnostics]
    source: SourceFile
    told: Diagnostics
    memory: Memory


class StartedPart(Struct, frozen=True):
    """An update of some entries before they are put back among the others."""

    part: Part
    written: Written
    excerpt: Excerpt
    folded: Folded
    said: Mapping[str, Diagnostics]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What has become of the entries, in no order."""
        return tuple(item.entry for item in self.folded.built)

    def finish(self, facts: Facts = _NO_FACTS) -> PartUpdate | None:
        """The update with what a person writes down now; None where more would change."""
        part, written, folded = self.part, self.written, self.folded.with_facts(facts)
        placed = [item.placed for item in folded.built]
        known = {GONE_SECTION, WITHOUT_SERIES, *(meeting.section for meeting in part.meetings)}
        tracker = put_back(written, part.placements, placed, known)
        if tracker is None:
            return None
        source, told = self.told()
        return PartUpdate(
            tracker,
            self._heads(folded.built),
            folded.built,
            _slices(part, folded),
            self.said,
            source,
            told,
            self.folded.making.maker.memory,
        )

    def told(self) -> tuple[SourceFile, Diagnostics]:
        """What is said of the tracker as it was, with its text."""
        return _in_place(self.written, self.excerpt, self.folded.told)

    def _heads(self, built: Iterable[Built]) -> bytes:
        part = self.part
        heads = {str(item.entry.id): item.remember() for item in built}
        meetings = {placement.meeting for placement in part.placements}
        meetings |= {item.entry.id.meeting for item in built}
        return replace_some_heads(part.heads, meetings, heads)


def update_part(part: Part, today: date) -> PartUpdate | None:
    """The update; None where it may differ from one of the whole."""
    started = start_part(part, today)
    return started.finish() if started else None


def start_part(part: Part, today: date) -> StartedPart | None:
    """The same up to where a person may write something down who has seen what has become."""
    written = open_written(part.path, part.tracker)
    excerpt = cut_out(written, part.placements) if written else None
    if written is None or excerpt is None or not _is_all_known(part, excerpt):
        return None
    meetings = {placement.meeting for placement in part.placements}
    memory = Memory(read_some_heads(part.heads, meetings))
    stay = with_both_names(part.kept, part.meetings)
    folded = Folding(excerpt.file, part.meetings, stay, part.calendar, today, memory).run()
    said = {path: own for path, own in folded.said() if path in part.updated}
    if not _is_sure(part, folded, said):
        return None
    return StartedPart(part, written, excerpt, folded, said)


def _is_all_known(part: Part, excerpt: Excerpt) -> bool:
    """Whether no entry but those that were asked for has been read."""
    return {block.id.meeting.lower() for block in excerpt.file.blocks} <= set(part.ids)


def _is_sure(part: Part, folded: Folded, said: Mapping[str, Diagnostics]) -> bool:
    """Whether everything took part that had to.

    Errors change what is done with other meetings, changes by hand what names mean.
    """
    has_words = any(line.strip() for line in folded.orphans)
    is_edited = any(own.edits for own in folded.standing)
    is_failed = any(has_errors(own) for own in said.values())
    is_known = all(
        item.known_id == part.former.get(item.meeting.path, item.known_id)
        for item in folded.numbered
    )
    return is_known and not (has_words or is_edited or is_failed)


def _slices(part: Part, folded: Folded) -> Mapping[str, TrackerSlice]:
    slices = make_slices(folded.numbered, folded.reviews, folded.standing)
    wanted = (meeting for meeting in part.meetings if meeting.path in part.updated)
    return {own.path: slices[own.id] for own in wanted if own.id in slices}


def _in_place(
    written: Written, excerpt: Excerpt, told: Diagnostics
) -> tuple[SourceFile, Diagnostics]:
    """What is said of the excerpt, said of the whole."""
    if not told:
        return SourceFile(written.path, ""), ()
    source = written.source()
    return source, tuple(lift(item, written, excerpt, source) for item in told)
