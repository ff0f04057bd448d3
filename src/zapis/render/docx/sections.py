"""The record: numbered sections, and the lists that belong to them: agenda and attachments."""

from collections.abc import Sequence

from zapis.inline import Link, Text, plain_text
from zapis.render.docx.inline import plain, runs
from zapis.render.docx.links import internal_tag
from zapis.render.docx.numbering import Kind, Numbers
from zapis.render.docx.part import Part
from zapis.render.docx.place import Place, paragraph
from zapis.render.docx.styles import Style
from zapis.render.docx.tasks import review_table
from zapis.render.templating.places import SectionBody
from zapis.render.views import AgendaItemView, AttachmentView, SectionView


def sections(part: Part, views: Sequence[SectionView]) -> str:
    """All sections in order, with their headings."""
    numbers = Numbers(part.document.numbering, Kind.SECTION)
    made = "".join(_section(part, view, numbers) for view in views)
    return made + _forgotten_notes(part)


def _forgotten_notes(part: Part) -> str:
    """Footnotes that nothing refers to; **why** here: Word shows none without a reference."""
    footnotes, style = part.document.footnotes, part.document.styles[Style.FOOTNOTE]
    return "".join(
        part.blocks(
            note.blocks,
            Place(part.width, style=style, compact=True, lead=footnotes.number(note.number, " ")),
        )
        for note in part.document.view.footnotes
        if not note.referenced
    )


def agenda(part: Part, items: Sequence[AgendaItemView]) -> str:
    """The agenda as a numbered list; each item leads to its record."""
    return _numbered(part, [(item.number, agenda_words(part, item)) for item in items])


def attachments(part: Part, items: Sequence[AttachmentView]) -> str:
    """The attachments as a numbered list, those that are files as links."""
    return _numbered(part, [(item.number, attachment_words(part, item)) for item in items])


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


def _section(part: Part, view: SectionView, numbers: Numbers) -> str:
    part.heading = 1
    if not plain_text(view.title).strip():
        return part.gap() + part.blocks(view.blocks, part.place)
    opening = numbers.opening(view.number) if view.number is not None else ""
    style = part.document.styles[Style.HEADING_1]
    marked = part.document.bookmarks.mark(view.anchor, runs(part, view.title, part.width))
    heading = Place(part.width, opening=opening) if opening else part.place
    return paragraph(marked, heading, style, keep=True) + _content(part, view)


def section_body(part: Part, body: SectionBody) -> str:
    """What stands under the heading of a section, where a template writes the heading itself."""
    part.heading = 1
    return _content(part, body.section) or paragraph("", part.place)


def _content(part: Part, view: SectionView) -> str:
    return review_table(part, view) + part.blocks(view.blocks, part.place)


def _numbered(part: Part, items: Sequence[tuple[int, str]]) -> str:
    numbers = Numbers(part.document.numbering, Kind.DECIMAL)
    style = part.document.item_style(Kind.DECIMAL)
    indent = part.document.numbering.indent(Kind.DECIMAL, 0)
    made: list[str] = []
    place = part.place
    for number, words in items:
        opening = numbers.opening(number)
        if opening != place.opening:
            place = part.place.item(style, loose=False, opening=opening, indent=indent)
        made.append(paragraph(words, place))
    return "".join(made)
