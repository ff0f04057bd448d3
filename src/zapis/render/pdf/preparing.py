"""The page of HTML as WeasyPrint needs it: links, numbers of lists, sizes of pictures."""

from xml.etree.ElementTree import Element, SubElement

RELATIVE = "relativni:"
"""Stands before a relative link on its way through WeasyPrint, which would drop it."""

# Pixels of CSS between the margins of zapis-pdf.css.
_TEXT_WIDTH = 600
# Carlito and its like have no other sign of a way back.
_WAY_BACK = "↑"
_NO_WORDS = "Obrázek bez popisu"


def prepare(root: Element) -> None:
    """Change the page in place so that it means on paper what it means in a browser."""
    anchors = {f"#{element.get('id')}" for element in root.iter() if element.get("id")}
    for element in tuple(root.iter()):
        match element.tag:
            case "a":
                _prepare_link(element, anchors)
            case "ol" if start := element.get("start"):
                element.set("style", f"counter-reset: list-item {int(start) - 1}")
            case "li" if value := element.get("value"):
                element.set("style", f"counter-set: list-item {value}; counter-increment: none")
            case "img":
                _prepare_image(element)
            case "table":
                _prepare_table(element)


def _prepare_link(link: Element, anchors: set[str]) -> None:
    """Mark a relative link; what leads nowhere is no link."""
    if link.get("role") == "doc-backlink":
        link.text = _WAY_BACK
    href = link.get("href", "")
    if href.startswith("#"):
        link.tag = "a" if href in anchors else "span"
    elif ":" not in href.partition("/")[0]:
        link.set("href", RELATIVE + href)


def _prepare_image(image: Element) -> None:
    """A picture has words, and is at most as wide as the page says by the density of its pixels."""
    if not image.get("alt"):
        image.set("alt", _NO_WORDS)
    width = int(image.get("width", _TEXT_WIDTH))
    if width < _TEXT_WIDTH:
        image.set("style", f"max-width: {width}px")


def _prepare_table(table: Element) -> None:
    """A table without rows below its header consists of that header; a card has set columns.

    **Why** set: a row across the whole card, were it the first, would hide how wide labels are, and
    to find out takes longer than all else.
    """
    head, rows = table.find("thead"), table.find("tbody")
    if rows is None:
        return
    if not len(rows):
        table.remove(rows)
        if head is not None:
            head.tag = "tbody"
    elif rows.find("tr/th") is not None:
        table.set("class", "pole")
        columns = Element("colgroup")
        SubElement(columns, "col")
        SubElement(columns, "col")
        table.insert(0, columns)
