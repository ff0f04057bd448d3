"""Reading and writing Czech dates."""

from datetime import date

import pytest

from zapis.czech.dates import (
    DateMatch,
    find_date,
    format_date,
    format_date_long,
    format_date_range,
    match_announced_date,
    match_date,
    read_date,
    weekday_name,
)

MEETING = date(2026, 1, 23)
MARCH_20 = date(2026, 3, 20)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-03-20", MARCH_20),
        ("20. 3. 2026", MARCH_20),
        ("20.3.2026", MARCH_20),
        ("20.03.2026", MARCH_20),
        ("20. 3 2026", MARCH_20),
        ("20.\u00a03.\u00a02026", MARCH_20),
        ("20. března 2026", MARCH_20),
        ("20. března roku 2026", MARCH_20),
        ("20. brezna 2026", MARCH_20),
        ("20. BŘEZNA 2026", MARCH_20),
        ("20 března 2026", MARCH_20),
        ("20. března", MARCH_20),
        ("20. 3.", MARCH_20),
        ("12.11.", date(2026, 11, 12)),
        ("23. 1.", MEETING),
        ("22. 1.", date(2027, 1, 22)),
        ("1. září 2026", date(2026, 9, 1)),
        ("2. června 2026", date(2026, 6, 2)),
        ("2. července 2026", date(2026, 7, 2)),
        ("v pátek 20. 3.", MARCH_20),
        ("ve středu 18. března", date(2026, 3, 18)),
        ("pátek 20. 3. 2026", MARCH_20),
        ("Pátek, 20. 3. 2026", MARCH_20),
        ("pátek dne 20. 3. 2026", MARCH_20),
        ("pá 20. 3.", MARCH_20),
        ("po 23. 3.", date(2026, 3, 23)),
        ("20. 3. 2026 (pátek)", MARCH_20),
        ("20. 3. 2026 (pá)", MARCH_20),
        ("20. 3. 2026, pátek", MARCH_20),
        ("29. 2. 2028", date(2028, 2, 29)),
    ],
)
def test_a_whole_date_is_read(text: str, expected: object) -> None:
    found = match_date(text, 0, MEETING)
    assert (found.value, found.weekday_fits, found.end) == (expected, True, len(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14.–15. 3. 2026", (date(2026, 3, 14), date(2026, 3, 15))),
        ("14. - 15. 3. 2026", (date(2026, 3, 14), date(2026, 3, 15))),
        ("14-15.3.2026", (date(2026, 3, 14), date(2026, 3, 15))),
        ("14. až 15. března 2026", (date(2026, 3, 14), date(2026, 3, 15))),
        ("14. a 15. 3. 2026", (date(2026, 3, 14), date(2026, 3, 15))),
        ("14.–15. 3.", (date(2026, 3, 14), date(2026, 3, 15))),
        ("28. 2. – 1. 3. 2026", (date(2026, 2, 28), date(2026, 3, 1))),
        ("28. února – 1. března 2026", (date(2026, 2, 28), date(2026, 3, 1))),
        ("30. 12. – 2. 1. 2027", (date(2026, 12, 30), date(2027, 1, 2))),
        ("20. 1. – 30. 1.", (date(2026, 1, 20), date(2026, 1, 30))),
        ("30. 12. 2026 – 2. 1. 2027", (date(2026, 12, 30), date(2027, 1, 2))),
        ("30. 12. 2026 – 2. 1.", (date(2026, 12, 30), date(2027, 1, 2))),
        ("2026-03-14 – 2026-03-15", (date(2026, 3, 14), date(2026, 3, 15))),
        ("sobota 14. – neděle 15. 3. 2026", (date(2026, 3, 14), date(2026, 3, 15))),
    ],
)
def test_a_range_of_dates_is_read(text: str, expected: object) -> None:
    found = match_date(text, 0, MEETING)
    assert (found.value, found.end_value, found.end) == (*expected, len(text))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("31. 11. 2026", "listopad má jen 30 dní"),
        ("31. 11.", "listopad má jen 30 dní"),
        ("29. 2. 2026", "rok 2026 není přestupný, únor má jen 28 dní"),
        ("29. 2.", "rok 2026 není přestupný, únor má jen 28 dní"),
        ("30. 2. 2028", "únor má nejvýše 29 dní"),
        ("2026-02-30", "únor má nejvýše 29 dní"),
        ("32. ledna 2026", "leden má jen 31 dní"),
        ("20. 13. 2026", "měsíc 13 neexistuje"),
        ("0. 3. 2026", "den 0 neexistuje"),
        ("31. 11. – 2. 12. 2026", "listopad má jen 30 dní"),
    ],
)
def test_a_day_that_does_not_exist_says_why(text: str, problem: str) -> None:
    found = match_date(text, 0, MEETING)
    assert (found.value, found.problem, found.end) == (None, problem, len(text))


