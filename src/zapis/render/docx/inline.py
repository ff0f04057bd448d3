"""Inline nodes as runs of Word."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from zapis.inline import (
    Code,
    Emphasis,
    FootnoteRef,
    Image,
    Inlines,
    LineBreak,
    Link,
    Marked,
    Strikethrough,
    Strong,
    TaskMention,
    Text,
)
from zapis.render.docx.escaping import characters
from zapis.render.docx.links import link_tag, lost_address
from zapis.render.docx.media import EMU_PER_TWIP, Box
from zapis.render.docx.part import Part
from zapis.render.docx.styles import Style
from zapis.render.docx.task_words import mention_tail

_BOLD, _ITALIC, _STRIKE = 1, 2, 4
_TOGGLES = tuple(
    ("<w:b/>" if flags & _BOLD else "")
    + ("<w:i/>" if flags & _ITALIC else "")
    + ("<w:strike/>" if flags & _STRIKE else "")
    for flags in range(8)
)


class Ink(NamedTuple):
    """How runs look: flags for bold, italic and struck, a character style, room in twips."""

    room: int
    flags: int = 0
    style: str = ""

    def also(self, flag: int) -> "Ink":
        """The same with one more flag."""
        return Ink(self.room, self.flags | flag, self.style)

    def run(self, content: str) -> str:
        """A run of this look."""
        style = f'<w:rStyle w:val="{self.style}"/>' if self.style else ""
        looks = style + _TOGGLES[self.flags]
        return f"<w:r><w:rPr>{looks}</w:rPr>{content}</w:r>" if looks else f"<w:r>{content}</w:r>"


def runs(part: Part, nodes: Inlines, room: int) -> str:
    """The runs of inline nodes; pictures get no wider than `room` twips."""
    if len(nodes) == 1 and type(only := nodes[0]) is Text:
        return plain(only.text)
    return _runs(part, nodes, Ink(room))


def styled(part: Part, nodes: Inlines, style: Style, room: int) -> str:
    """The runs of inline nodes in a character style."""
    return _runs(part, nodes, Ink(room, style=part.document.styles[style].id))


def label(value: str) -> str:
    """A run of plain text in bold."""
    return f"<w:r><w:rPr><w:b/></w:rPr>{characters(value)}</w:r>"


def plain(value: str) -> str:
    """A run of plain text."""
    return f"<w:r>{characters(value)}</w:r>"


def _runs(part: Part, nodes: Inlines, ink: Ink) -> str:
    return "".join([_WRITERS[type(node)](part, node, ink) for node in nodes])


def _text(_part: Part, node: Text, ink: Ink) -> str:
    return ink.run(characters(node.text))


def _emphasis(part: Part, node: Emphasis, ink: Ink) -> str:
    return _runs(part, node.children, ink.also(_ITALIC))


def _strong(part: Part, node: Strong, ink: Ink) -> str:
    return _runs(part, node.children, ink.also(_BOLD))


def _strikethrough(part: Part, node: Strikethrough, ink: Ink) -> str:
    return _runs(part, node.children, ink.also(_STRIKE))


def _code(part: Part, node: Code, ink: Ink) -> str:
    styled = ink._replace(style=part.document.styles[Style.CODE].id)
    return styled.run(characters(node.text))


def _line_break(_part: Part, _node: LineBreak, _ink: Ink) -> str:
    return "<w:r><w:br/></w:r>"


def _link(part: Part, node: Link, ink: Ink) -> str:
    tag = link_tag(part, node)
    if not tag:
        address = lost_address(node)
        behind = ink.run(characters(address)) if address else ""
        return _runs(part, node.children, ink) + behind
    linked = ink._replace(style=part.document.styles[Style.HYPERLINK].id)
    return f"{tag}{_runs(part, node.children, linked)}</w:hyperlink>"


def _image(part: Part, node: Image, ink: Ink) -> str:
    asset = part.document.view.assets.get(node.src)
    box = Box(ink.room * EMU_PER_TWIP, part.height * EMU_PER_TWIP)
    media = part.document.media
    made = media.drawing(asset, node.alt, node.title, box, part.relations) if asset else ""
    return made or ink.run(characters(node.alt or node.title or node.src))


def _footnote(part: Part, node: FootnoteRef, _ink: Ink) -> str:
    footnotes = part.document.footnotes
    if part.main:
        return footnotes.reference(node.number, part.document.bookmarks.mark)
    part.nested_notes.append(node.number)
    return footnotes.number(node.number)


def _marked(part: Part, node: Marked, ink: Ink) -> str:
    return _runs(part, node.children, ink)


def _mention(part: Part, node: TaskMention, ink: Ink) -> str:
    return _runs(part, node.children, ink) + mention_tail(part, node.index)


_WRITERS: Mapping[type, Callable[[Part, Any, Ink], str]] = MappingProxyType(
    {
        Text: _text,
        Emphasis: _emphasis,
        Strong: _strong,
        Strikethrough: _strikethrough,
        Code: _code,
        LineBreak: _line_break,
        Link: _link,
        Image: _image,
        FootnoteRef: _footnote,
        Marked: _marked,
        TaskMention: _mention,
    }
)
