"""Deadlines that name a start: „od 1. 3. do 20. 3.“, „od března do června“, „od září 2017“."""

from datetime import date

from msgspec.structs import replace

from zapis.czech.deadlines.dates import dated, read_date_end, read_written_date
from zapis.czech.deadlines.durations import read_duration_end
from zapis.czech.deadlines.ends import read_period_end
from zapis.czech.deadlines.types import Deadline, Reading, Rule, Sentence
from zapis.czech.period_days import shift_year
from zapis.czech.periods import match_bare_year, match_period
from zapis.czech.phrases import phrase

_FROM = phrase(r"(?:od|pocinaje) ")
_FROM_DAY = phrase(r"od (?P<day>\d{1,2})\. (?=do \d)")
_FROM_NEW = phrase(r"od noveho (?P<school>skolniho )?roku(?!\w)")
_TO = phrase(r" (?=do )")
_ENDS: tuple[Rule, ...] = (read_date_end, read_period_end, read_duration_end)


def read_start(sentence: Sentence, pos: int) -> Reading | None:
    """„od 1. 3. do 20. 3.“ is a span, „od září 2017“ a start only, which is no due date.

    In a sentence a start before the meeting is history, no deadline.
    """
    if from_day := _FROM_DAY.match(sentence.folded, pos):
        end = read_date_end(sentence, from_day.end())
        return _with_start_day(end, int(from_day["day"])) if end else None
    opening = _FROM.match(sentence.folded, pos)
    if opening is None:
        return None
    start = _read_first_day(sentence, opening.end(), pos)
    if start is None or start.deadline.due:
        return start
    if to := _TO.match(sentence.folded, start.end):
        whole = _with_end(sentence, start, to.end())
        if whole:
            return whole
    day = start.deadline.starts
    is_history = start.deadline.year_written and day and day < sentence.meeting
    return None if is_history and not sentence.is_field else start


def _read_first_day(sentence: Sentence, pos: int, opening: int) -> Reading | None:
    """The start, with the end where one date or two joined months name both."""
    folded, meeting = sentence.folded, sentence.meeting
    if written := read_written_date(sentence, pos):
        return dated(written, due=written.end_value, starts=written.value)
    if new := _FROM_NEW.match(folded, opening):
        month = 9 if new["school"] else 1
        first = date(meeting.year, month, 1)
        first = first if first >= meeting else first.replace(year=meeting.year + 1)
        return Reading(new.end(), Deadline("", starts=first))
    period = match_period(folded, pos, meeting) or match_bare_year(folded, pos)
    if period is None or period.bare:
        return None
    due = period.last if period.several else None
    return Reading(period.end, Deadline("", period.first, due, year_written=period.year_written))


def _with_end(sentence: Sentence, start: Reading, pos: int) -> Reading | None:
    """The start joined with the „do …“ at `pos`, seen from the meeting and the start alike."""
    first = start.deadline.starts
    views = (sentence.meeting, first) if first else (sentence.meeting,)
    for seen_from in views:
        view = replace(sentence, meeting=seen_from)
        ends = [end for rule in _ENDS if (end := rule(view, pos))]
        last = max(ends, key=lambda end: end.end, default=None)
        if last is None or last.deadline.recurring:
            return last
        joined = _join(start.deadline, last)
        if joined:
            return joined
    return None


def _join(start: Deadline, last: Reading) -> Reading | None:
    """One deadline of both ends; a start without a year is the last one before the end."""
    first, due = start.starts, last.deadline.due
    problem = start.problem or last.deadline.problem
    if first and due and first > due and not start.year_written:
        first = shift_year(first, -1)
    if first and due and first > due:
        return None
    return Reading(last.end, replace(last.deadline, starts=first, problem=problem))


def _with_start_day(end: Reading, day: int) -> Reading:
    due = end.deadline.due
    if due is None or not 1 <= day <= due.day:
        return end
    return Reading(end.end, replace(end.deadline, starts=due.replace(day=day)))
