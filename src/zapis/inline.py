"""Formatted text within one block: frozen nodes that know nothing of looks."""

from msgspec import Struct

from zapis.source import Span

NOWHERE = Span(0, 0)
"""The span of text that the compiler itself has made."""


class Text(Struct, frozen=True):
    """Plain text, as it is to be read: no escapes, no entities."""

    text: str
    span: Span = NOWHERE


class Emphasis(Struct, frozen=True):
    """Text in italics."""

    children: "Inlines"


class Strong(Struct, frozen=True):
    """Text in bold."""

    children: "Inlines"


class Strikethrough(Struct, frozen=True):
    """Text crossed out."""

    children: "Inlines"


class Code(Struct, frozen=True):
    """Literal text, never typeset."""

    text: str


class LineBreak(Struct, frozen=True):
    """The end of a line inside a paragraph."""


class Link(Struct, frozen=True):
    """A link; `href` is as written until `assemble` points it at the output's place."""

    href: str
    children: "Inlines"
    title: str = ""
    span: Span = NOWHERE


class Image(Struct, frozen=True):
    """A picture; `src` is as written, a path or an address."""

    src: str
    alt: str
    title: str = ""
    span: Span = NOWHERE


class FootnoteRef(Struct, frozen=True):
    """A reference to the footnote with this number (counted from 1 in order of reference)."""

    number: int
    span: Span = NOWHERE


class Marked(Struct, frozen=True):
    """A span `[text]{.kind}`; kinds are `skryt`, `termin` and `ukol`."""

    kind: str
    children: "Inlines"
    span: Span = NOWHERE


class TaskMention(Struct, frozen=True):
    """A task inside running text: `index` into the tasks of the meeting, and its words."""

    index: int
    children: "Inlines"
    span: Span = NOWHERE


Inline = (
    Text
    | Emphasis
    | Strong
    | Strikethrough
    | Code
    | LineBreak
    | Link
    | Image
    | FootnoteRef
    | Marked
    | TaskMention
)
Inlines = tuple[Inline, ...]

CONTAINERS = (Emphasis, Strong, Strikethrough, Link, Marked, TaskMention)
"""The nodes that hold others."""

_LEAVES = frozenset((Text, Code, LineBreak, Image, FootnoteRef))
# Found faster than that a node is none of many kinds; most nodes are such.


def walk_inlines(children: Inlines) -> list[Inline]:
    """Every node in the order of its text, outer ones first.

    **Why** a list: nested generators cost more than all that is done with the nodes.
    """
    found: list[Inline] = []
    _walk(children, found)
    return found


def _walk(children: Inlines, found: list[Inline]) -> None:
    for node in children:
        found.append(node)
        if type(node) not in _LEAVES and isinstance(node, CONTAINERS):
            _walk(node.children, found)


def plain_text(inlines: Inlines) -> str:
    """The words of inline nodes without any formatting; line breaks become spaces."""
    return "".join([node.text if type(node) is Text else _plain(node) for node in inlines])


def split_lines(inlines: Inlines) -> tuple[Inlines, ...]:
    """The lines that line breaks divide, without the empty ones."""
    lines: list[list[Inline]] = [[]]
    for node in inlines:
        if isinstance(node, LineBreak):
            lines.append([])
        else:
            lines[-1].append(node)
    return tuple(tuple(line) for line in lines if line)


def _plain(node: Inline) -> str:
    match node:
        case Text(text) | Code(text):
            return text
        case LineBreak():
            return " "
        case Image():
            return node.alt
        case FootnoteRef():
            return ""
        case _:
            return plain_text(node.children)
