"""`zapis ukoly splneno` and its kind, `zmenit` and `poznamka`: what they print and leave behind."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from command_line import environment, run
from making import make_workspace
from zapis.files import lock

MEETING = """\
---
nazev: Porada
datum: 20. 3. 2026
id: P-1
pritomni: [Eva Horáková, Petr Cháb, Jan Novák, Jiří Novák]
---
- [ ] Objednat sál @Petr Cháb (do 1. 5. 2026)
- [ ] Pozvat hosty
- [/] Vyvěsit plakát
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    make_workspace(tmp_path, {"a.md": MEETING})
    run(tmp_path, "build", "-q")
    return tmp_path


def tracker(root: Path) -> str:
    return (root / "ukoly.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("command", "box", "word"),
    [
        ("splneno", "x", "splněno"),
        ("hotovo", "x", "splněno"),
        ("splnit", "x", "splněno"),
        ("splněno", "x", "splněno"),
        ("rozpracovano", "/", "rozpracováno"),
        ("zruseno", "-", "zrušeno"),
        ("zrusit", "-", "zrušeno"),
    ],
)
def test_a_mark_shows_the_line_before_and_after(root: Path, command: str, box: str, word: str):
    ran = run(root, "ukoly", command, "P-1/1")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "- [ ] #P-1/1 Objednat sál @Petr Cháb do 1. 5. 2026",
        f"+ [{box}] #P-1/1 Objednat sál @Petr Cháb do 1. 5. 2026",
        f"  zapsáno: 13. 4. 2026: {word}",
        "Zpět: zapis ukoly otevreno P-1/1",
    ]


def test_several_tasks_at_once_are_taken_back_by_as_few_commands_as_can_be(root: Path):
    out = run(root, "ukoly", "splneno", "P-1/1", "P-1/2", "P-1/3").out
    assert out.splitlines()[-2:] == [
        "Zpět: zapis ukoly otevreno P-1/1 P-1/2",
        "Zpět: zapis ukoly rozpracovano P-1/3",
    ]


def test_a_change_may_be_taken_back_by_the_command_that_is_shown(root: Path):
    before = tracker(root).splitlines()[4]
    changes = ("--termin", "konce června", "--kdo", "horakova, odbor kultury")
    out = run(root, "ukoly", "zmenit", "P-1/1", *changes).out
    assert out.splitlines()[1:] == [
        "+ [ ] #P-1/1 Objednat sál @Eva Horáková, @„odbor kultury“ do 30. 6. 2026",
        "  zapsáno: 13. 4. 2026: řeší @Eva Horáková, @„odbor kultury“",
        "  zapsáno: 13. 4. 2026: termín 30. 6. 2026",
        "  „horakova“ = Eva Horáková",
        "  „odbor kultury“ není mezi známými osobami, zapsáno, jak je",
        "  „konce června“ = do 30. 6. 2026",
        'Zpět: zapis ukoly zmenit P-1/1 --kdo "Petr Cháb" --termin "1. 5. 2026"',
    ]
    back = ("--kdo", "Petr Cháb", "--termin", "1. 5. 2026")
    assert run(root, "ukoly", "zmenit", "P-1/1", *back).code == 0
    assert tracker(root).splitlines()[4] == before


def test_a_note_is_words_with_or_without_quotes(root: Path):
    ran = run(root, "ukoly", "poznamka", "P-1/2", "splněno,", "až přijdou", "odpovědi")
    assert (ran.code, ran.out) == (
        0,
        "  [ ] #P-1/2 Pozvat hosty\n  zapsáno: 13. 4. 2026: pozn.: splněno, až přijdou odpovědi\n",
    )


def test_a_mark_of_another_day_that_does_not_win_says_so(root: Path):
    run(root, "ukoly", "splneno", "P-1/2")
    ran = run(root, "ukoly", "zruseno", "P-1/2", "--dne", "2. 4. 2026")
    assert (ran.code, ran.out.splitlines()[1:]) == (
        0,
        ["  zapsáno: 2. 4. 2026: zrušeno", "  dál platí novější 13. 4. 2026: splněno"],
    )


