"""What an expression of a template holds, as far as it can be known without running it."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from types import MappingProxyType

from msgspec import Struct

from zapis.czech.folding import similar
from zapis.render.templating.fields import Field, Kind, Printing
from zapis.render.templating.records import RECORDS
from zapis.render.templating.vocabulary import DOCUMENT


class Shape(Struct, frozen=True):
    """Kind and printing of a value, the class of its records; a `kind` of None may be anything."""

    kind: Kind | None = None
    printing: Printing = Printing.TEXT
    item: type | None = None
    name: str = ""
    is_loop: bool = False
    is_macro: bool = False


ANY = Shape()
TEXT = Shape(Kind.TEXT)
NUMBER = Shape(Kind.NUMBER)
FLAG = Shape(Kind.FLAG, Printing.NOT)
TEXTS = Shape(Kind.TEXTS)
LOOP = Shape(is_loop=True)
MACRO = Shape(is_macro=True)


def shape_of(field: Field) -> Shape:
    """The shape of a field of the vocabulary."""
    return Shape(field.kind, field.printed, field.item, field.name)


VOCABULARY: Mapping[str, Shape] = MappingProxyType(
    {field.name: shape_of(field) for field in DOCUMENT}
)
"""The shapes of all names of a document."""


def member(shape: Shape) -> Shape:
    """What a list gives one by one."""
    if shape.kind in {Kind.LIST, Kind.PICTURES}:
        return record(shape.item)
    return TEXT if shape.kind is Kind.TEXTS else ANY


def record(item: type | None) -> Shape:
    """A record of a class."""
    if item is None or item not in RECORDS:
        return ANY
    return Shape(Kind.RECORD, RECORDS[item].printing, item, RECORDS[item].one)


def fields_of(shape: Shape) -> Mapping[str, Shape]:
    """The fields of a record."""
    if shape.kind is not Kind.RECORD or shape.item is None:
        return {}
    return {field.name: shape_of(field) for field in RECORDS[shape.item].fields}


def nearest(name: str, known: Iterable[str]) -> str:
    """The name that was probably meant, or nothing; a name in another letter case is meant."""
    names = tuple(known)
    if name.lower() in names:
        return name.lower()
    if len(name) > _LONGEST:
        return ""
    close = get_close_matches(name.lower(), names, n=1, cutoff=_ALIKE)
    return similar(name, names) or next(iter(close), "")


_LONGEST = 40
_ALIKE = 0.7
