"""What a workspace changes in the form of a kind of meeting, as documents print it."""

import pytest
from msgspec.structs import replace

from meetings import COUNCIL, task
from zapis.model.forms import FormChange, in_order
from zapis.model.kinds import PARTS
from zapis.model.meeting import HeaderField, Meeting, NextMeeting
from zapis.model.person import People, Person, Signature
from zapis.model.settings import Series
from zapis.render.view import make_view
from zapis.render.views import DocumentView

PEOPLE = (
    Signature("recorder", "Zapsala", Person("Jana Malá")),
    Signature("approved_by", "Schválil", Person("Petr Cháb")),
)


def _view(meeting: Meeting, *changes: FormChange) -> DocumentView:
    return make_view(replace(meeting, forms=changes), assets={})


def _meeting(kind: str = "porada") -> Meeting:
    return Meeting("", "a.md", kind, next_meeting=NextMeeting("v pátek"), signatures=PEOPLE)


def test_labels_are_changed_for_all_kinds_and_for_one():
    every = FormChange(labels=(("next_meeting", "Příště"), ("assignees", "Odpovídá")))
    single = FormChange("porada", labels=(("next_meeting", "Sejdeme se"),))
    views = [_view(_meeting(kind), every, single) for kind in ("porada", "komise")]
    assert [(view.next_meeting_label, view.labels["assignees"]) for view in views] == [
        ("Sejdeme se", "Odpovídá"),
        ("Příště", "Odpovídá"),
    ]


def test_a_renamed_key_of_the_header_is_renamed_wherever_it_stands():
    change = FormChange(
        renamed=(("zapsala", "Vyhotovila"), ("pritomni", "Účast"), ("c. j.", "Naše značka"))
    )
    meeting = replace(
        _meeting(),
        attendance=(People("present", "Přítomni", (Person("Jan Malý"),)),),
        fields=(HeaderField("reference_number", "Č. j.", "1/26"),),
    )
    view = _view(meeting, change)
    labels = [item.label for item in (*view.attendance, *view.fields, *view.signatures)]
    assert labels == ["Účast", "Naše značka", "Vyhotovila", "Schválil"]


def test_the_authors_own_label_stays():
    change = FormChange(labels=(("next_meeting", "Příště"),))
    meeting = replace(_meeting(), labels={"next_meeting": "Další schůzka"})
    assert _view(meeting, change).next_meeting_label == "Další schůzka"


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ((), PARTS),
        (("record",), PARTS),
        (("attendance", "fields"), ("attendance", "fields", *PARTS[2:])),
        (("signatures", "closing"), (*PARTS[:7], "signatures", "closing")),
        (("tasks", "fields"), ("tasks", *PARTS[1:4], "fields", *PARTS[5:])),
        (PARTS[::-1], PARTS[::-1]),
    ],
)
def test_parts_that_are_named_take_each_others_places(
    wanted: tuple[str, ...], expected: tuple[str, ...]
):
    assert in_order(wanted, PARTS) == expected


def test_the_order_of_parts_is_that_of_the_workspace():
    change = FormChange(parts=("attendance", "fields"))
    assert _view(_meeting(), change).parts == ("attendance", "fields", *PARTS[2:])


@pytest.mark.parametrize(
    ("signers", "expected"),
    [
        (None, [("Zapsala", True), ("Schválil", True)]),
        ((), [("Zapsala", False), ("Schválil", False)]),
        (("approved_by",), [("Schválil", True), ("Zapsala", False)]),
        (("chair", "recorder"), [("Řídil", True), ("Zapsala", True), ("Schválil", False)]),
    ],
)
def test_those_who_sign_are_named_in_order(
    signers: tuple[str, ...] | None, expected: list[tuple[str, bool]]
):
    meeting = replace(_meeting(), officers=(People("chair", "Řídil", (Person("Eva Nová"),)),))
    view = _view(meeting, FormChange(signers=signers))
    assert [(item.label, item.line) for item in view.signatures] == expected


def test_an_officer_who_signs_in_another_role_signs_once():
    meeting = replace(_meeting(), officers=(People("chair", "Řídil", (PEOPLE[1].person,)),))
    view = _view(meeting, FormChange(signers=("chair", "recorder")))
    assert [item.label for item in view.signatures] == ["Zapsala", "Schválil"]


@pytest.mark.parametrize(
    ("series", "heading", "expected"),
    [
        (None, "", "Zápis č. 3 z porady"),
        (Series("p", "Porada odboru"), "", "Zápis č. 3 z porady"),
        (Series("p", "Porada odboru", heading="Zápis odboru"), "Zápis odboru", "Zápis odboru"),
    ],
)
def test_title_line_of_a_kind_gives_way_to_that_of_the_series(
    series: Series | None, heading: str, expected: str
):
    meeting = replace(_meeting(), series=series, heading=heading, ordinal="3")
    view = _view(meeting, FormChange("porada", heading="Zápis č. {cislo} z porady"))
    assert view.footer_text.replace("\u00a0", " ") == expected


def test_title_line_of_a_kind_may_name_the_body():
    meeting = Meeting("", "a.md", "komise", subject="Komise pro bydlení")
    view = _view(meeting, FormChange("komise", heading="Zápis – {nazev}"))
    assert (" ".join(view.heading.split()), view.fields) == ("Zápis – Komise pro bydlení", ())


def test_a_kind_of_ones_own_has_a_form():
    change = FormChange("vyjezdni beseda", heading="Zápis z výjezdní besedy")
    kinds = ("Výjezdní beseda k lesu", "beseda")
    made = [" ".join(_view(_meeting(kind), change).footer_text.split()) for kind in kinds]
    assert made == ["Zápis z výjezdní besedy", "Zápis z jednání: beseda"]


def test_tasks_of_a_staff_meeting_are_spelled_out():
    meeting = replace(
        _meeting(), tasks=(task("Předložit rozbor", "Eva Malá", deadline="do pátku", number=1),)
    )
    made = [_view(replace(meeting, kind=kind)).tasks[0] for kind in ("porada", "komise")]
    told = [(view.label, view.tail.split(), view.says_number) for view in made]
    assert told == [
        ("Úkol\u00a01", ["Zodpovídá:", "Eva", "Malá", "Termín:", "do", "pátku"], True),
        ("", ["→", "Eva", "Malá;", "do", "pátku"], False),
    ]


def test_the_council_keeps_its_form_without_changes():
    assert _view(COUNCIL) == make_view(COUNCIL, assets={})
