"""What an export must not overwrite, and what it may."""

import os
from pathlib import Path

import pytest

from making import make_workspace
from zapis.engine.outputs.protected import protected
from zapis.workspace import open_workspace

MINUTES = "---\nnazev: Porada\n---\nText.\n"
TRACKER = "# Úkoly\n\n## P\n\n- [ ] #P/1 Objednat sál\n"
EXPORT = "# Úkoly – Město\n\nStav ke dni 13. 4. 2026: 0 otevřených úkolů.\n"

IS_TRACKER = "je to seznam úkolů, do kterého se zapisuje, co je hotové"
IS_SETTINGS = "je to nastavení pracovní složky"
IS_MINUTES = "je to zápis z jednání"
IS_SOURCE = "je to soubor, který jste do pracovní složky napsali"
IS_INTERNAL = "je to složka, kterou si spravuje program"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("ukoly.md", IS_TRACKER),
        ("Ukoly.MD", IS_TRACKER),
        ("ukoly-archiv.md", IS_TRACKER),
        ("zapis.yaml", IS_SETTINGS),
        ("a/../ukoly.md", IS_TRACKER),
        ("zalohy/ukoly-stare.md", IS_TRACKER),
        ("uvnitr/ukoly.md", IS_TRACKER),
        ("uvnitr/zapis.yaml", IS_SETTINGS),
        ("a/porada.md", IS_MINUTES),
        ("a/porada.html", IS_MINUTES),
        ("a/mezera.txt", IS_MINUTES),
        ("README.md", IS_SOURCE),
        (".zapis/ukoly.json", IS_INTERNAL),
        (".git/ukoly.json", IS_INTERNAL),
        ("prehled.md", None),
        ("novy.md", None),
        ("nova/ukoly.md", None),
        ("ukoly.xlsx", None),
        ("a/ukoly.md", None),
        ("vystup/ukoly.md", None),
        ("obrazek.png", None),
        ("a", None),
    ],
)
def test_a_path_in_a_workspace(tmp_path: Path, path: str, expected: str | None):
    files: dict[str, str | bytes] = {
        "zalohy/ukoly-stare.md": TRACKER,
        "uvnitr/zapis.yaml": "",
        "a/porada.md": MINUTES,
        "a/porada.html": f"\ufeff{MINUTES}",
        "a/mezera.txt": f"\n\n{MINUTES}",
        "README.md": "# Město\n",
        "prehled.md": EXPORT,
        "vystup/ukoly.md": EXPORT,
        "obrazek.png": b"\x89PNG\r\n\x1a\n\0\xff",
    }
    make_workspace(tmp_path, files)
    assert protected(open_workspace(tmp_path), tmp_path / path) == expected


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_is_what_it_leads_to(tmp_path: Path):
    make_workspace(tmp_path, {"ukoly.md": TRACKER})
    (tmp_path / "export.md").symlink_to(tmp_path / "ukoly.md")
    assert protected(open_workspace(tmp_path), tmp_path / "export.md") == IS_TRACKER


def test_a_name_that_no_file_can_have_is_left_to_writing(tmp_path: Path):
    assert protected(open_workspace(tmp_path), tmp_path / ("x" * 300)) is None
