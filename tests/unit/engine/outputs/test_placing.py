from pathlib import Path

import pytest

from zapis import codes
from zapis.engine.index.digests import digest, short_digest
from zapis.engine.index.documents import MadeOf
from zapis.engine.index.records import Record
from zapis.engine.index.stamps import stamp_of
from zapis.engine.making import Draft, Made
from zapis.engine.outputs.placing import Placed, Placer

BY_HAND = b"<!DOCTYPE html><p>Moje."
MADE_OF = MadeOf("text", "vyrez", "")


def made(folder: Path, **documents: bytes) -> Made:
    """A source with its documents as they are made before any is put in place."""
    record = Record("a.md", stamp_of(folder), True, digest(b""), stem="a")
    drafts = tuple(_draft(folder, name, data) for name, data in documents.items())
    return Made("a.md", "a.md", record, drafts)


def _draft(folder: Path, name: str, data: bytes) -> Draft:
    path = folder / f"a.{name}"
    if path.is_file() and path.read_bytes() == data:
        return Draft(name, short_digest(data), stamp=stamp_of(path))
    return Draft(name, short_digest(data), data)


def place(folder: Path, *, overwrite: bool = False, **documents: bytes) -> Placed:
    return Placer(folder, overwrite).place(made(folder, **documents), MADE_OF, None)


def test_one_foreign_file_keeps_both_documents_from_being_written(tmp_path: Path):
    (tmp_path / "a.html").write_bytes(BY_HAND)
    (problem,) = place(tmp_path, docx=b"1", html=b"2").problems
    assert (problem.code, [path.name for path in tmp_path.iterdir()]) == (
        codes.FOREIGN_OUTPUT,
        ["a.html"],
    )


def test_a_foreign_file_with_the_same_bytes_does_no_harm(tmp_path: Path):
    (tmp_path / "a.html").write_bytes(BY_HAND)
    placed = place(tmp_path, html=BY_HAND)
    assert (placed.written, placed.kept, placed.problems) == ((), ("a.html",), ())


def test_only_what_differs_is_written(tmp_path: Path):
    first = place(tmp_path, docx=b"1", html=b"2")
    again = place(tmp_path, overwrite=True, docx=b"3", html=b"2")
    assert (first.written, again.written, again.kept) == (
        ("a.docx", "a.html"),
        ("a.docx",),
        ("a.html",),
    )


@pytest.mark.parametrize("overwrite", [False, True])
def test_an_error_of_the_disk_says_why(tmp_path: Path, *, overwrite: bool):
    (tmp_path / "a.html").mkdir()
    (problem,) = place(tmp_path, overwrite=overwrite, html=b"1").problems
    assert "na jeho místě je složka" in problem.message
