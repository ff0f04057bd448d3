"""The meetings of each series in order: which was before, which comes next."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from zapis.czech.deadlines import Deadline
from zapis.czech.folding import fold
from zapis.tasks.meetings import MeetingTasks
from zapis.tasks.tracker_words import NO_DEADLINE_WORDS

_SHORTEST_STEM = 3


@dataclass(frozen=True, slots=True)
class Calendar:
    """All meetings, also those with errors, by series; in each those with a date by date."""

    by_series: Mapping[str, tuple[MeetingTasks, ...]]

    def previous(self, meeting: MeetingTasks) -> MeetingTasks | None:
        """The meeting of the same series before this one; a meeting without a date is the last."""
        own = self.by_series.get(meeting.series, ())
        keys = [_moment(other) for other in own]
        before = bisect_left(keys, _moment(meeting))
        return own[before - 1] if before and meeting.series else None

    def next_date(self, meeting: MeetingTasks) -> dt.date | None:
        """The day of the next meeting of the series; where there is none, the announced one."""
        if meeting.date is None:
            return None
        dates = [other.date for other in self.by_series.get(meeting.series, ()) if other.date]
        behind = bisect_right(dates, meeting.date)
        is_known = bool(meeting.series) and behind < len(dates)
        return dates[behind] if is_known else meeting.next_date

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
    return Calendar({series: tuple(own) for series, own in by_series.items()})


def _moment(meeting: MeetingTasks) -> tuple[dt.date, str, str]:
    return meeting.date or dt.date.max, meeting.id, meeting.path


def _names(body: str, names: str) -> bool:
    """Whether the names of the series speak of the body, whatever its case ending."""
    word = fold(body).split()[0]
    stem = word[: max(_SHORTEST_STEM, len(word) - 1)] if body[:2].islower() else fold(body)
    return stem in fold(names)
