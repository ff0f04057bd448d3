"""Bring the tracker up to date with the minutes: one pure function from both to the new text."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from zapis.diagnostics import Diagnostics, Outcome, has_errors
from zapis.model.tasks import TaskId, TaskStatus
from zapis.tasks.calendar import Calendar, make_calendar
from zapis.tasks.entries import Built, EntryMaker, setting_statement
from zapis.tasks.gone import find_dropped, part_numbers, report_gone
from zapis.tasks.hand_edits import report_edits
from zapis.tasks.known_names import KnownNames, names_in
from zapis.tasks.known_sentences import KnownSentences
from zapis.tasks.meeting_ids import known_ids
from zapis.tasks.meetings import MeetingTasks, TrackerSlice
from zapis.tasks.memory import Memory
from zapis.tasks.numbered import Numbered, number_meetings
from zapis.tasks.reviews import References, Reviews, review_tasks
from zapis.tasks.slices import make_slices
from zapis.tasks.standing import Standing, read_standing
from zapis.tasks.tracker import Entry, Statement, Tracker, is_overdue
from zapis.tasks.tracker_file import TrackerFile
from zapis.tasks.tracker_layout import compose, entry_order, foreign_headings, section_order
from zapis.tasks.twins import join_copies

Facts = Mapping[TaskId, Sequence[Statement]]
_NO_FACTS: Facts = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class TrackerCounts:
    """What the summary of a build says: tasks new and done since the last one, open, overdue."""

    new: int = 0
    done: int = 0
    open: int = 0
    overdue: int = 0


@dataclass(frozen=True, slots=True)
class TrackerUpdate:
    """The tracker brought up to date.

    `text` is the whole file, with its line ends; it is to be written only if `changed`. `slices`
    are by the id of a meeting as its minutes have it, `diagnostics` by the path of the minutes.
    `heads` is what to remember for the next update (see `update_tracker`).
    """

    text: str
    changed: bool
    tracker: Tracker
    slices: Mapping[str, TrackerSlice]
    counts: TrackerCounts
    diagnostics: Mapping[str, Diagnostics] = field(default_factory=lambda: MappingProxyType({}))
    heads: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def update_tracker(
    old: TrackerFile,
    meetings: Sequence[MeetingTasks],
    kept: Collection[str],
    today: dt.date,
    remembered: Mapping[str, str] | None = None,
    facts: Facts = _NO_FACTS,
) -> Outcome[TrackerUpdate]:
    """The tracker of a whole workspace after the meetings in it have been read.

    `kept` are paths (or ids) of meetings that have errors or were not read: their entries stay.
    Meetings among them may be given all the same, so that their dates are known. `remembered` are
    the `heads` of the last update: with them a head line that was changed by hand can be told from
    one that minutes or a new fact below it have outdated. Without them every difference counts as
    a change by hand, and a former wording is kept as a note. Diagnostics of the outcome are those
    of the tracker file; an unreadable file is left as it is. `facts` are what a person writes down
    now, by task; those of unknown tasks are left out. Meetings whose reviews name unknown
    tasks count as having errors.
    """
    calendar = make_calendar(meetings)
    memory = Memory(remembered or {})
    failed: dict[str, Diagnostics] = {}
    while True:
        stay = _with_both_names({*kept, *failed}, meetings)
        outcome = _Update(old, meetings, stay, calendar, today, memory, facts).run()
        found = outcome.value.diagnostics
        broken = {path: own for path, own in found.items() if has_errors(own)}
        failed |= broken
        if not broken:
            diagnostics = MappingProxyType({**found, **failed})
            return replace(outcome, value=replace(outcome.value, diagnostics=diagnostics))


@dataclass(frozen=True, slots=True)
class _Update:
    """One attempt, with a fixed set of meetings that stay as they are."""

    old: TrackerFile
    meetings: Sequence[MeetingTasks]
    stay: frozenset[str]
    calendar: Calendar
    today: dt.date
    memory: Memory
    facts: Facts

    def run(self) -> Outcome[TrackerUpdate]:
        active = [item for item in self.meetings if not self.stay & {item.path, item.id}]
        active.sort(key=lambda item: (item.date or dt.date.max, item.id, item.path))
        standing = self._standing(active)
        waiting = [own for own in standing if not self._stays(own)]
        by_id = _by_meeting(waiting)
        ids = known_ids(active, by_id, self.memory)
        numbered = number_meetings(active, ids, by_id, self.memory)
        reviews = review_tasks(numbered, self._references(numbered, standing, ids), self.calendar)
        matched = {own.order for item in numbered for own in item.standing if own}
        lost = [own for own in waiting if own.order not in matched]
        dropped = {own.order for own in find_dropped(lost, numbered, reviews)}
        gone = [own for own in lost if own.order not in dropped and not own.is_archived]
        given = {task.id for item in numbered for task in item.tasks}
        gone_ids = part_numbers(gone, given, (own.id for own in standing))
        said, facts = reviews.statements, self.facts
        keeps = self.stay.__contains__
        maker = EntryMaker(self.old, said, keeps, self.memory, self.today, facts)
        built = [
            *self._current(numbered, maker),
            *self._standing_still(standing, matched, maker),
            *(maker.gone(own, task) for own, task in zip(gone, gone_ids, strict=True)),
        ]
        orphans = [line for own in lost if own.order in dropped for line in own.block.behind]
        update = self._finish(built, orphans, numbered, reviews, standing)
        # Where lines could not be read nobody knows whether a task is gone.
        told = report_gone(self.old.source, gone, gone_ids) if self.old.readable else ()
        return Outcome(update, (*told, *report_edits(self.old.source, standing)))

    def _standing(self, active: Sequence[MeetingTasks]) -> tuple[Standing, ...]:
        sentences = KnownSentences(active, self.memory)
        people = KnownNames(lambda: names_in(self.old, self.meetings))
        memory = self.memory.texts
        return join_copies(read_standing(self.old, self.today, sentences, memory, people))

    def _standing_still(
        self, standing: Iterable[Standing], matched: Collection[int], maker: EntryMaker
    ) -> Iterator[Built]:
        """Entries whose minutes were not read, and archived ones that have been opened again."""
        for own in standing:
            if own.is_archived:
                built = None if own.order in matched else maker.standing(own)
                if built and built.state.status.is_open and own.id in maker.reviews:
                    yield built
            elif self._stays(own):
                yield maker.standing(own)

    def _stays(self, own: Standing) -> bool:
        """Whether the minutes of an entry have not been read, so that it stays as it is."""
        is_kept = own.setting is not None and own.setting.path in self.stay
        return is_kept or own.id.meeting in self.stay

    def _references(
        self, numbered: Iterable[Numbered], standing: Iterable[Standing], ids: Mapping[str, str]
    ) -> References:
        """Everything that may be reviewed: also tasks that stay or are gone."""
        sentences = {own.id: own.head.sentence for own in standing}
        sentences |= {task.id: task.facts.sentence for item in numbered for task in item.tasks}
        by_id = {task.meeting.lower(): task.meeting for task in sentences}
        for meeting in self.meetings:
            by_id.setdefault(meeting.id.lower(), ids.get(meeting.path, meeting.id))
        known = {task.meeting for task in sentences}
        unread = {
            item.id: item.path
            for item in self.meetings
            if self.stay & {item.path, item.id} and item.id not in known
        }
        return References(sentences, {**by_id, **ids}, self.calendar, unread)

    def _current(self, numbered: Iterable[Numbered], maker: EntryMaker) -> Iterator[Built]:
        for item in numbered:
            meeting = item.meeting
            for task in item.tasks:
                said = setting_statement(meeting, task.facts, self.calendar)
                old = task.standing
                built = maker.current(task.id, task.facts, said, meeting.section, old)
                if not (old and old.is_archived) or built.state.status.is_open:
                    yield built

    def _finish(
        self,
        built: Sequence[Built],
        orphans: Sequence[str],
        numbered: Sequence[Numbered],
        reviews: Reviews,
        standing: Sequence[Standing],
    ) -> TrackerUpdate:
        words = [line for line in orphans if line.strip()]
        placed = [item.placed for item in built]
        known = {item.section for item in self.meetings}
        text = compose(self.old, placed, words, foreign_headings(self.old, placed, known))
        text = text if self.old.readable else self.old.text
        entries = _in_order_of_file(item.entry for item in built)
        diagnostics = {
            item.meeting.path: (*item.diagnostics(), *reviews.diagnostics[item.meeting.path])
            for item in numbered
        }
        return TrackerUpdate(
            text=text,
            changed=text != self.old.text,
            tracker=Tracker(entries),
            slices=make_slices(numbered, reviews, standing),
            counts=_count(built, self.today),
            diagnostics={path: own for path, own in diagnostics.items() if own},
            heads={str(item.entry.id): item.remember() for item in built},
        )


def _by_meeting(standing: Iterable[Standing]) -> dict[str, list[Standing]]:
    by_id: dict[str, list[Standing]] = {}
    for own in standing:
        by_id.setdefault(own.id.meeting, []).append(own)
    return by_id


def _count(built: Iterable[Built], today: dt.date) -> TrackerCounts:
    new = done = still_open = overdue = 0
    for item in built:
        if item.entry.gone:
            continue
        state = item.state
        former = item.old.state.status if item.old else None
        new += item.old is None
        done += state.status is TaskStatus.DONE and former not in (None, TaskStatus.DONE)
        still_open += state.status.is_open
        overdue += is_overdue(state, today)
    return TrackerCounts(new, done, still_open, overdue)


def _with_both_names(stay: Collection[str], meetings: Iterable[MeetingTasks]) -> frozenset[str]:
    """Paths and ids of the meetings that stay; an id only if no other meeting with it is read."""
    meetings = tuple(meetings)
    staying = [item for item in meetings if not {item.path, item.id}.isdisjoint(stay)]
    read = {item.id for item in meetings if item not in staying}
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
