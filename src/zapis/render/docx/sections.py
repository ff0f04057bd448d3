"""The record: numbered sections, and the lists that belong to them: agenda and attachments."""

from collections.abc import Sequence

from zapis.body import Link, Text, plain_text
from zapis.render.docx.inline import plain, runs
from zapis.render.docx.links import internal_tag
from zapis.render.docx.numbering import Kind
from zapis.render.docx.part import Part
from zapis.render.docx.place import Place, numbering_properties, paragraph
from zapis.render.docx.styles import Style
from zapis.render.views import AgendaItemView, AttachmentView, SectionView


def sections(part: Part, views: Sequence[SectionView]) -> str:
    """All sections in order, with their headings."""
    numbers = _Numbers(part, Kind.SECTION)
    return "".join(_section(part, view, numbers) for view in views)


def agenda(part: Part, items: Sequence[AgendaItemView]) -> str:
    """The agenda as a numbered list; each item leads to its record."""
    numbers = _Numbers(part, Kind.DECIMAL)
    return "".join(
        _item(part, numbers.opening(item.number), agenda_words(part, item)) for item in items
    )


def attachments(part: Part, items: Sequence[AttachmentView]) -> str:
    """The attachments as a numbered list, those that are files as links."""
    numbers = _Numbers(part, Kind.DECIMAL)
    return "".join(
        _item(part, numbers.opening(item.number), attachment_words(part, item)) for item in items
    )


def agenda_words(part: Part, item: AgendaItemView) -> str:
    """The runs of an item: its title, a link to its record, then who, when and what of it."""
    title = plain(item.title)
    if item.anchor in part.document.anchors:
        title = f"{internal_tag(part, item.anchor)}{title}</w:hyperlink>"
    behind = f" – {item.presenter}" if item.presenter else ""
    behind += f" ({item.time})" if item.time else ""
    behind += f" – {item.note}" if item.note else ""
    return title + (plain(behind) if behind else "")


def attachment_words(part: Part, item: AttachmentView) -> str:
    """The runs of an attachment, a link where it is a file."""
    name = (Text(item.name),)
    return runs(part, (Link(item.href, name),) if item.href else name, part.width)


class _Numbers:
    """Numbering that goes on while numbers do and starts anew where they jump."""

    def __init__(self, part: Part, kind: Kind) -> None:
        self._numbering, self._kind = part.document.numbering, kind
        self._instance, self._expected = 0, -1

    def opening(self, number: int) -> str:
        """The numbering of a paragraph with this number."""
        if number != self._expected:
            self._instance = self._numbering.start(self._kind, 0, number)
        self._expected = number + 1
        return numbering_properties(self._instance, 0)


def _section(part: Part, view: SectionView, numbers: _Numbers) -> str:
    place = Place(part.width)
    part.heading = 1
    if not plain_text(view.title).strip():
        return part.blocks(view.blocks, place)
    opening = numbers.opening(view.number) if view.number is not None else ""
    style = part.document.styles[Style.HEADING_1]
    marked = part.document.bookmarks.mark(view.anchor, runs(part, view.title, part.width))
    heading = Place(part.width, opening=opening)
    return paragraph(marked, heading, style) + part.blocks(view.blocks, place)


def _item(part: Part, opening: str, words: str) -> str:
    style = part.document.styles[Style.LIST]
    return paragraph(words, Place(part.width).item(style, loose=False, opening=opening))
