"""Texts of the header which know where each of their characters stood."""

from msgspec import Struct

from zapis.data_tree import DataTree, Path
from zapis.source import MappedText, Span


class LocatedText(Struct, frozen=True):
    """A text from YAML with the span of its value and, where known, of its characters."""

    text: str
    whole: Span | None = None
    mapped: MappedText | None = None

    def span(self, start: int = 0, end: int | None = None) -> Span | None:
        """The span of text[start:end], or of the whole value where no closer one is known."""
        if self.mapped is None or not self.mapped.text:
            return self.whole
        return self.mapped.span(start, len(self.text) if end is None else end)

    def on_one_line(self) -> "LocatedText":
        """The same text with a space for every line end."""
        if "\n" not in self.text:
            return self
        return LocatedText(self.text.replace("\n", " "), self.whole, self.mapped)

    def cut(self, start: int, end: int) -> "LocatedText":
        """A part of the text without the spaces around it."""
        part = self.text[start:end]
        start += len(part) - len(part.lstrip())
        end = max(start, end - (len(part) - len(part.rstrip())))
        mapped = self.mapped and MappedText(
            self.text[start:end], _cut_pieces(self.mapped, start, end)
        )
        return LocatedText(self.text[start:end], self.span(start, end), mapped)


def locate(tree: DataTree, path: Path, text: str) -> LocatedText:
    """The text that stands at a path of the tree."""
    mapped = tree.texts.get(path)
    if mapped is not None and mapped.text != text:
        mapped = None
    return LocatedText(text, tree.span(path), mapped)


def _cut_pieces(mapped: MappedText, start: int, end: int) -> tuple[tuple[int, int], ...]:
    inside = ((own - start, at) for own, at in mapped.pieces if start < own < end)
    return ((0, mapped.offset(start)), *inside)
