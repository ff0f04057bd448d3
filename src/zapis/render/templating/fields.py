"""What a field of a template is: its name, what it holds, how it is printed."""

from collections.abc import Callable
from enum import Enum
from typing import Any

from msgspec import Struct


class Kind(Enum):
    """What a field holds; the value is the word that people read."""

    TEXT = "text"
    NUMBER = "číslo"
    FLAG = "ano/ne"
    RICH = "formátovaný text"
    BLOCKS = "odstavce"
    PICTURES = "obrázky"
    TEXTS = "seznam textů"
    LIST = "seznam"
    RECORD = "záznam"
    OWN = "vlastní údaje"


class Printing(Enum):
    """The tag that prints a field; the value is how it opens in Word."""

    TEXT = "{{"
    RUNS = "{{r"
    PARAGRAPHS = "{{p"
    NOT = ""


_PRINTED = {
    Kind.TEXT: Printing.TEXT,
    Kind.NUMBER: Printing.TEXT,
    Kind.FLAG: Printing.NOT,
    Kind.RICH: Printing.RUNS,
    Kind.BLOCKS: Printing.PARAGRAPHS,
    Kind.PICTURES: Printing.RUNS,
    Kind.TEXTS: Printing.TEXT,
    Kind.LIST: Printing.NOT,
    Kind.RECORD: Printing.NOT,
    Kind.OWN: Printing.NOT,
}


class Field(Struct, frozen=True):
    """A name that templates may use.

    `get` takes the value from what the field belongs to. `item` is the class of the record that
    the field is, or of those in its list. `printing` overrides the tag that its kind asks for.
    """

    name: str
    kind: Kind
    meaning: str
    get: Callable[[Any], object]
    item: type | None = None
    printing: Printing | None = None

    @property
    def printed(self) -> Printing:
        """How the value gets into the document."""
        return self.printing or _PRINTED[self.kind]


class Record(Struct, frozen=True):
    """What lists of templates hold: its class, its Czech name and its fields.

    `printing` is the tag that prints one whole.
    """

    type: type
    one: str
    fields: tuple[Field, ...]
    printing: Printing = Printing.NOT
