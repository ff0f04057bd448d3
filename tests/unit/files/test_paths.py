"""Paths written by people stay inside the folder in which they may work."""

from pathlib import Path

import pytest

from zapis.files import inside


@pytest.mark.parametrize(
    ("relative", "expected"),
    [
        ("a/b.md", "a/b.md"),
        ("a\\b.md", "a/b.md"),
        ("a/../b", "b"),
        ("./a//b/", "a/b"),
        (".", "."),
        ("loga/město.png", "loga/město.png"),
        ("konzole.md", "konzole.md"),
        ("con-1.md", "con-1.md"),
        ("~", "~"),
    ],
)
def test_a_path_inside_is_found_with_either_slash(tmp_path: Path, relative: str, expected: str):
    assert inside(tmp_path, relative) == tmp_path / expected


@pytest.mark.parametrize(
    "relative",
    [
        *("", "   ", "..", "../x", "a/../../x", "..\\x", "a/..\\..\\x"),
        *("/etc/passwd", "\\x", "\\\\server\\slozka\\x", "//server/x", "C:\\x", "c:/x", "c:x"),
        *("CON", "con", "a/NUL.txt", "COM1", "lpt9.tar.gz", "aux ", "prn .x", "nul:", "conin$"),
        *("com¹", "a\nb", "a\0b"),
    ],
)
def test_a_path_that_leads_out_or_to_a_device_is_refused(tmp_path: Path, relative: str):
    assert inside(tmp_path, relative) is None


def test_symbolic_links_may_stay_but_not_leave(tmp_path: Path):
    root = tmp_path / "root"
    (root / "a").mkdir(parents=True)
    (tmp_path / "venku").mkdir()
    (root / "dovnitr").symlink_to(root / "a")
    (root / "ven").symlink_to(tmp_path / "venku")
    (root / "kruh").symlink_to(root / "kruh")
    found = [inside(root, path) for path in ("dovnitr/x", "ven/x", "ven/../a", "ven")]
    assert found == [root / "dovnitr/x", None, root / "a", None]


def test_a_root_that_is_itself_a_link_is_kept_as_given(tmp_path: Path):
    (tmp_path / "pravy").mkdir()
    root = tmp_path / "odkaz"
    root.symlink_to(tmp_path / "pravy")
    assert inside(root, "a/b") == root / "a/b"
