"""What may stand behind keys: texts, lists, mappings and what is made of them."""

from msgspec import Struct

from zapis.data_tree import Data, Path
from zapis.schema.entry import TEXT, Entry, Kind, Mistakes, Text, Wrong


class Nested(Struct, frozen=True):
    """A mapping that is an entry."""

    model: type[Entry]

    def read(self, value: Data, way: Path, wrong: Mistakes) -> Entry | None:
        """The entry."""
        return self.model.read(value, way, wrong)


class TextOr(Struct, frozen=True):
    """A text, or a mapping that is an entry."""

    model: type[Entry]

    def read(self, value: Data, way: Path, wrong: Mistakes) -> str | Entry | None:
        """The text as it is, or the entry."""
        if isinstance(value, list):
            wrong.append(Wrong("text_or_mapping", way))
            return None
        return value if isinstance(value, str) else self.model.read(value, way, wrong)


class Items(Struct, frozen=True):
    """A list, or one value as a list of one."""

    kind: Text | TextOr

    def read(self, value: Data, way: Path, wrong: Mistakes) -> tuple[object, ...]:
        """The items; empty ones stay, as empty texts, to keep their indexes."""
        one = [] if value is None or value == "" else [value]
        items = value if isinstance(value, list) else one
        return tuple(
            self.kind.read("" if item is None else item, (*way, index), wrong)
            for index, item in enumerate(items)
        )


class MapOf(Struct, frozen=True):
    """A mapping with keys of the author's own; without a kind also its values are."""

    kind: Kind | None = None

    def read(self, value: Data, way: Path, wrong: Mistakes) -> dict[str, object]:
        """The values by their keys."""
        if not isinstance(value, dict):
            wrong.append(Wrong("own_mapping", way))
            return {}
        if self.kind is None:
            return dict(value)
        return {key: self.kind.read(item, (*way, key), wrong) for key, item in value.items()}


Texts = tuple[str, ...]
TEXTS = Items(TEXT)
