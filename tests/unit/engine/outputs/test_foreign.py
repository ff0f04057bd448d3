"""A file that zapis did not write is never overwritten by a document."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from command_line import run
from making import meeting_of
from zapis.engine.outputs.foreign import is_foreign
from zapis.pipeline import make_documents

MINUTES = "---\nnazev: Porada\ndatum: 9. 4. 2026\n---\nText.\n"
OTHERS = MINUTES.replace("Text", "Jiný text")
BY_HAND = b"<html><head><title>Porada</title></head><body>napsala Jana</body></html>"


def _package(parts: dict[str, str]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return stream.getvalue()


OF_WORD = _package(
    {
        "docProps/app.xml": "<Application>Microsoft Office Word</Application>",
        "docProps/core.xml": "<c>zapis</c><cp:lastModifiedBy>Jana</cp:lastModifiedBy>",
    }
)
FOREIGN = [
    ("a.docx", OF_WORD),
    ("a.docx", _package({"mimetype": "x"})),
    ("a.docx", "není to dokument".encode()),
    ("a.docx", OF_WORD[:60]),
    ("a.html", BY_HAND),
    ("A.HTML", BY_HAND),
    ("a.html", b"\xff\xfe\x00"),
]


@pytest.mark.parametrize(("name", "data"), FOREIGN, ids=range(len(FOREIGN)))
def test_what_another_program_wrote_is_foreign(tmp_path: Path, name: str, data: bytes):
    (tmp_path / name).write_bytes(data)
    assert is_foreign(tmp_path / name)


@pytest.mark.parametrize("ending", ["html", "docx"])
def test_what_zapis_wrote_is_not(tmp_path: Path, ending: str):
    made = make_documents(meeting_of("Text."), (ending,), {}, "")
    (tmp_path / f"a.{ending}").write_bytes(made[ending])
    assert not is_foreign(tmp_path / f"a.{ending}")


def test_neither_is_an_empty_file_or_none(tmp_path: Path):
    (tmp_path / "a.docx").touch()
    assert [is_foreign(tmp_path / name) for name in ("a.docx", "b.docx")] == [False, False]


def test_build_says_what_is_in_the_way_and_how_to_go_on(tmp_path: Path):
    (tmp_path / "porada.md").write_text(MINUTES, encoding="utf-8")
    (tmp_path / "porada.docx").write_bytes(OF_WORD)
    ran = run(tmp_path, "build", "porada.md")
    assert (ran.code, "Z514" in ran.err, "--prepsat" in ran.err) == (1, True, True)
    assert (tmp_path / "porada.docx").read_bytes() == OF_WORD
    assert not (tmp_path / "porada.html").exists()


@pytest.mark.parametrize("option", ["--prepsat", "--přepsat"])
def test_build_overwrites_where_it_is_told_to(tmp_path: Path, option: str):
    (tmp_path / "porada.md").write_text(MINUTES, encoding="utf-8")
    (tmp_path / "porada.docx").write_bytes(OF_WORD)
    ran = run(tmp_path, "build", "porada.md", option)
    assert (ran.code, is_foreign(tmp_path / "porada.docx")) == (0, False)


def test_its_own_documents_are_renewed_without_asking(tmp_path: Path):
    (tmp_path / "porada.md").write_text(MINUTES, encoding="utf-8")
    run(tmp_path, "build", "porada.md")
    (tmp_path / "porada.md").write_text(OTHERS, encoding="utf-8")
    ran = run(tmp_path, "build", "porada.md")
    assert (ran.code, "Jiný text" in (tmp_path / "porada.html").read_text("utf-8")) == (0, True)


def test_in_a_workspace_the_other_minutes_are_made(tmp_path: Path):
    (tmp_path / "zapis.yaml").touch()
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(MINUTES, encoding="utf-8")
    (tmp_path / "vystup").mkdir()
    (tmp_path / "vystup/a.html").write_bytes(BY_HAND)
    ran = run(tmp_path, "build")
    made = sorted(path.name for path in (tmp_path / "vystup").iterdir())
    assert (ran.code, made) == (1, ["a.html", "b.docx", "b.html"])
