"""Tables: those of the author, with a header row, and the frame that cards use too."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from zapis.body import Table
from zapis.inline import Inlines, Text
from zapis.render.docx.escaping import attribute
from zapis.render.docx.inline import runs
from zapis.render.docx.part import Part
from zapis.render.docx.place import Place, plain_paragraph
from zapis.render.docx.styles import Style
from zapis.render.docx.table_columns import USUAL, CellType, choose_type, column_widths

CELL_MARGINS = USUAL.margins
"""What a cell keeps free on its left and right together, in twips."""

_MOST_COLUMNS = 63
_BETWEEN = Text(" ")
# A table with no more rows, header included, stays on one page.
_KEPT_ROWS = 9


def table(part: Part, node: Table, place: Place) -> str:
    """A table of the author, as wide as the text, its columns by what they hold."""
    lines = [_limited(cells) for cells in (node.header, *node.rows)]
    size = choose_type(lines, place.room)
    widths = column_widths(lines, place.room, size)
    made = _Rows(part, widths, node.aligns, size)
    last = len(lines) - 1
    rows = [
        made.row(cells, header=index == 0, keep=index < last < _KEPT_ROWS)
        for index, cells in enumerate(lines)
    ]
    return frame(part, Style.TABLE, place, widths, "".join(rows), margins=_margins(size))


def frame(
    part: Part,
    style: Style,
    place: Place,
    widths: Sequence[int],
    rows: str,
    caption: str = "",
    margins: str = "",
) -> str:
    """A table of rows at a place, and the narrow gap behind it that Word does not give itself."""
    identifier = part.document.styles[style].id
    described = f'<w:tblCaption w:val="{attribute(caption)}"/>' if caption else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{identifier}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="{place.left}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{margins}'
        '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" '
        f'w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>{described}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>{part.gap()}"
    )


def row(cells: Iterable[str], *, header: bool = False, whole: bool = True) -> str:
    """A row; a `whole` one is not broken between pages, a header row is repeated on each."""
    properties = ("<w:cantSplit/>" if whole else "") + ("<w:tblHeader/>" if header else "")
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def cell(content: str, width: int, *, span: int = 1) -> str:
    """A cell `width` twips wide over `span` columns; its content must end in a paragraph."""
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}</w:tcPr>{content}</w:tc>'


def _limited(cells: Sequence[Inlines]) -> Sequence[Inlines]:
    """The cells of a row; what Word has no column for stands together in the last one."""
    if len(cells) <= _MOST_COLUMNS:
        return cells
    rest = cells[_MOST_COLUMNS - 1 :]
    return *cells[: _MOST_COLUMNS - 1], tuple(node for each in rest for node in (*each, _BETWEEN))


class _Rows(Struct, frozen=True):
    """What the rows of a table have in common."""

    part: Part
    widths: Sequence[int]
    aligns: Sequence[str]
    size: CellType

    def row(self, cells: Sequence[Inlines], *, header: bool, keep: bool) -> str:
        """A row of cells; `keep` holds it on the page of the next one."""
        style = self.part.document.styles[self.size.header if header else self.size.cell].id
        made = []
        for index, width in enumerate(self.widths):
            words = cells[index] if index < len(cells) else ()
            align = self.aligns[index] if index < len(self.aligns) else ""
            content = runs(self.part, words, width - self.size.margins)
            made.append(cell(plain_paragraph(content, style, align=align, keep=keep), width))
        return row(made, header=header)


def _margins(size: CellType) -> str:
    """The margins of cells where they are not those of the table's style."""
    if size is USUAL:
        return ""
    side = f'w:w="{size.margins // 2}" w:type="dxa"'
    return f"<w:tblCellMar><w:left {side}/><w:right {side}/></w:tblCellMar>"
