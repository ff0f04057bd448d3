"""Where on the page a block stands, and the properties of a paragraph there."""

from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from zapis.render.docx.numbering import STEP, Indent
from zapis.render.docx.styles import ParagraphStyle

PLAIN = ParagraphStyle("")
"""Running text of the record: the template's own Normal."""

_LEAST_WIDTH = 2268


class Place(Struct, frozen=True, dict=True):
    """A place for blocks; lengths are twips (1/1440 inch).

    `width` reaches from the left margin or cell edge to the right one, `left` is the indent there.
    `style` is that of paragraphs, `block` that of the block around, whose border stands at `base`.
    `level` counts the lists around, `compact` says that their items look like the other text
    here, as in cells and footnotes. `opening` and `lead` belong to the first paragraph only: its
    numbering, and runs before its text. `indent` is that of the innermost list where it gives one.
    `keep` holds a paragraph on the page of the next one.

    **Why** properties are kept: many paragraphs stand at one place, and making the same XML for
    each of them took a third of the time of a document.
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
    indent: Indent | None = None
    keep: bool = False

    @property
    def room(self) -> int:
        """The width that is left for content."""
        return self.width - self.left

    @property
    def rest(self) -> "Place":
        """The same place behind the first paragraph."""
        return replace(self, opening="", lead="") if self.opening or self.lead else self

    @cached_property
    def kept(self) -> "Place":
        """The same place for a paragraph that must stay on the page of the next one."""
        return replace(self, keep=True)

    @cached_property
    def start(self) -> str:
        """The start of a paragraph here: its tag, its properties and what comes before its text."""
        return self.start_in(self.style)

    def start_in(self, style: ParagraphStyle, *, keep: bool = False) -> str:
        """The start of a paragraph in another style than the place's own."""
        made = (
            (f'<w:pStyle w:val="{style.id}"/>' if style.id else "")
            + ("<w:keepNext/>" if keep or self.keep else "")
            + (self.opening or style.unnumbered)
            + self._border(style)
            + self._indent(style)
            + ('<w:contextualSpacing w:val="0"/>' if self.loose else "")
        )
        return f"<w:p>{f'<w:pPr>{made}</w:pPr>' if made else ''}{self.lead}"

    def within(self, style: ParagraphStyle) -> "Place":
        """The place inside a block with a style, indented as the style says."""
        left = self.moved(style.left)
        return replace(self, left=left, style=style, block=style, base=left, loose=False)

    def item(
        self, listed: ParagraphStyle, *, loose: bool, opening: str, indent: Indent | None
    ) -> "Place":
        """The place inside an item of a list in a style, whose number is `opening`.

        `indent` is that of its level, None where the list gives none.
        """
        above = self.indent.left if self.indent else 0
        return replace(
            self,
            left=self.moved(indent.left - above if indent else STEP),
            indent=indent,
            style=self.style if self.compact else listed,
            level=self.level + 1,
            loose=loose,
            opening=opening,
            lead="",
        )

    def moved(self, twips: int) -> int:
        """The indent so much further right, but never so far that text has no room."""
        return max(self.left, min(self.left + twips, self.width - _LEAST_WIDTH))

    @property
    def _hanging(self) -> int:
        """How far before the text the number of an item stands."""
        return self.indent.hanging if self.indent else STEP

    def _border(self, style: ParagraphStyle) -> str:
        """The line of the block around, where the style does not draw it at this very place."""
        moved = self.left - self.base - (self._hanging if self.opening else 0)
        return "" if style is self.block and not moved else self.block.bar.moved(moved)

    def _indent(self, style: ParagraphStyle) -> str:
        """The indent, where style and numbering do not give it by themselves."""
        if self.opening:
            # A heading has a number, but stands in no list.
            numbered = self.indent.left if self.indent else 0
            if not style.left and self.left == numbered:
                return ""
            return f'<w:ind w:left="{self.left}" w:hanging="{min(self._hanging, self.left)}"/>'
        left = self.left if style is self.style else self.left + style.left
        return "" if left == style.left else f'<w:ind w:left="{left}"/>'


def paragraph(
    content: str, place: Place, style: ParagraphStyle | None = None, *, keep: bool = False
) -> str:
    """A paragraph at a place; `keep` holds it on the page of the next one."""
    if style is None and not keep:
        return f"{place.start}{content}</w:p>"
    return f"{place.start_in(style or place.style, keep=keep)}{content}</w:p>"


def plain_paragraph(content: str, style: str, *, align: str = "", keep: bool = False) -> str:
    """A paragraph of a style, without any indent of its own."""
    kept = "<w:keepNext/>" if keep else ""
    justified = f'<w:jc w:val="{align}"/>' if align else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{kept}{justified}</w:pPr>{content}</w:p>'
