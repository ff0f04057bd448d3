"""Understand the words of `--jednani`: which meetings set the tasks."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from zapis.czech.date_calendar import DateMatch
from zapis.czech.dates import format_date, read_date
from zapis.czech.folding import fold
from zapis.tasks.query.answers import (
    Found,
    clean,
    equation,
    listed,
    meant,
    near_matches,
    shown,
)
from zapis.tasks.query.asked import FilterProblem
from zapis.tasks.query.ids import clean_id, meetings_ending
from zapis.tasks.query.rows import TaskRow

MEETING_OPTION = "--jednani"

_NEWEST = re.compile(r"(?:posledni(?:ho|m)?|nejnovejsi(?:ho|m)?|minule(?:ho|m)?)(?: \w{1,20})?")
_OF_DAY = re.compile(r"(?:(?:ze?|dne) ){1,2}")
_DAYS_AGO: Mapping[str, int] = MappingProxyType({"dnes": 0, "vcera": 1, "predevcirem": 2})
_MOST_NEAR = 3


class HeldMeeting(NamedTuple):
    """A meeting that set tasks; `date` and `path` as far as they are known."""

    id: str
    date: dt.date | None
    path: str


def held_meetings(rows: Iterable[TaskRow]) -> tuple[HeldMeeting, ...]:
    """The meetings that set the tasks, each once."""
    found: dict[str, HeldMeeting] = {}
    for row in rows:
        meeting = row.id.meeting
        if meeting not in found:
            found[meeting] = HeldMeeting(meeting, row.set_on, row.path)
    return tuple(found.values())


def understand_meeting(written: str, held: Sequence[HeldMeeting], today: dt.date) -> Found[str]:
    """The ids of the meetings with that id, day or file, or whose id ends so; or of the newest.

    A day without a year is the last one that has been, as far as there was a meeting then.
    """
    words = clean(written)
    found = _find(words, held, today)
    if isinstance(found, FilterProblem):
        return Found(problems=(found,))
    meaning = listed([_named(meeting) for meeting in found])
    return Found(frozenset(meeting.id for meeting in found), equation(words, meaning, "jednání"))


def _find(
    words: str, held: Sequence[HeldMeeting], today: dt.date
) -> Sequence[HeldMeeting] | FilterProblem:
    folded = fold(words)
    own_id = clean_id(words).lower()
    if same := [meeting for meeting in held if meeting.id.lower() == own_id]:
        return same
    if _NEWEST.fullmatch(folded):
        return _newest(held, today) or _problem(words, "žádné jednání s úkoly není", ())
    if day := _read_day(words, folded, today):
        return _on_day(words, day, held, today)
    if of_file := [meeting for meeting in held if _is_path(words, meeting.path)]:
        return of_file
    return _ending(words, held)


def _ending(words: str, held: Sequence[HeldMeeting]) -> Sequence[HeldMeeting] | FilterProblem:
    """Those whose id ends so; where that is but a piece of a part there may be only one."""
    task, _, number = words.rpartition("/")
    ending = clean_id(task if task and number.isdecimal() else words)
    found = meetings_ending(ending, (meeting.id for meeting in held))
    fitting = [meeting for meeting in held if meeting.id in frozenset(found.meetings)]
    if len(fitting) > 1 and not found.is_part:
        return _problem(words, "číslu „{}“ odpovídá víc jednání", fitting[:_MOST_NEAR])
    message = "jednání „{}“ mezi těmi s úkoly není"
    return fitting or _problem(words, message, _similar(words, held))


def _newest(held: Sequence[HeldMeeting], today: dt.date) -> list[HeldMeeting]:
    """The last that has been; of several on one day all."""
    days = [meeting.date for meeting in held if meeting.date]
    newest = max((day for day in days if day <= today), default=max(days, default=None))
    return [meeting for meeting in held if newest and meeting.date == newest]


def _read_day(words: str, folded: str, today: dt.date) -> DateMatch | None:
    if folded in _DAYS_AGO:
        day = today - dt.timedelta(days=_DAYS_AGO[folded])
        return DateMatch(0, 0, day)
    opening = _OF_DAY.match(folded)
    return read_date(words[opening.end() :] if opening else words, today)


def _on_day(
    words: str, day: DateMatch, held: Sequence[HeldMeeting], today: dt.date
) -> Sequence[HeldMeeting] | FilterProblem:
    if day.value is None:
        return _problem(words, f"den „{{}}“ není: {day.problem}", ())
    dated = [meeting for meeting in held if meeting.date]
    last = day.end_value or day.value
    if day.year_written:
        found = [meeting for meeting in dated if meeting.date and day.value <= meeting.date <= last]
    else:
        found = [meeting for meeting in dated if _is_anniversary(meeting.date, day.value)]
        found = _newest(found, today)
    if found:
        return found
    near = sorted(dated, key=lambda meeting: _distance(meeting.date, day.value))
    return _problem(words, "dne „{}“ nebylo jednání s úkoly", near[:_MOST_NEAR])


def _is_anniversary(day: dt.date | None, wanted: dt.date) -> bool:
    return day is not None and (day.month, day.day) == (wanted.month, wanted.day)


def _distance(day: dt.date | None, wanted: dt.date | None) -> int:
    return abs((day - wanted).days) if day and wanted else 0


def _is_path(words: str, path: str) -> bool:
    """Whether the words are the path, the end of it, an absolute one, or the name of the file."""
    written = fold(words).replace("\\", "/").removeprefix("./")
    own = fold(path)
    if not written or not own:
        return False
    stem = own.rpartition("/")[2].removesuffix(".md")
    is_end = f"/{own}".endswith(f"/{written}") or f"/{written}".endswith(f"/{own}")
    return is_end or written == stem or own.removesuffix(".md").endswith(f"/{written}")


def _named(meeting: HeldMeeting) -> str:
    return f"{meeting.id} ({format_date(meeting.date)})" if meeting.date else meeting.id


def _similar(words: str, held: Sequence[HeldMeeting]) -> list[HeldMeeting]:
    calls: dict[str, HeldMeeting] = {}
    for meeting in held:
        calls.setdefault(meeting.id, meeting)
        calls.setdefault(meeting.path.rpartition("/")[2], meeting)
    near = {calls[call].id: calls[call] for call in near_matches(words, calls)}
    return list(near.values())


def _problem(words: str, message: str, near: Sequence[HeldMeeting]) -> FilterProblem:
    cure = meant(MEETING_OPTION, [meeting.id for meeting in near])
    cure = cure or "napište datum, číslo jednání nebo „posledni“"
    return FilterProblem(message.format(shown(words)), cure, MEETING_OPTION)
