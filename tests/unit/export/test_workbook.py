"""The workbook read back: sheets, days that are days, marks of lateness, texts that stay texts."""

import datetime as dt
import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from openxml_audit import OpenXmlValidator

from export_cases import EMPTY, TABLE, row, table_of
from zapis.czech.deadlines import Deadline
from zapis.export.formats import export
from zapis.export.table import TaskTable
from zapis.export.wording import NOT_READ_BACK

# The title, the day, one sentence on the selection and the note stand above it.
HEADER = 5


def read(table: TaskTable) -> Workbook:
    return load_workbook(io.BytesIO(export("xlsx", table)))


def sheet_of(table: TaskTable, name: str = "Úkoly") -> Worksheet:
    return read(table)[name]


def lines(sheet: Worksheet, header: int = HEADER) -> list[dict[str, object]]:
    names = [cell.value for cell in sheet[header]]
    return [
        {str(name): cell.value for name, cell in zip(names, line, strict=True)}
        for line in sheet.iter_rows(min_row=header + 1)
    ]


def column(sheet: Worksheet, name: str, header: int = HEADER) -> list[Cell]:
    at = [cell.value for cell in sheet[header]].index(name)
    return [line[at] for line in sheet.iter_rows(min_row=header + 1)]


def test_there_are_two_sheets():
    assert read(TABLE).sheetnames == ["Úkoly", "Po lidech"]


def test_the_top_says_what_it_is_and_that_changes_are_not_read():
    sheet = sheet_of(TABLE)
    assert [sheet.cell(at, 1).value for at in range(1, HEADER)] == [
        "Úkoly – Město Horní Bělá",
        "Stav ke dni 13. 4. 2026: 7 otevřených úkolů, z toho 2 po termínu; 2 uzavřené",
        "Výběr: do konce března = do 31. 3. 2026",
        NOT_READ_BACK,
    ]


def test_a_task_is_a_row():
    assert lines(sheet_of(TABLE))[0] == {
        "Číslo": "BC-2026-01-23/1",
        "Úkol": "Zaslat nápady na vzdělávací akce",
        "Zodpovídá": "Eva Horáková, Petr Cháb",
        "Termín": dt.datetime(2026, 3, 20),  # noqa: DTZ001 - a day has no zone
        "Termín slovy": None,
        "Zpoždění": "po termínu o 24 dní",
        "Stav": "otevřeno",
        "Poznámka": "11. 2. 2026: čeká se na potvrzení; lektor, \\ snad",
        "Jednání": "Pracovní skupina Bezpečná čtvrť",
        "Uloženo": dt.datetime(2026, 1, 23),  # noqa: DTZ001 - a day has no zone
        "Uzavřeno": None,
        "Zápis": "zapisy/2026-01-23-bc.md",
    }


def test_a_row_of_the_second_sheet_is_a_task_of_a_person_in_czech_order():
    found = lines(sheet_of(TABLE, "Po lidech"))
    assert [(line["Kdo"], str(line["Číslo"]).rpartition("/")[2]) for line in found] == [
        ("Alena Říhová", "4"),
        ("členové skupiny", "5"),
        ("Eva Horáková", "1"),
        ("odbor kultury", "3"),
        ("Petr Cháb", "1"),
        ("Petr Cháb", "7"),
        ("Petr Cháb", "6"),
        ("Petr Cháb", "8"),
        ("nepřiděleno", "2"),
        ("nepřiděleno", "9"),
    ]


@pytest.mark.parametrize("name", ["Úkoly", "Po lidech"])
def test_a_sheet_filters_stays_and_prints(name: str):
    sheet = sheet_of(TABLE, name)
    page = sheet.page_setup
    last = sheet.cell(sheet.max_row, sheet.max_column).coordinate
    assert {
        "filter": sheet.auto_filter.ref,
        "frozen": sheet.freeze_panes,
        "repeated": sheet.print_title_rows,
        "paper": (page.orientation, page.paperSize),
        "fits": (sheet.sheet_properties.pageSetUpPr.fitToPage, page.fitToHeight),
    } == {
        "filter": f"A{HEADER}:{last}",
        "frozen": f"A{HEADER + 1}",
        "repeated": f"${HEADER}:${HEADER}",
        "paper": ("landscape", 9),
        "fits": (True, 0),
    }


