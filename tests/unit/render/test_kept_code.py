"""Code of built-in templates is kept between runs, and only where it still holds."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from zapis.render import kept_code
from zapis.render.docx.builtin import builtin_parts
from zapis.render.docx.template import WordTemplate, compile_template
from zapis.render.kept_code import Kept, keep, recall

CODE = Kept(compile("1 + 1", "x", "eval"), frozenset({"nazev"}))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(kept_code, "_path", lambda name: str(tmp_path / name.replace("/", "-")))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_what_was_kept_is_recalled_for_the_same_source():
    keep("zapis.html", "{{ nazev }}", CODE)
    assert (recall("zapis.html", "{{ nazev }}"), recall("zapis.html", "{{ jiny }}")) == (CODE, None)


@pytest.mark.parametrize(
    "damage",
    [Path.unlink, lambda path: path.write_bytes(b""), lambda path: path.write_bytes(b"\xe3\0")],
)
def test_what_is_missing_or_damaged_is_not_recalled(folder: Path, damage: Callable[[Path], object]):
    keep("a", "x", CODE)
    damage(folder / "a")
    assert recall("a", "x") is None


def test_nothing_is_kept_where_python_keeps_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    keep("a", "x", CODE)
    assert [*folder.iterdir()] == []


def test_the_built_in_word_template_is_the_same_from_kept_code(folder: Path):
    def told(template: WordTemplate) -> list[object]:
        return [(part.name, part.fields, part.template.root_render_func.__code__.co_code)
                for part in template.filled]  # fmt: skip

    first = told(compile_template(builtin_parts()))
    kept = sorted(path.name for path in folder.iterdir())
    assert (told(compile_template(builtin_parts())), "word-document.xml" in kept) == (first, True)
