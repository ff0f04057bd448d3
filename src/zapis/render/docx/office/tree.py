"""The XML of a template as a tree, in the one form that the rest of the writer reads."""

from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

from zapis.render.docx.office.unpacking import refuse

Element: TypeAlias = etree._Element  # noqa: SLF001 - the class has no other name
NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NAMESPACE}}}"
PARAGRAPH, RUN, TEXT, ROW, CELL, TABLE = (
    f"{W}{name}" for name in ("p", "r", "t", "tr", "tc", "tbl")
)
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_STRICT = "http://purl.oclc.org/ooxml/"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
)


def read(name: str, content: bytes) -> Element:
    """The tree of an XML part; raises `TemplateError` where it is not well-formed."""
    try:
        return etree.fromstring(content, _PARSER)
    except etree.XMLSyntaxError as error:
        raise refuse(f"soubor je poškozený: část „{name}“ nejde přečíst") from error


def read_words(name: str, content: bytes) -> Element:
    """The tree of a part with text; its names must have the usual prefix."""
    root = read(name, content)
    if isinstance(root.tag, str) and root.tag.startswith(f"{{{_STRICT}"):
        raise refuse("soubor je uložen jako striktní Open XML, které zapis nečte")
    for element in root.iter(f"{W}*"):
        if element.prefix != "w":
            raise refuse("soubor uložil program, jehož zápisu zapis nerozumí")
    return root


def write(root: Element) -> bytes:
    """The part as bytes."""
    return (_DECLARATION + etree.tostring(root, encoding="unicode")).encode()


def own_paragraph(element: Element) -> Element | None:
    """The nearest paragraph around an element."""
    return next(element.iterancestors(PARAGRAPH), None)


def paragraphs(root: Element) -> Iterator[Element]:
    """All paragraphs in the order of the document, those in text boxes too."""
    return root.iter(PARAGRAPH)


def remove(element: Element) -> None:
    """Takes an element out; what stands behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)


def unwrap(element: Element) -> None:
    """Puts the children of an element in its place."""
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        parent[at : at + 1] = list(element)
