"""Models of the values that header keys hold, one for each shape."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict, RootModel, model_validator
from pydantic_core import PydanticCustomError

from zapis.data_tree import Data
from zapis.schema.entry import Entry, TextOr, Texts, described, field_of, items_of
from zapis.schema.key_folding import fold_key
from zapis.schema.people import Behalf, Persons
from zapis.schema.shapes import Shape

YES = frozenset(("ano", "yes", "true", "on", "zapnout", "zapnuto"))
NO = frozenset(("ne", "no", "false", "off", "vypnout", "vypnuto"))


class AgendaEntry(
    Entry,
    title="Bod programu",
    json_schema_extra=described("Bod programu s předkladatelem a časem."),
):
    """An item of the agenda with who presents it and when."""

    title: str = field_of("bod", "nazev", "title", title="Bod")
    presenter: str = field_of(
        "predkladatel", "predklada", "presenter", title="Předkladatel", default=""
    )
    time: str = field_of("cas", "time", title="Čas", default="")


class NextEntry(
    Entry, title="Příští jednání", json_schema_extra=described("Kdy a kde bude příští jednání.")
):
    """When and where the next meeting is."""

    date: str = field_of("datum", "date", title="Datum", default="")
    time: str = field_of("cas", "time", title="Čas", default="")
    place: str = field_of("misto", "place", title="Místo", default="")


class AttachmentEntry(
    Entry, title="Příloha", json_schema_extra=described("Příloha: název, soubor, nebo obojí.")
):
    """An attachment: a name, a file, or both."""

    name: str = field_of("nazev", "name", title="Název", default="")
    file: str = field_of("soubor", "file", title="Soubor", default="")

    @model_validator(mode="after")
    def _says_something(self) -> "AttachmentEntry":
        if not self.name and not self.file:
            raise PydanticCustomError("missing_name", "")
        return self


def _as_flag(value: Data) -> Data:
    folded = fold_key(value) if isinstance(value, str) else ""
    if folded in YES or folded in NO:
        return "ano" if folded in YES else "ne"
    raise PydanticCustomError("flag", "")


def _unnamed(schema: dict[str, Any]) -> None:
    """Keeps names that only the code knows out of the JSON Schema."""
    for name in ("title", "description"):
        schema.pop(name, None)


class _Value(RootModel[Any]):
    model_config = ConfigDict(frozen=True, defer_build=True, json_schema_extra=_unnamed)


class TextValue(_Value):
    """One text."""

    root: str


class TextsValue(_Value):
    """A text or a list of texts."""

    root: Texts


class PersonsValue(_Value):
    """A person, or several, as texts or mappings."""

    root: Persons


class BehalfValue(_Value):
    """Who speaks for a group."""

    root: Behalf


class AgendaValue(_Value):
    """The items of the agenda."""

    root: Annotated[
        tuple[TextOr[AgendaEntry], ...], items_of(str | AgendaEntry | list[str | AgendaEntry])
    ]


class NextValue(_Value):
    """The next meeting in words or in parts."""

    root: TextOr[NextEntry]


class AttachmentsValue(_Value):
    """Attachments as texts or mappings."""

    root: Annotated[
        tuple[TextOr[AttachmentEntry], ...],
        items_of(str | AttachmentEntry | list[str | AttachmentEntry]),
    ]


class FlagValue(_Value):
    """Yes or no in words."""

    root: Annotated[str, BeforeValidator(_as_flag, json_schema_input_type=str | bool)]


class MappingValue(_Value):
    """A mapping of the author's own."""

    root: dict[str, Any]


VALUES: Mapping[Shape, type[RootModel[Any]]] = MappingProxyType(
    {
        Shape.TEXT: TextValue,
        Shape.TEXTS: TextsValue,
        Shape.PERSONS: PersonsValue,
        Shape.ON_BEHALF: BehalfValue,
        Shape.AGENDA: AgendaValue,
        Shape.NEXT_MEETING: NextValue,
        Shape.ATTACHMENTS: AttachmentsValue,
        Shape.FLAG: FlagValue,
        Shape.MAPPING: MappingValue,
    }
)
