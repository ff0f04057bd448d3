"""The room that a template gives to the record: its section of pages, or a cell of a table."""

import re

from lxml import etree

from zapis.render.docx.office.tags import Line
from zapis.render.docx.office.tree import CELL, TABLE, Element, W
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


def mark_header_rows(root: Element) -> None:
    """Repeats the rows above a loop over rows on each page, as rows of headings."""
    for table in root.iter(TABLE):
        rows = table.findall(f"{W}tr")
        first = next(
            (at for at, row in enumerate(rows) if "{%tr" in "".join(map(str, row.itertext()))), 0
        )
        for row in rows[:first]:
            properties = row.find(f"{W}trPr")
            if properties is None:
                properties = etree.Element(f"{W}trPr")
                exception = row.find(f"{W}tblPrEx")
                row.insert(0 if exception is None else 1, properties)
            if properties.find(f"{W}tblHeader") is None:
                etree.SubElement(properties, f"{W}tblHeader")
