"""The text of one source file and positions in it."""

from bisect import bisect_right
from itertools import accumulate, count
from operator import add

from msgspec import Struct
from msgspec.structs import force_setattr


class Span(Struct, frozen=True, gc=False):
    """A half-open range [start, end) of code points in the text of one source file."""

    start: int
    end: int

    def to(self, other: "Span") -> "Span":
        """The span from the start of this one to the end of the other."""
        return Span(self.start, max(self.end, other.end))


class Position(Struct, frozen=True):
    """A place as people name it: line and column, both counted from 1, in code points."""

    line: int
    column: int


class SourceFile(Struct, frozen=True):
    """A decoded source: `path` as shown to people (relative, with `/`), `text` with LF ends.

    The text holds neither BOM nor CR nor control characters; `files.decode` sees to that.
    `line_starts` are found in it.
    """

    path: str
    text: str
    line_starts: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        *lengths, _last = map(len, self.text.split("\n"))
        # Each line end before a line counts one.
        starts = map(add, accumulate(lengths), count(1))
        force_setattr(self, "line_starts", (0, *starts))

    @property
    def whole(self) -> "Region":
        """All of the text as a region."""
        return Region(self, 0, len(self.text))

    def position(self, offset: int) -> Position:
        """Line and column of a code-point offset; offsets behind the end mean the end."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """The text of a line counted from 1, without its end; empty behind the last."""
        if not 1 <= number <= len(self.line_starts):
            return ""
        start = self.line_starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start:] if end < 0 else self.text[start:end]

    def line_span(self, number: int) -> Span:
        """The span of a line counted from 1, without its end."""
        start = self.line_starts[number - 1]
        return Span(start, start + len(self.line(number)))


class Region(Struct, frozen=True):
    """A part of a source which is parsed on its own; the only place that adds its offset.

    **Why:** front matter and body are read by libraries that count from their own beginning.
    """

    source: SourceFile
    start: int
    end: int

    @property
    def text(self) -> str:
        """The text of the region."""
        return self.source.text[self.start : self.end]

    def span(self, start: int, end: int) -> Span:
        """A span given in the region's own offsets, as a span of the source."""
        return Span(self.start + start, self.start + end)


class MappedText(Struct, frozen=True):
    """Text taken out of a source piece by piece, which knows where each character stood.

    `pieces` are pairs (offset in `text`, offset in the source), ascending, the first at 0.
    """

    text: str
    pieces: tuple[tuple[int, int], ...]

    def offset(self, at: int) -> int:
        """The source offset of a character of the text."""
        if len(self.pieces) == 1:
            # Most texts are a part of one line.
            return self.pieces[0][1] + at
        index = bisect_right(self.pieces, at, key=lambda piece: piece[0]) - 1
        own, source = self.pieces[max(index, 0)]
        return source + at - own

    def span(self, start: int, end: int) -> Span:
        """The source span of text[start:end]."""
        if len(self.pieces) == 1:
            base = self.pieces[0][1]
            return Span(base + start, base + max(start, end))
        first = self.offset(start)
        return Span(first, self.offset(end - 1) + 1) if end > start else Span(first, first)
