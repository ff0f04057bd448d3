"""Changes of tasks written into the tracker of a workspace: all of them or nothing."""

import datetime as dt
import os
import shutil
from pathlib import Path
from unittest.mock import patch

import pytest

from making import TODAY, build_workspace, make_workspace
from zapis.engine.tracker import changing, store, tracked_whole
from zapis.engine.tracker.changing import ChangeRequest, ChangeResult, change_tasks
from zapis.files import WriteError, lock
from zapis.model.tasks import TaskStatus
from zapis.tasks.changes import Wanted
from zapis.workspace import open_workspace

MEETING = """\
---
nazev: Porada
datum: 20. 3. 2026
id: P-1
pritomni: [Eva Horáková, Petr Cháb]
---
- [ ] Objednat sál @Petr Cháb (do 1. 5. 2026)
- [ ] Pozvat hosty
"""
TRACKER = """\
# Úkoly

## Ostatní

- [ ] #P-1/1 Objednat sál @Petr Cháb do 1. 5. 2026
  - zápis [20. 3. 2026](a.md): otevřeno, @Petr Cháb, do 1. 5. 2026

- [ ] #P-1/2 Pozvat hosty
  - zápis [20. 3. 2026](a.md): otevřeno
"""
DONE = Wanted(TaskStatus.DONE)
NOTHING_READ_WHOLE = patch.object(tracked_whole, "start_update", side_effect=AssertionError)


def change(root: Path, wanted: Wanted, *ids: str, today: dt.date = TODAY) -> ChangeResult:
    return change_tasks(open_workspace(root), ChangeRequest(ids, wanted), today)


def tracker(root: Path) -> str:
    return (root / "ukoly.md").read_bytes().decode()


def heads(root: Path) -> str:
    return (root / ".zapis" / "vety.json").read_text(encoding="utf-8")


def documents(root: Path) -> dict[str, str]:
    pages = (root / "vystup").rglob("*.html")
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(pages)}


def codes(found: ChangeResult) -> list[str]:
    return [item.code.id for report in found.reports for item in report.diagnostics]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_workspace(tmp_path, {"a.md": MEETING, "ukoly.md": TRACKER})


def test_a_task_is_marked_by_a_dated_line(root: Path):
    found = change(root, DONE, "P-1/1")
    ticked = "- [x] #P-1/1 Objednat sál @Petr Cháb do 1. 5. 2026\n"
    assert [(task.before, task.after) for task in found.tasks] == [
        ("- [ ] #P-1/1 Objednat sál @Petr Cháb do 1. 5. 2026", ticked.rstrip())
    ]
    lines = TRACKER.splitlines(keepends=True)
    expected = [*lines[:4], ticked, lines[5], "  - 13. 4. 2026: splněno\n", *lines[6:]]
    assert tracker(root) == "".join(expected)


def test_the_tracker_is_brought_up_to_date_first(tmp_path: Path):
    make_workspace(tmp_path, {"a.md": MEETING})
    change(tmp_path, DONE, "P-1/2")
    assert tracker(tmp_path) == (
        TRACKER.replace("- [ ] #P-1/2", "- [x] #P-1/2") + "  - 13. 4. 2026: splněno\n"
    )


def test_a_hand_that_has_edited_meanwhile_is_noted_before_the_change(root: Path):
    make_workspace(root, {"ukoly.md": TRACKER.replace("- [ ] #P-1/1", "- [/] #P-1/1")})
    (task,) = change(root, DONE, "P-1/1").tasks
    assert (task.state.status, tracker(root).splitlines()[6:8]) == (
        TaskStatus.IN_PROGRESS,
        ["  - 13. 4. 2026: rozpracováno", "  - 13. 4. 2026: splněno"],
    )


def test_a_build_after_a_change_changes_no_byte(root: Path):
    change(root, Wanted(assignees=("Horákové",), deadline="konce května", note="x"), "P-1/1")
    after = tracker(root)
    build_workspace(root, TODAY + dt.timedelta(days=1))
    assert (tracker(root), after.count("13. 4. 2026: ")) == (after, 2)


