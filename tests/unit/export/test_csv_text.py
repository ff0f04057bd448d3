"""CSV that Czech Excel opens by a double click, and that is no way in for formulas."""

import csv
import io

import pytest

from export_cases import TABLE, row, table_of
from zapis.export.csv_text import defuse
from zapis.export.formats import export
from zapis.export.table import TaskTable


def read(table: TaskTable) -> list[dict[str, str]]:
    text = export("csv", table).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def test_bytes_are_what_czech_excel_expects():
    data = export("csv", TABLE)
    lines = data.split(b"\r\n")
    assert (data[:3], len(lines), b"\n" in b"".join(lines)) == (
        b"\xef\xbb\xbf",
        len(TABLE.rows) + 2,
        False,
    )


def test_a_task_is_a_line_with_days_as_excel_reads_them():
    assert read(TABLE)[0] == {
        "Číslo": "BC-2026-01-23/1",
        "Úkol": "Zaslat nápady na vzdělávací akce",
        "Zodpovídá": "Eva Horáková, Petr Cháb",
        "Termín": "20. 3. 2026",
        "Termín slovy": "",
        "Zpoždění": "po termínu o 24 dní",
        "Stav": "otevřeno",
        "Poznámka": "11. 2. 2026: čeká se na potvrzení; lektor, \\ snad",
        "Jednání": "Pracovní skupina Bezpečná čtvrť",
        "Uloženo": "23. 1. 2026",
        "Uzavřeno": "",
        "Zápis": "zapisy/2026-01-23-bc.md",
    }


def test_deadlines_have_a_day_words_or_both():
    found = [(line["Termín"], line["Termín slovy"]) for line in read(TABLE)]
    assert found == [
        ("20. 3. 2026", ""),
        ("12. 4. 2026", ""),
        ("17. 4. 2026", ""),
        ("15. 5. 2026", "do příště"),
        ("", "2× do roka"),
        ("", "v následujícím období"),
        ("31. 5. 2026", "od 1. 5. do 31. 5. 2026"),
        ("", ""),
        ("", ""),
    ]


def test_lateness_is_said_in_words():
    found = [line["Zpoždění"] for line in read(TABLE)]
    assert found == ["po termínu o 24 dní", "po termínu o 1 den", *[""] * 7]


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+420 777",
        "-5",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "  =1",
        "\xa0=1",
        "\u200b=1",
        '"=1',
        "„=1“",
        "'=1",
        "\ufeff=1",
        "＝1",
        "＋1",
        "－1",
        "＠A1",
        "﹦1",
        "\ttext",
    ],
)
def test_what_looks_like_a_formula_is_made_text(text: str):
    assert defuse(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Úkol", "a=1", "– pomlčka", "3 + 4", "(=1)", "1-2", "e@x.cz"])
def test_what_looks_like_none_is_left_alone(text: str):
    assert defuse(text) == text


def test_every_field_of_a_person_is_made_text():
    (line,) = read(table_of(row(1, "=cmd|' /C calc'!A0", "@ja", "+ty", section="-s", path="=a.md")))
    found = [line[name] for name in ("Úkol", "Zodpovídá", "Jednání", "Zápis")]
    assert found == ["'=cmd|' /C calc'!A0", "'@ja, +ty", "'-s", "'=a.md"]


def test_a_field_with_separators_and_quotes_stays_one():
    (line,) = read(table_of(row(1, 'Pozvat "Kotvu"; a =1\r\ndruhý řádek')))
    assert line["Úkol"] == 'Pozvat "Kotvu"; a =1 druhý řádek'
