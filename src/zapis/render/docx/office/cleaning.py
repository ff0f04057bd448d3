"""Takes out of a template's text what Word notes for itself, and the names of those who edited."""

import re

from lxml import etree

from zapis.render.docx.office.tree import Element, W, remove, unwrap

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_SHAPE = "{urn:schemas-microsoft-com:vml}shape"
_REVISION = re.compile(rf"{re.escape(W)}rsid\w*|{re.escape(_W14)}(?:paraId|textId)")
_REMOVED = frozenset(
    f"{W}{name}"
    for name in (
        *("proofErr", "lastRenderedPageBreak", "permStart", "permEnd"),
        *("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef"),
        *("del", "moveFrom", "rPrChange", "pPrChange", "tblPrChange", "tblGridChange"),
        *("trPrChange", "tcPrChange", "tblPrExChange", "sectPrChange", "numberingChange"),
        *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
        *("cellIns", "cellMerge", "customXmlInsRangeStart", "customXmlInsRangeEnd"),
        *("customXmlDelRangeStart", "customXmlDelRangeEnd"),
    )
)
_UNWRAPPED = frozenset(f"{W}{name}" for name in ("ins", "moveTo", "smartTag"))
_OWN_BOOKMARK = "_GoBack"
_PROPERTIES = frozenset({f"{W}rPr", f"{W}trPr"})
_FIELD = (f"{W}fldChar", f"{W}fldSimple")


def clean(root: Element) -> None:
    """Removes marks of spelling and editing, comments and tracked changes, which are accepted.

    The text stays as the last person to edit it saw it.
    """
    for element in list(root.iter(*_REMOVED)):
        _remove_row_of(element)
        remove(element)
    for element in list(root.iter(*_UNWRAPPED)):
        # Inside properties the element only says that a paragraph or row was inserted.
        parent = element.getparent()
        is_note = parent is not None and parent.tag in _PROPERTIES
        remove(element) if is_note else unwrap(element)
    for element in root.iter(etree.Element):
        for name in [name for name in element.attrib if _REVISION.fullmatch(str(name))]:
            del element.attrib[name]
    for element in root.iter(*_FIELD):
        if f"{W}dirty" in element.attrib:
            del element.attrib[f"{W}dirty"]
    _remove_last_place(root)


def _remove_row_of(deletion: Element) -> None:
    """A deleted row goes as a whole; its mark stands among its properties."""
    properties = deletion.getparent()
    if deletion.tag == f"{W}del" and properties is not None and properties.tag == f"{W}trPr":
        row = properties.getparent()
        if row is not None:
            remove(row)


def _remove_last_place(root: Element) -> None:
    """The bookmark of the place where somebody edited last."""
    starts = [
        start for start in root.iter(f"{W}bookmarkStart") if start.get(f"{W}name") == _OWN_BOOKMARK
    ]
    keys = {start.get(f"{W}id") for start in starts}
    ends = [end for end in root.iter(f"{W}bookmarkEnd") if end.get(f"{W}id") in keys]
    for element in (*starts, *ends):
        remove(element)


def number_drawings(root: Element, first: int) -> int:
    """Gives every picture of a part its own number, from `first`; returns the next free one."""
    for drawing in root.iter(f"{_DRAWING}docPr"):
        drawing.set("id", str(first))
        first += 1
    taken: set[str] = set()
    for shape in root.iter(_SHAPE):
        key = shape.get("id", "")
        # LibreOffice calls all pictures for old programs the same.
        if key in taken:
            shape.set("id", f"{key}_{len(taken)}")
        taken.add(shape.get("id", ""))
    return first


def undescribed_pictures(root: Element) -> list[str]:
    """The names of pictures without an alternative text."""
    return [
        drawing.get("name", "")
        for drawing in root.iter(f"{_DRAWING}docPr")
        if not (drawing.get("descr") or "").strip()
    ]


def last_bookmark(root: Element) -> int:
    """The highest identifier of a bookmark."""
    found = (start.get(f"{W}id", "") for start in root.iter(f"{W}bookmarkStart"))
    return max((int(key) for key in found if key.isdecimal()), default=0)
