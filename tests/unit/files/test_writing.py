"""A file is replaced whole or not at all, and what prevented it is a Czech sentence."""

import errno
import os
from pathlib import Path

import pytest

from zapis.files import WriteError, write_atomic, write_if_changed


def listing(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


@pytest.mark.parametrize("durable", [False, True])
def test_a_file_is_replaced_and_nothing_else_stays(tmp_path: Path, durable: bool):  # noqa: FBT001
    target = tmp_path / "vystup" / "zapisy" / "x.html"
    write_atomic(target, "první".encode(), durable=durable)
    write_atomic(target, "druhý".encode(), durable=durable)
    files = ["vystup", "vystup/zapisy", "vystup/zapisy/x.html"]
    assert (target.read_text("utf-8"), listing(tmp_path)) == ("druhý", files)


def test_a_durable_file_is_synchronised_with_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    kinds: list[bool] = []
    monkeypatch.setattr(os, "fsync", lambda handle: kinds.append(_is_folder(handle)))
    write_atomic(tmp_path / "a", b"1")
    write_atomic(tmp_path / "b", b"2", durable=True)
    assert kinds == ([False] if os.name == "nt" else [False, True])


def _is_folder(handle: int) -> bool:
    return os.fstat(handle).st_mode & 0o170000 == 0o040000


def test_a_name_as_long_as_names_can_be_is_written(tmp_path: Path):
    target = tmp_path / ("ž" * 120 + ".html")
    write_atomic(target, b"x")
    assert target.read_bytes() == b"x"


def test_equal_content_is_not_written_again(tmp_path: Path):
    target = tmp_path / "x"
    written = [write_if_changed(target, data) for data in (b"a", b"a", b"b", b"bb", b"bb")]
    assert written == [True, False, True, True, False]


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "na disku není místo"),
        (errno.EROFS, "disk je jen pro čtení"),
        (errno.EIO, "disk zápis odmítl"),
        (errno.EMFILE, f"systém zápis odmítl (chyba č. {errno.EMFILE})"),
    ],
)
def test_a_failure_leaves_the_old_file_alone_and_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str
):
    target = tmp_path / "x.html"
    write_atomic(target, "starý".encode())

    def fail(*_arguments: object) -> None:
        raise OSError(number, "English words")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(WriteError) as caught:
        write_atomic(target, "nový".encode())
    monkeypatch.undo()
    actual = (caught.value.reason, str(caught.value), target.read_text("utf-8"), listing(tmp_path))
    sentence = f"soubor „{target.as_posix()}“ nelze zapsat: {reason}"
    assert actual == (reason, sentence, "starý", ["x.html"])


def test_a_file_open_elsewhere_on_windows_is_called_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def refuse(*_arguments: object) -> None:
        raise PermissionError(errno.EACCES, "Access is denied")

    monkeypatch.setattr(Path, "replace", refuse)
    monkeypatch.setattr("zapis.files.writing._IS_WINDOWS", True)
    with pytest.raises(WriteError, match="je otevřený v jiném programu"):
        write_atomic(tmp_path / "x", b"1")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("slozka", "na jeho místě je složka"),
        ("soubor/x", "část cesty není složka"),
        ("a\0b", "název obsahuje nepřípustný znak"),
        ("x" * 300, "název je příliš dlouhý"),
    ],
)
def test_a_place_that_cannot_be_written_is_explained(tmp_path: Path, path: str, reason: str):
    (tmp_path / "slozka").mkdir()
    (tmp_path / "soubor").write_bytes(b"")
    with pytest.raises(WriteError) as caught:
        write_atomic(tmp_path / path, b"1")
    assert (caught.value.reason, listing(tmp_path)) == (reason, ["slozka", "soubor"])


def test_an_interrupted_write_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def interrupt(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomic(tmp_path / "x", b"1")
    assert listing(tmp_path) == []


def test_a_replaced_file_keeps_its_rights(tmp_path: Path):
    target = tmp_path / "ukoly.md"
    target.write_bytes(b"a")
    target.chmod(0o664)
    write_atomic(target, b"b", durable=True)
    assert (target.read_bytes(), target.stat().st_mode & 0o777) == (b"b", 0o664)


@pytest.mark.parametrize(("durable", "is_link"), [(True, True), (False, False)])
def test_only_what_is_durable_is_written_behind_a_link(
    tmp_path: Path,
    durable: bool,  # noqa: FBT001 - a case of the table
    is_link: bool,  # noqa: FBT001 - the same
):
    shared, link = tmp_path / "sdilene.md", tmp_path / "ukoly.md"
    shared.write_bytes(b"a")
    link.symlink_to(shared)
    write_atomic(link, b"b", durable=durable)
    assert (link.is_symlink(), shared.read_bytes()) == (is_link, b"b" if durable else b"a")


def test_a_pipe_is_not_replaced(tmp_path: Path):
    os.mkfifo(tmp_path / "roura")
    with pytest.raises(WriteError, match="není to soubor"):
        write_atomic(tmp_path / "roura", b"a")
    assert [path.name for path in tmp_path.iterdir()] == ["roura"]
