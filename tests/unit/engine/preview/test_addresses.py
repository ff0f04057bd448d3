from pathlib import Path

import pytest

from zapis.engine.preview.addresses import (
    address_of,
    find_file,
    is_own_host,
    is_own_site,
    media_type,
    path_of,
)


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("127.0.0.1:8000", True),
        ("localhost:8000", True),
        ("LOCALHOST:8000", True),
        ("[::1]:8000", True),
        ("127.0.0.1:8001", False),
        ("127.0.0.1", False),
        ("localhost.zly.example:8000", False),
        ("zly.example:8000", False),
        ("zly.example", False),
        ("", False),
        (None, False),
    ],
)
def test_only_names_of_this_computer_are_answered(host: str | None, *, own: bool):
    assert is_own_host(host, 8000) is own


def test_the_usual_port_need_not_be_written():
    assert [is_own_host(host, 80) for host in ("localhost", "localhost:80", "zly.example")] == [
        *(True, True, False)
    ]


@pytest.mark.parametrize(
    ("site", "mode", "own"),
    [
        (None, None, True),
        ("none", "navigate", True),
        ("same-origin", "cors", True),
        ("cross-site", "navigate", True),
        ("cross-site", "no-cors", False),
        ("same-site", "cors", False),
    ],
)
def test_other_sites_may_only_lead_people_here(site: str | None, mode: str | None, *, own: bool):
    assert is_own_site(site, mode) is own


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/", ""),
        ("/?x", ""),
        ("/a/b.md", "a/b.md"),
        ("/p%C5%99%C3%ADloha%201.pdf", "příloha 1.pdf"),
        ("/a%3Cb%3E.md", "a<b>.md"),
        ("/../a.md", None),
        ("/a/../b.md", None),
        ("/%2e%2e/a.md", None),
        ("/a/%2e%2e%2fb.md", None),
        ("/.git/config", None),
        ("/a/.env", None),
        ("//a.md", None),
        ("/a//b.md", None),
        ("/a\\b.md", None),
        ("/a%5cb.md", None),
        ("/a%00.md", None),
        ("/%ff.md", None),
        ("http://zly.example/a.md", None),
    ],
)
def test_an_address_asks_for_a_path_below_the_root_or_for_nothing(address: str, path: str | None):
    assert path_of(address) == path


@pytest.mark.parametrize("path", ["a/b.md", "příloha č. 1 #2?.pdf", "a%20b.md", 'a"b<c>.md'])
def test_the_address_of_a_path_asks_for_it(path: str):
    assert path_of(address_of(path)) == path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A workspace with links of all kinds."""
    root = tmp_path / "zapisy"
    (root / ".git").mkdir(parents=True)
    (root / ".git" / "config").write_text("tajné")
    (root / "a.pdf").write_text("a")
    (tmp_path / "venku.pdf").write_text("venku")
    for name, target in {
        "dovnitr.pdf": root / "a.pdf",
        "ven.pdf": tmp_path / "venku.pdf",
        "skryte.pdf": root / ".git" / "config",
        "kruh.pdf": root / "kruh.pdf",
    }.items():
        (root / name).symlink_to(target)
    return root


@pytest.mark.parametrize(
    ("path", "there"),
    [
        ("a.pdf", True),
        ("dovnitr.pdf", True),
        ("ven.pdf", False),
        ("skryte.pdf", False),
        ("kruh.pdf", False),
        ("chybi.pdf", False),
        (".", False),
        ("../venku.pdf", False),
    ],
)
def test_only_files_of_the_workspace_are_found(root: Path, path: str, *, there: bool):
    assert (find_file(root, path) is not None) is there


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("a.PDF", "application/pdf"),
        ("a.md", "text/plain; charset=utf-8"),
        ("a.js", "application/octet-stream"),
        ("a", "application/octet-stream"),
    ],
)
def test_a_file_is_served_as_what_its_name_says_if_that_is_safe(path: str, kind: str):
    assert media_type(path) == kind
