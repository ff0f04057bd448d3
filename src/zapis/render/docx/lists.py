"""Lists, nested in any mix, each with the author's own numbers."""

from zapis.body import List, Paragraph
from zapis.render.docx.numbering import Numbers, kind_of
from zapis.render.docx.part import Part
from zapis.render.docx.place import Place

_NOTHING = (Paragraph(()),)


def write_list(part: Part, node: List, place: Place) -> str:
    """A list; the number of every item is real numbering of Word."""
    kind = kind_of(node.style, node.delimiter)
    style = part.document.item_style(kind)
    numbers = Numbers(part.document.numbering, kind, place.level)
    made: list[str] = []
    inside = place
    for item in node.items:
        opening = numbers.opening(item.number)
        if opening != inside.opening:
            inside = place.item(style, loose=not node.tight, opening=opening)
        made.append(part.blocks(item.blocks or _NOTHING, inside))
    return "".join(made)
