"""Czech public holidays and working days."""

from datetime import date

import pytest
from holidays import country_holidays

from zapis.czech.holidays import add_working_days, easter_sunday, holidays, is_working_day


@pytest.mark.parametrize("year", range(2001, 2041))
def test_holidays_agree_with_an_independent_library(year: int) -> None:
    assert holidays(year) == set(country_holidays("CZ", years=year))


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (1818, date(1818, 3, 22)),
        (1943, date(1943, 4, 25)),
        (2016, date(2016, 3, 27)),
        (2026, date(2026, 4, 5)),
        (2038, date(2038, 4, 25)),
    ],
)
def test_easter_sunday(year: int, expected: object) -> None:
    assert easter_sunday(year) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 1, 23), True),
        (date(2026, 1, 24), False),
        (date(2026, 4, 3), False),
        (date(2026, 4, 6), False),
        (date(2015, 4, 3), True),
        (date(2026, 12, 24), False),
    ],
)
def test_working_days(day: date, expected: object) -> None:
    assert is_working_day(day) == expected


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (date(2026, 1, 23), 0, date(2026, 1, 23)),
        (date(2026, 1, 23), 1, date(2026, 1, 26)),
        (date(2026, 1, 23), 5, date(2026, 1, 30)),
        (date(2026, 4, 2), 1, date(2026, 4, 7)),
        (date(2026, 12, 23), 3, date(2026, 12, 30)),
        (date(2026, 12, 31), 1, date(2027, 1, 4)),
    ],
)
def test_weekends_and_holidays_are_skipped(day: date, count: int, expected: object) -> None:
    assert add_working_days(day, count) == expected
