"""Whole documents compared with what is kept in `golden/`; `--obnovit` writes that anew."""

import shutil
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from difflib import unified_diff
from pathlib import Path
from types import MappingProxyType

import pytest

from built_documents import BuiltDocument, BuiltWorkspaces
from examples import contents
from golden_text import Pictures, package_texts, page_text
from printed_pages import WHY_NO_PDF, one_font, pages_text

KEPT = Path(__file__).parent / "golden" / "dokumenty"
# A document with nothing in it is kept whole, of all others what differs from it.
BARE = "torture/zapisy/2026-04-09-prazdny"
_LONGEST_DIFFERENCE = 40
_MOST_DIFFERENCES = 8

Texts = Callable[[BuiltDocument, BuiltWorkspaces], dict[str, str]]


def html_texts(document: BuiltDocument, built: BuiltWorkspaces) -> dict[str, str]:
    pictures = Pictures(built.pictures(document.workspace))
    return {".html": page_text(document.html, pictures)}


def word_texts(document: BuiltDocument, built: BuiltWorkspaces) -> dict[str, str]:
    bare = b"" if document.name == BARE else built[BARE].path("docx").read_bytes()
    pictures = Pictures(built.pictures(document.workspace))
    parts = package_texts(document.path("docx").read_bytes(), bare, pictures)
    return {f".docx/{name}": text for name, text in parts.items()}


def pdf_texts(document: BuiltDocument, _: BuiltWorkspaces) -> dict[str, str]:
    return {".pdf.txt": pages_text(document.view)}


KINDS: Mapping[str, Texts] = MappingProxyType(
    {".html": html_texts, ".docx": word_texts, ".pdf": pdf_texts}
)
needs_pdf = pytest.mark.skipif(bool(WHY_NO_PDF), reason=WHY_NO_PDF)


def is_of_kind(path: str, kind: str) -> bool:
    return path.endswith((kind, f"{kind}.txt")) or f"{kind}/" in path


@pytest.fixture(scope="module", params=[".html", ".docx", pytest.param(".pdf", marks=needs_pdf)])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def made(kind: str, built: BuiltWorkspaces) -> dict[str, str]:
    """The texts of all documents of a kind by their paths below `KEPT`."""
    with one_font() if kind == ".pdf" else nullcontext():
        return {
            document.name + ending: text
            for document in built.documents
            for ending, text in KINDS[kind](document, built).items()
        }


@pytest.fixture(scope="module")
def kept(kind: str, made: dict[str, str], request: pytest.FixtureRequest) -> dict[str, str]:
    """The texts of a kind that were kept, written anew where that was asked for."""
    if request.config.getoption("--obnovit"):
        write_anew(kind, made)
    found = {path: data.decode() for path, data in contents(KEPT).items()}
    return {path: text for path, text in found.items() if is_of_kind(path, kind)}


def write_anew(kind: str, made: dict[str, str]) -> None:
    for path in KEPT.rglob(f"*{kind}"):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    for path in KEPT.rglob(f"*{kind}.txt"):
        path.unlink()
    for path, text in made.items():
        (KEPT / path).parent.mkdir(parents=True, exist_ok=True)
        (KEPT / path).write_text(text, encoding="utf-8", newline="\n")


def test_every_document_is_kept_and_nothing_else(made: dict[str, str], kept: dict[str, str]):
    """A missing file means a new document, a superfluous one a document that is no longer made."""
    missing, orphans = made.keys() - kept.keys(), kept.keys() - made.keys()
    assert (sorted(missing), sorted(orphans)) == ([], [])


def test_all_documents_are_as_they_were(made: dict[str, str], kept: dict[str, str]):
    changed = [path for path in sorted(made.keys() & kept.keys()) if made[path] != kept[path]]
    differences = "\n".join(
        difference(kept[path], made[path], path) for path in changed[:_MOST_DIFFERENCES]
    )
    assert changed == [], f"pytest tests/test_golden.py --obnovit je zapíše\n{differences}"


def test_nothing_is_kept_but_documents():
    strange = [path for path in contents(KEPT) if not any(is_of_kind(path, k) for k in KINDS)]
    assert strange == []


def difference(old: str, new: str, path: str) -> str:
    """The first lines of a diff."""
    lines = unified_diff(old.splitlines(), new.splitlines(), path, path, lineterm="", n=1)
    return "\n".join([*lines][:_LONGEST_DIFFERENCE])
