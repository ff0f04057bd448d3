from dataclasses import replace

import pytest

from making import meeting_of
from zapis.engine.clashes import find_clashes
from zapis.engine.reading import ReadFile
from zapis.source import SourceFile


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
