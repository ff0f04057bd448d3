"""Deadlines that name a last day in words: „do pátku“, „do konce března“, „do Vánoc“."""

import re
from datetime import date, timedelta

from zapis.czech.deadlines.dates import with_tail
from zapis.czech.deadlines.types import Deadline, Reading, Sentence
from zapis.czech.holidays import easter_sunday
from zapis.czech.periods import Period, match_bare_year, match_period
from zapis.czech.phrases import phrase

_TO = phrase(r"(?:do|ke?) ")
_TO_END = phrase(r"(?:do|ke?) kon(?:ce|ci) ")
_TO_MIDDLE = phrase(r"(?:do|ke?) polovi(?:ny|ne) ")
_OPENING_DAY = re.compile(r"ode? {1,3}[a-z]{5,9} {1,3}$")
_WEEKDAY = phrase(
    r"(?:do|ke?) (?:tohoto |nejblizsi(?:ho|mu|) |(?P<next>(?:pristi|dalsi)(?:ho|mu|) ))?(?:"
    r"(?P<d0>pondel(?:i|ka|ku))|(?P<d1>uter(?:y|ka|ku))|(?P<d2>stred[ye])|(?P<d3>ctvrtk[au])"
    r"|(?P<d4>patku)|(?P<d5>sobot[ye])|(?P<d6>nedel[ei]))(?!\w)"
)
_FEAST = phrase(
    r"(?:do|ke?) (?:(?P<easter>velikonoc(?:im)?)|(?P<christmas>(?:vanoc(?:um)?|stedreho dne"
    r"|vanocnich svatku))|(?P<newyear>silvestra|noveho roku)"
    r"|(?P<summer>(?:zacatku |pocatku )?(?:letnich |hlavnich )?prazdnin)"
    r"|(?P<school>(?:zacatku |pocatku |noveho ){1,2}skolniho roku)|(?P<half>pololeti))(?!\w)"
    r"(?: (?:roku )?(?P<year>20\d\d)(?:_/_\d{2,4})?(?!\w))?"
)
_FEAST_DAYS = {
    "christmas": (12, 24),
    "newyear": (12, 31),
    "summer": (6, 30),
    "school": (8, 31),
    "half": (6, 30),
}


def read_weekday_end(sentence: Sentence, pos: int) -> Reading | None:
    """„do pátku“: the next Friday behind the day of the meeting; „do příštího pátku“: next week's.

    „od pondělí do pátku“ are opening hours.
    """
    found = _WEEKDAY.match(sentence.folded, pos)
    if found is None or _OPENING_DAY.search(sentence.folded[max(0, pos - 16) : pos]):
        return None
    weekday = next(number for number in range(7) if found[f"d{number}"])
    due = coming_weekday(sentence.meeting, weekday, next_week=bool(found["next"]))
    return with_tail(sentence, Reading(found.end(), Deadline("", due=due)))


def coming_weekday(meeting: date, weekday: int, *, next_week: bool) -> date:
    """The first such day behind the meeting, or the one of the calendar week behind it."""
    if next_week:
        return meeting + timedelta(days=7 - meeting.weekday() + weekday)
    return meeting + timedelta(days=(weekday - meeting.weekday() - 1) % 7 + 1)


def read_period_end(sentence: Sentence, pos: int) -> Reading | None:
    """„do konce března“ (a week ends on Sunday), „do poloviny března“ (the 15th), „do března“.

    Plain „do března“ or „do roku 2027“ leaves open whether the period still counts: its last
    day, approximately; „do podzimu“ is the day before the season begins.
    """
    folded, meeting = sentence.folded, sentence.meeting
    if opening := _TO_END.match(folded, pos):
        period = match_period(folded, opening.end(), meeting)
        period = period or match_bare_year(folded, opening.end())
        return with_tail(sentence, _ending(period, period.last)) if period else None
    if opening := _TO_MIDDLE.match(folded, pos):
        return _read_middle(sentence, opening.end())
    opening = _TO.match(folded, pos)
    period = match_period(folded, opening.end(), meeting) if opening else None
    if period is None or period.bare or folded[pos] == "k":
        return None
    if period.kind in ("season", "holidays"):
        eve = _season_eve(folded, period, opening.end() if opening else pos, meeting)
        return _ending(period, eve).changed(approximate=True)
    return _ending(period, period.last).changed(approximate=True)


def _ending(period: Period, due: date) -> Reading:
    return Reading(period.end, Deadline("", due=due, year_written=period.year_written))


def _season_eve(folded: str, period: Period, pos: int, meeting: date) -> date:
    eve = period.first - timedelta(days=1)
    if eve >= meeting or period.year_written:
        return eve
    later = match_period(folded, pos, period.last + timedelta(days=1))
    return later.first - timedelta(days=1) if later else eve


def _read_middle(sentence: Sentence, pos: int) -> Reading | None:
    period = match_period(sentence.folded, pos, sentence.meeting)
    if period is None or period.kind not in ("month", "year"):
        return None
    due = _middle(period)
    if due < sentence.meeting and not period.year_written:
        later = match_period(sentence.folded, pos, period.last + timedelta(days=1))
        due = _middle(later) if later else due
    return _ending(period, due)


def _middle(period: Period) -> date:
    if period.kind == "year":
        return date(period.first.year, 6, 30)
    return period.last.replace(day=15)


def read_feast_end(sentence: Sentence, pos: int) -> Reading | None:
    """The last day before a feast or holidays: „do Velikonoc“ (Holy Saturday), „do Vánoc“.

    „do pololetí“ is 30. 6.: the end of the half-year in budgets; the school's 31. 1. is meant
    only where the words say so. „do prázdnin“ is 30. 6. (vyhláška č. 16/2005 Sb.).
    """
    found = _FEAST.match(sentence.folded, pos)
    if found is None:
        return None
    year = int(found["year"]) if found["year"] else None
    due = _feast_day(found, year or sentence.meeting.year)
    if year is None and due < sentence.meeting:
        due = _feast_day(found, sentence.meeting.year + 1)
    return with_tail(
        sentence, Reading(found.end(), Deadline("", due=due, year_written=year is not None))
    )


def _feast_day(found: re.Match[str], year: int) -> date:
    if found["easter"]:
        return easter_sunday(year) - timedelta(days=1)
    month, day = next(span for name, span in _FEAST_DAYS.items() if found[name])
    return date(year, month, day)
