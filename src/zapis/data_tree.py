"""Structured data read from text, with the place of every value and key."""

from collections.abc import Mapping

from msgspec import Struct, field

from zapis.source import MappedText, Span

Path = tuple[str | int, ...]
"""The way to a value: mapping keys as written and list indexes, from the root `()`."""

Data = str | None | list["Data"] | dict[str, "Data"]
"""What YAML gives here: texts, nothing, lists and mappings; never numbers or dates."""


class DataTree(Struct, frozen=True):
    """Data and where it stood: `spans` of values, `keys` of mapping keys, `texts` of scalars."""

    data: Data
    spans: Mapping[Path, Span] = field(default_factory=dict)
    keys: Mapping[Path, Span] = field(default_factory=dict)
    texts: Mapping[Path, MappedText] = field(default_factory=dict)

    def span(self, path: Path) -> Span | None:
        """The span of a value, or of the nearest part above it that has one."""
        for length in range(len(path), -1, -1):
            if (found := self.spans.get(path[:length])) is not None:
                return found
        return None

    def key_span(self, path: Path) -> Span | None:
        """The span of the key under which a value stands, or of the value itself."""
        return self.keys.get(path) or self.span(path)
