"""Lists, nested in any mix, each with the author's own numbers."""

from zapis.body import Blocks, List, Paragraph, ReviewLine, TaskLine
from zapis.render.docx.numbering import Numbers, kind_of
from zapis.render.docx.part import Part
from zapis.render.docx.place import Place

_NOTHING = (Paragraph(()),)


def write_list(part: Part, node: List, place: Place) -> str:
    """A list; the number of every item is real numbering of Word."""
    kind = kind_of(node.style, node.delimiter)
    style = part.document.item_style(kind)
    numbers = Numbers(part.document.numbering, kind, place.level)
    indent = part.document.numbering.indent(kind, place.level)
    made: list[str] = []
    inside = place
    last = len(node.items) - 1
    for at, item in enumerate(node.items):
        opening = numbers.opening(item.number)
        if opening != inside.opening:
            loose = not node.tight
            inside = place.item(style, loose=loose, opening=opening, indent=indent)
        is_kept = at == 0 < last and _is_line(item.blocks)
        made.append(part.blocks(item.blocks or _NOTHING, inside.kept if is_kept else inside))
    return "".join(made)


def _is_line(blocks: Blocks) -> bool:
    """Whether an item is one paragraph; alone at the end of a page it would look forgotten."""
    return len(blocks) == 1 and isinstance(blocks[0], Paragraph | TaskLine | ReviewLine)
