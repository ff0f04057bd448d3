"""Tasks as an Excel workbook: a sheet of tasks and a sheet of people."""

import datetime as dt
import io
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from zapis.czech.collation import sort_key
from zapis.czech.dates import format_date
from zapis.export.columns import (
    COLUMNS,
    DUE,
    LATENESS,
    MINUTES,
    NOTE,
    NUMBER,
    PERSON,
    SENTENCE,
    SERIES,
    STATE,
    WORDS,
    Cell,
    Column,
)
from zapis.export.links import task_link
from zapis.export.table import TaskTable
from zapis.export.wording import NOT_READ_BACK, day_of, one_line, sums_of, title_of
from zapis.tasks.query import TaskRow, Urgency, group_rows

# Nothing that looks like a formula, an address or a number becomes one.
_OPTIONS: Mapping[str, bool] = MappingProxyType(
    {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
)
_OF_PEOPLE = (PERSON, DUE, WORDS, LATENESS, SENTENCE, STATE, NOTE, SERIES, NUMBER, MINUTES)
# Earlier days have other numbers there: Excel believes in 29. 2. 1900.
_FIRST_DAY = dt.date(1900, 3, 1)
# Excel allows 32,767 units of UTF-16 in a cell, 2,079 characters in a link, 65,530 links a sheet.
_LONGEST_TEXT, _LONGEST_LINK, _MOST_LINKS = 16_000, 2_000, 65_000
_A4 = 9
_LATE, _LATE_PAPER, _ACCENT, _PAPER, _LINE = "#8C2F1B", "#FBEDE9", "#1F3F66", "#F4F6F8", "#C8CED6"


class Looks(NamedTuple):
    """The formats of the cells of a row; `word` is that of the cell that says how late it is."""

    text: Format
    day: Format
    link: Format
    word: Format


class Sheet(NamedTuple):
    """A sheet in the making, with what its rows look like."""

    sheet: Worksheet
    table: TaskTable
    usual: Looks
    late: Looks


def write_workbook(table: TaskTable) -> bytes:
    """The workbook: „Úkoly“ has a row for each task, „Po lidech“ one for each of its assignees.

    Days are real days, late tasks are marked in colour and in words, cells of minutes lead to the
    document. Every text is written as text.
    """
    file = io.BytesIO()
    book = Workbook(file, dict(_OPTIONS))
    book.set_properties(
        {
            "title": one_line(f"{title_of(table)}, {day_of(table).lower()}"),
            # Excel puts the name of the user here when it saves: who wants to know can tell.
            "author": "zapis",
            "company": one_line(table.organization),
            "comments": NOT_READ_BACK,
            "created": dt.datetime.combine(table.today, dt.time()),
        }
    )
    usual, late = _looks(book, {}), _looks(book, {"bg_color": _LATE_PAPER})
    for name, columns, rows in (
        ("Úkoly", COLUMNS, table.rows),
        ("Po lidech", _OF_PEOPLE, by_person(table.rows)),
    ):
        sheet = Sheet(book.add_worksheet(name), table, usual, late)
        top = _write_top(book, sheet, columns)
        _write_rows(sheet, columns, rows, top)
        _set_up(sheet, columns, top, len(rows))
    book.close()
    return file.getvalue()


def by_person(rows: Iterable[TaskRow]) -> tuple[TaskRow, ...]:
    """A row for every assignee of every task, by names; what nobody is to do stands last."""
    urgent_first = group_rows(rows).rows
    own = [
        row._replace(assignees=(name,) if name else ())
        for row in urgent_first
        for name in dict.fromkeys(row.assignees or ("",))
    ]
    names = sorted({row.assignees for row in own}, key=_by_name)
    places = {name: place for place, name in enumerate(names)}
    return tuple(sorted(own, key=lambda row: places[row.assignees]))


def _by_name(names: tuple[str, ...]) -> tuple[object, ...]:
    return (not names, *map(sort_key, names))


def _looks(book: Workbook, more: Mapping[str, object]) -> Looks:
    usual = {"valign": "top", "border": 1, "border_color": _LINE, **more}
    return Looks(
        book.add_format({**usual, "text_wrap": True}),
        book.add_format({**usual, "num_format": "d. m. yyyy", "align": "left"}),
        book.add_format({**usual, "font_color": "#17497F", "underline": 1}),
        book.add_format({**usual, "text_wrap": True, "bold": True, "font_color": _LATE}),
    )


def _write_top(book: Workbook, sheet: Sheet, columns: Sequence[Column]) -> int:
    """What stands above the table, and its headings; the row of the headings."""
    title = book.add_format({"bold": True, "font_size": 14, "font_color": _ACCENT})
    plain = book.add_format({"font_color": "#525A64"})
    heading = {"bold": True, "bg_color": _PAPER, "border": 1, "border_color": _LINE}
    headings = book.add_format({**heading, "font_color": _ACCENT, "valign": "top"})
    table = sheet.table
    filters = (f"Výběr: {sentence}" for sentence in table.filters)
    above = (f"{day_of(table)}: {sums_of(table)}", *filters, NOT_READ_BACK)
    sheet.sheet.write_string(0, 0, _text(title_of(table)), title)
    for at, sentence in enumerate(above, 1):
        sheet.sheet.write_string(at, 0, _text(sentence), plain)
    top = len(above) + 1
    for at, column in enumerate(columns):
        sheet.sheet.write_string(top, at, column.heading, headings)
    return top


def _write_rows(sheet: Sheet, columns: Sequence[Column], rows: Sequence[TaskRow], top: int) -> None:
    for line, row in enumerate(rows, top + 1):
        looks = sheet.late if row.urgency is Urgency.OVERDUE else sheet.usual
        link = task_link(sheet.table, row) if line < _MOST_LINKS else ""
        for at, column in enumerate(columns):
            value = column.value(row, sheet.table)
            if column is MINUTES and 0 < len(link) < _LONGEST_LINK:
                _write_link(sheet.sheet, (line, at), link, _text(str(value)), looks.link)
            else:
                look = looks.word if column is LATENESS else looks.text
                _write_cell(sheet.sheet, (line, at), value, look, looks.day)


def _write_cell(
    sheet: Worksheet, place: tuple[int, int], value: Cell, look: Format, day: Format
) -> None:
    if isinstance(value, dt.date) and value >= _FIRST_DAY:
        sheet.write_datetime(*place, value, day)
    elif isinstance(value, dt.date):
        sheet.write_string(*place, format_date(value), look)
    elif value:
        sheet.write_string(*place, _text(value), look)
    else:
        sheet.write_blank(*place, None, look)


def _write_link(
    sheet: Worksheet, place: tuple[int, int], link: str, text: str, look: Format
) -> None:
    url = link if "://" in link else f"external:./{link}"
    sheet.write_url(*place, url, look, text)


def _set_up(sheet: Sheet, columns: Sequence[Column], top: int, rows: int) -> None:
    """Widths, a header that stays and filters, and paper: A4 on its side, as wide as the sheet."""
    own = sheet.sheet
    for at, column in enumerate(columns):
        own.set_column(at, at, column.width)
    own.freeze_panes(top + 1, 0)
    own.autofilter(top, 0, top + rows, len(columns) - 1)
    own.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    own.set_landscape()
    own.set_paper(_A4)
    own.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    own.fit_to_pages(1, 0)
    own.repeat_rows(top)
    own.set_footer(f"&L{day_of(sheet.table)}&RStrana &P z &N")


def _text(text: str) -> str:
    """The text as a cell can hold it; what is too long ends with an ellipsis.

    **Why** the last space: the library would put a text between these tags into the file as XML.
    """
    plain = one_line(text)
    if len(plain) > _LONGEST_TEXT:
        plain = f"{plain[:_LONGEST_TEXT]}…"
    is_markup = plain.startswith("<r>") and plain.endswith("</r>")
    return f"{plain} " if is_markup else plain
