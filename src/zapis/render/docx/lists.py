"""Lists, nested in any mix, each with the author's own numbers."""

from collections.abc import Iterator

from zapis.body import List, ListItem, Paragraph
from zapis.render.docx.numbering import LEVELS, Kind, Numbering, kind_of
from zapis.render.docx.part import Part
from zapis.render.docx.place import Place, numbering_properties
from zapis.render.docx.styles import Style

_NOTHING = (Paragraph(()),)


def write_list(part: Part, node: List, place: Place) -> str:
    """A list; the number of every item is real numbering of Word."""
    style = part.document.styles[Style.LIST]
    return "".join(
        part.blocks(
            item.blocks or _NOTHING, place.item(style, loose=not node.tight, opening=opening)
        )
        for item, opening in _numbered(part.document.numbering, node, place.level)
    )


def _numbered(numbering: Numbering, node: List, level: int) -> Iterator[tuple[ListItem, str]]:
    """The items with their numbering, which starts anew at the first item and at each jump."""
    kind = kind_of(node.style, node.delimiter)
    instance, expected = 0, None
    for position, item in enumerate(node.items, start=1):
        number = item.number if item.number is not None else expected or position
        if kind is Kind.BULLET:
            instance = numbering.bullet()
        elif number != expected:
            instance = numbering.start(kind, min(level, LEVELS - 1), number)
        expected = number + 1
        yield item, numbering_properties(instance, level)
