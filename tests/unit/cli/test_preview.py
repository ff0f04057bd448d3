"""`zapis nahled` as a person starts and ends it."""

import http.client
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from command_line import environment, run
from examples import ROOT
from making import make_workspace

MINUTES = "---\nnazev: Schůzka\ndatum: 16. 3. 2026\n---\nDobrý den.\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_workspace(tmp_path, {"a.md": MINUTES, "slozka/b.md": MINUTES.replace("16", "17")})


@contextmanager
def started(root: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-m", "zapis", "nahled", *arguments],
        cwd=root,
        env=environment({"PYTHONUTF8": "1"}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def first_line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline()


def status_of(line: str) -> int:
    address = urlsplit(line.rsplit(maxsplit=1)[-1])
    connection = http.client.HTTPConnection(address.netloc, timeout=20)
    connection.request("GET", address.path)
    status = connection.getresponse().status
    connection.close()
    return status


@pytest.mark.skipif(sys.platform == "win32", reason="signály jako v Unixu")
def test_it_runs_until_it_is_interrupted(root: Path):
    with started(root) as process:
        line = first_line(process)
        status = status_of(line)
        process.send_signal(signal.SIGINT)
        assert process.stdout is not None
        assert process.stderr is not None
        out, err, code = process.stdout.read(), process.stderr.read(), process.wait()
    assert (line[:33], status, out, err, code) == (
        "Náhled běží na adrese http://127.",
        200,
        "Skončíte stiskem Ctrl+C.\nNáhled skončil.\n",
        "",
        0,
    )


@pytest.mark.parametrize(
    ("arguments", "path"), [(("a.md",), "/a.md"), (("slozka",), "/"), ((), "/")]
)
def test_the_address_is_that_of_what_was_asked_for(
    root: Path, arguments: tuple[str, ...], path: str
):
    with started(root, *arguments) as process:
        line = first_line(process)
        status = status_of(line)
    assert (urlsplit(line.rsplit(maxsplit=1)[-1]).path, status) == (path, 200)


def test_a_port_that_was_asked_for_must_be_free(root: Path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ran = run(root, "nahled", "--port", str(port))
    assert (ran.code, f"Na portu {port} už běží jiný program." in ran.err, ran.out) == (
        *(2, True, ""),
    )


def test_a_path_that_is_not_there_is_misuse(root: Path):
    ran = run(root, "nahled", "chybi.md")
    assert (ran.code, "neexistuje" in ran.err) == (2, True)


def test_the_help_shows_how_to_start_it(root: Path):
    assert "zapis nahled porada.md --otevri" in run(root, "nahled", "--help").out


def test_the_manual_has_every_option():
    from zapis.cli.preview import command  # noqa: PLC0415 - only here

    page = (ROOT / "dokumentace" / "nahled.md").read_text(encoding="utf-8")
    options = {name for option in command.params for name in option.opts if "-" in name}
    assert [name for name in sorted(options) if f"`{name}" not in page] == []


def test_the_browser_is_opened_where_that_was_asked_for(
    root: Path, monkeypatch: pytest.MonkeyPatch
):
    opened: list[str] = []

    def stop() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("webbrowser.open", opened.append)
    monkeypatch.setattr("zapis.cli.preview._wait", stop)
    ran = run(root, "nahled", "a.md", "--otevri")
    assert (ran.code, [urlsplit(address).path for address in opened]) == (0, ["/a.md"])
