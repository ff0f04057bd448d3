"""Bring the tracker up to date with the minutes: one pure function from both to the new text."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct, field
from msgspec.structs import replace

from zapis.diagnostics import Diagnostics, Outcome, has_errors
from zapis.model.tasks import TaskStatus
from zapis.tasks.calendar import make_calendar
from zapis.tasks.entries import Built
from zapis.tasks.folding import Facts, Folded, Folding
from zapis.tasks.meetings import MeetingTasks, TrackerSlice
from zapis.tasks.memory import Memory
from zapis.tasks.slices import make_slices
from zapis.tasks.tracker import Entry, Tracker, is_overdue
from zapis.tasks.tracker_file import TrackerFile
from zapis.tasks.tracker_layout import (
    compose_lines,
    encode,
    entry_order,
    foreign_headings,
    section_order,
)

_NO_FACTS: Facts = MappingProxyType({})


class TrackerCounts(Struct, frozen=True):
    """What the summary of a build says: tasks new and done since the last one, open, overdue."""

    new: int = 0
    done: int = 0
    open: int = 0
    overdue: int = 0


class TrackerUpdate(Struct, frozen=True):
    """The tracker brought up to date.

    `data` is the whole file; it is to be written only if `changed`. `slices`
    are by the id of a meeting as its minutes have it, `diagnostics` by the path of the minutes.
    `heads` is what to remember for the next update (see `update_tracker`).
    """

    data: bytes
    changed: bool
    tracker: Tracker
    slices: Mapping[str, TrackerSlice]
    counts: TrackerCounts
    diagnostics: Mapping[str, Diagnostics] = field(default_factory=lambda: MappingProxyType({}))
    heads: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def text(self) -> str:
        """The file as text, with its line ends."""
        return self.data.decode()


class StartedUpdate(Struct, frozen=True):
    """An update before its text is made; `failed` is said of meetings that stay as they are."""

    old: TrackerFile
    meetings: Sequence[MeetingTasks]
    today: dt.date
    memory: Memory
    folded: Folded
    failed: Mapping[str, Diagnostics]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What has become of the entries, in the order of the file."""
        return _in_order_of_file(item.entry for item in self.folded.built)

    @property
    def told(self) -> Diagnostics:
        """What is to be said of the tracker file."""
        return self.folded.told

    def finish(self, facts: Facts = _NO_FACTS) -> Outcome[TrackerUpdate]:
        """The update with what a person writes down now, by task."""
        folded = self.folded.with_facts(facts)
        update = _finish(self, folded)
        diagnostics = MappingProxyType({**update.diagnostics, **self.failed})
        return Outcome(replace(update, diagnostics=diagnostics), folded.told)


def update_tracker(
    old: TrackerFile,
    meetings: Sequence[MeetingTasks],
    kept: Collection[str],
    today: dt.date,
    remembered: Mapping[str, str] | None = None,
    facts: Facts = _NO_FACTS,
    people: Collection[str] = (),
) -> Outcome[TrackerUpdate]:
    """The tracker of a whole workspace after the meetings in it have been read.

    `kept` are paths (or ids) of meetings that have errors or were not read: their entries stay.
    Meetings among them may be given all the same, so that their dates are known. `remembered` are
    the `heads` of the last update: with them a head line that was changed by hand can be told from
    one that minutes or a new fact below it have outdated. Without them every difference counts as
    a change by hand, and a former wording is kept as a note. Diagnostics of the outcome are those
    of the tracker file; an unreadable file is left as it is. `facts` are what a person writes down
    now, by task; those of unknown tasks are left out. Meetings whose reviews name unknown
    tasks count as having errors. `people` are names that a hand may mean, beside those of the
    minutes and of the tracker.
    """
    return start_update(old, meetings, kept, today, remembered, people).finish(facts)


def start_update(
    old: TrackerFile,
    meetings: Sequence[MeetingTasks],
    kept: Collection[str],
    today: dt.date,
    remembered: Mapping[str, str] | None = None,
    people: Collection[str] = (),
) -> StartedUpdate:
    """The same up to where a person may write something down who has seen what has become."""
    calendar = make_calendar(meetings)
    memory = Memory(remembered or {})
    failed: dict[str, Diagnostics] = {}
    while True:
        stay = with_both_names({*kept, *failed}, meetings)
        folded = Folding(old, meetings, stay, calendar, today, memory, people).run()
        broken = {path: own for path, own in folded.said() if has_errors(own)}
        failed |= broken
        if not broken:
            return StartedUpdate(old, meetings, today, memory, folded, failed)


def _finish(started: StartedUpdate, folded: Folded) -> TrackerUpdate:
    old, meetings, today = started.old, started.meetings, started.today
    built = folded.built
    words = [line for line in folded.orphans if line.strip()]
    placed = [item.placed for item in built]
    known = {item.section for item in meetings}
    before = old.text.encode()
    lines = compose_lines(old, placed, words, foreign_headings(old, placed, known))
    data = encode(lines) if old.readable else before
    entries = _in_order_of_file(item.entry for item in built)
    return TrackerUpdate(
        data=data,
        changed=data != before,
        tracker=Tracker(entries),
        slices=make_slices(folded.numbered, folded.reviews, folded.standing),
        counts=count_built(built, today, started.memory),
        diagnostics=dict(folded.said()),
        heads={str(item.entry.id): item.remember() for item in built},
    )


def count_built(built: Iterable[Built], today: dt.date, memory: Memory) -> TrackerCounts:
    """What is to be said of these entries in a summary.

    **Why** the memory: a line that a hand has added closed the task after the last update, though
    it stands in the file already.
    """
    new = done = still_open = overdue = 0
    for item in built:
        if item.entry.gone:
            continue
        state = item.state
        new += item.old is None
        done += state.status is TaskStatus.DONE and _was_open(item, memory)
        still_open += state.status.is_open
        overdue += is_overdue(state, today)
    return TrackerCounts(new, done, still_open, overdue)


def _was_open(item: Built, memory: Memory) -> bool:
    """Whether a task was there after the last update and not done yet."""
    old = item.old
    if old is None:
        return False
    before = memory.recall(old.id)
    facts = sum(not statement.path for statement in old.block.statements)
    if before is None or before.facts >= facts:
        return old.state.status is not TaskStatus.DONE
    return before.box != TaskStatus.DONE.box


def with_both_names(stay: Collection[str], meetings: Iterable[MeetingTasks]) -> frozenset[str]:
    """Paths and ids of the meetings that stay; an id only if no other meeting with it is read."""
    staying: list[MeetingTasks] = []
    read: set[str] = set()
    for item in meetings:
        if item.path in stay or item.id in stay:
            staying.append(item)
        else:
            read.add(item.id)
    paths = {item.path for item in staying}
    return frozenset({*stay, *paths, *({item.id for item in staying} - read)})


def _in_order_of_file(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    by_section: dict[str, list[Entry]] = {}
    for entry in entries:
        by_section.setdefault(entry.section, []).append(entry)
    return tuple(
        entry
        for section in sorted(by_section, key=section_order)
        for entry in sorted(by_section[section], key=lambda entry: entry_order(entry.id))
    )
