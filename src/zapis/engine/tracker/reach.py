"""What a change of some minutes reaches: which meetings and which entries an update has to read.

An update of part of a workspace must come out as one of the whole. So it reads everything that
takes part in what may change, and gives up where that is too much or cannot be told.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from zapis.engine.index.traces import Group, Trace, Traces
from zapis.engine.index.values import from_json
from zapis.engine.tracker.sources import Sources
from zapis.tasks.calendar import Calendar, make_calendar
from zapis.tasks.meetings import MeetingTasks, ReviewFacts

_MOST_CHANGED = 1000
_MOST_MEETINGS = 2000


class Reached(Struct, frozen=True):
    """What has to be read, and what is known of it.

    `updated` are the sources whose slices may change. `meetings` are these, those that set the
    entries of `ids` or speak of them, the latter without what concerns other entries. `ids` are
    those of meetings in the tracker, and others that may be written for them, in small letters;
    `groups` are their entries. `former` are the ids in the tracker, by path, of meetings that have
    not changed and so must keep them. `others` are the other meetings of their series, as far as
    the calendar goes.
    """

    updated: frozenset[str]
    meetings: tuple[MeetingTasks, ...]
    calendar: Calendar
    ids: frozenset[str]
    groups: tuple[Group, ...]
    former: Mapping[str, str]
    others: tuple[MeetingTasks, ...]


class _TooMuchError(Exception):
    """The change reaches too far, or nobody can tell how far."""


def find_reached(
    traces: Traces,
    sources: Sources,
    changed: Collection[str],
    asked: Collection[str] = (),
) -> Reached | None:
    """What a change of sources reaches; None where all had better be read.

    `changed` are the paths of those that differ from the
    last update, or are no more. `asked` are ids of meetings whose entries are wanted anyway.
    """
    if len(changed) > _MOST_CHANGED:
        return None
    try:
        return _Search(traces, sources, frozenset(changed)).run(asked)
    except _TooMuchError:
        return None


class _Search:
    """One search; everything found is kept, so that it is asked for once."""

    def __init__(self, traces: Traces, sources: Sources, changed: frozenset[str]) -> None:
        self.traces = traces
        self.sources = sources
        self.changed = changed
        self.before = {trace.path: trace for trace in traces.of_paths(changed)}
        self.read: dict[str, MeetingTasks] = {}
        self.known: dict[str, Trace] = {}
        self.ids: set[str] = set()
        self.groups: list[Group] = []

    def run(self, asked: Collection[str]) -> Reached:
        """Follow the change until nothing more is found."""
        updated = {*self.changed, *self._moved(), *self.traces.special()}
        ids = self._ids_of(self.changed)
        if any(map(self._is_homeless, self._meetings(updated))):
            ids |= set(self.traces.unclaimed())
        # What a document says of tasks under review is what their own meetings say.
        updated |= set(self.traces.reviewers_of(ids))
        found = {meeting.path: meeting for meeting in self._meetings(updated)}
        ids |= self._ids_of(updated) | self._named(found)
        self._follow({*asked, *ids, *self.traces.reviewed_in(updated)})
        owners = self.known.keys() - updated
        reviewers = set(self.traces.reviewers_of(self.ids)) - updated - owners
        written = self.ids | {own.meeting.lower() for own in self.known.values()}
        others = [_concerning(own, written) for own in self._meetings(owners)]
        speakers = [_concerning(own, written) for own in self._meetings(reviewers)]
        meetings = (*found.values(), *others, *(replace(own, tasks=()) for own in speakers))
        around = self._others(meetings)
        same = (own for path, own in self.known.items() if path not in self.changed)
        return Reached(
            frozenset(updated & self.sources.keys()),
            meetings,
            make_calendar((*around, *meetings)),
            frozenset(self.ids),
            tuple(dict.fromkeys(self.groups)),
            {own.path: own.known for own in same if own.known},
            around,
        )

    @cached_property
    def _now(self) -> tuple[MeetingTasks, ...]:
        """The meetings among the changed sources."""
        return tuple(meeting for path in self.changed if (meeting := self._meeting(path)))

    def _meeting(self, path: str) -> MeetingTasks | None:
        source = self.sources.get(path)
        text = source.facts if source else ""
        if text and path not in self.read:
            self.read[path] = from_json(MeetingTasks, text)
            if self.read[path].path != path:
                raise _TooMuchError
        return self.read[path] if text else None

    def _meetings(self, paths: Iterable[str]) -> list[MeetingTasks]:
        return [meeting for path in sorted(paths) if (meeting := self._meeting(path))]

    def _ids_of(self, paths: Collection[str]) -> set[str]:
        """All ids by which sources are or were known."""
        found = {group.meeting for group in self.traces.groups_set_in(paths)}
        for trace in self.traces.of_paths(paths):
            found |= {trace.meeting, trace.known}
        found |= {meeting.id for path in paths if (meeting := self._meeting(path))}
        return found - {""}

    def _moved(self) -> set[str]:
        """Meetings that others are before or behind now than at the last update."""
        before = {path: _place(_stub(own)) for path, own in self.before.items() if own.meeting}
        now = {own.path: _place(own) for own in self._now}
        paths = {path for path in self.changed if before.get(path) != now.get(path)}
        series = {places[path][0] for places in (before, now) for path in paths & places.keys()}
        if not series - {""}:
            return set()
        former = [_stub(trace) for trace in self.traces.of_series(series - {""})]
        same = [own for own in former if own.path not in self.changed]
        was = make_calendar(former)
        is_now = make_calendar((*same, *(own for own in self._now if own.series in series)))
        return {own.path for own in same if _around(was, own) != _around(is_now, own)}

    def _named(self, meetings: Mapping[str, MeetingTasks]) -> set[str]:
        """The ids of meetings whose tasks are reviewed."""
        speaking = [meeting for meeting in meetings.values() if meeting.reviews]
        calendar = self._calendar(speaking)
        found: set[str] = set()
        for meeting in speaking:
            for review in meeting.reviews:
                written = review.target.rpartition("/")[0]
                if written.lower() in self.sources:  # a path, which nobody means
                    raise _TooMuchError
                previous = None if written else calendar.previous(meeting)
                found.add(previous.id if previous else written)
        return found - {""}

    def _follow(self, ids: Iterable[str]) -> None:
        """Everything that has these ids in any case, and all other ids of that."""
        now = {meeting.id for meeting in self._now}
        new = {own.lower() for own in ids}
        while new := new - self.ids:
            self.ids |= new
            if len(self.ids) > _MOST_MEETINGS:
                raise _TooMuchError
            groups = tuple(self.traces.groups_of(new))
            self.groups += groups
            traces = {*self.traces.of_meetings(new)}
            traces |= {*self.traces.of_paths({group.path for group in groups} - self.known.keys())}
            self.known |= {own.path: own for own in traces if own.path in self.sources}
            other = now | {group.meeting for group in groups}
            other |= {group.meeting for group in self.traces.groups_set_in(t.path for t in traces)}
            other |= {own for trace in traces for own in (trace.meeting, trace.known)}
            new = {own.lower() for own in other if own}
            if len(new) < len(other - {""}):  # which of two a review means is not sure
                raise _TooMuchError

    def _is_homeless(self, meeting: MeetingTasks) -> bool:
        """Whether a meeting may be looking for its entries among those of others."""
        own = {group.meeting for group in self.traces.groups_set_in((meeting.path,))}
        return bool(meeting.tasks) and meeting.id not in own

    def _calendar(self, meetings: Collection[MeetingTasks]) -> Calendar:
        """What is around these meetings."""
        return make_calendar((*self._others(meetings), *meetings))

    def _others(self, meetings: Collection[MeetingTasks]) -> tuple[MeetingTasks, ...]:
        """The other meetings of their series."""
        own = {meeting.path for meeting in meetings}
        series = {meeting.series for meeting in meetings} - {""}
        return tuple(
            _stub(trace)
            for trace in self.traces.of_series(series)
            if trace.path not in own and trace.path not in self.changed
        )


_Place = tuple[str, date | None, str, date | None]


def _place(meeting: MeetingTasks) -> _Place:
    """Where a meeting stands in the calendar."""
    return meeting.series, meeting.date, meeting.id, meeting.next_date


def _around(calendar: Calendar, meeting: MeetingTasks) -> tuple[object, ...]:
    previous = calendar.previous(meeting)
    return previous and (previous.id, previous.path), calendar.next_date(meeting)


def _stub(trace: Trace) -> MeetingTasks:
    """A meeting as far as the calendar goes."""
    day, announced = (own and date.fromisoformat(own) for own in (trace.day, trace.next_day))
    return MeetingTasks(
        trace.meeting, trace.path, day or None, trace.series, next_date=announced or None
    )


def _concerning(meeting: MeetingTasks, ids: Collection[str]) -> MeetingTasks:
    """A meeting with those of its reviews that may speak of tasks of other meetings."""

    def is_about(review: ReviewFacts) -> bool:
        written = review.target.rpartition("/")[0]
        return not written or written.lower() in ids

    return replace(meeting, reviews=tuple(filter(is_about, meeting.reviews)))
