"""A file that somebody has open is told by what their program leaves beside it."""

import errno
from pathlib import Path

import pytest

from zapis.files import OpenedError, WriteError, opened_by, write_export


def office_mark(name: str, *, word: bool = False) -> bytes:
    """The owner file of Excel (165 bytes) or Word (162): the name in two encodings."""
    width = 53 if word else 54
    narrow = bytes((len(name),)) + name.encode("cp1250").ljust(width)
    return narrow + len(name).to_bytes(2, "little") + name.ljust(width).encode("utf-16-le")


@pytest.mark.parametrize(
    ("file", "mark", "content", "expected"),
    [
        ("ukoly.xlsx", "~$ukoly.xlsx", office_mark("Jana Malá"), "Excel, Jana Malá"),
        ("ukoly.xlsx", "~$ukoly.xlsx", b"\x09Jana Mal\xe1   ", "Excel, Jana Malá"),
        ("ukoly.xlsx", "~$ukoly.xlsx", b"", "Excel"),
        ("ukoly.xlsx", "~$ukoly.xlsx", b"\xff\xff\xff", "Excel, ˙˙"),
        ("ukoly.xlsx", "~$ukoly.xlsx", b"\x03a\x1b[", "Excel, a["),
        (
            "ukoly.xlsx",
            ".~lock.ukoly.xlsx#",
            "Jana Malá,jana,pc,13.04.2026 10:00,file:///home/jana;".encode(),
            "LibreOffice, Jana Malá",
        ),
        ("ukoly.csv", ".~lock.ukoly.csv#", b",jana,pc,13.04.2026 10:00,x;", "LibreOffice, jana"),
        ("ukoly.csv", ".~lock.ukoly.csv#", b"", "LibreOffice"),
        ("zápis.docx", "~$zápis.docx", office_mark("Jana", word=True), "Word, Jana"),
        ("zápis12.docx", "~$ápis12.docx", office_mark("Jana", word=True), "Word, Jana"),
        ("zápis z porady.docx", "~$pis z porady.docx", office_mark("A", word=True), "Word, A"),
        ("ukoly.xlsx", "~$jine.xlsx", office_mark("Jana"), None),
    ],
)
def test_who_has_a_file_open(
    tmp_path: Path, file: str, mark: str, content: bytes, expected: str | None
):
    (tmp_path / mark).write_bytes(content)
    assert opened_by(tmp_path / file) == expected


@pytest.mark.parametrize("name", ["ukoly.xlsx", "neni/ukoly.xlsx", "x" * 300, "a\0b"])
def test_without_a_mark_nobody_has_it_open(tmp_path: Path, name: str):
    assert opened_by(tmp_path / name) is None


def test_a_folder_is_no_mark(tmp_path: Path):
    (tmp_path / "~$ukoly.xlsx").mkdir()
    assert opened_by(tmp_path / "ukoly.xlsx") is None


def test_an_open_file_is_left_alone_and_it_is_said_who_has_it(tmp_path: Path):
    target = tmp_path / "ukoly.xlsx"
    target.write_bytes(b"old")
    (tmp_path / "~$ukoly.xlsx").write_bytes(office_mark("Jana Malá"))
    with pytest.raises(OpenedError) as caught:
        write_export(target, b"new")
    file, program = target.as_posix(), "Excel, Jana Malá"
    assert (target.read_bytes(), str(caught.value), caught.value.cure.split("; ")) == (
        b"old",
        f"soubor „{file}“ nelze zapsat: je otevřený v jiném programu ({program})",
        [
            "zavřete ho a spusťte příkaz znovu",
            "jestli ho nikdo otevřený nemá, smažte soubor ~$ukoly.xlsx",
        ],
    )


def test_an_open_file_with_the_same_content_is_no_problem(tmp_path: Path):
    target = tmp_path / "ukoly.xlsx"
    target.write_bytes(b"same")
    (tmp_path / "~$ukoly.xlsx").write_bytes(b"")
    assert write_export(target, b"same") is False


def test_a_file_is_written_once(tmp_path: Path):
    target = tmp_path / "nova" / "ukoly.csv"
    assert [write_export(target, data) for data in (b"a", b"a", b"b")] == [True, False, True]


def test_a_refusal_of_the_system_is_explained_by_whoever_opened_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """The mark may appear between the first look and the replacement."""

    def refuse(*_: object) -> None:
        (tmp_path / "~$ukoly.xlsx").write_bytes(b"")
        raise PermissionError(errno.EACCES, "")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OpenedError, match=r"je otevřený v jiném programu \(Excel\)"):
        write_export(tmp_path / "ukoly.xlsx", b"new")


def test_another_refusal_keeps_its_reason(tmp_path: Path):
    (tmp_path / "ukoly.xlsx").mkdir()
    with pytest.raises(WriteError, match="na jeho místě je složka"):
        write_export(tmp_path / "ukoly.xlsx", b"new")
