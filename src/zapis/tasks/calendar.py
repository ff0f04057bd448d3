"""The meetings of each series in order: which was before, which comes next."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from zapis.czech.deadlines import Deadline
from zapis.czech.folding import fold
from zapis.tasks.meetings import MeetingTasks
from zapis.tasks.tracker_words import NO_DEADLINE_WORDS

_SHORTEST_STEM = 3


class Around(NamedTuple):
    """What is around a meeting: the one of its series before it, and the day of the next."""

    previous: MeetingTasks | None
    next_date: dt.date | None


_Moment = tuple[dt.date, str, str]


class Calendar(Struct, frozen=True):
    """What is around each of all meetings, also of those with errors."""

    around: Mapping[_Moment, Around]

    def previous(self, meeting: MeetingTasks) -> MeetingTasks | None:
        """The meeting of the same series before this one; a meeting without a date is the last."""
        return self.around[_moment(meeting)].previous

    def next_date(self, meeting: MeetingTasks) -> dt.date | None:
        """The day of the next meeting of the series; where there is none, the announced one."""
        return self.around[_moment(meeting)].next_date

    def resolve(self, deadline: Deadline | None, meeting: MeetingTasks) -> Deadline | None:
        """The deadline with the day of the next meeting, where that is what it waits for."""
        if deadline is None or deadline.words == NO_DEADLINE_WORDS:
            return None
        if not deadline.next_meeting or deadline.due:
            return deadline
        if deadline.meeting_of and not _names(deadline.meeting_of, meeting.names):
            return deadline
        due = self.next_date(meeting)
        return replace(deadline, due=due) if due else deadline


def make_calendar(meetings: Iterable[MeetingTasks]) -> Calendar:
    """The calendar of a workspace."""
    by_series: dict[str, list[MeetingTasks]] = {}
    for meeting in sorted(meetings, key=_moment):
        by_series.setdefault(meeting.series, []).append(meeting)
    around: dict[_Moment, Around] = {}
    for series, own in by_series.items():
        around |= _one_after_another(own) if series else _each_alone(own)
    return Calendar(around)


def _one_after_another(meetings: Sequence[MeetingTasks]) -> Iterator[tuple[_Moment, Around]]:
    """The meetings of a series, from the last: the next one is on the nearest later day."""
    following: dt.date | None = None
    later: dt.date | None = None
    before = (None, *meetings[:-1])
    for meeting, previous in zip(reversed(meetings), reversed(before), strict=True):
        if meeting.date != later:
            following, later = later, meeting.date
        announced = meeting.next_date if meeting.date else None
        yield _moment(meeting), Around(previous, (meeting.date and following) or announced)


def _each_alone(meetings: Iterable[MeetingTasks]) -> Iterator[tuple[_Moment, Around]]:
    for meeting in meetings:
        yield _moment(meeting), Around(None, meeting.next_date if meeting.date else None)


def _moment(meeting: MeetingTasks) -> _Moment:
    return meeting.date or dt.date.max, meeting.id, meeting.path


def _names(body: str, names: str) -> bool:
    """Whether the names of the series speak of the body, whatever its case ending."""
    word = fold(body).split()[0]
    stem = word[: max(_SHORTEST_STEM, len(word) - 1)] if body[:2].islower() else fold(body)
    return stem in fold(names)
