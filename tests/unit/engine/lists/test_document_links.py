"""Where the document of minutes is, seen from a list of tasks."""

import os
from pathlib import Path

import pytest

from making import make_workspace
from zapis.engine.lists.document_links import link_documents

FILES = (
    "vystup/a.html",
    "vystup/a.docx",
    "vystup/zápisy/b 1.docx",
    "vystup/c-uplne.html",
    "x.html",
)
ODD = ("", "..", "../x.md", "/etc/passwd", "neni.md", ".", "a\0.md", "x" * 300)


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ("vystup", ["a.html", "z%C3%A1pisy/b%201.docx", "c-uplne.html"]),
        (".", ["vystup/a.html", "vystup/z%C3%A1pisy/b%201.docx", "vystup/c-uplne.html"]),
        ("jinam/2026", ["a.html", "z%C3%A1pisy/b%201.docx", "c-uplne.html"]),
    ],
)
def test_links_lead_from_the_folder_of_the_list(tmp_path: Path, folder: str, expected: list[str]):
    make_workspace(tmp_path, dict.fromkeys(FILES, ""))
    back = "../../vystup/" if folder.startswith("jinam") else ""
    paths = ("a.md", "zápisy/b 1.md", "c.md", *ODD)
    links = link_documents(tmp_path / "vystup", tmp_path / folder, paths)
    assert dict(links) == {
        path: f"{back}{link}"
        for path, link in zip(("a.md", "zápisy/b 1.md", "c.md"), expected, strict=True)
    }


@pytest.mark.parametrize("newer", ["a.html", "a-uplne.html"])
def test_of_two_versions_the_newer_is_linked(tmp_path: Path, newer: str):
    for name in ("a.html", "a-uplne.html", "a.docx"):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (2_000, 2_000) if name == newer else (1_000, 1_000))
    assert dict(link_documents(tmp_path, tmp_path, ["a.md"])) == {"a.md": newer}