def test_a_range_that_ends_before_it_begins_keeps_its_first_day() -> None:
    found = match_date("15.–14. 3. 2026")
    assert (found.value, found.end_value, found.problem) == (
        date(2026, 3, 15),
        None,
        "konec rozmezí je před začátkem",
    )


@pytest.mark.parametrize(
    "text",
    [
        "2.1.2",
        "2.1.12 Podpora",
        "3.2 Podporovat",
        "9.00",
        "9.10. hod",
        "1. 2. 3. Nadpis",
        "20. 20.",
        "20",
        "20. bodů",
        "po 20. 3. 2026",
        "ne 20. 3. 2026",
        "březen 2026",
        "2026/2027",
        "14. a 20. 3. 2026",
        "",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert match_date(text, 0, MEETING) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20. 3. 2026 se sejde skupina", "20. 3. 2026"),
        ("20. 3. 1500 letáků", "20. 3."),
        ("20. 3. 2000 Kč", "20. 3."),
        ("20. 3. 100 osob", "20. 3."),
        ("20. 3. 2026 9.00", "20. 3. 2026"),
        ("20. 3. – porada", "20. 3."),
        ("20. 3. 2026, pátek 27. 3.", "20. 3. 2026"),
        ("5. 4. 2026 (ne)", "5. 4. 2026 (ne)"),
        ("6. 4. 2026 (ne)", "6. 4. 2026"),
    ],
)
def test_the_match_ends_with_the_date(text: str, expected: object) -> None:
    assert text[: match_date(text, 0, MEETING).end] == expected


def test_a_date_without_a_year_and_an_anchor_has_no_value() -> None:
    found = match_date("20. 3.")
    assert found == DateMatch(0, 6, None, year_written=False)


def test_a_written_weekday_is_checked() -> None:
    found = match_date("ve středu 20. 3. 2026")
    assert (found.value, found.weekday, found.weekday_fits) == (MARCH_20, 2, False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sejde se v pátek 20. 3. 2026 v 9:00", "v pátek 20. 3. 2026"),
        ("kap. 2.1.12 a 3.2 a 5. 4. 2026 (ne)", "5. 4. 2026 (ne)"),
        ("9.00–11.30 dne 1.2.2026", "1.2.2026"),
        ("po 20. 3. a 22. 3. 2026", "20. 3."),
        ("č. j. 20. 20. 3. 2026", "20. 3. 2026"),
        ("Příští porada: středa 18. března.", "středa 18. března"),
    ],
)
def test_the_first_date_is_found(text: str, expected: object) -> None:
    found = find_date(text, 0, MEETING)
    assert text[found.start : found.end] == expected


def test_finding_starts_at_the_given_place() -> None:
    text = "v pátek 20. 3. a v sobotu 21. 3."
    found = find_date(text, 10, MEETING)
    assert text[found.start : found.end] == "v sobotu 21. 3."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20.3.26", (MARCH_20, None)),
        ("20. 3. 26", (MARCH_20, None)),
        ("20. 3", (MARCH_20, None)),
        ("20.3", (MARCH_20, None)),
        ("45. 3.", (None, "březen má jen 31 dní")),
        ("20. 13.", (None, "měsíc 13 neexistuje")),
        ("20. 3. 206", (None, "rok 206 nemá čtyři číslice")),
        ("20. 3. 0000", (None, "rok 0 neexistuje")),
    ],
)
def test_an_announced_date_is_read_more_freely(text: str, expected: object) -> None:
    found = match_announced_date(text, 0, MEETING)
    assert (found.value, found.problem) == expected


@pytest.mark.parametrize("text", ["9.00", "11.30.", "2.1.2", "9.10. hod", "20", "12. 00"])
def test_an_announced_date_is_still_no_time_or_section(text: str) -> None:
    assert match_announced_date(text, 0, MEETING) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" 20. 3. 2026. ", MARCH_20),
        ("22. března 2026", date(2026, 3, 22)),
        ("14.–15. 3. 2026", date(2026, 3, 14)),
    ],
)
def test_a_field_holds_one_date(text: str, expected: object) -> None:
    assert read_date(text).value == expected


@pytest.mark.parametrize("text", ["20. 3. 2026 a něco", "20. 3. 20266 a", "brzy", "", " "])
def test_a_field_with_more_than_a_date_is_none(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (MARCH_20, MARCH_20, "20. 3. 2026"),
        (date(2026, 3, 14), date(2026, 3, 15), "14.–15. 3. 2026"),
        (date(2026, 2, 28), date(2026, 3, 1), "28. 2. – 1. 3. 2026"),
        (date(2026, 12, 30), date(2027, 1, 2), "30. 12. 2026 – 2. 1. 2027"),
    ],
)
def test_a_range_is_written_briefly(first: date, last: date, expected: object) -> None:
    assert format_date_range(first, last) == expected


def test_a_date_is_written() -> None:
    assert (format_date(MARCH_20), format_date_long(MARCH_20), weekday_name(MARCH_20)) == (
        "20. 3. 2026",
        "20. března 2026",
        "pátek",
    )
