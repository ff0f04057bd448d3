"""A preview that runs: what it serves and to whom, and what it says when files change."""

import http.client
from collections.abc import Iterator
from pathlib import Path

import pytest

from making import TODAY, make_workspace
from previewing import Previewed, previewed, until
from zapis.engine.preview.session import PortTakenError, run_preview
from zapis.workspace import open_workspace

MINUTES = "---\nnazev: Schůzka\ndatum: 16. 3. 2026\n---\nDobrý den.\n"


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Previewed]:
    folder = tmp_path_factory.mktemp("nahled")
    root = make_workspace(
        folder / "zapisy",
        {
            "schůzky/a.md": MINUTES,
            "<b>x.md": MINUTES.replace("16.", "17."),
            "poznamky.md": "Jen <b>poznámky</b>.\n",
            "přílohy/plán.pdf": b"%PDF-1.7",
            "stranka.html": "<script>alert(1)</script>",
            "skript.js": "alert(1)",
            ".tajne/heslo.txt": "heslo",
            ".env": "heslo",
        },
    )
    (folder / "venku.txt").write_text("venku")
    (root / "odkaz.txt").symlink_to(folder / "venku.txt")
    (root / "skryte.txt").symlink_to(root / ".env")
    with previewed(root) as preview:
        yield preview


def test_the_list_leads_to_pages_and_pages_to_documents(shown: Previewed):
    assert (
        'href="/sch%C5%AFzky/a.md"' in shown.page(),
        "Dobrý den." in shown.document("schůzky/a.md"),
    ) == (*(True, True),)


@pytest.mark.parametrize(
    ("host", "status"),
    [("127.0.0.1:{}", 200), ("localhost:{}", 200), ("zly.example:{}", 421), ("zly.example", 421)],
)
@pytest.mark.parametrize("address", ["/", "/sch%C5%AFzky/a.md", "/.nahled/nahled.js", "/x"])
def test_other_names_get_nothing(shown: Previewed, host: str, status: int, address: str):
    answer = shown.ask(address, {"Host": host.format(shown.port)})
    expected = 404 if (status, address) == (200, "/x") else status
    assert (answer.status, "Schůzka" in answer.text and status != 200) == (expected, False)


def test_other_sites_get_nothing(shown: Previewed):
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}
    assert shown.ask("/", headers).status == 403


@pytest.mark.parametrize(
    "address",
    [
        "/../venku.txt",
        "/%2e%2e/venku.txt",
        "/sch%C5%AFzky/..%2f..%2fvenku.txt",
        "/odkaz.txt",
        "/skryte.txt",
        "/.env",
        "/.tajne/heslo.txt",
        "/sch%C5%AFzky",
        "/.nahled/../.env",
        "/.nahled/nahled.html",
        "//etc/passwd",
        "/chybi.md",
    ],
)
def test_only_what_is_in_the_workspace_is_served(shown: Previewed, address: str):
    answer = shown.ask(address)
    assert (answer.status, "heslo" in answer.text or "venku\n" in answer.text) == (404, False)


@pytest.mark.parametrize(
    ("address", "kind", "policy"),
    [
        ("/p%C5%99%C3%ADlohy/pl%C3%A1n.pdf", "application/pdf", "frame-ancestors 'none'"),
        ("/stranka.html", "text/html; charset=utf-8", "sandbox"),
        ("/skript.js", "application/octet-stream", "sandbox"),
        ("/poznamky.md", "text/plain; charset=utf-8", "sandbox"),
        ("/zapis.yaml", "application/octet-stream", "sandbox"),
        ("/", "text/html; charset=utf-8", "script-src 'self'"),
        ("/sch%C5%AFzky/a.md", "text/html; charset=utf-8", "default-src 'none'"),
    ],
)
def test_everything_is_served_so_that_nothing_can_run(
    shown: Previewed, address: str, kind: str, policy: str
):
    answer = shown.ask(address)
    assert (
        answer.status,
        answer.headers["Content-Type"],
        policy in answer.headers["Content-Security-Policy"],
        answer.headers["X-Content-Type-Options"],
        answer.headers["Cross-Origin-Resource-Policy"],
    ) == (200, kind, True, "nosniff", "same-origin")


