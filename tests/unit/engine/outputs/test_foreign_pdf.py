"""A PDF that zapis made may be written anew; one that somebody else made or saved may not."""

from pathlib import Path

import pytest

from pdf_reading import needs_pdf, pdf_of
from zapis.engine.outputs.foreign import is_foreign

pytestmark = needs_pdf


@pytest.fixture(scope="module")
def own() -> bytes:
    return pdf_of("Text.")


def foreign(folder: Path, data: bytes) -> bool:
    path = folder / "a.pdf"
    path.write_bytes(data)
    return is_foreign(path)


def test_our_own_is_not_foreign(tmp_path: Path, own: bytes):
    assert not foreign(tmp_path, own)


def test_a_long_title_does_not_hide_the_mark(tmp_path: Path):
    assert not foreign(tmp_path, pdf_of("Text.", f"nazev: {'žluťoučký' * 400}"))


def test_what_somebody_added_to_makes_it_foreign(tmp_path: Path, own: bytes):
    """Programs that fill in or comment a PDF write their part behind its end."""
    assert foreign(tmp_path, own + b"\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n")


def test_what_another_program_saved_is_foreign(tmp_path: Path, own: bytes):
    saved = own.replace(b'<x:xmpmeta xmlns:x="adobe:ns:meta/">', b'<x:xmpmeta x:xmptk="Jiny">')
    assert foreign(tmp_path, saved)


@pytest.mark.parametrize("data", [b"%PDF-1.7\n%%EOF\n", b"%PDF-", b"zapis", b"\0" * 1000])
def test_all_else_is_foreign(tmp_path: Path, data: bytes):
    assert foreign(tmp_path, data)
