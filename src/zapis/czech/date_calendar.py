"""Days of the calendar behind written numbers, and why some written days do not exist."""

from calendar import isleap, monthrange
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from zapis.czech.date_grammar import WrittenDay
from zapis.czech.date_words import MONTHS_NOMINATIVE

_FEBRUARY = 2
_LEAP_DAY = 29


class DateMatch(Struct, frozen=True):
    """A written date or range of dates.

    `start`, `end` are code-point offsets in the given text; `value` is None when the written day
    does not exist (`problem` says why, in one Czech clause) or when neither a year nor an anchor
    is known. `end_value` is the last day of a range. Weekdays count from Monday = 0.
    """

    start: int
    end: int
    value: date | None
    end_value: date | None = None
    weekday: int | None = None
    year_written: bool = True
    problem: str | None = None
    end_weekday: int | None = None

    def moved(self, by: int) -> "DateMatch":
        """The same in a text that has so many characters more before it."""
        return DateMatch(
            self.start + by,
            self.end + by,
            self.value,
            self.end_value,
            self.weekday,
            self.year_written,
            self.problem,
            self.end_weekday,
        )

    @property
    def weekday_fits(self) -> bool:
        """Whether every written weekday is that of its date; True where none is written."""
        pairs = ((self.weekday, self.value), (self.end_weekday, self.end_value))
        return all(w is None or day is None or day.weekday() == w for w, day in pairs)


def resolve_range(
    first: WrittenDay, last: WrittenDay, anchor: date | None, end_weekday: int | None
) -> DateMatch:
    year_written = first.year is not None or last.year is not None
    if first.year is not None and last.year is None:
        start, problem = resolve_day(first, anchor)
        end, end_problem = resolve_day(last, start)
    else:
        end, end_problem = resolve_day(last, anchor)
        backwards = (last.month, last.day) < (first.month, first.day) and first.month != last.month
        if first.year is None and end:
            first = replace(first, year=end.year - backwards)
        start, problem = resolve_day(first, anchor)
    problem = problem or end_problem
    if problem or not start or not end:
        return DateMatch(0, last.end, None, year_written=year_written, problem=problem)
    if end < start:
        problem = "konec rozmezí je před začátkem"
        return DateMatch(0, last.end, start, year_written=year_written, problem=problem)
    return DateMatch(0, last.end, start, end, None, year_written, None, end_weekday)


def resolve_day(written: WrittenDay, anchor: date | None) -> tuple[date | None, str | None]:
    """The day of the calendar, or why there is none."""
    year, month, day = written.year, written.month, written.day
    if year is None and anchor and not written.problem:
        passed = (month, day) < (anchor.month, anchor.day)
        year = anchor.year + passed
    problem = written.problem or _nonexistence(year, month, day)
    if problem or year is None:
        return None, problem
    return date(year, month, day), None


def _nonexistence(year: int | None, month: int, day: int) -> str | None:
    if not 1 <= month <= len(MONTHS_NOMINATIVE):
        return f"měsíc {month} neexistuje"
    if day < 1 or (year is not None and not date.min.year <= year <= date.max.year):
        return f"den {day} neexistuje" if day < 1 else f"rok {year} neexistuje"
    name = MONTHS_NOMINATIVE[month - 1]
    if month == _FEBRUARY and day == _LEAP_DAY and year is not None and not isleap(year):
        return f"rok {year} není přestupný, únor má jen 28 dní"
    longest = _LEAP_DAY if month == _FEBRUARY else monthrange(2000, month)[1]
    if day <= longest:
        return None
    return f"{name} má nejvýše 29 dní" if month == _FEBRUARY else f"{name} má jen {longest} dní"
