"""First and last days of months, years and school years."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date

Span = tuple[date, date]


def months_span(year: int, month: int, length: int) -> Span:
    """So many months from the given one on; they may reach into the next year."""
    years, last_month = divmod(month + length - 2, 12)
    last_day = monthrange(year + years, last_month + 1)[1]
    return date(year, month, 1), date(year + years, last_month + 1, last_day)


def year_span(year: int) -> Span:
    """A calendar year."""
    return date(year, 1, 1), date(year, 12, 31)


def school_year_span(year: int) -> Span:
    """The school year that begins in the given year, until its lessons end with June.

    The law lets it last until 31. 8. (zákon č. 561/2004 Sb., § 24); minutes mean the lessons.
    """
    return date(year, 9, 1), date(year + 1, 6, 30)


def school_half_span(half: int) -> Callable[[int], Span]:
    """The first or second half of the school year that begins in the given year (ibidem)."""
    if half == 1:
        return lambda year: (date(year, 9, 1), date(year + 1, 1, 31))
    return lambda year: (date(year + 1, 2, 1), date(year + 1, 6, 30))


def upcoming_span(span: Callable[[int], Span], meeting: date) -> Span:
    """The first of the yearly spans that is not over on the day of the meeting."""
    for year in range(max(date.min.year, meeting.year - 1), meeting.year + 1):
        days = span(year)
        if days[1] >= meeting:
            return days
    return span(meeting.year + 1)


def shift_year(day: date, years: int) -> date:
    """The same day of another year; 29. 2. becomes 28. 2."""
    last = 28 if day.month == 2 else day.day  # noqa: PLR2004 - February
    return day.replace(year=day.year + years, day=min(day.day, last))
