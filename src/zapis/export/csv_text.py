"""Text of tasks in CSV: it opens right in Czech Excel and never becomes a formula."""

import csv
import datetime as dt
import io
import unicodedata

from zapis.czech.dates import format_date
from zapis.export.columns import COLUMNS, Cell
from zapis.export.table import TaskTable

_BYTE_ORDER_MARK = "\ufeff"
_FORMULA_STARTS = frozenset("=+-@")
_LINE_STARTS = ("\t", "\r", "\n")
_QUOTES = frozenset("\"'`´„“”‚‘’«»‹›")


def write_csv(table: TaskTable) -> str:
    """One task a line, semicolons between, Czech dates, a byte order mark in front.

    **Why** so: Czech Excel splits by semicolons on double click, reads UTF-8 only behind a byte
    order mark, and takes „20. 3. 2026“ for a date.
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow([column.heading for column in COLUMNS])
    for row in table.rows:
        writer.writerow([_cell(column.value(row, table)) for column in COLUMNS])
    return _BYTE_ORDER_MARK + file.getvalue()


def defuse(text: str) -> str:
    """The text, with an apostrophe in front where a spreadsheet would take it for a formula.

    Source: OWASP, „CSV Injection“; spaces, quotes and invisible characters before the sign and its
    full-width forms count too.
    """
    if text.startswith(_LINE_STARTS):
        return f"'{text}"
    first = next((c for c in text if c not in _QUOTES and c != " " and c.isprintable()), "")
    is_formula = unicodedata.normalize("NFKC", first)[:1] in _FORMULA_STARTS
    return f"'{text}" if is_formula else text


def _cell(value: Cell) -> str:
    if isinstance(value, dt.date):
        return format_date(value)
    return defuse(value or "")
