"""Links of a PDF: where they lead, and one a line instead of one for each piece of text in it."""

from zapis.render.pdf.preparing import RELATIVE
from zapis.render.pdf.structure import Kid, Node, Structure


def mend_links(structure: Structure) -> None:
    """Restore relative links, which lead from where the PDF lies, and drop links within links.

    WeasyPrint links every bold word of a link once more. A picture keeps its own: it is higher than
    the line that is linked.
    """
    dropped: set[bytes] = set()
    for _, node in structure.elements():
        if node["S"] == "/Link":
            node["K"] += _take_out(structure, node, dropped)
    for number in structure.pdf.pages["Kids"][::3]:
        page = structure.pdf.objects[number]
        if "Annots" in page:
            page["Annots"][:] = [item for item in page["Annots"] if item not in dropped]
            for item in page["Annots"]:
                _restore(structure.find(item))
    for reference in dropped:
        structure.find(reference).clear()


def _take_out(structure: Structure, link: Node, dropped: set[bytes]) -> list[Kid]:
    """Take the links out of all that a link holds; those of pictures are returned."""
    kept: list[Kid] = []
    for kid in link["K"]:
        inner = structure.node(kid)
        if inner is None:
            continue
        own = [item for item in inner["K"] if structure.is_annotation(item)]
        inner["K"][:] = [item for item in inner["K"] if item not in own]
        if inner["S"] == "/Figure":
            kept += own
        else:
            dropped |= {structure.find(item)["Obj"] for item in own}
        kept += _take_out(structure, inner, dropped)
    return kept


def _restore(annotation: Node) -> None:
    address = annotation["A"]["URI"] if "A" in annotation else None
    if address is not None:
        address.string = address.string.removeprefix(RELATIVE)
