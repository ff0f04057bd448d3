import os
import re
import signal
import struct
import subprocess
import sys
import time
from pathlib import Path

import pytest
from rich.console import Console

from zapis.cli import progress as module
from zapis.cli.progress import ShownProgress, shown_progress
from zapis.cli.progress_line import line_of, short_time, time_left
from zapis.cli.progress_moment import Moment

fcntl = pytest.importorskip("fcntl")
pty = pytest.importorskip("pty")
termios = pytest.importorskip("termios")

SOURCES = Path(__file__).parents[3] / "src"


def text_of(moment: Moment, columns: int) -> str:
    console = Console(width=columns, color_system=None)
    with console.capture() as capture:
        console.print(line_of(moment, columns))
    return capture.get().rstrip()


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        (79, "Tvořím dokumenty  ━━━━━━━━━━                4 210 z 10 000  zbývají 2 minuty"),
        (39, "Tvořím dokumenty ━━╸    4210/10000 2:00"),
        (30, "Tvořím dokumenty 4210/10000"),
        (20, "Tvořím dokumenty"),
        (10, "Tvořím do…"),
    ],
)
def test_the_line_fits_the_terminal(columns: int, expected: str) -> None:
    shown = text_of(Moment("Tvořím dokumenty", 4210, 10_000, "zapis.md", 120), columns)
    plain = shown.replace("\u00a0", " ")
    assert (plain, len(shown) <= columns) == (expected, True)


@pytest.mark.parametrize(
    ("columns", "expected"),
    [(79, "Čtu zápisy  1\u00a0904  zapisy/porada.md"), (39, "Čtu zápisy 1904")],
)
def test_without_a_total_the_name_stands_for_the_bar(columns: int, expected: str) -> None:
    assert text_of(Moment("Čtu zápisy", 1904, 0, "zapisy/porada.md", 0), columns) == expected


@pytest.mark.parametrize("columns", range(1, 120, 7))
@pytest.mark.parametrize("total", [0, 1, 999_999])
def test_no_line_is_wider_than_the_terminal(columns: int, total: int) -> None:
    moment = Moment("Tvořím dokumenty", total // 2, total, "z" * 300, 5_000)
    console = Console(width=columns, color_system=None)
    lines = console.render_lines(line_of(moment, columns), console.options, pad=False)
    assert max(sum(part.cell_length for part in line) for line in lines) <= columns


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (0, "zbývá 1 sekunda"),
        (1.6, "zbývají 2 sekundy"),
        (4, "zbývají 4 sekundy"),
        (5, "zbývá 5 sekund"),
        (89, "zbývá 89 sekund"),
        (90, "zbývají 2 minuty"),
        (300, "zbývá 5 minut"),
        (60_000, "zbývá 1\u00a0000 minut"),
    ],
)
def test_the_time_left_in_czech(seconds: float, expected: str) -> None:
    assert time_left(seconds) == expected


@pytest.mark.parametrize(
    ("seconds", "expected"), [(0, "0:01"), (59.7, "1:00"), (80, "1:20"), (3605, "60:05")]
)
def test_the_time_left_on_a_narrow_terminal(seconds: float, expected: str) -> None:
    assert short_time(seconds) == expected


class Clock:
    """A clock that goes on by itself with each look."""

    def __init__(self, tick: float) -> None:
        self.now, self.tick = 0.0, tick

    def monotonic(self) -> float:
        self.now += self.tick
        return self.now


def drawn(monkeypatch: pytest.MonkeyPatch, tick: float, steps: int) -> list[Moment | None]:
    monkeypatch.setattr(module, "time", Clock(tick))
    moments: list[Moment | None] = []
    progress = ShownProgress(moments.append)
    progress.begin("Čtu zápisy", steps)
    for number in range(steps):
        progress.step(f"{number}.md")
    progress.end()
    return moments


def test_nothing_is_drawn_in_the_first_second(monkeypatch: pytest.MonkeyPatch) -> None:
    assert drawn(monkeypatch, 0.01, 95) == []