def test_the_name_of_a_file_does_not_become_markup(shown: Previewed):
    page = shown.page("<b>x.md")
    assert ("<b>" in page, "&lt;b&gt;x.md" in page, "Dobrý den." in shown.document("<b>x.md")) == (
        *(False, True, True),
    )


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_changed_from_the_browser(shown: Previewed, method: str):
    assert shown.ask("/", method=method).status == 501


def test_head_has_no_body(shown: Previewed):
    answer = shown.ask("/sch%C5%AFzky/a.md", method="HEAD")
    assert (answer.status, answer.body) == (200, b"")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_workspace(tmp_path, {"a.md": MINUTES})


def test_a_page_is_told_of_a_change(root: Path):
    with previewed(root) as shown:
        connection = http.client.HTTPConnection("127.0.0.1", shown.port, timeout=20)
        connection.request("GET", "/.nahled/udalosti?strana=a.md")
        events = connection.getresponse()
        first = [events.readline() for _ in range(4)]
        until(lambda: shown.document("a.md"), lambda text: "Dobrý den." in text)
        (root / "a.md").write_text(MINUTES.replace("den", "večer"), encoding="utf-8")
        told = events.readline()
        connection.close()
        after = until(lambda: shown.document("a.md"), lambda text: "Dobrý večer." in text)
    assert (first[2][:5], told[:5], "Dobrý večer." in after) == (b"data:", b"data:", True)


def test_the_page_of_renamed_minutes_leads_to_the_new_one(root: Path):
    with previewed(root) as shown:
        (root / "a.md").rename(root / "nový.md")
        answer = until(lambda: shown.ask("/a.md"), lambda answer: answer.status == 302)
    assert (answer.status, answer.headers.get("Location")) == (302, "/nov%C3%BD.md")


def test_a_deleted_page_says_so_and_comes_back(root: Path):
    with previewed(root) as shown:
        (root / "a.md").unlink()
        gone = until(lambda: shown.ask("/a.md"), lambda answer: answer.status == 404)
        (root / "a.md").write_text(MINUTES, encoding="utf-8")
        back = until(lambda: shown.document("a.md"), bool)
    assert ("Soubor tu není" in gone.text, "Dobrý den." in back) == (True, True)


def test_minutes_that_are_asked_for_must_be_minutes(root: Path):
    (root / "b.md").write_text("Jen text.\n", encoding="utf-8")
    with previewed(root, "b.md") as shown:
        page = shown.page("b.md")
    assert (shown.address.endswith("/b.md"), "chyba Z104" in page) == (True, True)


def test_two_previews_of_one_workspace_live_side_by_side(root: Path):
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*")}
    with previewed(root) as one, previewed(root) as other:
        documents = {one.document("a.md"), other.document("a.md")}
        after = {path: path.stat().st_mtime_ns for path in root.rglob("*")}
    assert (len(documents), one.port == other.port, after) == (1, False, before)


def test_a_taken_port_is_passed_over_unless_it_was_asked_for(root: Path):
    workspace = open_workspace(root)
    with run_preview(workspace, frozenset(), lambda: TODAY) as one:
        port = Previewed(root, one.address).port
        with run_preview(workspace, frozenset(), lambda: TODAY) as other:
            ports = (port, Previewed(root, other.address).port)
        with (
            pytest.raises(PortTakenError),
            run_preview(workspace, frozenset(), lambda: TODAY, port),
        ):
            pass
    assert (8000 <= ports[0] < ports[1] <= 8099) is True


def test_without_watchfiles_changes_are_looked_for(root: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(__import__("sys").modules, "watchfiles", None)
    with previewed(root) as shown:
        shown.document("a.md")
        (root / "a.md").write_text(MINUTES.replace("den", "večer"), encoding="utf-8")
        after = until(lambda: shown.document("a.md"), lambda text: "Dobrý večer." in text)
    assert "Dobrý večer." in after


def test_a_fault_of_zapis_is_told_on_the_page(root: Path, monkeypatch: pytest.MonkeyPatch):
    from zapis.engine.preview import making  # noqa: PLC0415 - only here

    def fail(*_arguments: object) -> object:
        raise RecursionError("příliš hluboko")

    with previewed(root) as shown:
        monkeypatch.setattr(making, "make_documents", fail)
        broken = shown.ask("/a.md")
        monkeypatch.undo()
        mended = shown.ask("/a.md")
    assert (broken.status, "příliš hluboko" in broken.text, mended.status) == (500, True, 200)
