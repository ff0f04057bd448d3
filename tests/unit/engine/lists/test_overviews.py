"""The lists of tasks that a build leaves in the output folder."""

import datetime as dt
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from html_page import Page
from making import TODAY, build_workspace, make_workspace
from zapis.engine.build import BuildRequest, BuildResult, build
from zapis.export.formats import EXPORTS
from zapis.workspace import open_workspace

IS_TRACKER = "je to seznam úkolů, do kterého se zapisuje, co je hotové"
MINUTES = """---
nazev: Porada
datum: 9. 4. 2026
---
- [ ] Objednat sál @„odbor kultury“ do 10. 4. 2026
- [x] Uzavřít smlouvu
- [ ] Zaslat podklady
"""


def make(root: Path, settings: str, **files: str) -> Path:
    """A workspace with these settings and one meeting in a folder."""
    return make_workspace(root, {"zapis.yaml": settings, "zapisy/a.md": MINUTES, **files})


def said(result: BuildResult) -> list[tuple[str, str, str, str | None]]:
    return [
        (report.source.path, item.code.id, item.message, item.cure)
        for report in result.reports
        for item in report.diagnostics
        if item.severity.value != "tip"
    ]


def tasks(root: Path) -> list[dict[str, Any]]:
    read = json.loads((root / "vystup/ukoly.json").read_text(encoding="utf-8"))
    found = read["tasks"]
    assert isinstance(found, list)
    return found


def overviews(root: Path) -> list[str]:
    return sorted(path.name for path in (root / "vystup").glob("ukoly.*"))


def test_nothing_is_written_unasked(tmp_path: Path):
    result = build_workspace(make(tmp_path, ""))
    assert (overviews(tmp_path), result.overviews) == ([], 0)


def test_every_format_that_is_asked_for_is_written_once(tmp_path: Path):
    make(tmp_path, f"prehledy: [{', '.join(EXPORTS)}]\n")
    first, second = build_workspace(tmp_path), build_workspace(tmp_path)
    names = sorted(f"ukoly.{name}" for name in EXPORTS)
    assert (overviews(tmp_path), said(first), said(second)) == (names, [], [])
    counts = [(len(own.written), len(own.unchanged), own.overviews) for own in (first, second)]
    assert counts == [(2 + 6, 0, 6), (0, 2 + 6, 6)]


def test_open_tasks_come_first_and_closed_ones_for_two_months(tmp_path: Path):
    make(tmp_path, "prehledy: json\n")
    build_workspace(tmp_path)
    shown = [(task["sentence"], task["status"]) for task in tasks(tmp_path)]
    build_workspace(tmp_path, dt.date(2026, 6, 9))
    later = [task["sentence"] for task in tasks(tmp_path)]
    assert (shown, later) == (
        [("Objednat sál", "open"), ("Zaslat podklady", "open"), ("Uzavřít smlouvu", "done")],
        ["Objednat sál", "Zaslat podklady"],
    )


def test_a_task_that_is_gone_is_not_shown(tmp_path: Path):
    make(tmp_path, "prehledy: json\n")
    build_workspace(tmp_path)
    make_workspace(tmp_path, {"zapisy/a.md": MINUTES.partition("- [x]")[0]})
    build_workspace(tmp_path)
    assert [task["sentence"] for task in tasks(tmp_path)] == ["Objednat sál"]


@pytest.mark.parametrize(
    ("header", "formats", "expected"),
    [
        ("", "[html, docx]", "zapisy/a.html#ukol_1"),
        ("", "docx", "zapisy/a.docx"),
        ("skryt: [Jan Novák]\n", "[html, docx]", "zapisy/a-uplne.html#ukol_1"),
    ],
)
def test_links_lead_to_the_documents(tmp_path: Path, header: str, formats: str, expected: str):
    make(tmp_path, f"prehledy: [html, json]\nformaty: {formats}\n")
    make_workspace(tmp_path, {"zapisy/a.md": MINUTES.replace("nazev", f"{header}nazev")})
    build_workspace(tmp_path)
    page = Page((tmp_path / "vystup/ukoly.html").read_text(encoding="utf-8"))
    target, _, anchor = expected.partition("#")
    document = tmp_path / "vystup" / target
    is_there = not anchor or anchor in Page(document.read_text(encoding="utf-8")).ids
    links = [link.attributes["href"] for link in page.find("a")]
    assert (expected in links, document.is_file(), is_there) == (True, True, True)


def test_the_document_of_another_version_is_not_linked(tmp_path: Path):
    make(tmp_path, "prehledy: json\n")
    build_workspace(tmp_path)
    make_workspace(tmp_path, {"zapisy/a.md": MINUTES.replace("nazev", "skryt: [Jan]\nnazev")})
    build_workspace(tmp_path)
    assert tasks(tmp_path)[0]["document"] == "zapisy/a-uplne.html#ukol_1"


def test_minutes_without_a_document_have_no_link(tmp_path: Path):
    make(tmp_path, "prehledy: json\n", **{"b.md": "---\nnazev: B\n---\nText.\n"})
    named = frozenset({"b.md"})
    build(open_workspace(tmp_path), BuildRequest(TODAY, paths=named, named=named))
    assert [task["document"] for task in tasks(tmp_path)] == [None, None, None]