def test_long_work_is_drawn_at_most_ten_times_a_second_and_wiped_in_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    moments = drawn(monkeypatch, 0.01, 295)
    shown = [moment.done for moment in moments[:-1] if moment]
    assert (shown[0], len(shown) in range(17, 21), moments[-1]) == (99, True, None)


def test_the_time_left_follows_from_the_stage_so_far(monkeypatch: pytest.MonkeyPatch) -> None:
    moments = drawn(monkeypatch, 2, 5)
    assert [moment.left for moment in moments if moment] == [8, 6, 4, 2, 0]


def test_where_nobody_looks_every_call_is_silent(capfd: pytest.CaptureFixture[str]) -> None:
    with shown_progress(enabled=True) as progress:
        progress.begin("Čtu zápisy", 2)
        progress.step("a.md")
        progress.end()
    assert capfd.readouterr() == ("", "")


def test_commands_do_not_load_what_draws() -> None:
    code = "import sys, zapis.cli.build, zapis.cli.tasks.group; print('rich' in sys.modules)"
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(SOURCES)},
        capture_output=True,
        check=True,
    )
    assert done.stdout.strip() == b"False"


LONG_WORK = """
import sys, time
from zapis.cli import progress
progress._PATIENCE = 0
with progress.shown_progress(enabled=len(sys.argv) < 2) as shown:
    shown.begin("Čtu zápisy", 20)
    for number in range(20):
        shown.step(f"zapisy/{number}.md")
    shown.begin("Tvořím dokumenty", 10_000)
    for number in range(60):
        time.sleep(0.01)
        shown.step("zapis.md")
    if "WAITS" in sys.argv[0]:
        time.sleep(60)
print("hotovo")
"""


def in_a_terminal(
    columns: int, *arguments: str, interrupt: bool = False, **environment: str
) -> str:
    """Everything that the long work writes on a terminal of so many columns."""
    parent, child = pty.openpty()
    fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    kept = {key: value for key, value in os.environ.items() if key not in {"CI", "COLUMNS"}}
    script = LONG_WORK.replace('"WAITS" in sys.argv[0]', str(interrupt))
    running = subprocess.Popen(  # noqa: S603 - our own script
        [sys.executable, "-c", script, *arguments],
        env={**kept, "TERM": "xterm", "PYTHONPATH": str(SOURCES), **environment},
        stdin=child,
        stdout=child,
        stderr=child,
    )
    os.close(child)
    if interrupt:
        time.sleep(1.2)
        running.send_signal(signal.SIGINT)
    said = b""
    while True:
        try:
            said += (part := os.read(parent, 65_536))
        except OSError:  # nobody has the terminal open any more
            break
        if not part:
            break
    running.wait()
    os.close(parent)
    return re.sub(r"\x1b\[[0-9;]*m", "", said.decode())


@pytest.mark.parametrize("columns", [40, 80])
def test_on_a_terminal_one_line_is_drawn_over_and_wiped(columns: int) -> None:
    *drawings, last = in_a_terminal(columns).removesuffix("\r\n").split("\r")
    shown = {re.split("  | [━╸╺]", line)[0].strip() for line in drawings if line.strip()}
    widest = max(len(line) for line in drawings)
    stages = {stage.rstrip(" 0123456789") for stage in shown}
    found = (stages, widest, "\n" in "".join(drawings), "\x1b" in "".join(drawings), last)
    expected = {"Čtu zápisy", "Tvořím dokumenty"}, columns - 1, False, False, "hotovo"
    assert found == expected


def test_an_interruption_leaves_a_clean_line_and_a_visible_cursor() -> None:
    said = in_a_terminal(80, interrupt=True)
    _, _, after = said.rpartition(" " * 79 + "\r")
    assert (after.startswith("Traceback"), "Tvořím" in said, "\x1b[?25l" in said) == (
        True,
        True,
        False,
    )


@pytest.mark.parametrize("environment", [{"TERM": "dumb"}, {"CI": "true"}])
def test_nothing_is_drawn_where_lines_cannot_be_drawn_over(environment: dict[str, str]) -> None:
    assert in_a_terminal(80, **environment) == "hotovo\r\n"


def test_nothing_is_drawn_when_kept_quiet() -> None:
    assert in_a_terminal(80, "tise") == "hotovo\r\n"
