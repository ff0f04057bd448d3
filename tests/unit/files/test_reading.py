"""Sources are read whole, shown relative to their root, and whatever fails is a diagnostic."""

import os
from pathlib import Path

import pytest

from zapis.files import LARGEST_SOURCE, read_source


def reason(root: Path, path: Path | str) -> tuple[str, str]:
    (problem,) = read_source(root, path).diagnostics
    return (problem.code.id, problem.message)


@pytest.mark.parametrize("is_absolute", [False, True])
def test_a_source_is_shown_relative_to_its_root(tmp_path: Path, is_absolute: bool):  # noqa: FBT001
    file = tmp_path / "zapisy" / "žluťoučký.md"
    file.parent.mkdir()
    file.write_bytes(b"ahoj\r\n")
    source = read_source(tmp_path, file if is_absolute else "zapisy/žluťoučký.md").value
    assert (source.path, source.text) == ("zapisy/žluťoučký.md", "ahoj\n")


def test_a_source_outside_its_root_is_shown_whole(tmp_path: Path):
    file = tmp_path / "x.md"
    file.write_text("a", encoding="utf-8")
    assert read_source(tmp_path / "jinde", file).value.path == file.as_posix()


@pytest.mark.skipif(not Path("/proc/version").exists(), reason="files of no stated size")
def test_a_file_that_is_longer_than_its_stated_size_is_read_whole():
    expected = Path("/proc/version").read_text(encoding="utf-8")
    assert read_source(Path("/proc"), "version").value.text == expected


def test_a_missing_file_is_reported_with_its_name(tmp_path: Path):
    expected = ("Z109", "soubor „zapisy/nic.md“ nelze přečíst: soubor neexistuje")
    assert reason(tmp_path, "zapisy/nic.md") == expected


def test_a_folder_is_refused(tmp_path: Path):
    (tmp_path / "slozka.md").mkdir()
    expected = "soubor „slozka.md“ nelze přečíst: je to složka, ne soubor"
    assert reason(tmp_path, "slozka.md") == ("Z109", expected)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_named_pipe_is_refused_without_waiting_for_a_writer(tmp_path: Path):
    os.mkfifo(tmp_path / "roura.md")
    expected = "soubor „roura.md“ nelze přečíst: není to obyčejný soubor"
    assert reason(tmp_path, "roura.md") == ("Z109", expected)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no devices on this system")
def test_an_endless_device_is_refused(tmp_path: Path):
    assert reason(tmp_path, "/dev/zero")[1].endswith("není to obyčejný soubor")


@pytest.mark.parametrize(
    ("name", "shown"),
    [("a\0b.md", "a\ufffdb.md"), ("x" * 300 + ".md", "x" * 300 + ".md")],
)
def test_an_impossible_name_is_reported_in_printable_characters(
    tmp_path: Path, name: str, shown: str
):
    assert reason(tmp_path, name)[1].startswith(f"soubor „{shown}“ nelze přečíst: název ")


def test_of_a_huge_file_only_the_beginning_is_read(tmp_path: Path):
    with (tmp_path / "x.md").open("wb") as stream:
        stream.write(b"a" * LARGEST_SOURCE)
        stream.truncate(50 * LARGEST_SOURCE)
    assert reason(tmp_path, "x.md") == ("Z102", "soubor má 100,0 MB, nejvýše smí mít 2 MB")


def test_an_error_of_the_disk_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "x.md").write_text("a", encoding="utf-8")

    def refuse(*_arguments: object, **_named: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    expected = ("Z109", "soubor „x.md“ nelze přečíst: chybí oprávnění ke čtení")
    assert reason(tmp_path, "x.md") == expected
