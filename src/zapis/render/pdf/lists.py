"""Lists in the structure of a PDF as ISO 14289-1, 7.2, wants them: items of a label and a body."""

from zapis.render.pdf.structure import Kid, Node, Structure

_IN_LISTS = frozenset({"/L", "/LI", "/Caption"})


def mend_lists(structure: Structure) -> None:
    """Give every list items, and every item at most a label and one body.

    WeasyPrint leaves paragraphs, tables and blocks of an item beside its label, puts a list within
    an item after it, and knows no rows of a description list.
    """
    lists = [pair for pair in structure.elements() if pair[1]["S"] == "/L"]
    for reference, node in reversed(lists):
        _mend_list(structure, reference, node)


def _mend_list(structure: Structure, reference: bytes, node: Node) -> None:
    items: list[Kid] = []
    for kid in node["K"]:
        match structure.kind(kid):
            case "/LI" | "/Caption":
                items.append(kid)
            case "/L" if items and structure.kind(items[-1]) == "/LI":
                _extend_item(structure, items[-1], kid)
            case "/Div":
                items.append(_row(structure, reference, kid))
            case _:
                items.append(structure.make("/LI", reference, node, [kid]))
    structure.adopt(node, reference, items)
    for item in items:
        if structure.kind(item) == "/LI":
            _mend_item(structure, item)


def _extend_item(structure: Structure, item: Kid, kid: Kid) -> None:
    """Put a list that stands within an item where it stands there."""
    found = structure.node(item)
    if found is not None and not isinstance(item, int):
        structure.adopt(found, item, sorted([*found["K"], kid], key=_made))


def _made(kid: Kid) -> int:
    """When an element was made: WeasyPrint makes them in the order of the page."""
    return kid if isinstance(kid, int) else int(kid.split()[0])


def _row(structure: Structure, parent: bytes, kid: Kid) -> Kid:
    """A row of a description list: its first part is the label of the item, the rest its body."""
    row = structure.node(kid)
    if row is None or isinstance(kid, int):
        return kid
    row["S"], row["P"] = "/LI", parent
    parts = [part for inner in row["K"] for part in _unwrapped(structure, inner)]
    label = structure.node(parts[0]) if parts else None
    if label is not None and len(parts) > 1:
        label["S"] = "/Lbl"
    structure.adopt(row, kid, parts)
    return kid


def _unwrapped(structure: Structure, kid: Kid) -> list[Kid]:
    """The bodies of an item that was made of one term or description."""
    node = structure.node(kid)
    return list(node["K"]) if node is not None and node["S"] == "/LI" else [kid]


def _mend_item(structure: Structure, item: Kid) -> None:
    node = structure.node(item)
    if node is None or isinstance(item, int):
        return
    labels = [kid for kid in node["K"] if structure.kind(kid) == "/Lbl"]
    others = [kid for kid in node["K"] if structure.kind(kid) != "/Lbl"]
    bodies = [kid for kid in others if structure.kind(kid) == "/LBody"]
    if others and (len(others) > 1 or not bodies):
        body = structure.make("/LBody", item, node, [])
        kids = [inner for kid in others for inner in _inside(structure, kid)]
        found = structure.node(body)
        if found is not None:
            structure.adopt(found, body, kids)
        others = [body]
    structure.adopt(node, item, [*labels, *others])


def _inside(structure: Structure, kid: Kid) -> list[Kid]:
    """The kids of a body, or the kid itself where it is none."""
    node = structure.node(kid)
    return list(node["K"]) if node is not None and node["S"] == "/LBody" else [kid]
