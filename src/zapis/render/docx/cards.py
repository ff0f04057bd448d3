"""Activity cards as tables of labels and contents, and the schedules inside them."""

from zapis.body import Card, CardField, Schedule
from zapis.inline import plain_text
from zapis.render.docx.inline import label, plain, runs
from zapis.render.docx.part import Part
from zapis.render.docx.place import Place, paragraph, plain_paragraph
from zapis.render.docx.styles import Style
from zapis.render.docx.tables import CELL_MARGINS, cell, frame, row

_LABEL_SHARE = 0.28
_MOST_KEPT = 8
"""A card with no more fields stays on one page."""
_TAB = "<w:r><w:tab/></w:r>"
_LONGEST_WHOLE = 5000
"""Rows whose content is longer as XML (some fifteen lines) may be broken between pages."""


def card(part: Part, node: Card, place: Place) -> str:
    """A card: a header row with number and name, then a row for every field."""
    first = round(place.room * _LABEL_SHARE)
    widths = (first, place.room - first)
    title = f"{node.number} " if node.number else ""
    name = plain(title) + runs(part, node.name, place.room - CELL_MARGINS)
    header = plain_paragraph(name, part.document.styles[Style.HEADER_CELL].id, keep=True)
    rows = [row((cell(header, place.room, span=2),), header=True)]
    last = len(node.fields) - 1
    rows += [
        _field(part, item, widths, keep=at < last < _MOST_KEPT)
        for at, item in enumerate(node.fields)
    ]
    caption = title + plain_text(node.name)
    return frame(part, Style.CARD, place, widths, "".join(rows), caption)


def schedule(part: Part, node: Schedule, place: Place) -> str:
    """A schedule, a line for every step: the year, where there is one, and the step behind it."""
    style = part.document.styles[Style.MILESTONE]
    return "".join(
        paragraph(
            (label(str(item.year)) if item.year is not None else "")
            + _TAB
            + runs(part, item.children, place.room),
            place,
            style,
        )
        for item in node.milestones
    )


def _field(part: Part, item: CardField, widths: tuple[int, int], *, keep: bool) -> str:
    """A row; `keep` holds it on the page of the next one."""
    first, second = widths
    if not item.label:
        content = _content(part, item, first + second, keep=keep)
        return _row(cell(content, first + second, span=2))
    style = part.document.styles[Style.CELL].id
    labelled = plain_paragraph(label(item.label), style, keep=keep)
    return _row(cell(labelled, first) + cell(_content(part, item, second), second))


def _row(cells: str) -> str:
    return row((cells,), whole=len(cells) < _LONGEST_WHOLE)


def _content(part: Part, item: CardField, width: int, *, keep: bool = False) -> str:
    style = part.document.styles[Style.CELL]
    place = Place(width - CELL_MARGINS, style=style, compact=True, keep=keep)
    return part.blocks(item.blocks, place) or plain_paragraph("", style.id)
