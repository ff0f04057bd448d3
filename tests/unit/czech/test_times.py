"""Reading and writing times of day."""

from datetime import time

import pytest

from zapis.czech.times import TimeRange, find_time, format_time_range, match_time, read_time


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("9:00–11:30", "9.00–11.30"),
        ("9:00 – 11:30", "9.00–11.30"),
        ("9.00 - 11.30", "9.00–11.30"),
        ("9.00 až 11.30", "9.00–11.30"),
        ("9.00 do 11.30", "9.00–11.30"),
        ("od 9 do 11 hodin", "9.00–11.00"),
        ("od 9. do 11. hodin", "9.00–11.00"),
        ("9-11h.", "9.00–11.00"),
        ("9–11 hod.", "9.00–11.00"),
        ("9–11.30 hod", "9.00–11.30"),
        ("9h–11h", "9.00–11.00"),
        ("od 9. – 16 hod.", "9.00–16.00"),
        ("od 17 hodin", "od 17.00"),
        ("od 17.30", "od 17.30"),
        ("do 11 hodin", "do 11.00"),
        ("v 9:00", "9.00"),
        ("ve 12 hodin", "12.00"),
        ("v 9.10", "9.10"),
        ("9. hodin", "9.00"),
        ("17 h", "17.00"),
        ("09:05", "9.05"),
        ("9.00", "9.00"),
        ("16,30 hod.", "16.30"),
        ("v 16,30", "16.30"),
        ("22.00–2.00", "22.00–2.00"),
        ("20.00–24.00", "20.00–24.00"),
        ("14\u00a0hodin", "14.00"),
    ],
)
def test_a_time_is_read_and_printed_in_one_style(text: str, printed: str) -> None:
    found = match_time(text)
    assert (found.end, format_time_range(found.value)) == (len(text), printed)


@pytest.mark.parametrize(
    "text",
    [
        "9",
        "9-11",
        "od 9",
        "od 9 do 11 osob",
        "16,30",
        "3.20 Kč",
        "9.75",
        "20.03.",
        "20.03.2026",
        "20. 3. 2026",
        "14.–15. 3. 2026",
        "2.1.2",
        "17 hodnot",
        "2026",
        "h",
        "",
    ],
)
def test_numbers_that_are_no_time_are_none(text: str) -> None:
    assert match_time(text) is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("25:00", "hodina 25 neexistuje"),
        ("24:30", "hodina 24 neexistuje"),
        ("9:75", "minuta 75 neexistuje"),
        ("9–26 hod.", "hodina 26 neexistuje"),
    ],
)
def test_a_time_that_does_not_exist_says_why(text: str, problem: str) -> None:
    found = match_time(text)
    assert (found.value, found.problem) == (None, problem)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9-11", TimeRange(time(9), time(11))),
        ("9", TimeRange(time(9))),
        ("16,30", TimeRange(time(16, 30))),
        (" 9:00–11:30. ", TimeRange(time(9), time(11, 30))),
        ("od 17 hodin", TimeRange(time(17), since=True)),
        ("do 11", TimeRange(None, time(11))),
        ("20.10", TimeRange(time(20, 10))),
        ("22–2", TimeRange(time(22), time(2), crosses_midnight=True)),
        ("20.00–24.00", TimeRange(time(20), time(0))),
    ],
)
def test_in_a_field_bare_hours_count(text: str, expected: object) -> None:
    assert read_time(text).value == expected


@pytest.mark.parametrize("text", ["dopoledne", "9:00, pauza", "20. 3. 2026", "", "9 osob"])
def test_a_field_with_more_than_a_time_is_none(text: str) -> None:
    assert read_time(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20. 3. 2026 v 9:00 v organizaci", "v 9:00"),
        ("23. 1. 2026 9–11 h.", "9–11 h."),
        ("dne 20.03.2026 od 17 hodin", "od 17 hodin"),
        ("v pátek 20. 3., 9.00", "9.00"),
        ("sejdeme se v 9.10.", "v 9.10"),
    ],
)
def test_the_first_time_is_found_behind_a_date(text: str, expected: object) -> None:
    found = find_time(text)
    assert text[found.start : found.end] == expected


@pytest.mark.parametrize("text", ["14.–15. 3. 2026", "kapitola 3.2, bod 4", "2026-03-20"])
def test_no_time_is_found_in_dates_and_numbers(text: str) -> None:
    assert find_time(text) is None
