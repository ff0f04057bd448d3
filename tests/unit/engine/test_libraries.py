"""A build on a machine where PDF cannot be made: the rest is made, and it is said once."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from command_line import run
from making import build_workspace, make_workspace
from zapis.render.pdf import library
from zapis.render.pdf.library import MissingLibrary, load

MINUTES = "---\nnazev: Porada\n---\nText.\n"


@pytest.fixture
def _without() -> Iterator[None]:
    """A machine without WeasyPrint."""
    load.cache_clear()
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "weasyprint", None)
        yield
    load.cache_clear()


def workspace(root: Path, formats: str = "[html, pdf]") -> Path:
    settings = f"formaty: {formats}\n"
    return make_workspace(root, {"zapis.yaml": settings, "a.md": MINUTES, "b.md": MINUTES})


def said(root: Path) -> list[tuple[str, str, str, str | None]]:
    return [
        (report.source.path, item.code.id, item.message, item.cure)
        for report in build_workspace(root).reports
        for item in report.diagnostics
        if item.code.id.startswith("Z5")
    ]


@pytest.mark.usefixtures("_without")
def test_the_other_formats_are_made_and_the_library_is_missed_once(tmp_path: Path):
    message, cure = "pro PDF chybí knihovna WeasyPrint", 'pip install "zapis-jednani[pdf]"'
    assert said(workspace(tmp_path)) == [("zapis.yaml", "Z513", message, cure)]
    made = sorted(path.name for path in (tmp_path / "vystup").iterdir())
    assert made == ["a.html", "b.html"]


@pytest.mark.usefixtures("_without")
def test_the_command_fails_and_names_the_cure(tmp_path: Path):
    ran = run(workspace(tmp_path), "build", "--format", "pdf")
    assert (ran.code, 'pip install "zapis-jednani[pdf]"' in ran.err) == (1, True)


@pytest.mark.usefixtures("_without")
def test_a_single_file_without_settings_is_told_of_too(tmp_path: Path):
    (tmp_path / "a.md").write_text(MINUTES, encoding="utf-8")
    ran = run(tmp_path, "build", "a.md", "--format", "pdf", "--format", "html")
    assert (ran.code, ran.err.count("Z513"), (tmp_path / "a.html").is_file()) == (1, 1, True)


@pytest.mark.usefixtures("_without")
def test_who_wants_no_pdf_hears_nothing_of_it(tmp_path: Path):
    assert said(workspace(tmp_path, "[html]")) == []


def test_a_library_that_makes_it_faster_is_a_tip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("zapis.engine.libraries.find_slowness", lambda: "sudo apt install x")
    message = "bez knihovny HarfBuzz-Subset trvá výroba PDF mnohem déle"
    monkeypatch.setattr("zapis.pipeline.FORMATS", {"html": lambda *_: b"", "pdf": lambda *_: b""})
    assert said(workspace(tmp_path)) == [("zapis.yaml", "Z515", message, "sudo apt install x")]


def test_a_check_does_not_load_the_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def fail() -> None:
        raise MissingLibrary("x", "y")

    monkeypatch.setattr(library, "load", fail)
    assert run(workspace(tmp_path), "kontrola").code == 0
