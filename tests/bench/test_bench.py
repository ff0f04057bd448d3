"""The measurements work; how fast anything is on this machine is no matter of tests."""

import datetime as dt
import json
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import icalendar
import pytest

from bench import __main__ as program
from bench import programs, sample_corpus, task_peers, tracker
from bench.converted import for_bare_mkdocs, for_hugo, for_mkdocs, for_pelican, read_corpus
from bench.growth import Grown
from bench.measuring import Command, Timing, measure
from bench.memory import can_measure, peak_memory
from bench.picture import draw_growth
from bench.profile import REST, STAGES, START, stage_of
from bench.profile_table import format_profile, read_before
from bench.race import Pair, race
from bench.setting import Sizes
from bench.table import (
    Amount,
    Bound,
    Measured,
    Missing,
    Ratio,
    Row,
    at_least,
    at_most,
    format_commands,
    format_table,
    number,
)
from bench.ukoly import list_command
from boards import FILES, board
from making import make_workspace
from zapis.engine.index.store import NAME
from zapis.tasks.tracker_file import read_tracker

SVG = "{http://www.w3.org/2000/svg}"
SCRIPT = Path(sample_corpus.__file__)
RATIO = Ratio(Measured("`a`", Timing((0.1, 0.3, 0.2))), Measured("`b`", Timing((0.08, 0.08, 0.08))))


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


def test_a_command_may_tell_itself_how_long_it_took():
    timings = measure(
        [Command("c", (sys.executable, "-c", "print(2.5)"), has_clock=True)], 1, terminal=False
    )
    assert timings == (Timing((2.5,)),)


def test_a_list_is_measured_with_and_without_its_index(tmp_path: Path):
    root = make_workspace(tmp_path, FILES)
    commands = [list_command(root), list_command(root, indexed=False)]
    timings = measure(commands, 1, terminal=True)
    assert all(timing.median > 0 for timing in timings)
    assert (root / ".zapis" / NAME).is_file()


def test_a_command_in_two_pairs_runs_once_a_round_and_what_is_missing_says_why(tmp_path: Path):
    log = tmp_path / "log"
    code = f"open({str(log)!r}, 'a').write('a')"
    ours, theirs = Command("a", (sys.executable, "-c", code)), Command("b", (sys.executable, "-V"))
    pairs = (Pair("1", ours, theirs), Pair("2", ours, Missing("není")), Pair("3", theirs, ours))
    first, second, third = race(pairs, 1)
    assert (log.read_text(), second.figure) == ("a", Missing("není"))
    assert first.figure.first == third.figure.second


@pytest.mark.parametrize(
    ("must", "aim", "figure", "verdict"),
    [
        (at_most(3), at_most(2), RATIO, "splněno"),
        (at_most(3), at_most(2.5), RATIO, "splněno i s cílem"),
        (at_most(2), at_most(1), RATIO, "nesplněno"),
        (at_least(3), at_least(4), RATIO, "nesplněno"),
        (at_least(2), at_least(3), RATIO, "splněno"),
        (at_most(3), None, RATIO, "splněno"),
        (None, None, RATIO, "bez meze"),
        (at_most(1, "s"), None, Amount("a", (0.4, 3.0, 0.5), "s"), "splněno"),
        (at_most(1), None, Missing("není tu"), "neměřeno: není tu"),
    ],
)
def test_a_row_says_whether_its_bounds_are_kept(
    must: Bound | None, aim: Bound | None, figure: Ratio | Amount | Missing, verdict: str
):
    assert Row("x", must, aim, figure).verdict == verdict


def test_the_table_shows_the_ratio_of_medians_and_the_spread_of_pairs():
    rows = [
        Row("a : b", at_most(3), at_most(2), RATIO),
        Row("c", at_most(1.5, "s"), None, Amount("`c`", (0.5,), "s"), "měřeno 1×"),
        Row("d", at_least(9), None, Missing("není")),
    ]
    assert format_table(rows).splitlines()[2:] == [
        "| 1 | a : b | ≤ 3 | ≤ 2 | 2,5 | 1,25–3,75 | splněno |",
        "| 2 | c (měřeno 1×) | ≤ 1,5\u00a0s | – | 0,5\u00a0s | – | splněno |",
        "| 3 | d | ≥ 9 | – | – | – | neměřeno: není |",
    ]
    assert format_commands(rows).splitlines()[2:] == [
        "| 1 | `a`: 0,2\u00a0s (0,1–0,3) | `b`: 0,08\u00a0s (0,08–0,08) |",
        "| 2 | `c` | – |",
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0125, "0,0125"), (2.345, "2,35"), (123.4, "123"), (5000, "5000"), (12345, "12\u00a0345")],
)
def test_numbers_have_three_digits_and_a_comma(value: float, text: str):
    assert number(value) == text