def test_the_overviews_follow_the_output(tmp_path: Path):
    make(tmp_path, "prehledy: csv\n")
    build(open_workspace(tmp_path), BuildRequest(TODAY, output=tmp_path / "jinam"))
    assert ((tmp_path / "jinam/ukoly.csv").is_file(), overviews(tmp_path)) == (True, [])


def test_the_tracker_is_not_overwritten_where_the_output_is_the_workspace(tmp_path: Path):
    make(tmp_path, "prehledy: [md, csv]\nvystup: .\n")
    result = build_workspace(tmp_path)
    text = (tmp_path / "ukoly.md").read_text(encoding="utf-8")
    assert ("- [ ] #a/1" in text, (tmp_path / "ukoly.csv").is_file(), said(result)) == (
        True,
        True,
        [
            (
                "zapis.yaml",
                "Z510",
                f"přehled „ukoly.md“ nelze zapsat do složky výstupu: {IS_TRACKER}",
                "v souboru zapis.yaml zvolte jinou složku výstupu, třeba vystup: vystup",
            )
        ],
    )


def test_a_document_of_the_same_name_is_not_overwritten(tmp_path: Path):
    make(tmp_path, "prehledy: [html, csv]\n", **{"ukoly.txt": MINUTES})
    named = frozenset({"ukoly.txt"})
    result = build(open_workspace(tmp_path), BuildRequest(TODAY, named=named))
    page = Page((tmp_path / "vystup/ukoly.html").read_text(encoding="utf-8"))
    assert (page.words("h1") != ["Úkoly"], result.overviews, said(result)) == (
        True,
        1,
        [
            (
                "zapis.yaml",
                "Z510",
                "přehled „ukoly.html“ by přepsal dokument zápisu stejného jména",
                "soubor se zápisem přejmenujte",
            )
        ],
    )


def test_a_file_open_in_excel_is_named_and_the_others_are_written(tmp_path: Path):
    make(tmp_path, "prehledy: [xlsx, html]\n", **{"vystup/~$ukoly.xlsx": "\x04Jana"})
    (problem,) = said(build_workspace(tmp_path))
    place = (tmp_path / "vystup/ukoly.xlsx").as_posix()
    assert (overviews(tmp_path), problem[:3]) == (
        ["ukoly.html"],
        (
            "zapis.yaml",
            "Z507",
            f"soubor „{place}“ nelze zapsat: je otevřený v jiném programu (Excel, Jana)",
        ),
    )


@pytest.mark.parametrize("overwrite", [False, True])
def test_what_somebody_saved_in_excel_is_not_lost(tmp_path: Path, overwrite: bool):  # noqa: FBT001 - a case
    make(tmp_path, "prehledy: [xlsx, html]\n")
    build_workspace(tmp_path)
    book = load_workbook(tmp_path / "vystup/ukoly.xlsx")
    book["Úkoly"]["B5"] = "Poznámka od Jany"
    book.properties.lastModifiedBy = "Jana"  # as Excel does
    book.save(tmp_path / "vystup/ukoly.xlsx")
    request = BuildRequest(TODAY, overwrite=overwrite)
    problems = said(build(open_workspace(tmp_path), request))
    kept = load_workbook(tmp_path / "vystup/ukoly.xlsx")["Úkoly"]["B5"].value
    assert (kept == "Poznámka od Jany", [code for _, code, _, _ in problems]) == (
        not overwrite,
        [] if overwrite else ["Z514"],
    )


def test_a_missing_library_is_said_and_the_others_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delitem(sys.modules, "zapis.export.workbook", raising=False)
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    result = build_workspace(make(tmp_path, "prehledy: [xlsx, html]\n"))
    assert (overviews(tmp_path), result.meetings, said(result)) == (
        ["ukoly.html"],
        1,
        [
            (
                "zapis.yaml",
                "Z513",
                "pro sešit Excelu (xlsx) chybí knihovna XlsxWriter",
                'pip install "zapis-jednani[xlsx]"',
            )
        ],
    )


def test_a_broken_tracker_leaves_the_overviews_alone(tmp_path: Path):
    make(tmp_path, "prehledy: html\n")
    build_workspace(tmp_path)
    before = (tmp_path / "vystup/ukoly.html").read_bytes()
    make_workspace(tmp_path, {"ukoly.md": "# Úkoly\n\n<<<<<<< HEAD\n"})
    result = build_workspace(tmp_path, dt.date(2026, 5, 1))
    assert ((tmp_path / "vystup/ukoly.html").read_bytes(), result.overviews) == (before, 0)


def test_a_workbook_of_a_build_can_be_read(tmp_path: Path):
    build_workspace(make(tmp_path, "organizace: Město\nprehledy: xlsx\n"))
    book = load_workbook(tmp_path / "vystup/ukoly.xlsx")
    assert (book["Úkoly"]["A1"].value, book["Úkoly"].max_row) == ("Úkoly – Město", 4 + 3)
