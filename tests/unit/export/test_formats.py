"""Which exports there are, and what holds for all of them."""

import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from export_cases import EMPTY, TABLE
from zapis.assemble.settings import assemble_settings
from zapis.export.formats import EXPORTS, MissingLibrary, export, format_of
from zapis.parse.yaml_nodes import read_yaml
from zapis.source import SourceFile

ALL = pytest.mark.parametrize("name", EXPORTS)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("ukoly.xlsx", "xlsx"),
        ("Úkoly.XLSX", "xlsx"),
        ("a.b/ukoly.htm", "html"),
        ("ukoly.markdown", "md"),
        ("ukoly.ics", "ics"),
        ("ukoly.json", "json"),
        ("ukoly.csv", "csv"),
        ("ukoly.xls", None),
        ("ukoly", None),
        (".csv", None),
    ],
)
def test_the_ending_tells_the_format(path: str, expected: str | None):
    assert format_of(Path(path)) == expected


@ALL
def test_the_same_list_gives_the_same_bytes(name: str):
    assert export(name, TABLE) == export(name, replace(TABLE, rows=tuple(TABLE.rows)))


@ALL
def test_a_list_without_tasks_is_a_file_too(name: str):
    assert len(export(name, EMPTY)) > 0


@ALL
def test_words_of_the_command_line_that_are_no_characters_are_exported(name: str):
    broken = replace(TABLE, organization="Měs\udcffto", filters=("hledá se \udcff",))
    assert len(export(name, broken)) > 0


@ALL
def test_the_settings_know_every_export(name: str):
    source = SourceFile("zapis.yaml", f"prehledy: {name}\n")
    assert assemble_settings(read_yaml(source.whole).value).value.overviews == (name,)


def test_the_settings_know_no_other():
    source = SourceFile("zapis.yaml", "prehledy: neni\n")
    (problem,) = assemble_settings(read_yaml(source.whole).value).diagnostics
    assert set((problem.cure or "").split(", ")) == set(EXPORTS)


def test_a_missing_library_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delitem(sys.modules, "zapis.export.workbook", raising=False)
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(MissingLibrary) as caught:
        export("xlsx", TABLE)
    assert (str(caught.value), caught.value.cure) == (
        "pro sešit Excelu (xlsx) chybí knihovna XlsxWriter",
        'pip install "zapis-jednani[xlsx]"',
    )
