"""The state of reading the blocks of a body, and the interface of its rules."""

from collections.abc import Callable
from itertools import accumulate, count
from operator import add, sub
from typing import TYPE_CHECKING, Any, Literal, Protocol, cast

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from msgspec import Struct, field

from zapis.codes import TOO_DEEP
from zapis.parse.markdown_rules.notes import Notes
from zapis.source import MappedText, Span

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

NESTING = 50
"""How many levels of lists and quotes are kept."""

SPACES = " \t\u00a0\u202f"
"""What separates a marker from its text; Word writes no-break spaces."""


class OpenBlock(Struct):
    """A block `:::` that waits for its end; an unknown one (without a token) is transparent."""

    name: str
    word: str
    span: Span
    token: Token | None = None


class Numbering(Struct):
    """An ordered list that is open, and its last number so far."""

    style: str
    delimiter: str
    number: int


class Container(Struct):
    """Where the reader is: how deep, in which blocks, behind which numbers.

    `item_line` is the line on which an item was opened last, `label_line` that of the last label
    of a card with a value. `end` is the offset behind the last text read. `numberings` are the
    last numbers of lists that have ended, by depth, style and delimiter; `lists` are those of
    lists that are still open.
    """

    depth: int = 0
    item_line: int = -1
    label_line: int = -1
    end: int = 0
    blocks: list[OpenBlock] = field(default_factory=list)
    numberings: dict[int, dict[tuple[str, str], int]] = field(default_factory=dict)
    lists: list[Numbering] = field(default_factory=list)
    section_level: int | None = None
    too_deep: bool = False

    def enter(self) -> None:
        """Go one container deeper, where no list has been yet."""
        self.depth += 1
        self.numberings.pop(self.depth, None)

    def goes_on(self, style: str, delimiter: str, number: int | None) -> bool:
        """Whether a number follows that of a list before, here or in a container around."""
        return any(
            numbers.get((style, delimiter), -1) + 1 == number
            for depth, numbers in self.numberings.items()
            if depth <= self.depth
        )

    @property
    def is_card(self) -> bool:
        """Whether the innermost block, looking through unknown ones, is an activity card."""
        named = (block.name for block in reversed(self.blocks) if block.name)
        return bool(self.blocks) and next(named, "") == "card"


class BlockToken(Token):
    """A token of a block: `type`, `nesting` and `meta`, which is all that its builder reads.

    **Why** nothing else is set: filling the other fields takes longer than reading a paragraph.
    """

    __slots__ = ()

    def __init__(self, kind: str, nesting: Literal[-1, 0, 1], meta: dict[str, Any]) -> None:
        self.type = kind
        self.nesting = nesting
        self.meta = meta


class Interrupter(Protocol):
    """What knows which lines end a paragraph: the parser."""

    def is_interrupted(self, state: "BlockState", line: int) -> bool:
        """Whether a line starts a block of its own although a paragraph stands before it."""


class BlockState(StateBlock):
    """The library's state with source offsets: `base` is where its text starts in the source.

    No-break spaces count as spaces around markers. `end_line` bounds the block that is read.
    """

    def __init__(self, src: str, md: "MarkdownIt", notes: Notes, base: int) -> None:
        plain = src.replace("\u00a0", " ").replace("\u202f", " ")
        super().__init__("", md, {}, [])
        self.src = src
        self._find_lines(plain)
        self.notes = notes
        self.base = base
        self.end_line = self.lineMax
        self.place = Container()
        self.block_lines: frozenset[int] = frozenset()

    def _find_lines(self, text: str) -> None:
        """Where each line begins and ends, and how far it is indented; then one line of nothing.

        **Why** not the library's own way, which takes several times as long.
        """
        lines = text.split("\n")
        if not lines[-1].strip(" \t"):
            lines.pop()
        ends = [*map(add, accumulate(map(len, lines)), count())]
        rests = [line.lstrip(" \t") for line in lines]
        indents = [*map(sub, map(len, lines), map(len, rests))]
        self.bMarks = [*map(sub, ends, map(len, lines)), len(text)]
        self.eMarks = [*ends, len(text)]
        self.tShift = [*indents, 0]
        self.sCount = [*indents, 0]
        self.bsCount = [0] * (len(lines) + 1)
        self.lineMax = len(lines)
        if "\t" in text:
            for number, line in enumerate(lines):
                self.sCount[number] = len(line[: indents[number]].expandtabs(4))

    def start_of(self, line: int) -> int:
        """The offset of the first character of a line that is no space."""
        return self.bMarks[line] + self.tShift[line]

    def first_character(self, line: int) -> str:
        """The first character of a line that is no space, or an empty text."""
        start = self.bMarks[line] + self.tShift[line]
        return self.src[start] if start < self.eMarks[line] else ""

    def is_interrupted(self, line: int) -> bool:
        """Whether a line starts a block of its own although a paragraph stands before it."""
        return cast("Interrupter", self.md.block).is_interrupted(self, line)

    def is_outdented(self, line: int) -> bool:
        """Whether a line lies left of the content of the item that is read."""
        return self.sCount[line] < self.blkIndent

    def span(self, start: int, end: int) -> Span:
        """A span of the source, from offsets in the text of the state."""
        return Span(self.base + start, self.base + end)

    def cut(self, start: int, end: int) -> MappedText:
        """A part of one line as text that knows its place."""
        return MappedText(self.src[start:end], ((0, self.base + start),))

    def leaf(self, kind: str, start: int, end: int, **meta: Any) -> Token:  # noqa: ANN401 - see below
        """Add a token that stands for a whole block; `meta` is for its builder, whatever it is."""
        token = BlockToken(kind, 0, {"span": self.span(start, end), **meta})
        self.tokens.append(token)
        self.place.end = max(self.place.end, end)
        return token

    def open(self, kind: str, start: int, **meta: Any) -> Token:  # noqa: ANN401 - as `leaf`
        """Add a token that opens a container; its span is known at its end."""
        token = BlockToken(kind, 1, {"start": start, **meta})
        self.tokens.append(token)
        self.place.end = max(self.place.end, start)
        return token

    def close(self, kind: str, opening: Token) -> None:
        """Add the token that closes a container, which ends where its last text does."""
        self.tokens.append(BlockToken(kind, -1, {}))
        opening.meta["span"] = self.span(opening.meta["start"], self.place.end)

    def may_nest(self, line: int) -> bool:
        """Whether another list or quote may be opened; the first that may not is reported."""
        if self.place.depth < NESTING:
            return True
        if not self.place.too_deep:
            self.place.too_deep = True
            start, end = self.start_of(line), self.eMarks[line]
            message = f"zanoření do více než {NESTING} úrovní se tiskne jako odstavec"
            cure = "zkraťte odsazení seznamů a citací"
            self.notes.report(TOO_DEEP, message, self.span(start, end), cure)
        return False


BlockRule = Callable[[BlockState, int], bool]
"""Reads the block that starts on a line, moves `state.line` behind it and says so; or nothing.

A rule that only says whether a block would start on the line has the same shape.
"""