def test_others_get_the_same_minutes(tmp_path: Path):
    sources = tmp_path / "zdroje"
    subprocess.run([sys.executable, SCRIPT, sources, "-n", "2"], check=True)  # noqa: S603 - ours
    first = next(iter(read_corpus(sources)))
    assert (first.title, first.day) == ("Porada č. 1", "2026-06-29")
    made = [
        convert(sources, tmp_path / name) / folder / first.path
        for convert, name, folder in (
            (for_hugo, "hugo", "content"),
            (for_mkdocs, "mkdocs", "docs"),
            (for_bare_mkdocs, "holy", "docs"),
            (for_pelican, "pelican", "content"),
        )
    ]
    texts = [path.read_text(encoding="utf-8") for path in made]
    assert [(first.title in text, text.endswith(first.body)) for text in texts] == [
        (True, True)
    ] * 4


def test_peers_get_the_same_tasks(tmp_path: Path):
    rows = board(make_workspace(tmp_path / "w", FILES)).rows[:2]
    task_peers.fill_todoman(tmp_path / "todoman", rows)
    read = [
        icalendar.Calendar.from_ical(path.read_bytes()).walk("VTODO")[0]
        for path in (tmp_path / "todoman").rglob("*.ics")
    ]
    dues = {str(item["SUMMARY"]): getattr(item.get("DUE"), "dt", None) for item in read}
    assert dues == {"Objednat sál": dt.date(2026, 4, 1), "Koupit židle": None}
    tasks = [task_peers.taskwarrior_task(row) for row in rows]
    assert [task.get("due") for task in tasks] == ["20260401T000000Z", None]


def test_a_program_that_cannot_be_had_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(programs.shutil, "which", lambda _name: None)

    def fail(command: Command) -> bytes:
        raise subprocess.CalledProcessError(1, command.words)

    monkeypatch.setattr(programs, "run", fail)
    found = [programs.find_program(name, tmp_path / "venv") for name in ("rg", "pandoc")]
    assert found == [
        Missing("balíček ripgrep nelze nainstalovat"),
        Missing("balíček pandoc ani pypandoc_binary nelze nainstalovat"),
    ]


def test_json_holds_all_that_a_tracker_holds():
    blocks = read_tracker("ukoly.md", tracker.make_tracker(8)).value.blocks
    same = json.loads(json.dumps(tracker.plain(blocks)))
    assert [block["id"]["number"] for block in same] == [1, 2, 3, 4] * 2


@pytest.mark.skipif(not can_measure(), reason="Linux alone tells how memory is shared")
def test_the_memory_of_children_counts():
    hold = "import time; held = bytearray(60_000_000); time.sleep(0.4)"
    code = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {hold!r}])"
    child = Command("dítě", (sys.executable, "-c", code))
    assert 60_000_000 < peak_memory(child) < 120_000_000


def test_the_picture_of_growth_says_everything_in_words():
    build = Measured("`b`", Timing((1.5,)))
    grown = [Grown(100, build, 60.0, 0.25), Grown(10_000, build, None, 25.0)]
    picture = ET.fromstring(draw_growth(grown))  # noqa: S314 - our own text
    words = picture.findtext(f"{SVG}desc")
    named = picture.get("aria-labelledby", "").split()
    assert [picture.find(f"*[@id='{name}']") is not None for name in named] == [True, True]
    assert words == (
        "Překlad z ničeho: 1,5\u00a0s při 100\u00a0jednáních, "
        "1,5\u00a0s při 10\u00a0000\u00a0jednáních. "
        "Paměť všech procesů: 60\u00a0MiB při 100\u00a0jednáních. "
        "Index: 0,25\u00a0MiB při 100\u00a0jednáních, 25\u00a0MiB při 10\u00a0000\u00a0jednáních."
    )


def test_a_stack_outside_of_all_rooms_has_no_stage():
    assert stage_of(None) == REST


def test_the_profile_shows_both_times_and_their_sums():
    after = dict.fromkeys(STAGES, 100.0)
    lines = format_profile(after).splitlines()
    assert list(read_before()) == list(STAGES)
    assert lines[2].startswith(f"| {START} | {read_before()[START]:.0f} |")
    assert lines[-1].endswith(f"| **{100 * len(STAGES)}** | 100 |")


def test_a_measurement_that_fails_leaves_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    words = ["bench", "--jen", "word", "start", "--rychle", "--bez-cizich"]
    missing = str(tmp_path / "neni.py")
    monkeypatch.setattr(
        sys, "argv", [*words, "--korpus", missing, "--pomucky", str(tmp_path / "p")]
    )
    with pytest.raises(SystemExit) as end:
        program.main()
    assert (end.value.code, capsys.readouterr().out.count("měření selhalo")) == (1, 2)


def test_the_command_measures_everything_of_ours_and_writes_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(program, "QUICK", Sizes(2, 4, 8))
    words = ["bench", "--korpus", str(SCRIPT), "--rychle", "--bez-cizich"]
    folders = ["--pomucky", str(tmp_path / "p"), "--kam", str(tmp_path / "d")]
    monkeypatch.setattr(sys, "argv", [*words, *folders])
    program.main()
    page = (tmp_path / "d" / "vykon.md").read_text(encoding="utf-8")
    assert page.strip() == capsys.readouterr().out.strip()
    assert [line for line in page.splitlines() if line.startswith("## ")] == [
        "## Jak se měřilo",
        "## Rychlost",
        "## Růst",
        "## Kam jde čas",
        "## Volby, ke kterým profil vedl",
        "## Co není splněno a proč",
        "## Příkazy",
    ]