def test_people_of_all_meetings_and_settings_are_known(root: Path):
    make_workspace(root, {"zapis.yaml": "osoby: [Alena Říhová]\n"})
    change(root, Wanted(assignees=("rihove, chab",)), "P-1/2")
    assert "- [ ] #P-1/2 Pozvat hosty @Alena Říhová, @Petr Cháb\n" in tracker(root)


def test_several_tasks_are_changed_at_once_each_once(root: Path):
    found = change(root, DONE, "P-1/1", "#P-1/2", "P-1/1")
    assert ([str(task.id) for task in found.tasks], tracker(root).count("splněno")) == (
        ["P-1/1", "P-1/2"],
        2,
    )


@pytest.mark.parametrize(
    ("wanted", "ids", "count"),
    [
        (DONE, ("P-1/1", "P-1/7", "P-2/1"), 2),
        (Wanted(deadline="31. 2."), ("P-1/1", "P-1/2"), 1),
        (Wanted(assignees=("",), deadline="31. 2."), ("P-1/1",), 2),
    ],
)
def test_one_problem_and_nothing_is_written(
    root: Path, wanted: Wanted, ids: tuple[str, ...], count: int
):
    found = change(root, wanted, *ids)
    assert (len(found.problems), found.failed, found.tasks) == (count, True, ())
    assert tracker(root) == TRACKER


def test_minutes_with_errors_are_named_where_a_task_is_not_found(root: Path):
    make_workspace(root, {"b.md": "---\npritomi: X\n---\n"})
    assert codes(change(root, DONE, "P-9/9")) == ["Z201"]
    assert codes(change(root, DONE, "P-1/1")) == []


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("do příště", "- [ ] #P-1/2 Pozvat hosty (do 20. 5. 2026)"),
        (
            "do příštího zastupitelstva",
            "Pozvat hosty (termín: do příštího zastupitelstva)",
        ),
    ],
)
def test_next_time_is_the_day_of_the_next_meeting(tmp_path: Path, words: str, line: str):
    files = {
        "zapis.yaml": "serie:\n  porady:\n    nazev: Porady\n",
        "a.md": MEETING.replace("id: P-1", "id: P-1\nserie: porady"),
        "b.md": "---\nnazev: Porada\ndatum: 20. 5. 2026\nserie: porady\nid: P-2\n---\nNic.\n",
    }
    root = make_workspace(tmp_path, files)
    change(root, Wanted(deadline=words), "P-1/2")
    assert line in tracker(root)


