"""Check dates of the header: that they exist, are on their weekday, and are not far off."""

import datetime as dt

from zapis.assemble.located import LocatedText
from zapis.codes import (
    DISTANT_DATE,
    END_BEFORE_START,
    INVALID_DATE,
    UNREADABLE_DATE,
    WRONG_WEEKDAY,
)
from zapis.czech.dates import WEEKDAYS, DateMatch, format_date, weekday_name
from zapis.diagnostics import Diagnostic, Diagnostics

_SOONEST_YEAR, _LATEST_YEAR = 1990, 2100
FAR_DAYS = 300
"""A date without a year that is so many days ahead is doubtful: it was taken for the next one."""

FAR_YEARS = 10
"""A date that is so many years off is doubtful although its year was written."""

_DAYS_OF_YEAR = 365.25


def check_match(match: DateMatch, text: LocatedText) -> Diagnostics:
    """What is wrong with a written date by itself."""
    written = " ".join(text.text[match.start : match.end].split())
    span = text.span(match.start, match.end)
    if match.problem and match.value is None:
        known = match.problem.endswith("neexistuje")
        message = f"{'v datu' if known else 'datum'} „{written}“"
        message += f" {match.problem}" if known else f" neexistuje, {match.problem}"
        return (Diagnostic(INVALID_DATE, message, span, "opravte den, měsíc nebo rok"),)
    if match.problem:
        message = f"v datu „{written}“ je konec dřív než začátek"
        return (Diagnostic(END_BEFORE_START, message, span, "opravte první, nebo druhé datum"),)
    if match.value is None:
        message = f"v datu „{written}“ chybí rok"
        return (Diagnostic(UNREADABLE_DATE, message, span, f"{written.rstrip('. ')}. RRRR"),)
    return tuple(
        _wrong_weekday(weekday, day, text, match)
        for weekday, day in ((match.weekday, match.value), (match.end_weekday, match.end_value))
        if weekday is not None and day is not None and day.weekday() != weekday
    )


def check_year(day: dt.date | None, text: LocatedText, match: DateMatch) -> Diagnostics:
    """A warning when a meeting can hardly have been on that day."""
    if day is None or _SOONEST_YEAR <= day.year <= _LATEST_YEAR:
        return ()
    message = f"rok {day.year} je u jednání nezvyklý"
    span = text.span(match.start, match.end)
    return (Diagnostic(DISTANT_DATE, message, span, "zkontrolujte rok"),)


def check_distance(
    match: DateMatch, meeting: dt.date | None, text: LocatedText, *, later: bool = False
) -> Diagnostics:
    """A warning when a date is far from the meeting, or before it although it should be `later`.

    A date without a year was taken for the next such day: there, far means over 300 days.
    """
    if match.value is None or meeting is None:
        return ()
    days = (match.value - meeting).days
    far = abs(days) > FAR_YEARS * _DAYS_OF_YEAR
    if not far and match.year_written and not (later and days < 0):
        return ()
    if not far and not match.year_written and days <= FAR_DAYS:
        return ()
    written = text.text[match.start : match.end].strip()
    if match.year_written:
        where = "dřív než jednání" if days < 0 else "víc než deset let po jednání"
        message, cure = f"datum „{written}“ je {where}", "zkontrolujte rok"
    else:
        message = f"datum „{written}“ se čte jako {format_date(match.value)}"
        cure = f"připište rok: {format_date(match.value)}"
    return (Diagnostic(DISTANT_DATE, message, text.span(match.start, match.end), cure),)


def _wrong_weekday(weekday: int, day: dt.date, text: LocatedText, match: DateMatch) -> Diagnostic:
    message = f"{format_date(day)} není {WEEKDAYS[weekday]}, ale {weekday_name(day)}"
    span = text.span(match.start, match.end)
    return Diagnostic(WRONG_WEEKDAY, message, span, f"{weekday_name(day)} {format_date(day)}")
