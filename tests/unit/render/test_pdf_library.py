"""What is said where PDF cannot be made on a machine."""

import subprocess
import sys
from collections.abc import Iterator
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

from command_line import environment
from examples import ROOT
from zapis.render.pdf import library
from zapis.render.pdf.library import MissingLibrary, command_for, find_slowness, load


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    load.cache_clear()
    yield
    load.cache_clear()


class Broken:
    """Finds WeasyPrint, which then finds no library of the system."""

    def find_spec(self, name: str, *_: object) -> ModuleSpec | None:
        if name == "weasyprint":
            print("WeasyPrint could not import some external libraries.")  # noqa: T201 - as it does
            raise OSError("cannot load library 'libgobject-2.0-0'")
        return None


def problem() -> tuple[str, str]:
    with pytest.raises(MissingLibrary) as caught:
        load()
    return str(caught.value), caught.value.cure


def test_a_missing_package_is_told_with_the_command(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    expected = ("pro PDF chybí knihovna WeasyPrint", 'pip install "zapis-jednani[pdf]"')
    assert problem() == expected


def test_a_missing_library_of_the_system_is_told_in_czech(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Broken(), *sys.meta_path])
    monkeypatch.setattr(library, "system_command", lambda: "sudo apt install x")
    found = problem()
    assert found == ("pro PDF chybí v systému knihovna Pango", "sudo apt install x")
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("system", "distributions", "start"),
    [
        ("linux", ("debian",), "sudo apt install libpango-1.0-0 libpangoft2-1.0-0 "),
        ("linux", ("linuxmint", "ubuntu", "debian"), "sudo apt install"),
        ("linux", ("fedora",), "sudo dnf install pango harfbuzz"),
        ("linux", ("rocky", "rhel", "centos", "fedora"), "sudo dnf install"),
        ("linux", ("arch",), "nainstalujte balíčky pango"),
        ("linux", (), "nainstalujte balíčky pango"),
        ("darwin", (), "brew install pango"),
        ("win32", (), "nainstalujte MSYS2 (https://www.msys2.org)"),
    ],
)
def test_every_system_has_its_command(system: str, distributions: tuple[str, ...], start: str):
    assert command_for(system, distributions).startswith(start)


def test_a_slow_library_for_fonts_is_noticed(monkeypatch: pytest.MonkeyPatch):
    ffi = pytest.importorskip("weasyprint.text.ffi", exc_type=ImportError)
    monkeypatch.setattr(library, "system_command", lambda: "sudo apt install x")
    found = []
    for installed in (object(), None):
        monkeypatch.setattr(ffi, "harfbuzz_subset", installed)
        found.append(find_slowness())
    assert found == [None, "sudo apt install x"]


NO_FONTS = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig></fontconfig>'


def test_a_system_without_fonts_is_told_instead_of_drawing_boxes(tmp_path: Path):
    pytest.importorskip("weasyprint", exc_type=ImportError)
    (tmp_path / "fonts.conf").write_text(NO_FONTS)
    code = "from zapis.render.pdf.library import load; load()"
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", code],
        env=environment({"FONTCONFIG_FILE": str(tmp_path / "fonts.conf")}),
        capture_output=True,
        check=False,
    )
    assert "MissingLibrary: pro PDF není v systému žádné písmo" in done.stderr.decode()


def test_other_formats_do_not_load_it():
    code = (
        "import sys; from zapis.render.formats import FORMATS; from zapis.engine import build;"
        "print([name for name in sys.modules if name in ('weasyprint', 'fontTools', 'PIL')])"
    )
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", code], env=environment(), capture_output=True, check=True
    )
    assert done.stdout.decode().strip() == "[]"


def test_the_readme_says_what_to_install():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert command_for("linux", ("debian",)) in readme.splitlines()
