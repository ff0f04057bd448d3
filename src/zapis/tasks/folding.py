"""The heart of an update: which task is which entry, what is said of it, the entries made anew."""

import datetime as dt
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from zapis.diagnostics import Diagnostics
from zapis.model.tasks import TaskId
from zapis.tasks.calendar import Calendar
from zapis.tasks.entries import Built, EntryMaker, setting_statement
from zapis.tasks.gone import find_dropped, part_numbers, report_gone
from zapis.tasks.hand_edits import report_edits
from zapis.tasks.known_names import KnownNames, names_in
from zapis.tasks.known_sentences import KnownSentences
from zapis.tasks.meeting_ids import known_ids
from zapis.tasks.meetings import MeetingTasks
from zapis.tasks.memory import Memory
from zapis.tasks.numbered import Numbered, number_meetings
from zapis.tasks.reviews import References, Reviews, review_tasks
from zapis.tasks.standing import Standing, read_standing
from zapis.tasks.tracker import Statement
from zapis.tasks.tracker_file import TrackerFile
from zapis.tasks.twins import join_copies

Facts = Mapping[TaskId, Sequence[Statement]]


class _Making(Struct, frozen=True):
    """What all entries are made of: tasks that minutes have, entries that stay, those gone.

    Those of the archive are no entries of the file but where the minutes have opened them again.
    """

    maker: EntryMaker
    numbered: Sequence[Numbered]
    staying: Sequence[Standing]
    gone: Sequence[tuple[Standing, TaskId]]
    calendar: Calendar

    def entries(self, only: Container[TaskId] | None = None) -> Iterator[Built]:
        """The entries, or those of some tasks whatever has become of them."""
        for built in self._made(only):
            is_archived = built.old is not None and built.old.is_archived
            if only is not None or not is_archived or built.state.status.is_open:
                yield built

    def _made(self, only: Container[TaskId] | None) -> Iterator[Built]:
        yield from self._current(only)
        for own in self.staying:
            if only is None or own.id in only:
                yield self.maker.standing(own)
        for own, task in self.gone:
            if only is None or task in only:
                yield self.maker.gone(own, task)

    def _current(self, only: Container[TaskId] | None) -> Iterator[Built]:
        for item in self.numbered:
            meeting = item.meeting
            for task in item.tasks:
                if only is not None and task.id not in only:
                    continue
                said = setting_statement(meeting, task.facts, self.calendar)
                old = task.standing
                yield self.maker.current(task.id, task.facts, said, meeting.section, old)


class Folded(Struct, frozen=True):
    """What becomes of the entries: those made, in no order, and what they were made of.

    `orphans` are lines that stood behind entries which are no more; `told` is what is to be said
    of the tracker file.
    """

    built: tuple[Built, ...]
    orphans: tuple[str, ...]
    numbered: tuple[Numbered, ...]
    reviews: Reviews
    standing: tuple[Standing, ...]
    told: Diagnostics
    making: _Making

    def with_facts(self, facts: Facts) -> "Folded":
        """The same with what a person writes down now for some of the entries made."""
        if not facts:
            return self
        making = replace(self.making, maker=replace(self.making.maker, facts=facts))
        new = {_key(own): own for own in making.entries(facts)}
        return replace(self, built=tuple(new.get(_key(own), own) for own in self.built))

    def said(self) -> Iterator[tuple[str, Diagnostics]]:
        """What is to be said of meetings, by their paths."""
        for item in self.numbered:
            path = item.meeting.path
            if own := (*item.diagnostics(), *self.reviews.diagnostics[path]):
                yield path, own


class Folding(Struct, frozen=True):
    """One attempt, with a fixed set of meetings that stay as they are.

    `meetings` and the entries of `old` may be a part of the workspace (see `partial.py`);
    `calendar` is that of the whole. `people` are named in neither.
    """

    old: TrackerFile
    meetings: Sequence[MeetingTasks]
    stay: frozenset[str]
    calendar: Calendar
    today: dt.date
    memory: Memory
    people: Collection[str] = ()

    def run(self) -> Folded:
        """Everything made anew."""
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
        archived = [own for own in lost if own.is_archived and own.id in reviews.statements]
        leaving = (*zip(gone, gone_ids, strict=True), *((own, own.id) for own in archived))
        making = self._making(numbered, standing, leaving, reviews)
        built = tuple(making.entries())
        # Where lines could not be read nobody knows whether a task is gone.
        told = report_gone(self.old.source, gone, gone_ids) if self.old.readable else ()
        said = (*told, *report_edits(self.old.source, standing))
        left = (own for own in lost if own.order in dropped and not own.is_archived)
        orphans = tuple(line for own in left for line in own.block.behind)
        return Folded(built, orphans, numbered, reviews, standing, said, making)

    def _making(
        self,
        numbered: Sequence[Numbered],
        standing: Sequence[Standing],
        leaving: Sequence[tuple[Standing, TaskId]],
        reviews: Reviews,
    ) -> _Making:
        said, keeps = reviews.statements, self.stay.__contains__
        maker = EntryMaker(self.old, said, keeps, self.memory, self.today)
        named = (own for own in standing if not own.is_archived or own.id in said)
        staying = tuple(filter(self._stays, named))
        return _Making(maker, numbered, staying, leaving, self.calendar)

    def _standing(self, active: Sequence[MeetingTasks]) -> tuple[Standing, ...]:
        sentences = KnownSentences(active, self.memory)
        people = KnownNames(lambda: (*names_in(self.old, self.meetings), *self.people))
        memory = self.memory.texts
        return join_copies(read_standing(self.old, self.today, sentences, memory, people))

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


def _key(built: Built) -> tuple[TaskId, int | None]:
    """What tells entries apart; a number may be that of two tasks."""
    return built.entry.id, built.old.order if built.old else None


def _by_meeting(standing: Iterable[Standing]) -> dict[str, list[Standing]]:
    by_id: dict[str, list[Standing]] = {}
    for own in standing:
        by_id.setdefault(own.id.meeting, []).append(own)
    return by_id
