"""Bring the tracker up to date with the minutes: one pure function from both to the new text."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from zapis import codes
from zapis.czech.shortening import first_words
from zapis.diagnostics import Diagnostic, Diagnostics, Outcome, has_errors
from zapis.model.tasks import TaskId, TaskStatus
from zapis.tasks.calendar import Calendar, make_calendar
from zapis.tasks.entries import Built, EntryMaker, setting_statement
from zapis.tasks.meeting_ids import known_ids
from zapis.tasks.meetings import MeetingTasks, TrackerSlice
from zapis.tasks.numbered import Numbered, number_meetings
from zapis.tasks.reviews import References, Reviews, review_tasks
from zapis.tasks.slices import make_slices
from zapis.tasks.standing import Standing, read_standing
from zapis.tasks.tracker import GONE_SECTION, Entry, Statement, Tracker, fold, is_overdue
from zapis.tasks.tracker_file import TrackerFile
from zapis.tasks.tracker_head import Remembered, recall, remember
from zapis.tasks.tracker_layout import compose, entry_order, section_order

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
    texts = (remembered or {}).items()
    recalled = {task: head for task, text in texts if (head := recall(text))}
    failed: dict[str, Diagnostics] = {}
    while True:
        stay = _with_both_names({*kept, *failed}, meetings)
        outcome = _Update(old, meetings, stay, calendar, today, recalled, facts).run()
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
    remembered: Mapping[str, Remembered]
    facts: Facts

    def run(self) -> Outcome[TrackerUpdate]:
        active = [item for item in self.meetings if not self.stay & {item.path, item.id}]
        active.sort(key=lambda item: (item.date or dt.date.max, item.id, item.path))
        known = _Sentences(active, self.remembered)
        standing = read_standing(self.old, self.today, known, self.remembered)
        waiting = [own for own in standing if not self._stays(own)]
        by_id = _by_meeting(waiting)
        ids = known_ids(active, by_id)
        numbered = number_meetings(active, ids, by_id, self.remembered)
        reviews = review_tasks(numbered, self._references(numbered, standing, ids), self.calendar)
        matched = {own.order for item in numbered for own in item.standing if own}
        lost = [own for own in waiting if own.order not in matched]
        dropped = {own.order for own in _find_dropped(lost, numbered, reviews)}
        gone = [own for own in lost if own.order not in dropped]
        keeps = self.stay.__contains__
        said, facts = reviews.statements, self.facts
        maker = EntryMaker(self.old, said, keeps, self.remembered, self.today, facts)
        built = [
            *self._current(numbered, maker),
            *(maker.standing(own) for own in standing if self._stays(own)),
            *(maker.gone(own) for own in gone),
        ]
        orphans = [line for own in lost if own.order in dropped for line in own.block.behind]
        update = self._finish(built, orphans, numbered, reviews, standing)
        return Outcome(update, tuple(self._report_gone(gone)))

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
                yield maker.current(task.id, task.facts, said, meeting.section, task.standing)

    def _finish(
        self,
        built: Sequence[Built],
        orphans: Sequence[str],
        numbered: Sequence[Numbered],
        reviews: Reviews,
        standing: Sequence[Standing],
    ) -> TrackerUpdate:
        words = [line for line in orphans if line.strip()]
        text = compose(self.old, [item.placed for item in built], words)
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
            counts=_count(built, standing, self.today),
            diagnostics={path: own for path, own in diagnostics.items() if own},
            heads={str(entry.id): remember(entry.sentence, entry.state) for entry in entries},
        )

    def _report_gone(self, gone: Iterable[Standing]) -> Iterator[Diagnostic]:
        """A warning for every task that has just left its minutes."""
        for own in gone:
            if own.block.section == GONE_SECTION:
                continue
            path = own.setting.path if own.setting else own.id.meeting
            words = first_words(own.head.sentence)
            message = f"úkol #{own.id} „{words}“ už není v zápisu {path}"
            cure = "vraťte ho do zápisu, nebo ho ze seznamu úkolů smažte"
            span = self.old.source.line_span(own.block.number)
            yield Diagnostic(codes.TASK_GONE, message, span, cure)


class _Sentences:
    """The sentences that an entry may have: the one remembered and those of its meeting."""

    def __init__(
        self, meetings: Iterable[MeetingTasks], remembered: Mapping[str, Remembered]
    ) -> None:
        self._remembered = remembered
        self._by_meeting = {
            item.id: tuple(sorted({task.sentence for task in item.tasks}, key=len, reverse=True))
            for item in meetings
        }

    def __call__(self, task: TaskId) -> Sequence[str]:
        known = self._remembered.get(str(task))
        own = self._by_meeting.get(task.meeting, ())
        return own if known is None else (known.sentence, *own)


def _by_meeting(standing: Iterable[Standing]) -> dict[str, list[Standing]]:
    by_id: dict[str, list[Standing]] = {}
    for own in standing:
        by_id.setdefault(own.id.meeting, []).append(own)
    return by_id


def _find_dropped(
    lost: Iterable[Standing], numbered: Iterable[Numbered], reviews: Reviews
) -> Iterator[Standing]:
    """Tasks that vanished from drafts and that nobody has written or said anything about."""
    drafts = {item.known_id for item in numbered if item.meeting.is_draft}
    for own in lost:
        if own.id.meeting in drafts and own.is_untouched and own.id not in reviews.statements:
            yield own


def _count(built: Iterable[Built], standing: Sequence[Standing], today: dt.date) -> TrackerCounts:
    before = {own.order: fold([group.statement for group in own.groups]).status for own in standing}
    new = done = still_open = overdue = 0
    for entry, placed in built:
        if entry.gone:
            continue
        state = entry.state
        former = None if placed.order is None else before[placed.order]
        new += entry.is_new
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
