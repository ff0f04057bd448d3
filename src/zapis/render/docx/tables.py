"""Tables: those of the author, with a header row, and the frame that cards use too."""

from collections.abc import Iterable, Sequence
from itertools import chain, zip_longest

from zapis.body import Table
from zapis.inline import Inlines, Text, plain_text
from zapis.render.docx.escaping import attribute
from zapis.render.docx.inline import runs
from zapis.render.docx.part import Part
from zapis.render.docx.place import Place, plain_paragraph
from zapis.render.docx.styles import Style

CELL_MARGINS = 216
"""What a cell keeps free on its left and right together, in twips."""

_TWIPS_PER_CHARACTER = 120
_LONGEST_LINE = 45
_LONGEST_WORD = 20
_MOST_COLUMNS = 63
_BETWEEN = Text(" ")


def table(part: Part, node: Table, place: Place) -> str:
    """A table of the author, as wide as the text, its columns by what they hold."""
    header, *lines = [_limited(cells) for cells in (node.header, *node.rows)]
    widths = column_widths((header, *lines), place.room)
    rows = [_row(part, header, widths, node.aligns, header=True)]
    rows += [_row(part, cells, widths, node.aligns, header=False) for cells in lines]
    return frame(part, Style.TABLE, place, widths, "".join(rows))


def frame(
    part: Part, style: Style, place: Place, widths: Sequence[int], rows: str, caption: str = ""
) -> str:
    """A table of rows at a place, and the narrow gap behind it that Word does not give itself."""
    identifier = part.document.styles[style].id
    described = f'<w:tblCaption w:val="{attribute(caption)}"/>' if caption else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{identifier}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="{place.left}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" '
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


def column_widths(rows: Sequence[Sequence[Inlines]], room: int) -> list[int]:
    """Widths in twips that add up to `room`: by the longest text, never below the longest word."""
    columns = [[plain_text(words) for words in each] for each in zip_longest(*rows, fillvalue=())]
    columns = columns or [[]]
    words = [_twips(chain(*map(_unbroken, texts)), _LONGEST_WORD) for texts in columns]
    lines = [max(_twips(texts, _LONGEST_LINE), w) for texts, w in zip(columns, words, strict=True)]
    if not sum(words) < room < sum(lines):
        return _scaled(lines if sum(lines) <= room else words, room)
    share = (room - sum(words)) / (sum(lines) - sum(words))
    return _scaled([w + (line - w) * share for w, line in zip(words, lines, strict=True)], room)


def _limited(cells: Sequence[Inlines]) -> Sequence[Inlines]:
    """The cells of a row; what Word has no column for stands together in the last one."""
    if len(cells) <= _MOST_COLUMNS:
        return cells
    rest = cells[_MOST_COLUMNS - 1 :]
    return *cells[: _MOST_COLUMNS - 1], tuple(node for each in rest for node in (*each, _BETWEEN))


def _row(
    part: Part,
    cells: Sequence[Inlines],
    widths: Sequence[int],
    aligns: Sequence[str],
    *,
    header: bool,
) -> str:
    style = part.document.styles[Style.HEADER_CELL if header else Style.CELL].id
    made = []
    for index, width in enumerate(widths):
        words = cells[index] if index < len(cells) else ()
        align = aligns[index] if index < len(aligns) else ""
        content = runs(part, words, width - CELL_MARGINS)
        made.append(cell(plain_paragraph(content, style, align=align), width))
    return row(made, header=header)


def _unbroken(text: str) -> list[str]:
    """What Word keeps on one line, no-break spaces included."""
    return text.replace("\u00a0", "_").split()


def _twips(texts: Iterable[str], most: int) -> int:
    longest = max(map(len, texts), default=0)
    return min(max(longest, 1), most) * _TWIPS_PER_CHARACTER + CELL_MARGINS


def _scaled(wanted: Sequence[float], room: int) -> list[int]:
    """The widths in proportion, the last one taking what rounding left."""
    total = sum(wanted)
    scaled = [int(width * room / total) for width in wanted]
    scaled[-1] += room - sum(scaled)
    return scaled
