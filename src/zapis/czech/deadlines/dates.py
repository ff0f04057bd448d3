"""Deadlines that are a written day: „do 20. 3. včetně“, „k 31. 3.“, „do 15. příštího měsíce“."""

import re
from datetime import date, time

from msgspec.structs import replace

from zapis.czech.dates import WEEKDAYS, DateMatch, format_date, match_announced_date, weekday_name
from zapis.czech.deadlines.types import Deadline, Reading, Sentence, recurring, words_only
from zapis.czech.periods import match_period
from zapis.czech.phrases import phrase
from zapis.czech.times import match_time

_TO = phrase(r"(?:do|ke?) ")
_IN_YEAR = phrase(r" (?P<which>pristiho|nasledujiciho|tohoto|letosniho) roku(?!\w)")
_STATE = re.compile(r"(?:stav\w{0,3}|udaj\w{0,4}|platn\w{0,3}|dat[ay]?) {1,3}$")
_DAY_OF_MONTH = phrase(
    r"(?:do|ke?) (?P<day>\d{1,2})\._(?:dne )?(?:v |kazdeho )?"
    r"(?P<which>tohoto |pristiho |nasledujiciho )?mesic[ei]?(?!\w)"
)
_DAY_ALONE = phrase(
    r"do (?P<day>\d{1,2})\. dne(?! (?:od|ode|po|pred|v|mesice|kazdeho)(?!\w))(?!\w)"
)
_INCLUDED = phrase(r"_,?_(?:\(_vcetne_\)|vcetne(?!\w))")
_TIME_BEFORE = phrase(r"_,?_(?:nejpozdeji )?")
_PART_OF_DAY = phrase(r" (?:rano|dopoledne|odpoledne|vecer|v poledne)(?!\w)")
_CLOSED = phrase(r"_(?:$|[.,;:)!?\]])")


def read_date_end(sentence: Sentence, pos: int) -> Reading | None:
    """„do 20. 3. 2026 včetně“, „do středy 18. 3. do 12 hodin“, „k 31. 3.“.

    „k“ with a full date before the meeting states a fact („stav k 31. 12. 2025“), no deadline.
    """
    opening = _TO.match(sentence.folded, pos)
    if opening is None:
        return None
    found = read_written_date(sentence, opening.end())
    if found is None:
        return None
    if sentence.folded[pos] == "k" and not sentence.is_field:
        past = found.year_written and found.value and found.value < sentence.meeting
        if past or _STATE.search(sentence.folded[max(0, pos - 14) : pos]):
            return None
    last = found.end_value or found.value
    return with_tail(sentence, dated(found, due=last))


def read_written_date(sentence: Sentence, pos: int) -> DateMatch | None:
    """The date at `pos` as seen from the meeting; „příštího roku“ behind it names the year."""
    found = match_announced_date(sentence.folded, pos, sentence.meeting)
    in_year = _IN_YEAR.match(sentence.folded, found.end) if found else None
    if found is None or in_year is None or found.year_written:
        return found
    ahead = in_year["which"] in ("pristiho", "nasledujiciho")
    anchor = date(sentence.meeting.year + ahead, 1, 1)
    again = match_announced_date(sentence.folded, pos, anchor)
    return replace(again, end=in_year.end()) if again else found


def dated(found: DateMatch, *, due: date | None, starts: date | None = None) -> Reading:
    """A reading of a written date, with what is wrong about it."""
    problem = found.problem
    if not problem and not found.weekday_fits:
        problem = weekday_problem(found)
    written = found.year_written
    return Reading(found.end, Deadline("", starts, due, problem=problem, year_written=written))


def weekday_problem(found: DateMatch) -> str:
    """„20. 3. 2026 je pátek, ne středa“ for a date whose weekday does not fit."""
    pairs = ((found.weekday, found.value), (found.end_weekday, found.end_value))
    for weekday, day in pairs:
        if weekday is not None and day and day.weekday() != weekday:
            return f"{format_date(day)} je {weekday_name(day)}, ne {WEEKDAYS[weekday]}"
    return ""


def with_tail(sentence: Sentence, reading: Reading) -> Reading:
    """The reading with „včetně“ and a time behind it."""
    folded, end = sentence.folded, reading.end
    found_time: time | None = None
    if included := _INCLUDED.match(folded, end):
        end = included.end()
    if timed := _read_time_behind(folded, end):
        end, found_time = timed
    elif part := _PART_OF_DAY.match(folded, end):
        end = part.end()
    deadline = reading.deadline
    return Reading(end, replace(deadline, time=found_time) if found_time else deadline)


def _read_time_behind(folded: str, pos: int) -> tuple[int, time] | None:
    """A time behind a day; bare hours without a preposition only where the clause ends."""
    gap = _TIME_BEFORE.match(folded, pos)
    at = gap.end() if gap else pos
    found = match_time(folded, at)
    if found is None or found.value is None or found.value.since:
        return None
    moment = found.value.end or found.value.start
    bare = not any(mark in folded[found.start : found.end - 1] for mark in ".:,")
    unannounced = bare and folded[at].isdigit() and not _CLOSED.match(folded, found.end)
    return None if unannounced or moment is None else (found.end, moment)


def read_day_of_month(sentence: Sentence, pos: int) -> Reading | None:
    """„do 15. příštího měsíce“; „do 15. každého měsíce“ and „do 15. v měsíci“ recur.

    „do 15. dne“ does not say of what and stays words.
    """
    if alone := _DAY_ALONE.match(sentence.folded, pos):
        return words_only(alone.end())
    found = _DAY_OF_MONTH.match(sentence.folded, pos)
    if found is None or not 1 <= int(found["day"]) <= 31:  # noqa: PLR2004 - days of a month
        return None
    if found["which"] is None:
        return recurring(found.end())
    period = match_period(sentence.folded, found.start("which"), sentence.meeting)
    if period is None or int(found["day"]) > period.last.day:
        return None
    due = period.last.replace(day=int(found["day"]))
    return with_tail(sentence, Reading(found.end(), Deadline("", due=due)))
