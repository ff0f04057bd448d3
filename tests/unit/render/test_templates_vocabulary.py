"""The one table of fields: whole, consistent, and true of the view."""

import re

import pytest
from msgspec.structs import fields, replace

from docx_documents import EMPTY_VIEW, full_view
from zapis.engine.templates.sample_minutes import empty_view, sample_view
from zapis.model.kinds import PART_NAMES, PARTS
from zapis.render.templating.fields import Field, Kind, Record
from zapis.render.templating.own import OwnData
from zapis.render.templating.people import PeopleText
from zapis.render.templating.records import RECORDS
from zapis.render.templating.vocabulary import DOCUMENT
from zapis.render.views import DocumentView, FieldView, SignatureView

ALL = [*DOCUMENT, *(field for record in RECORDS.values() for field in record.fields)]
# What a template gets in another way: pictures by logos, notes and tails by the record.
NOT_FIELDS = frozenset(
    {"assets", "footnotes", "values", "publicity", "attendance", "fields", "labels"}
)
NOT_OF_RECORDS = {
    "FieldView": {"key"},
    "AgendaItemView": {"anchor"},
    "SectionView": {"anchor", "blocks", "reviews", "reviews_note"},
    "TaskView": {"short", "anchor", "tail", "says_number"},
    "ReviewView": {"comment", "name", "facts", "flows"},
    "SignatureView": {"role"},
    "LogoView": {"key"},
}


def read_by(field: Field) -> set[str]:
    """The attributes of a view that a getter takes."""
    found = set(re.findall(r"attrgetter\('(\w+)", repr(field.get)))
    return (
        found or set(getattr(field.get, "__code__", read_by).__code__.co_names) if False else found
    )


def test_names_are_plain_words_used_once():
    names = [field.name for field in DOCUMENT]
    assert [name for name in names if not re.fullmatch(r"[a-z]+(?:_[a-z]+)*", name)] == []
    assert len(names) == len(set(names))


def test_every_part_of_the_view_has_a_field():
    taken = {name for field in DOCUMENT for name in read_by(field)}
    taken |= {"parts", "data"}
    missing = {field.name for field in fields(DocumentView)} - taken - NOT_FIELDS
    assert missing == set()


@pytest.mark.parametrize("record", RECORDS.values(), ids=lambda record: record.type.__name__)
def test_every_part_of_a_record_has_a_field(record: Record):
    if record.type is PeopleText:
        return
    taken = {name for field in record.fields for name in read_by(field)} | {"title"}
    own = {field.name for field in fields(record.type)}
    assert own - taken - NOT_OF_RECORDS.get(record.type.__name__, set()) - {"number"} == set()


@pytest.mark.parametrize("view", [sample_view(), empty_view(), full_view(), EMPTY_VIEW])
def test_every_field_has_a_value_of_its_kind(view: DocumentView):
    kinds = {
        Kind.TEXT: str,
        Kind.FLAG: bool,
        Kind.TEXTS: tuple,
        Kind.LIST: tuple,
        Kind.OWN: OwnData,
    }
    wrong = [
        field.name
        for field in DOCUMENT
        if field.kind in kinds and not isinstance(field.get(view), kinds[field.kind])
    ]
    assert wrong == []


def test_the_sample_fills_every_field_of_a_document():
    view = sample_view()
    assert [field.name for field in DOCUMENT if not field.get(view)] == []


def test_lists_hold_the_records_that_they_promise():
    view = sample_view()
    wrong = [
        field.name
        for field in DOCUMENT
        if field.kind is Kind.LIST and any(type(item) is not field.item for item in field.get(view))
    ]
    assert wrong == []


def test_every_field_has_a_meaning_without_a_period():
    told = [field.meaning for field in ALL]
    assert [text for text in told if not text or text.endswith(".") or text[:1].isupper()] == []


def test_parts_have_names_of_fields():
    assert (tuple(PART_NAMES), set(PART_NAMES.values()) - {field.name for field in DOCUMENT}) == (
        PARTS,
        set(),
    )


def test_people_are_false_where_there_is_nobody():
    view = EMPTY_VIEW
    get = {field.name: field.get for field in DOCUMENT}
    assert (bool(get["omluveni"](view)), str(get["omluveni"](view))) == (False, "")


def test_those_who_sign_are_found_by_their_role():
    signatures = (
        SignatureView("Zapsala", "Jana Malá", "", line=False, role="recorder"),
        SignatureView("Zapsal", "Ing. Jan Nový, tajemník", "", line=False, role="recorder"),
    )
    get = {field.name: field.get for field in DOCUMENT}
    view = replace(EMPTY_VIEW, signatures=signatures)
    assert get["zapsal"](view) == "Jana Malá; Ing. Jan Nový, tajemník"


@pytest.mark.parametrize("name", ["c_spisu", "cspisu", "Č_spisu"])
def test_own_data_is_found_however_its_key_is_written(name: str):
    assert OwnData({"č. spisu": "5/26"}).find(name) == "5/26"


def test_own_data_inside_lists_and_mappings_is_found():
    own = OwnData({"a": {"b": "c"}, "seznam": ({"d": "e"}, "f")})
    first = own.find("seznam")
    assert (str(own.find("a")), first[0].find("d"), first[1], own.find("neni")) == (
        "c",
        "e",
        "f",
        "",
    )


def test_lines_of_the_header_are_found_by_their_key():
    get = {field.name: field.get for field in DOCUMENT}
    view = replace(EMPTY_VIEW, fields=(FieldView("reference_number", "Č. j.", "5/26"),))
    assert (get["cj"](view), get["sp_zn"](view)) == ("5/26", "")