def test_late_rows_are_marked_by_colour_and_words():
    sheet = sheet_of(TABLE)
    marks = [(cell.value, cell.fill.fgColor.rgb) for cell in column(sheet, "Zpoždění")]
    paper = "FFFBEDE9"
    assert marks == [
        ("po termínu o 24 dní", paper),
        ("po termínu o 1 den", paper),
        *[(None, "00000000")] * 7,
    ]


def test_days_are_shown_the_czech_way_and_sentences_wrap():
    sheet = sheet_of(TABLE)
    day, sentence = column(sheet, "Termín")[0], column(sheet, "Úkol")[0]
    assert (day.number_format, sentence.alignment.wrap_text) == ("d. m. yyyy", True)


def test_minutes_lead_to_the_task_in_its_document():
    links = [cell.hyperlink for cell in column(sheet_of(TABLE), "Zápis")]
    first = links[0]
    assert (first.target.replace("\\", "/"), first.location, len(links)) == (
        "zapisy/2026-01-23-bc.html",
        "ukol_1",
        len(TABLE.rows),
    )


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("../výstup/a b.docx", "../v%C3%BDstup/a%20b.docx"),
        ("x", "x"),
        ("https://example.cz/a.docx", "https://example.cz/a.docx"),
        ("a" * 3000, None),
    ],
)
def test_links_of_any_kind(link: str, expected: str | None):
    links = {"zapisy/2026-01-23-bc.md": link}
    (cell,) = column(sheet_of(table_of(row(1, "Úkol"), links=links), "Úkoly"), "Zápis", 4)
    target = cell.hyperlink.target.replace("\\", "/") if cell.hyperlink else None
    assert (cell.value, target) == ("zapisy/2026-01-23-bc.md", expected)


def test_without_a_document_there_is_no_link():
    (cell,) = column(sheet_of(table_of(row(1, "Úkol"))), "Zápis", 4)
    assert cell.hyperlink is None


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        '=HYPERLINK("http://a";"b")',
        "+420",
        "-1",
        "@A1",
        "{=1}",
        "123",
        "http://example.cz",
        "mailto:a@b.cz",
        "internal:Sheet!A1",
        "<t>x</t>",
        "TRUE",
        "1.5.2026",
    ],
)
def test_text_stays_text(text: str):
    task = row(1, text, text, section=text)
    book = read(table_of(task, organization=text, filters=(text,)))
    cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line]
    found = [cell for cell in cells if cell.value == text]
    assert (len(found), {cell.data_type for cell in found}) == (6, {"s"})
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}


def test_text_that_looks_like_the_inside_of_the_file_stays_text():
    attack = "<r><t>x</t></r><r><t>=1</t></r>"
    (cell,) = column(sheet_of(table_of(row(1, attack))), "Úkol", 4)
    assert cell.value.rstrip() == attack


def test_a_text_too_long_for_a_cell_is_cut_and_says_so():
    (cell,) = column(sheet_of(table_of(row(1, "slovo " * 10_000))), "Úkol", 4)
    assert (len(cell.value) < 32_767, cell.value[-1]) == (True, "…")


def test_a_day_that_excel_does_not_know_is_written_in_words():
    deadline = Deadline("x", due=dt.date(1026, 3, 20))
    (cell,) = column(sheet_of(table_of(row(1, "Úkol", deadline=deadline))), "Termín", 4)
    assert cell.value == "20. 3. 1026"


def test_properties_know_the_day_and_no_clock():
    found = read(TABLE).properties
    day = dt.datetime(2026, 4, 13)  # noqa: DTZ001 - so it is read back
    assert (found.title, found.lastModifiedBy, found.created, found.modified) == (
        "Úkoly – Město Horní Bělá, stav ke dni 13. 4. 2026",
        "zapis",
        day,
        day,
    )


@pytest.mark.parametrize("table", [TABLE, EMPTY], ids=["full", "empty"])
def test_the_file_is_sound(table: TaskTable, tmp_path: Path):
    (tmp_path / "ukoly.xlsx").write_bytes(export("xlsx", table))
    assert OpenXmlValidator().validate(tmp_path / "ukoly.xlsx").errors == []


def test_the_archive_has_no_time():
    with zipfile.ZipFile(io.BytesIO(export("xlsx", TABLE))) as archive:
        assert {item.date_time for item in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_list_without_tasks_has_its_headings():
    sheet = sheet_of(EMPTY)
    assert (sheet.max_row, sheet["A4"].value, sheet.auto_filter.ref) == (4, "Číslo", "A4:L4")
