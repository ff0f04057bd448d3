import datetime as dt

import pytest

from header_cases import meeting_of, problems_of
from zapis.czech.times import TimeRange
from zapis.model.meeting import NextMeeting

MEETING = "datum: 23. 1. 2026\n"
DAY = dt.date(2026, 3, 20)
NINE = TimeRange(dt.time(9))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pristi: 20. 3. 2026", NextMeeting("20. 3. 2026", DAY)),
        ("pristi: 20. 3.", NextMeeting("20. 3.", DAY)),
        (
            "pristi: v pátek 20. 3. v 9 hodin v knihovně",
            NextMeeting("v pátek 20. 3. v 9 hodin v knihovně", DAY, NINE),
        ),
        (
            "pristi: opět na podzim, termín bude upřesněn",
            NextMeeting("opět na podzim, termín bude upřesněn"),
        ),
        ("pristi: kolem března 2026", NextMeeting("kolem března 2026")),
        (
            "pristi: {datum: 2026-03-20, cas: '9:00', misto: v organizaci}",
            NextMeeting("20. 3. 2026, 9.00, v organizaci", DAY, NINE, "v organizaci"),
        ),
        (
            "pristi:\n  datum: pátek 20. 3.\n  misto: sál",
            NextMeeting("pátek 20. 3., sál", DAY, None, "sál"),
        ),
    ],
)
def test_the_next_meeting_keeps_its_words_and_what_they_say(
    text: str, expected: NextMeeting
) -> None:
    found = meeting_of(MEETING + text).next_meeting
    assert found
    shown = NextMeeting(found.words, found.date, found.time, found.place)
    assert (shown, problems_of(MEETING + text)) == (expected, [])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "pristi: 31. 4. 2026",
            ("invalid-date", "datum „31. 4. 2026“ neexistuje, duben má jen 30 dní", "31. 4. 2026"),
        ),
        (
            "pristi: ve čtvrtek 20. 3. 2026",
            ("wrong-weekday", "20. 3. 2026 není čtvrtek, ale pátek", "ve čtvrtek 20. 3. 2026"),
        ),
        (
            "pristi: 20. 1.",
            ("distant-date", "datum „20. 1.“ se čte jako 20. 1. 2027", "20. 1."),
        ),
        (
            "pristi: 20. 3. 2025",
            ("distant-date", "datum „20. 3. 2025“ je dřív než jednání", "20. 3. 2025"),
        ),
        (
            "pristi: 20. 3. 2046",
            (
                "distant-date",
                "datum „20. 3. 2046“ je víc než deset let po jednání",
                "20. 3. 2046",
            ),
        ),
        (
            "pristi: {datum: brzy}",
            ("unreadable-date", "datu „brzy“ nelze porozumět", "brzy"),
        ),
        (
            "pristi: {cas: ráno}",
            ("unreadable-time", "času „ráno“ nelze porozumět", "ráno"),
        ),
    ],
)
def test_a_doubtful_next_date_is_reported(text: str, problem: tuple[str, str, str]) -> None:
    assert problems_of(MEETING + text) == [problem]


def test_a_day_without_a_year_needs_the_meetings_date() -> None:
    assert problems_of("pristi: 20. 3.") == []