LATER = """\
---
nazev: Porada
datum: 27. 3. 2026
id: P-2
---
- #P-1/1: vybírá se
- [ ] Zaplatit sál @Petr Cháb
"""
CHANGES: dict[str, tuple[Wanted, tuple[str, ...]]] = {
    "done": (DONE, ("P-1/1",)),
    "by an ending": (DONE, ("2/1", "P-1/2")),
    "a deadline": (Wanted(deadline="do příště", note="x"), ("P-1/2",)),
    "what is so": (Wanted(TaskStatus.OPEN), ("P-1/2",)),
    "a new task": (DONE, ("P-3/1",)),
    "a task that is gone": (Wanted(note="proč"), ("P-2/1",)),
}
EDITS = {
    "a new task": {"c.md": LATER.replace("P-2", "P-3").replace("27.", "28.")},
    "a task that is gone": {"b.md": LATER.replace("- [ ] Zaplatit sál @Petr Cháb\n", "")},
}


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A workspace that has been built."""
    root = make_workspace(tmp_path / "w", {"a.md": MEETING, "b.md": LATER})
    build_workspace(root)
    return root


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_reads_no_more_than_it_reaches_and_comes_out_as_if_it_had(built: Path, name: str):
    wanted, ids = CHANGES[name]
    make_workspace(built, EDITS.get(name, {}))
    copy = Path(shutil.copytree(built, built.parent / "copy"))
    (copy / ".zapis" / "index.sqlite").unlink()
    with NOTHING_READ_WHOLE:
        part = change(built, wanted, *ids)
    whole = change(copy, wanted, *ids)
    assert (part, tracker(built), heads(built)) == (whole, tracker(copy), heads(copy))


@pytest.mark.parametrize("name", CHANGES)
def test_a_build_after_a_change_does_what_one_of_everything_does(built: Path, name: str):
    wanted, ids = CHANGES[name]
    make_workspace(built, EDITS.get(name, {}))
    change(built, wanted, *ids)
    copy = Path(shutil.copytree(built, built.parent / "copy"))
    (copy / ".zapis" / "index.sqlite").unlink()
    with NOTHING_READ_WHOLE:
        build_workspace(built)
    build_workspace(copy)
    assert (tracker(built), documents(built)) == (tracker(copy), documents(copy))


def test_the_next_meeting_is_known_though_its_minutes_are_not_read(tmp_path: Path):
    files = {
        "zapis.yaml": "serie:\n  porady:\n    nazev: Porady\n",
        "a.md": MEETING.replace("id: P-1", "id: P-1\nserie: porady"),
        "b.md": LATER.replace("id: P-2", "id: P-2\nserie: porady").replace("27. 3.", "20. 5."),
    }
    root = make_workspace(tmp_path, files)
    build_workspace(root)
    with NOTHING_READ_WHOLE:
        change(root, Wanted(deadline="do příště"), "P-1/2")
    assert "- [ ] #P-1/2 Pozvat hosty (do 20. 5. 2026)" in tracker(root)


def test_after_a_change_for_which_everything_was_read_a_build_reads_nothing_again(built: Path):
    (built / ".zapis" / "index.sqlite").unlink()
    change(built, DONE, "P-1/1")
    with NOTHING_READ_WHOLE:
        build_workspace(built)
    assert tracker(built).count("13. 4. 2026: splněno") == 1


def test_a_change_after_a_hand_has_edited_reads_everything_once(built: Path):
    (built / "ukoly.md").write_text(tracker(built).replace("[ ] #P-1/2", "[x] #P-1/2"), "utf-8")
    change(built, DONE, "P-1/1")
    with NOTHING_READ_WHOLE:
        change(built, Wanted(TaskStatus.OPEN), "P-1/2")
        build_workspace(built)
    assert tracker(built).count("13. 4. 2026: ") == 3


def test_a_task_of_the_archive_that_minutes_open_again_can_be_closed(root: Path):
    entry = TRACKER.split("\n\n")[2].replace("[ ]", "[x]").replace("otevřeno", "splněno")
    review = LATER.replace("- #P-1/1: vybírá se", "- [ ] #P-1/1: znovu")
    make_workspace(
        root,
        {
            "ukoly-archiv.md": f"# Úkoly\n\n## Ostatní\n\n{entry}\n",
            "ukoly.md": TRACKER.replace(f"{TRACKER.split(chr(10) * 2)[2]}\n\n", ""),
            "a.md": MEETING.replace("- [ ] Objednat", "- [x] Objednat"),
            "b.md": review,
        },
    )
    (task,) = change(root, DONE, "P-1/1").tasks
    assert (task.after[:13], tracker(root).count("  - 13. 4. 2026: splněno\n")) == (
        "- [x] #P-1/1 ",
        1,
    )


def test_what_is_so_already_is_not_written(root: Path):
    before = (root / "ukoly.md").stat().st_mtime_ns
    (task,) = change(root, Wanted(TaskStatus.OPEN), "P-1/1").tasks
    assert (task.facts, task.before == task.after) == ((), True)
    assert (root / "ukoly.md").stat().st_mtime_ns == before


def test_a_task_that_has_just_left_its_minutes_is_a_warning_and_can_be_changed(root: Path):
    make_workspace(root, {"a.md": MEETING.replace("- [ ] Pozvat hosty\n", "")})
    found = change(root, DONE, "P-1/2")
    assert (codes(found), found.failed) == (["Z415"], False)
    assert tracker(root).endswith(
        "## Už nejsou v zápisech\n\n- [x] #P-1/2 Pozvat hosty\n"
        "  - zápis [20. 3. 2026](a.md): otevřeno\n  - 13. 4. 2026: splněno\n"
    )


def test_a_number_of_two_tasks_is_a_problem(root: Path):
    twice = f"{TRACKER}\n- [ ] #P-1/2 Docela jiný úkol\n  - zápis [20. 3. 2026](a.md): otevřeno\n"
    make_workspace(root, {"a.md": MEETING.replace("nazev", "pritomi"), "ukoly.md": twice})
    (problem,) = change(root, DONE, "P-1/2").problems
    assert (problem.message, tracker(root)) == ("číslo #P-1/2 mají dva úkoly", twice)


def test_line_ends_of_windows_are_kept(root: Path):
    make_workspace(root, {"ukoly.md": TRACKER.replace("\n", "\r\n")})
    change(root, Wanted(TaskStatus.DONE, note="hotovo"), "P-1/1", "P-1/2")
    text = tracker(root)
    assert (text.count("\r\n"), text.count("splněno, hotovo\r\n")) == (text.count("\n"), 2)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (f"<<<<<<< moje\n{TRACKER}>>>>>>> jejich\n", "Z505"),
        (f"{TRACKER}  - 31. 2. 2026: splněno\n", "Z504"),
    ],
)
def test_a_tracker_that_cannot_be_understood_is_left_alone(root: Path, text: str, code: str):
    make_workspace(root, {"ukoly.md": text})
    found = change(root, DONE, "P-1/1")
    assert (set(codes(found)), found.failed, tracker(root)) == ({code}, True, text)


def test_with_broken_settings_nothing_is_written(root: Path):
    make_workspace(root, {"zapis.yaml": "vystup: [\n"})
    found = change(root, DONE, "P-1/1")
    assert (found.failed, found.reports[0].source.path) == (True, "zapis.yaml")
    assert tracker(root) == TRACKER


def test_a_busy_lock_is_said_after_a_while(root: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(store, "_PATIENCE", 0.05)
    said: list[str] = []
    with lock(root / ".zapis" / "zamek", 1):
        found = change_tasks(
            open_workspace(root),
            ChangeRequest(("P-1/1",), DONE),
            TODAY,
            waiting=lambda: said.append("čekám"),
        )
    assert (codes(found), found.failed, said) == (["Z512"], True, ["čekám"])
    assert tracker(root) == TRACKER


def test_a_folder_that_cannot_be_written_is_said(root: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(target: Path, _data: bytes, **_options: bool) -> None:
        raise WriteError(target, "disk je jen pro čtení")

    monkeypatch.setattr(store, "write_atomic", refuse)
    found = change(root, DONE, "P-1/1")
    assert (codes(found), found.failed) == (["Z507"], True)


def test_a_tracker_saved_by_an_editor_meanwhile_is_not_overwritten(
    root: Path, monkeypatch: pytest.MonkeyPatch
):
    usual = changing.plan_changes

    def edit_meanwhile(*arguments: object) -> object:
        (root / "ukoly.md").write_text("# Úkoly\n\nPoznámka.\n", encoding="utf-8")
        return usual(*arguments)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(changing, "plan_changes", edit_meanwhile)
    found = change(root, DONE, "P-1/1")
    assert (codes(found), tracker(root)) == (["Z506"], "# Úkoly\n\nPoznámka.\n")


def test_what_a_killed_run_left_long_ago_is_tidied_up(root: Path):
    left = [root / ".zapis-1-a.tmp", root / ".zapis" / ".zapis-1-b.tmp"]
    make_workspace(root, {path.relative_to(root).as_posix(): "" for path in left})
    for path in left:
        os.utime(path, (0, 0))
    change(root, DONE, "P-1/1")
    assert [path.exists() for path in left] == [False, False]
