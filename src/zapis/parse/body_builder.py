"""Makes the tree of a body out of the tokens of its blocks."""

import re
from collections.abc import Callable, Iterator
from itertools import count

from markdown_it.token import Token
from msgspec import Struct, field

from zapis.body import (
    Block,
    Blocks,
    Body,
    CodeBlock,
    Directive,
    FieldLabel,
    Footnote,
    Heading,
    List,
    ListItem,
    Paragraph,
    Quote,
    RawTask,
    Rule,
    Table,
)
from zapis.codes import UNUSED_FOOTNOTE
from zapis.inline import Inlines
from zapis.parse.inline_context import InlineContext
from zapis.parse.markdown_rules.notes import Notes
from zapis.source import MappedText, Span

ReadInlines = Callable[[MappedText, Notes], Inlines]
_FOOTNOTE_REFERENCE = re.compile(r"(?<!\\)\[\^([^\]\[\s]{1,100})\]")


class ParsedBody(Body, frozen=True):
    """A body in its first form, with what `parse_inline` needs for parts of it.

    **Why:** the text of a task is Markdown that is read later, when its fields have been cut out;
    footnotes that only tasks refer to are numbered and kept here.
    """

    context: InlineContext = field(default_factory=InlineContext)


class _Frame(Struct):
    """What stands in one container: blocks, or items where it is a list."""

    opening: Token | None = None
    blocks: list[Block] = field(default_factory=list)
    items: list[ListItem] = field(default_factory=list)


class _Definition(Struct, frozen=True):
    """A footnote that has been read, not yet built: its label, place and tokens [first, last)."""

    label: str
    span: Span
    first: int
    last: int


def build_body(tokens: list[Token], notes: Notes, read_inlines: ReadInlines) -> ParsedBody:
    """The tree of a body; footnotes are numbered in order of reference."""
    builder = _BodyBuilder(tokens, notes, read_inlines)
    blocks = builder.build(0, len(tokens))
    footnotes = tuple(builder.build_footnotes())
    return ParsedBody(blocks, footnotes, notes.context())


class _BodyBuilder:
    """Walks tokens once; texts are read as it comes to them, so that references get numbers."""

    def __init__(self, tokens: list[Token], notes: Notes, read_inlines: ReadInlines) -> None:
        self.tokens = tokens
        self.notes = notes
        self.read_inlines = read_inlines
        self.definitions = _find_definitions(tokens)

    def build(self, first: int, last: int) -> Blocks:
        """The blocks of tokens [first, last), without the footnotes defined among them."""
        frames = [_Frame()]
        index = first
        while index < last:
            token = self.tokens[index]
            if token.type == "footnote_open":
                index = self.definitions[index].last
            elif token.nesting > 0:
                self._open(frames, token)
            elif token.nesting < 0:
                _close(frames)
            else:
                frames[-1].blocks += self._make_leaf(token)
            index += 1
        return tuple(frames[0].blocks)

    def build_footnotes(self) -> Iterator[Footnote]:
        """Footnotes in order of reference, then those that nothing refers to."""
        by_label: dict[str, _Definition] = {}
        for definition in self.definitions.values():
            by_label.setdefault(definition.label.casefold(), definition)
        rest = iter(self.definitions.values())
        for number in count(1):
            is_used = number <= len(self.notes.referred)
            if not is_used and not self._number_unused(rest, by_label):
                return
            definition = by_label[self.notes.referred[number - 1]]
            blocks = self.build(definition.first, definition.last)
            yield Footnote(number, blocks, definition.span, is_used)

    def _number_unused(self, rest: Iterator[_Definition], by_label: dict[str, _Definition]) -> bool:
        """Give a number to the next footnote without one, if there is any."""
        for definition in rest:
            key = definition.label.casefold()
            is_second = by_label[key] is not definition
            if is_second:
                key = f"{key} {definition.span.start}"
                by_label[key] = definition
            elif key in self.notes.numbers:
                continue
            self.notes.number(key)
            _report_unused(self.notes, definition, is_second=is_second)
            return True
        return False

    def _open(self, frames: list[_Frame], token: Token) -> None:
        if token.type == "directive_open":
            self._number_references(token.meta["argument"])
        frames.append(_Frame(token))

    def _make_leaf(self, token: Token) -> tuple[Block, ...]:
        """The block of a leaf token; none for a paragraph of nothing but comments."""
        meta = token.meta
        span: Span = meta["span"]
        match token.type:
            case "paragraph":
                children = self._read(meta["text"])
                return (Paragraph(children, span),) if children else ()
            case "heading":
                return (Heading(meta["level"], self._read(meta["text"]), span),)
            case "task":
                return (self._make_task(token),)
            case "table":
                return (self._make_table(token),)
            case "code":
                return (CodeBlock(meta["text"].removesuffix("\n"), meta["language"], span),)
            case "field_label":
                return (FieldLabel(meta["label"], span),)
        return (Rule(span),)

    def _make_task(self, token: Token) -> RawTask:
        meta = token.meta
        self._number_references(meta["text"])
        return RawTask(meta["box"], meta["text"], meta["span"], meta["label"], meta["unusual"])

    def _make_table(self, token: Token) -> Table:
        rows = [tuple(self._read(cell) for cell in row) for row in token.meta["rows"]]
        return Table(rows[0], tuple(rows[1:]), tuple(token.meta["aligns"]), token.meta["span"])

    def _read(self, text: MappedText) -> Inlines:
        return self.read_inlines(text, self.notes)

    def _number_references(self, text: MappedText) -> None:
        """Number footnotes to which a text refers that is read later."""
        if self.notes.defined and "[^" in text.text:
            for found in _FOOTNOTE_REFERENCE.finditer(text.text):
                self.notes.refer(found[1])


def _find_definitions(tokens: list[Token]) -> dict[int, _Definition]:
    """The footnotes by the index of the token that opens them."""
    found: dict[int, _Definition] = {}
    opened: list[int] = []
    for index, token in enumerate(tokens):
        if token.type == "footnote_open":
            opened.append(index)
        elif token.type == "footnote_close":
            first = opened.pop()
            meta = tokens[first].meta
            found[first] = _Definition(meta["label"], meta["span"], first + 1, index)
    return {index: found[index] for index in sorted(found)}


def _close(frames: list[_Frame]) -> None:
    frame = frames.pop()
    token, blocks, parent = frame.opening, tuple(frame.blocks), frames[-1]
    if token is None:
        return
    meta = token.meta
    span: Span = meta["span"]
    match token.type:
        case "item_open":
            parent.items.append(ListItem(blocks, meta["number"], span))
        case "list_open":
            items = tuple(frame.items)
            parent.blocks.append(List(meta["style"], items, meta["tight"], meta["delimiter"], span))
        case "directive_open":
            parent.blocks.append(Directive(meta["name"], meta["argument"], blocks, span))
        case _:
            parent.blocks.append(Quote(blocks, span))


def _report_unused(notes: Notes, definition: _Definition, *, is_second: bool) -> None:
    mark = f"[^{definition.label}]"
    message = f"na poznámku pod čarou „{mark}“ nic neodkazuje"
    cure = f"za slovo, ke kterému patří, napište {mark}"
    if is_second:
        message = f"poznámka pod čarou „{mark}“ má text už jinde, na tento nic neodkazuje"
        cure = "dejte jí jiné označení"
    notes.report(UNUSED_FOOTNOTE, message, definition.span, cure)
