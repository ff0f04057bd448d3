"""Czech public holidays and working days (zákon č. 245/2000 Sb.)."""

from datetime import date, timedelta
from functools import lru_cache

_FIXED = (
    (1, 1),
    (5, 1),
    (5, 8),
    (7, 5),
    (7, 6),
    (9, 28),
    (10, 28),
    (11, 17),
    (12, 24),
    (12, 25),
    (12, 26),
)
_GOOD_FRIDAY_SINCE = 2016
_SATURDAY = 5


def easter_sunday(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the method published in Nature in 1876."""
    golden = year % 19
    century, of_century = divmod(year, 100)
    leap_centuries, century_rest = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - moon + 15) % 30
    to_sunday = (32 + 2 * century_rest + 2 * (of_century // 4) - epact - of_century % 4) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


@lru_cache(maxsize=64)
def holidays(year: int) -> frozenset[date]:
    """Public and other holidays of a year on which offices are closed.

    Good Friday counts from 2016 (zákon č. 359/2015 Sb.). Years before 2001, the first whole one
    under the law, are answered as if it had been in force.
    """
    easter = easter_sunday(year)
    movable = {easter + timedelta(days=1)}
    if year >= _GOOD_FRIDAY_SINCE:
        movable.add(easter - timedelta(days=2))
    return frozenset({date(year, month, day) for month, day in _FIXED} | movable)


def is_working_day(day: date) -> bool:
    """Whether the day is neither a Saturday, a Sunday nor a holiday."""
    return day.weekday() < _SATURDAY and day not in holidays(day.year)


def add_working_days(day: date, count: int) -> date:
    """The `count`-th working day after `day`, which itself is not counted; `day` for 0.

    Raises OverflowError behind the year 9999.
    """
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day
