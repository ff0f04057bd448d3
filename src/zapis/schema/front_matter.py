"""The values that header keys hold, one kind for each shape."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated

from msgspec import Struct

from zapis.data_tree import Data, Path
from zapis.schema.entry import TEXT, About, Entry, Key, Kind, Mistakes, Wrong
from zapis.schema.key_folding import fold_key
from zapis.schema.kinds import TEXTS, Items, MapOf, TextOr
from zapis.schema.people import BEHALF, PERSONS
from zapis.schema.shapes import Shape

YES = frozenset(("ano", "yes", "true", "on", "zapnout", "zapnuto"))
NO = frozenset(("ne", "no", "false", "off", "vypnout", "vypnuto"))


class AgendaEntry(Entry, frozen=True):
    """An item of the agenda with who presents it and when."""

    about = About("Bod programu", "Bod programu s předkladatelem a časem.")

    title: Annotated[str, Key("bod", "nazev", "title", title="Bod")]
    presenter: Annotated[
        str, Key("predkladatel", "predklada", "presenter", title="Předkladatel")
    ] = ""
    time: Annotated[str, Key("cas", "time", title="Čas")] = ""


class NextEntry(Entry, frozen=True):
    """When and where the next meeting is."""

    about = About("Příští jednání", "Kdy a kde bude příští jednání.")

    date: Annotated[str, Key("datum", "date", title="Datum")] = ""
    time: Annotated[str, Key("cas", "time", title="Čas")] = ""
    place: Annotated[str, Key("misto", "place", title="Místo")] = ""


class AttachmentEntry(Entry, frozen=True):
    """An attachment: a name, a file, or both."""

    about = About("Příloha", "Příloha: název, soubor, nebo obojí.")

    name: Annotated[str, Key("nazev", "name", title="Název")] = ""
    file: Annotated[str, Key("soubor", "file", title="Soubor")] = ""

    def is_empty(self) -> bool:
        """Whether there is neither of them."""
        return not self.name and not self.file


class Flag(Struct, frozen=True):
    """Yes or no in words."""

    def read(self, value: Data, way: Path, wrong: Mistakes) -> str:
        """The usual word of the two."""
        folded = fold_key(value) if isinstance(value, str) else ""
        if folded not in YES and folded not in NO:
            wrong.append(Wrong("flag", way))
        return "ano" if folded in YES else "ne"


VALUES: Mapping[Shape, Kind] = MappingProxyType(
    {
        Shape.TEXT: TEXT,
        Shape.TEXTS: TEXTS,
        Shape.PERSONS: PERSONS,
        Shape.ON_BEHALF: BEHALF,
        Shape.AGENDA: Items(TextOr(AgendaEntry)),
        Shape.NEXT_MEETING: TextOr(NextEntry),
        Shape.ATTACHMENTS: Items(TextOr(AttachmentEntry)),
        Shape.FLAG: Flag(),
        Shape.MAPPING: MapOf(),
    }
)
