"""Where on the page a block stands, and the properties of a paragraph there."""

from typing import NamedTuple

from zapis.render.docx.numbering import LEVELS, STEP
from zapis.render.docx.styles import ParagraphStyle

PLAIN = ParagraphStyle("")
"""Running text of the record: the template's own Normal."""

_LEAST_WIDTH = 2268


class Place(NamedTuple):
    """A place for blocks; lengths are twips (1/1440 inch).

    `width` reaches from the left margin or cell edge to the right one, `left` is the indent there.
    `style` is that of paragraphs, `block` that of the block around, whose border stands at `base`.
    `level` counts the lists around, `compact` says that their items look like the other text
    here, as in cells and footnotes. `opening` and `lead` belong to the first paragraph only: its
    numbering, and runs before its text. `keep` holds a paragraph on the page of the next one.
    **Why** a tuple: every item of a list has a place, and a tuple is made twice as fast.
    """

    width: int
    left: int = 0
    style: ParagraphStyle = PLAIN
    block: ParagraphStyle = PLAIN
    base: int = 0
    level: int = 0
    loose: bool = False
    compact: bool = False
    opening: str = ""
    lead: str = ""
    keep: bool = False

    @property
    def has_opening(self) -> bool:
        """Whether something is still to stand before the first paragraph."""
        return bool(self.opening or self.lead)

    @property
    def room(self) -> int:
        """The width that is left for content."""
        return self.width - self.left

    @property
    def rest(self) -> "Place":
        """The same place behind the first paragraph."""
        return self._replace(opening="", lead="") if self.has_opening else self

    @property
    def kept(self) -> "Place":
        """The same place for a paragraph that must stay on the page of the next one."""
        return self._replace(keep=True)

    def within(self, style: ParagraphStyle) -> "Place":
        """The place inside a block with a style, indented as the style says."""
        left = self.moved(style.left)
        return self._replace(left=left, style=style, block=style, base=left, loose=False)

    def item(self, listed: ParagraphStyle, *, loose: bool, opening: str) -> "Place":
        """The place inside an item of a list in a style, whose number is `opening`."""
        return self._replace(
            left=self.moved(STEP),
            style=self.style if self.compact else listed,
            level=self.level + 1,
            loose=loose,
            opening=opening,
            lead="",
        )

    def moved(self, twips: int) -> int:
        """The indent so much further right, but never so far that text has no room."""
        return max(self.left, min(self.left + twips, self.width - _LEAST_WIDTH))


def numbering_properties(instance: int, level: int) -> str:
    """The numbering of a paragraph; levels count from 0 and end where those of Word end."""
    shown = min(level, LEVELS - 1)
    return f'<w:numPr><w:ilvl w:val="{shown}"/><w:numId w:val="{instance}"/></w:numPr>'


def paragraph(
    content: str,
    place: Place,
    style: ParagraphStyle | None = None,
    *,
    keep: bool = False,
) -> str:
    """A paragraph at a place; `keep` holds it on the page of the next one."""
    style = style or place.style
    if style is PLAIN and not (place.left or place.opening or keep or place.keep):
        return f"<w:p>{place.lead}{content}</w:p>"
    properties = _properties(place, style, keep=keep or place.keep)
    return f"<w:p>{properties}{place.lead}{content}</w:p>"


def plain_paragraph(content: str, style: str, *, align: str = "") -> str:
    """A paragraph of a style, without any indent of its own."""
    justified = f'<w:jc w:val="{align}"/>' if align else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{justified}</w:pPr>{content}</w:p>'


def _properties(place: Place, style: ParagraphStyle, *, keep: bool) -> str:
    made = (
        (f'<w:pStyle w:val="{style.id}"/>' if style.id else "")
        + ("<w:keepNext/>" if keep else "")
        + place.opening
        + _border(place, style)
        + _indent(place, style)
        + ('<w:contextualSpacing w:val="0"/>' if place.loose else "")
    )
    return f"<w:pPr>{made}</w:pPr>" if made else ""


def _border(place: Place, style: ParagraphStyle) -> str:
    """The line of the block around, where the paragraph's own style does not draw it already."""
    moved = place.left - place.base - (STEP if place.opening else 0)
    return "" if style is place.block and not moved else place.block.bar.moved(moved)


def _indent(place: Place, style: ParagraphStyle) -> str:
    """The indent, where style and numbering do not give it by themselves."""
    if place.opening:
        if place.left == place.level * STEP and place.level <= LEVELS:
            return ""
        return f'<w:ind w:left="{place.left}" w:hanging="{min(STEP, place.left)}"/>'
    left = place.left if style is place.style else place.left + style.left
    return "" if left == style.left else f'<w:ind w:left="{left}"/>'
