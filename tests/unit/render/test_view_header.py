"""Lines of the header and behind the record."""

import datetime as dt

import pytest

from meetings import COUNCIL, WORKING_GROUP
from zapis.czech.times import TimeRange
from zapis.model.meeting import HeaderField, Meeting, When
from zapis.model.person import People, Person
from zapis.render.view import make_view

_DAY = dt.date(2026, 3, 16)
_HOURS = TimeRange(dt.time(8), dt.time(9, 15))


def _lines(meeting: Meeting) -> list[str]:
    fields = make_view(meeting, assets={}).fields
    return [f"{field.label}: {field.text}".replace("\u00a0", " ") for field in fields]


def test_fields_stand_in_the_order_of_printing():
    assert _lines(WORKING_GROUP) == [
        "Datum a čas: 23. ledna 2026, 9.00–11.30",
        "Místo konání: Komunitní dům Lípa, Modrá 5",
        "Č. j.: MUHB/12/26",
        "Vaše značka: –",
    ]


@pytest.mark.parametrize(
    ("kind", "when", "labels", "expected"),
    [
        ("porada", When(_DAY, None, _HOURS), {}, ["Datum a čas: 16. 3. 2026, 8.00–9.15"]),
        ("komise", When(_DAY), {}, ["Datum: 16. března 2026"]),
        ("porada", When(_DAY, dt.date(2026, 3, 17)), {}, ["Datum: 16.–17. 3. 2026"]),
        (
            "porada",
            When(_DAY, None, _HOURS),
            {"date": "Datum konání", "time": "Čas"},
            ["Datum a čas konání: 16. 3. 2026, 8.00–9.15"],
        ),
        (
            "porada",
            When(_DAY, None, _HOURS),
            {"date": "konáno dne"},
            ["Konáno dne: 16. 3. 2026, 8.00–9.15"],
        ),
        ("per rollam", When(_DAY), {"date": "Datum"}, ["Datum hlasování: 16. března 2026"]),
        ("komise", When(time=_HOURS), {}, ["Čas: 8.00–9.15"]),
        (
            "komise",
            When(_DAY, None, _HOURS, "pondělí 16. 3.", "ráno"),
            {},
            ["Datum a čas: pondělí 16. 3., ráno"],
        ),
    ],
)
def test_date_and_time_are_one_line_in_the_style_of_the_kind(
    kind: str, when: When, labels: dict[str, str], expected: list[str]
):
    assert _lines(Meeting("", "a.md", kind, when=when, labels=labels)) == expected


def test_officers_stand_between_references_and_other_lines():
    meeting = Meeting(
        "",
        "a.md",
        officers=(People("chair", "Řídil", (Person("Jan Novák", ("Ing.",), role="tajemník"),)),),
        fields=(
            HeaderField("", "Vaše značka", "12"),
            HeaderField("date", "Datum", ""),
            HeaderField("reference_number", "Č. j.", "1/26"),
        ),
    )
    expected = ["Datum: –", "Č. j.: 1/26", "Řídil: Ing. Jan Novák, tajemník", "Vaše značka: 12"]
    assert _lines(meeting) == expected


def test_lines_behind_the_record_are_not_in_the_header():
    view = make_view(WORKING_GROUP, assets={})
    assert [(field.label, field.text) for field in view.closing] == [
        ("Rozdělovník", "členové skupiny")
    ]


@pytest.mark.parametrize(
    ("label", "text", "expected"),
    [
        ("Vyhotoveno", "V Horní Bělé dne 17. 6. 2026", "V Horní Bělé dne 17. 6. 2026"),
        ("Vyhotoveno", "17. 6. 2026", "Vyhotoveno dne 17. 6. 2026"),
        ("Zapsáno dne", "dne 17. 6. 2026", "Zapsáno dne 17. 6. 2026"),
        ("Datum vyhotovení", "17. 6. 2026", "Datum vyhotovení: 17. 6. 2026"),
    ],
)
def test_place_and_day_are_those_the_author_wrote(label: str, text: str, expected: str):
    meeting = Meeting("", "a.md", fields=(HeaderField("drawn_up_on", label, text),))
    view = make_view(meeting, assets={})
    assert (view.place_and_day.replace("\u00a0", " "), view.closing) == (expected, ())


def test_dates_of_posting_stand_at_the_end():
    view = make_view(COUNCIL, assets={})
    assert [(field.key, field.text) for field in view.closing] == [("posted_on", "–")]


def test_weekday_of_the_author_is_in_the_header_and_not_in_the_title():
    when = When(_DAY, date_words="pondělí 16. 3. 2026")
    meeting = Meeting("", "a.md", heading="Zápis ze dne {datum}", when=when)
    view = make_view(meeting, assets={})
    texts = (view.footer_text, view.fields[0].text)
    assert tuple(text.replace("\u00a0", " ") for text in texts) == (
        "Zápis ze dne 16. března 2026",
        "pondělí 16. 3. 2026",
    )
