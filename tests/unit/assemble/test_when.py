import datetime as dt

import pytest

from header_cases import meeting_of, problems_of
from zapis.czech.times import TimeRange
from zapis.model.meeting import When

DAY = dt.date(2026, 3, 20)
NINE = TimeRange(dt.time(9), None)


def when(text: str) -> When:
    """The date and time without their place."""
    found = meeting_of(text).when
    return When(found.date, found.end_date, found.time, found.date_words, found.time_words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("datum: 20. 3. 2026", When(DAY)),
        ("datum: 2026-03-20", When(DAY)),
        ("datum: 20.3.2026", When(DAY)),
        ("datum: 20. března 2026", When(DAY)),
        ("datum: dne 20. 3. 2026", When(DAY)),
        ("datum: 14.–15. 3. 2026", When(dt.date(2026, 3, 14), dt.date(2026, 3, 15))),
        ("datum: pátek 20. 3. 2026", When(DAY, date_words="pátek 20. 3. 2026")),
        ("datum: v pátek 20. března 2026", When(DAY, date_words="pátek 20. 3. 2026")),
        (
            "datum a cas: 20. 3. 2026, 9.00–11.30",
            When(DAY, time=TimeRange(dt.time(9), dt.time(11, 30))),
        ),
        ("datum: 20. 3. 2026 v 9 hodin", When(DAY, time=NINE)),
        ("datum: 20. 3. 2026 od 9 hod.", When(DAY, time=TimeRange(dt.time(9), since=True))),
        ("datum: 20. 3. 2026 (náhradní)", When(DAY, date_words="20. 3. 2026 (náhradní)")),
        (
            "datum: 20. 3. 2026 od 8.30\ncas: 9.00",
            When(DAY, time=NINE, date_words="20. 3. 2026 od 8.30"),
        ),
        ("cas: 9:00–11:30", When(time=TimeRange(dt.time(9), dt.time(11, 30)))),
        ("cas: 9.00 - 11.30", When(time=TimeRange(dt.time(9), dt.time(11, 30)))),
        ("cas: 9-11h.", When(time=TimeRange(dt.time(9), dt.time(11)))),
        ("cas: od 17 hodin", When(time=TimeRange(dt.time(17), since=True))),
        (
            "cas: 9.00 (prezence od 8.30)",
            When(time=NINE, time_words="9.00 (prezence od 8.30)"),
        ),
        ("datum:\ncas:", When()),
    ],
)
def test_date_and_time_are_read(text: str, expected: When) -> None:
    assert (when(text), problems_of(text)) == (expected, [])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "datum: 31. 11. 2026",
            (
                "invalid-date",
                "datum „31. 11. 2026“ neexistuje, listopad má jen 30 dní",
                "31. 11. 2026",
            ),
        ),
        (
            "datum: 1. 13. 2026",
            ("invalid-date", "v datu „1. 13. 2026“ měsíc 13 neexistuje", "1. 13. 2026"),
        ),
        (
            "datum: středa 20. 3. 2026",
            ("wrong-weekday", "20. 3. 2026 není středa, ale pátek", "středa 20. 3. 2026"),
        ),
        ("datum: na jaře", ("unreadable-date", "datu „na jaře“ nelze porozumět", "na jaře")),
        ("datum: 20. 3.", ("unreadable-date", "v datu „20. 3.“ chybí rok", "20. 3.")),
        (
            "datum: 20. 3. 2206",
            ("distant-date", "rok 2206 je u jednání nezvyklý", "20. 3. 2206"),
        ),
        (
            "datum: 16. 3. – 14. 3. 2026",
            (
                "end-before-start",
                "v datu „16. 3. – 14. 3. 2026“ je konec dřív než začátek",
                "16. 3. – 14. 3. 2026",
            ),
        ),
        ("cas: ráno", ("unreadable-time", "času „ráno“ nelze porozumět", "ráno")),
        ('cas: "25:00"', ("unreadable-time", "v čase „25:00“ hodina 25 neexistuje", "25:00")),
        (
            "cas: 11.00–9.00",
            ("end-before-start", "konec 9.00 je dřív než začátek 11.00", "11.00–9.00"),
        ),
        (
            "datum: 20. 3. 2026, 11.00–9.00",
            ("end-before-start", "konec 9.00 je dřív než začátek 11.00", "11.00–9.00"),
        ),
    ],
)
def test_a_doubtful_date_or_time_is_reported_where_it_stands(
    text: str, problem: tuple[str, str, str]
) -> None:
    assert problems_of(text) == [problem]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("datum: 31. 11. 2026", ("31. 11. 2026", "")),
        ("datum: někdy na jaře", ("někdy na jaře", "")),
        ("datum: 20. 3.", ("20. 3.", "")),
        ("cas: ráno", ("", "ráno")),
    ],
)
def test_words_that_are_not_understood_are_kept(text: str, words: tuple[str, str]) -> None:
    found = when(text)
    assert (found.date_words, found.time_words) == words


def test_an_end_before_the_start_crosses_midnight() -> None:
    assert when("cas: 22.00–1.00").time == TimeRange(dt.time(22), dt.time(1), crosses_midnight=True)
