"""The measurements work; how fast anything is on this machine is no matter of tests."""

import datetime as dt
import json
import sys
from pathlib import Path

import icalendar
import pytest

from bench import __main__ as program
from bench import peers, tracker
from bench.measuring import Command, Timing, measure
from bench.table import Row, format_table
from bench.ukoly import list_command
from boards import FILES, board
from making import make_workspace
from zapis.engine.index.store import NAME
from zapis.tasks.tracker_file import read_tracker


@pytest.mark.parametrize("terminal", [False, True])
def test_commands_are_run_in_turn_after_one_run_that_does_not_count(
    tmp_path: Path, *, terminal: bool
):
    log = tmp_path / "log"

    def command(name: str) -> Command:
        code = f"print(open({str(log)!r}, 'a').write({name!r}))"
        return Command(name, (sys.executable, "-c", code))

    timings = measure([command("a"), command("b")], 2, terminal=terminal)
    assert ([len(timing.seconds) for timing in timings], log.read_text()) == ([2, 2], "ababab")


def test_a_list_is_measured_with_and_without_its_index(tmp_path: Path):
    root = make_workspace(tmp_path, FILES)
    commands = [list_command(root), list_command(root, indexed=False)]
    timings = measure(commands, 1, terminal=True)
    assert all(timing.median > 0 for timing in timings)
    assert (root / ".zapis" / NAME).is_file()


def test_the_table_shows_the_ratio_of_medians():
    row = Row("a : b", "≤ 3", Timing((0.1, 0.3, 0.2)), Timing((0.08, 0.08, 0.08)))
    last = format_table([row]).splitlines()[-1]
    assert last == "| a : b | ≤ 3 | 2,5 | 0,2 s (0,1–0,3) | 0,08 s (0,08–0,08) |"


def test_peers_get_the_same_tasks(tmp_path: Path):
    rows = board(make_workspace(tmp_path / "w", FILES)).rows[:2]
    peers._fill_todoman(tmp_path / "todoman", rows)  # noqa: SLF001 - without the program itself
    read = [
        icalendar.Calendar.from_ical(path.read_bytes()).walk("VTODO")[0]
        for path in (tmp_path / "todoman").rglob("*.ics")
    ]
    dues = {str(item["SUMMARY"]): getattr(item.get("DUE"), "dt", None) for item in read}
    assert dues == {"Objednat sál": dt.date(2026, 4, 1), "Koupit židle": None}
    tasks = [peers._taskwarrior_task(row) for row in rows]  # noqa: SLF001 - the same
    assert [task.get("due") for task in tasks] == ["20260401T000000Z", None]


def test_json_holds_all_that_a_tracker_holds():
    blocks = read_tracker("ukoly.md", tracker.make_tracker(8)).value.blocks
    same = json.loads(json.dumps(tracker.plain(blocks)))
    assert [block["id"]["number"] for block in same] == [1, 2, 3, 4] * 2


def test_the_command_prints_a_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    root = make_workspace(tmp_path / "w", FILES)
    monkeypatch.setattr(tracker, "TASKS", 8)
    words = ["bench", "tracker", "--slozka", str(root), "--opakovani", "1"]
    monkeypatch.setattr(sys, "argv", [*words, "--pomucky", str(tmp_path / "p")])
    program.main()
    assert capsys.readouterr().out.splitlines()[-1].startswith("| čtení `ukoly.md`, úkolů 8 :")
