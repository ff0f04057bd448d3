from pathlib import Path

import pytest
from msgspec.structs import replace

from making import meeting_of
from zapis.engine.outputs.clashes import find_clashes, find_overwritten
from zapis.engine.reading import ReadFile
from zapis.model.settings import Settings
from zapis.source import SourceFile, Span
from zapis.workspace import Workspace


def make(path: str, *, restricted: bool = False, read: bool = True) -> ReadFile:
    meeting = replace(meeting_of("Text."), path=path, restricted=restricted)
    return ReadFile(SourceFile(path, ""), meeting if read else None, ())


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ((make("a.md"), make("b.md")), []),
        ((make("a.md"), make("A.md")), ["A.md"]),
        ((make("a.md"), make("x/a.md")), []),
        ((make("a-uplne.md"), make("a.md", restricted=True)), ["a.md"]),
        ((make("a.md", read=False), make("A.md")), []),
    ],
)
def test_only_the_first_takes_a_name(files: tuple[ReadFile, ...], expected: list[str]):
    assert [file.path for file in find_clashes(files) if file.report.failed] == expected


def test_the_error_names_the_other_file():
    _, second = find_clashes((make("Porada.md"), make("porada.md")))
    assert [(item.message, item.cure) for item in second.report.diagnostics] == [
        ("dokument „porada“ vzniká už ze souboru „Porada.md“", "jeden ze souborů přejmenujte")
    ]


@pytest.mark.parametrize(
    ("files", "output", "expected"),
    [
        ((make("a.md"), make("b.md")), "", []),
        ((make("a.html"),), "", ["a.html"]),
        ((make("x/A.HTML"),), "", ["x/A.HTML"]),
        ((make("a.docx"),), "", []),
        ((make("a.html"),), "vystup", []),
        ((make("a.html"),), "vystup/..", ["a.html"]),
        ((make("a.md"), make("a-uplne.html", read=False)), "", []),
        ((make("a.md", restricted=True), make("a-uplne.html", read=False)), "", ["a.md"]),
        ((make("a.html", read=False),), "", []),
    ],
)
def test_no_document_overwrites_minutes(
    files: tuple[ReadFile, ...], output: str, expected: list[str], tmp_path: Path
):
    workspace = Workspace(tmp_path, Settings(), single=True)
    checked = find_overwritten(files, workspace, tmp_path / output, ("html",))
    assert [file.path for file in checked if file.report.diagnostics] == expected


def test_the_error_says_how_to_name_the_minutes(tmp_path: Path):
    workspace = Workspace(tmp_path, Settings(), single=True)
    (checked,) = find_overwritten((make("x/porada.html"),), workspace, tmp_path, ("html",))
    assert [(item.message, item.span, item.cure) for item in checked.report.diagnostics] == [
        ("dokument by přepsal zápis „x/porada.html“", Span(0, 0), "zápis přejmenujte: porada.md")
    ]
