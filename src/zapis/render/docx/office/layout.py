"""The room that a template gives to the record: its section of pages, or a cell of a table."""

import re

from lxml import etree

from zapis.render.docx.office.tags import Line
from zapis.render.docx.office.tree import CELL, PARAGRAPH, TABLE, Element, W
from zapis.render.docx.page import Page, read_page
from zapis.render.docx.tables import CELL_MARGINS

_PRINTED = re.compile(r"\{\{p[\s\N{NO-BREAK SPACE}(]+(telo|cely_zapis|oddil)")
_LEAST = 2268
_BETWEEN_COLUMNS = 720
_TOO_LONG = 9


def find_page(root: Element, lines: tuple[Line, ...]) -> Page:
    """Width and height of the text where the record is printed."""
    home = _home(lines)
    section = _section(root, home)
    xml = "" if section is None else etree.tostring(section, encoding="unicode")
    page = read_page(xml)
    columns = None if section is None else section.find(f"{W}cols")
    width = _column(page.width, columns)
    return Page(_cell(home, width), page.height)


def _home(lines: tuple[Line, ...]) -> Element | None:
    """The paragraph with the record, else the first one."""
    found = (line.paragraph for line in lines if _PRINTED.search(line.text))
    return next(found, lines[0].paragraph if lines else None)


def _section(root: Element, home: Element | None) -> Element | None:
    """The properties of the section in which a paragraph stands: the next ones behind it."""
    seen = home is None
    last = None
    for element in root.iter(f"{W}p", f"{W}sectPr"):
        if element is home:
            seen = True
        elif element.tag == f"{W}sectPr":
            last = element
            if seen:
                return element
    return last


def _column(width: int, columns: Element | None) -> int:
    count = 1 if columns is None else _number(columns, "num", 1)
    between = 0 if columns is None else _number(columns, "space", _BETWEEN_COLUMNS)
    return max((width - between * (count - 1)) // count, _LEAST) if count > 1 else width


def _number(element: Element, name: str, missing: int) -> int:
    """A positive number among the attributes of an element."""
    text = element.get(f"{W}{name}", "")
    return int(text) or missing if text.isdecimal() and len(text) < _TOO_LONG else missing


def _cell(home: Element | None, width: int) -> int:
    """The width of the cell around a paragraph, where the template states it."""
    if home is None:
        return width
    for cell in home.iterancestors(CELL):
        stated = cell.find(f"{W}tcPr/{W}tcW")
        fixed = stated is not None and stated.get(f"{W}type", "dxa") == "dxa"
        widths = [width, _in_grid(cell, width)]
        widths += [_number(stated, "w", width)] if fixed and stated is not None else []
        return max(min(widths) - CELL_MARGINS, _LEAST)
    return width


def _in_grid(cell: Element, missing: int) -> int:
    """The width that the columns of the table give to a cell; programs differ in what they obey."""
    row, table = cell.getparent(), next(cell.iterancestors(TABLE), None)
    if row is None or table is None:
        return missing
    columns = [_number(each, "w", 0) for each in table.findall(f"{W}tblGrid/{W}gridCol")]
    before = 0
    for each in row.findall(f"{W}tc"):
        span = each.find(f"{W}tcPr/{W}gridSpan")
        count = 1 if span is None else _number(span, "val", 1)
        if each is cell:
            return sum(columns[before : before + count]) or missing
        before += count
    return missing


def mark_rows(root: Element) -> None:
    """Repeats rows above a loop on each page, as headings; no row of it is broken in two.

    What stands above such a table and in its headings stays on the page of its first row.
    """
    for table in root.iter(TABLE):
        rows = table.findall(f"{W}tr")
        loops = [at for at, row in enumerate(rows) if "{%tr" in "".join(map(str, row.itertext()))]
        if not loops:
            continue
        for row in rows:
            _mark_row(row, f"{W}cantSplit")
        for row in rows[: loops[0]]:
            _mark_row(row, f"{W}tblHeader")
        above = table.getprevious()
        _keep(above if above is not None and above.tag == PARAGRAPH else None)
        for row in rows[: loops[0]]:
            for paragraph in row.iter(PARAGRAPH):
                _keep(paragraph)


def _keep(paragraph: Element | None) -> None:
    """Holds a paragraph on the page of what follows."""
    if paragraph is None:
        return
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        paragraph.insert(0, properties)
    if properties.find(f"{W}keepNext") is None:
        styled = properties.find(f"{W}pStyle") is not None
        properties.insert(1 if styled else 0, etree.Element(f"{W}keepNext"))


def _mark_row(row: Element, mark: str) -> None:
    properties = row.find(f"{W}trPr")
    if properties is None:
        properties = etree.Element(f"{W}trPr")
        exception = row.find(f"{W}tblPrEx")
        row.insert(0 if exception is None else 1, properties)
    found = properties.find(mark)
    if found is None:
        etree.SubElement(properties, mark)
    elif found.get(f"{W}val") == "true":
        # LibreOffice writes it so; Word leaves it out.
        del found.attrib[f"{W}val"]