def test_what_is_so_already_is_said_and_not_written(root: Path):
    before = tracker(root)
    ran = run(root, "ukoly", "otevreno", "P-1/2")
    assert (ran.code, tracker(root), ran.out.splitlines()[1:]) == (
        0,
        before,
        ["  nic se nezapsalo", "  už platí: otevřeno"],
    )


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("splneno", "P-1/1", "P-1/9"), 1, "P-1/9"),
        (("splneno", "P-1/1", "nic"), 1, "nic"),
        (("zmenit", "P-1/1", "--termin", "31. 2."), 2, "--termin: termínu „31. 2.“"),
        (("zmenit", "P-1/1", "--kdo", "Novák"), 2, "Jan Novák, Jiří Novák"),
        (("zmenit", "P-1/1"), 2, "Napište, co změnit"),
        (("poznamka", "P-1/1", " "), 2, "Chybí text poznámky"),
        (("poznamka", "P-1/1"), 2, "TEXT"),
        (("splneno",), 2, "ČÍSLO"),
        (("splneno", "P-1/1", "--dne", "31. 2."), 2, "31. 2."),
        (("splneno", "P-1/1", "--poznamka", "\udce8"), 2, "UTF-8"),
        (("splneno", "\udce8"), 2, "UTF-8"),
        (("poznamka", "P-1/1", "\udce8"), 2, "UTF-8"),
    ],
)
def test_a_mistake_is_explained_and_nothing_is_written(
    root: Path, arguments: tuple[str, ...], code: int, said: str
):
    before = tracker(root)
    ran = run(root, "ukoly", *arguments)
    assert (ran.code, ran.out, said in ran.err, tracker(root)) == (code, "", True, before)


def test_every_problem_is_named_with_a_cure(root: Path):
    ran = run(root, "ukoly", "splneno", "P-1/8", "P-1/9", "P-1/1")
    lines = ran.err.splitlines()
    starts = [line.split(":")[0] for line in lines]
    assert starts == ["Chyba", "   oprava", "Chyba", "   oprava", "Nic se nezměnilo."]


@pytest.mark.parametrize(
    ("arguments", "colored"),
    [((), False), (("--barvy", "vzdy"), True), (("--barvy", "nikdy"), False)],
)
def test_colours_are_as_asked(root: Path, arguments: tuple[str, ...], colored: bool):  # noqa: FBT001
    ran = run(root, "ukoly", "splneno", "P-1/1", *arguments)
    assert ("\x1b[" in ran.out) is colored


def test_the_day_and_the_folder_may_be_given(root: Path):
    elsewhere = root / "jinde"
    elsewhere.mkdir()
    run(elsewhere, "ukoly", "splneno", "-C", str(root), "P-1/1", "--ke-dni", "1. 5. 2026")
    assert "  - 1. 5. 2026: splněno\n" in tracker(root)


def test_control_characters_reach_neither_the_tracker_nor_the_terminal(root: Path):
    ran = run(root, "ukoly", "poznamka", "P-1/1", "a\x1b[2Jb\nc")
    assert ("\x1b" in tracker(root) + ran.out, r"13. 4. 2026: a\[2Jb c" in ran.out) == (False, True)


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGINT")
def test_waiting_for_another_zapis_is_said_and_can_be_given_up(root: Path):
    before = tracker(root)
    with lock(root / ".zapis" / "zamek", 1):
        process = subprocess.Popen(
            [sys.executable, "-m", "zapis", "ukoly", "splneno", "P-1/1"],
            cwd=root,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert process.stderr
        first = process.stderr.readline().decode()
        os.kill(process.pid, signal.SIGINT)
        _, rest = process.communicate()
    assert (first, process.returncode, tracker(root)) == (
        "Čekám, až skončí jiný zapis (přeruší Ctrl+C)…\n",
        1,
        before,
    )
    assert "Přerušeno." in rest.decode()
