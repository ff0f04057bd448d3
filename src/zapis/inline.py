"""Formatted text within one block: frozen nodes that know nothing of looks."""

from dataclasses import dataclass

from zapis.source import Span

NOWHERE = Span(0, 0)
"""The span of text that the compiler itself has made."""


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text, as it is to be read: no escapes, no entities."""

    text: str
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Text in italics."""

    children: "Inlines"


@dataclass(frozen=True, slots=True)
class Strong:
    """Text in bold."""

    children: "Inlines"


@dataclass(frozen=True, slots=True)
class Strikethrough:
    """Text crossed out."""

    children: "Inlines"


@dataclass(frozen=True, slots=True)
class Code:
    """Literal text, never typeset."""

    text: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """The end of a line inside a paragraph."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link; `href` is as written until `assemble` points it at the output's place."""

    href: str
    children: "Inlines"
    title: str = ""
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Image:
    """A picture; `src` is as written, a path or an address."""

    src: str
    alt: str
    title: str = ""
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class FootnoteRef:
    """A reference to the footnote with this number (counted from 1 in order of reference)."""

    number: int
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Marked:
    """A span `[text]{.kind}`; kinds are `skryt`, `termin` and `ukol`."""

    kind: str
    children: "Inlines"
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class TaskMention:
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
