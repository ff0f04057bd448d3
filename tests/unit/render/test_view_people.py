"""Attendance, signatures, and who speaks for whom."""

import pytest

from meetings import COUNCIL, SERIES, WORKING_GROUP
from zapis.model.meeting import HeaderField, Meeting
from zapis.model.person import People, Person
from zapis.render.view import make_view
from zapis.render.view_people import format_person, join_people
from zapis.render.views import PeopleView, SignatureView


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("person", "role", "expected"),
    [
        (Person("Novák"), "", "Novák"),
        (
            Person(
                "Eva Horáková", ("Mgr.",), ("Ph.D.",), affiliation="Most – terén", role="vedoucí"
            ),
            "present",
            "Mgr. Eva Horáková, Ph.D. (Most – terén), vedoucí",
        ),
        (Person("Jan Malý", organization="Most", unit="terén"), "", "Jan Malý (Most – terén)"),
        (Person("Jan Malý", note="od 17.25"), "present", "Jan Malý (od 17.25)"),
        (Person("Jan Malý", note="nemoc"), "excused", "Jan Malý – nemoc"),
    ],
)
def test_person_is_printed_as_people_write_it(person: Person, role: str, expected: str):
    assert _plain(format_person(person, role)) == expected


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        (People("chair", "Řídil"), "–"),
        (People("chair", "Řídil", (Person("Jan Malý"), Person("Eva Malá"))), "Jan Malý, Eva Malá"),
        (
            People("chair", "Řídil", (Person("Jan Malý", role="tajemník"), Person("Eva Malá"))),
            "Jan Malý, tajemník; Eva Malá",
        ),
        (People("chair", "Řídil", (Person("Jan Malý"),), "a další"), "Jan Malý, a další"),
    ],
)
def test_people_of_one_line_are_joined(people: People, expected: str):
    assert join_people(people) == expected


def test_attendance_is_counted_where_persons_are_named():
    attendance = make_view(WORKING_GROUP, assets={}).attendance
    assert [(item.label, item.count, _plain(item.words)) for item in attendance] == [
        ("Přítomni", 2, ""),
        ("Omluveni", 1, ""),
        ("Hosté", None, "dle prezenční listiny"),
    ]


def test_a_group_among_persons_makes_the_count_unknown():
    people = People("present", "Přítomni", (Person("Jan Malý"), Person("členové rady")))
    view = make_view(Meeting("", "a.md", attendance=(people,)), assets={})
    assert view.attendance[0].count is None


def test_empty_attendance_is_a_dash():
    meeting = Meeting("", "a.md", fields=(HeaderField("guests", "Hosté", ""),))
    view = make_view(meeting, assets={})
    assert (view.attendance, view.fields) == ((PeopleView("guests", "Hosté", (), "–", None),), ())


def test_signatures_keep_the_authors_form_and_date():
    views = make_view(WORKING_GROUP, assets={}).signatures
    assert [(view.label, _plain(view.name), _plain(view.on), view.line) for view in views] == [
        ("Zapsala", "Jana Malá", "26. 1. 2026", False),
        ("Ověřovatelé", "Petr Cháb", "", False),
        ("Ověřovatelé", "Mgr. Eva Horáková", "", False),
    ]


def test_council_has_lines_to_sign_on_and_its_chair_signs():
    views = make_view(COUNCIL, assets={}).signatures
    assert [(view.label, _plain(view.name), view.line) for view in views] == [
        ("Zapsala", "Jana Malá", True),
        ("Předsedající", "Ing. Marie Horská", True),
    ]


def test_signature_that_is_still_empty_keeps_its_place():
    meeting = Meeting("", "a.md", "porada", fields=(HeaderField("recorder", "Zapsala", ""),))
    view = make_view(meeting, assets={})
    assert view.signatures == (SignatureView("Zapsala", "–", "", line=True, role="recorder"),)


@pytest.mark.parametrize(
    ("meeting", "label"),
    [
        (WORKING_GROUP, "Za PS BČ"),
        (Meeting("", "a.md", series=SERIES, on_behalf_of=(Person("Eva Malá"),)), "Za BČ"),
        (
            Meeting("", "a.md", "komise", on_behalf_of=(Person("Eva"),), on_behalf_label="Za"),
            "Za komisi",
        ),
        (Meeting("", "a.md", "komise"), ""),
    ],
)
def test_on_behalf_of_whom(meeting: Meeting, label: str):
    assert _plain(make_view(meeting, assets={}).on_behalf_label) == label
