"""Every field that a template may use, with what it holds and an example from real minutes."""

from msgspec import Struct

from zapis.engine.templates.sample_minutes import sample_view
from zapis.inline import plain_text
from zapis.render.templating.fields import Field, Kind, Printing
from zapis.render.templating.records import RECORDS
from zapis.render.templating.vocabulary import DOCUMENT

_LONGEST = 60
_MANY = 2


class FieldRow(Struct, frozen=True):
    """A field as it is shown: its name, what it holds, how it is written, an example."""

    name: str
    kind: str
    tag: str
    meaning: str
    example: str


class FieldTable(Struct, frozen=True):
    """The fields of the document, whose `record` is empty, or of what stands in its lists."""

    record: str
    lists: tuple[str, ...]
    rows: tuple[FieldRow, ...]


def field_tables() -> tuple[FieldTable, ...]:
    """All fields, those of the document first."""
    view = sample_view()
    tables = [FieldTable("", (), tuple(_row(field, field.get(view), "") for field in DOCUMENT))]
    for kind, record in RECORDS.items():
        lists = tuple(field for field in DOCUMENT if field.item is kind)
        owner = next(_members(field.get(view)) for field in lists)
        rows = tuple(
            _row(field, field.get(owner[0]), _short(record.one)) for field in record.fields
        )
        tables.append(FieldTable(record.one, tuple(field.name for field in lists), rows))
    return tuple(tables)


def _members(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)


def _short(record: str) -> str:
    """The name of a loop's variable in examples."""
    return _VARIABLES.get(record, record)


_VARIABLES = {
    "řádek": "radek",
    "lidé": "lide",
    "bod programu": "bod",
    "oddíl": "oddil",
    "úkol": "ukol",
    "kontrola úkolu": "kontrola",
    "příloha": "priloha",
}


def _row(field: Field, value: object, owner: str) -> FieldRow:
    name = f"{owner}.{field.name}" if owner else field.name
    return FieldRow(name, _kind(field), _tag(field, name), field.meaning, _example(field, value))


def _kind(field: Field) -> str:
    if field.kind is Kind.LIST and field.item is not None:
        return f"seznam: {RECORDS[field.item].one}"
    if field.kind is Kind.RECORD and field.item is not None:
        return RECORDS[field.item].one
    return field.kind.value


def _tag(field: Field, name: str) -> str:
    """How the field is used in a template of Word."""
    if field.kind is Kind.FLAG:
        return f"{{% if {name} %}}"
    if field.kind is Kind.OWN:
        return "{{ udaje.spis }}"
    if field.printed is Printing.NOT and field.item is not None:
        return f"{{% for {_short(RECORDS[field.item].one)} in {name} %}}"
    return f"{field.printed.value} {name} }}}}"


def _example(field: Field, value: object) -> str:
    if field.kind is Kind.OWN:
        return "12/2026"
    if field.kind is Kind.FLAG:
        return "ano" if value else "ne"
    if field.kind is Kind.BLOCKS:
        return "…"
    if field.kind is Kind.RICH and isinstance(value, tuple):
        return _cut(plain_text(value))
    if field.kind is Kind.PICTURES and isinstance(value, tuple):
        return _cut(", ".join(item.alt for item in value))
    if field.kind is Kind.LIST and isinstance(value, tuple):
        return f"{len(value)}×"
    if isinstance(value, tuple):
        return _cut(", ".join(map(str, value)))
    return _cut("" if value is None else str(value))


def _cut(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
