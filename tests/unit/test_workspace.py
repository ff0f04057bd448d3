from pathlib import Path

import pytest

from making import make_workspace
from zapis.workspace import find_root, find_sources, matches_any, open_workspace


@pytest.mark.parametrize(
    ("path", "pattern", "expected"),
    [
        ("a.md", "**/*.md", True),
        ("2026/bc/a.md", "**/*.md", True),
        ("a.md", "*.md", True),
        ("2026/a.md", "*.md", False),
        ("2026/a.md", "2026/**", True),
        ("2026/bc/a.md", "2026/*", False),
        ("2026/bc/a.md", "**/bc/*.md", True),
        ("2026/bc/x/a.md", "**/bc/**/a.md", True),
        ("2026/bc/a.md", "/2026/bc/a.md", True),
        ("2026/bc/a.md", "2026", False),
        ("A.md", "a.md", False),
        ("a/b", "**/**/**", True),
        ("a.md", "**/nic/**", False),
    ],
)
def test_glob(path: str, pattern: str, expected: bool):  # noqa: FBT001 - a column of the table
    assert matches_any(path, [pattern]) is expected


def test_a_glob_of_many_stars_is_not_slow():
    assert not matches_any("/".join("a" * 200), ["/".join(["**", "a"] * 60 + ["b"])])


def test_the_root_is_the_nearest_folder_with_settings(tmp_path: Path):
    make_workspace(tmp_path, {"pod/zapis.yaml": "", "pod/hluboko/a.md": "", "vedle/b.md": ""})
    starts = ("pod/hluboko/a.md", "pod/hluboko", "vedle/b.md", ".")
    roots = [find_root(tmp_path / start) for start in starts]
    assert roots == [tmp_path / "pod", tmp_path / "pod", tmp_path, tmp_path]


def test_what_is_walked(tmp_path: Path):
    make_workspace(
        tmp_path,
        {
            "zapis.yaml": "vystup: hotovo\nvynechat: [archiv/**]\n",
            **dict.fromkeys(("a.md", "B.MD", "c.txt", "pod/d.md", "pod/ukoly.md"), ""),
            **dict.fromkeys(("ukoly.md", "ukoly-archiv.md", "archiv/e.md", ".git/f.md"), ""),
            **dict.fromkeys(("vystup/g.md", "verejne/h.md", "sablony/i.md", "hotovo/j.md"), ""),
            **dict.fromkeys(("node_modules/k.md", "jina/zapis.yaml", "jina/l.md"), ""),
        },
    )
    sources = find_sources(open_workspace(tmp_path))
    assert sources == ("B.MD", "a.md", "pod/d.md", "pod/ukoly.md")


def test_only_named_folders_are_sources(tmp_path: Path):
    make_workspace(tmp_path, {"zapis.yaml": "zdroje: [zapisy/**]\n", "zapisy/a.md": "", "b.md": ""})
    # „zapisy/**“ takes every kind of file, only Markdown is minutes
    assert find_sources(open_workspace(tmp_path)) == ("zapisy/a.md",)


def test_a_missing_settings_file_means_the_defaults(tmp_path: Path):
    workspace = open_workspace(tmp_path)
    seen = (workspace.settings.formats, workspace.output, workspace.report, workspace.broken)
    assert seen == (("html", "docx"), tmp_path / "vystup", None, False)


@pytest.mark.parametrize("content", [b"", b"\n", b"\xef\xbb\xbf", b"# nic\n", b"---\n"])
def test_an_empty_settings_file_is_fine(tmp_path: Path, content: bytes):
    (tmp_path / "zapis.yaml").write_bytes(content)
    workspace = open_workspace(tmp_path)
    assert workspace.report is not None
    assert workspace.report.diagnostics == ()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("organizace: Město: Lhota\n".encode(), "Z112"),
        ("organizace: Město Lhota Řípská\n".encode("cp1250"), "Z101"),
        (b"formaty: [pdff]\n", "Z509"),
        (b"- jen seznam\n", "Z128"),
        (b"\x00\x01\x02\x03" * 99, "Z107"),
    ],
)
def test_a_broken_settings_file_is_reported(tmp_path: Path, content: bytes, code: str):
    (tmp_path / "zapis.yaml").write_bytes(content)
    workspace = open_workspace(tmp_path)
    assert workspace.report is not None
    assert [item.code.id for item in workspace.report.diagnostics] == [code]
    assert workspace.broken


def test_a_single_file_has_its_results_beside_it_and_no_settings(tmp_path: Path):
    make_workspace(tmp_path, {"zapis.yaml": "vystup: jinde\n"})
    workspace = open_workspace(tmp_path, single=True)
    assert (workspace.output, workspace.report) == (tmp_path, None)


def test_the_output_may_be_absolute(tmp_path: Path):
    make_workspace(tmp_path, {"zapis.yaml": f"vystup: {tmp_path.as_posix()}/jinde/\n"})
    assert open_workspace(tmp_path).output == tmp_path / "jinde"
