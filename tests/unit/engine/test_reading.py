from pathlib import Path

import pytest

from making import make_workspace
from zapis.engine.reading import ReadFile, read_all, surroundings_of
from zapis.workspace import open_workspace

GOOD = "---\nnazev: Porada\n---\nText.\n"


def read(root: Path, path: str, *, named: bool = False) -> ReadFile:
    (file,) = read_all(open_workspace(root), [path], [path] if named else [])
    return file


def codes(file: ReadFile) -> list[str]:
    return [item.code.id for item in file.report.diagnostics]


@pytest.mark.parametrize(
    ("text", "named", "expected"),
    [
        (GOOD, False, (True, False, [])),
        ("# README\n", False, (False, True, [])),
        ("# README\n", True, (True, True, ["Z104"])),
        ("Datum: 1. 1. 2026\n\nText.\n", False, (False, True, ["Z105"])),
        ("---\nnazev: A: B\n---\n", False, (True, True, ["Z112"])),
        ("", False, (True, True, ["Z108"])),
    ],
)
def test_what_counts_as_minutes(tmp_path: Path, text: str, named: bool, expected: object):  # noqa: FBT001
    """Whether the file is minutes, whether it failed, and what is said."""
    make_workspace(tmp_path, {"x.md": text})
    file = read(tmp_path, "x.md", named=named)
    assert (file.is_minutes, file.failed, codes(file)) == expected


def test_files_come_in_the_order_asked_for_and_progress_hears_of_each(tmp_path: Path):
    make_workspace(tmp_path, {"b.md": GOOD, "a.md": GOOD})
    heard: list[str] = []
    files = read_all(open_workspace(tmp_path), ["b.md", "a.md"], (), heard.append)
    assert ([file.path for file in files], heard) == (["b.md", "a.md"], ["b.md", "a.md"])


def test_warnings_and_tips_are_told_apart(tmp_path: Path):
    make_workspace(
        tmp_path, {"tip.md": "---\nVlastní řádek: x\n---\n", "v.md": "---\ncas: 9–8\n---\n"}
    )
    assert [read(tmp_path, path).has_warnings for path in ("tip.md", "v.md")] == [False, True]


def test_with_a_broken_settings_file_series_and_persons_are_not_missed(tmp_path: Path):
    text = "---\nserie: bc\n---\n- [ ] Úkol @Novák do pátku\n"
    make_workspace(tmp_path, {"zapis.yaml": "", "x.md": text})
    known = codes(read(tmp_path, "x.md"))
    make_workspace(tmp_path, {"zapis.yaml": "a: b: c\n"})
    assert (known[:1], codes(read(tmp_path, "x.md"))) == (
        ["Z213"],
        [c for c in known[1:] if c != "Z402"],
    )


@pytest.mark.parametrize("name", ["a\nb.md", "a\tb.md", "a\udcff.md", "a\u202eb.md"])
def test_a_name_that_no_line_of_text_can_hold_is_refused(tmp_path: Path, name: str):
    make_workspace(tmp_path, {name: GOOD} if "\udcff" not in name else {})
    assert codes(read(tmp_path, name)) == ["Z109"]


@pytest.mark.parametrize("name", ["Zápis z porady (1).md", "a\u00a0b.md", "č. 5 – #2.md", "😀.md"])
def test_an_unusual_name_is_fine(tmp_path: Path, name: str):
    make_workspace(tmp_path, {name: GOOD})
    assert codes(read(tmp_path, name)) == []


def test_rules_see_files_of_the_workspace_only(tmp_path: Path):
    (tmp_path / "venku.txt").touch()
    root = make_workspace(tmp_path / "w", {"uvnitr.txt": "x"})
    (root / "odkaz.txt").symlink_to(tmp_path / "venku.txt")
    own = surroundings_of(open_workspace(root))
    paths = ("uvnitr.txt", "odkaz.txt", "../venku.txt", "neni.txt")
    seen = [(own.contains(path), own.exists(path)) for path in paths]
    assert seen == [(True, True), (False, False), (False, False), (True, False)]
