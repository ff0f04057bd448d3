"""The header of a minutes file after its shape was checked: known keys and the author's lines."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import force_setattr

from zapis.data_tree import Data, Path
from zapis.schema.entry import Entry
from zapis.schema.header_key import HeaderKey
from zapis.source import Span

Items = tuple[str | Entry, ...]


class HeaderEntry(Struct, frozen=True):
    """A known key with its value.

    `label` is the author's form as it is printed, `czech` says that it is not a form in English.
    `items` are the texts and mappings of the value; one text is a list of one. An item that was
    wrong or empty stands there as an empty text, so that indexes are those of the written list.
    """

    key: HeaderKey
    label: str
    czech: bool
    items: Items
    data: Data
    path: Path
    span: Span | None
    key_span: Span | None

    @property
    def is_list(self) -> bool:
        """Whether the author wrote a list."""
        return isinstance(self.data, list)

    @property
    def empty(self) -> bool:
        """Whether nothing stands behind the key."""
        return not any(item.strip() if isinstance(item, str) else True for item in self.items)

    @property
    def text(self) -> str:
        """The texts of the value on one line each, without spaces around them."""
        lines = (" ".join(item.split()) for item in self.items if isinstance(item, str))
        return "\n".join(line for line in lines if line)

    def item_path(self, index: int) -> Path:
        """The path to an item."""
        return (*self.path, index) if self.is_list else self.path


class OwnLine(Struct, frozen=True):
    """A line under a key of the author's own, printed as it is."""

    label: str
    text: str
    span: Span | None


class Header(Struct, frozen=True):
    """All lines of a header in the author's order; `entries` are those under known keys."""

    lines: tuple[HeaderEntry | OwnLine, ...] = ()
    entries: tuple[HeaderEntry, ...] = ()
    _filled: Mapping[str, HeaderEntry] = MappingProxyType({})

    def __post_init__(self) -> None:
        entries = tuple(line for line in self.lines if isinstance(line, HeaderEntry))
        filled = {entry.key.name: entry for entry in reversed(entries) if not entry.empty}
        force_setattr(self, "entries", entries)
        force_setattr(self, "_filled", MappingProxyType(filled))

    def get(self, name: str) -> HeaderEntry | None:
        """The first entry under the key with this canonical name that is not empty."""
        return self._filled.get(name)

    def text(self, name: str) -> str:
        """The text under a key on one line, items of a list behind commas; empty without any."""
        entry = self.get(name)
        return entry.text.replace("\n", ", " if entry.is_list else " ") if entry else ""
