import datetime as dt
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from boards import EDITS, FILES, FIRST, SECOND, Edit, board, board_read_in_full
from making import TODAY, build_workspace, make_workspace
from zapis.check.surroundings import Surroundings
from zapis.engine.index import fresh, stamps
from zapis.engine.index.opening import open_known_workspace
from zapis.engine.index.store import NAME
from zapis.engine.lists import board_update, task_board
from zapis.engine.lists.task_board import read_board
from zapis.engine.reading import ReadFile
from zapis.engine.tracker import store
from zapis.steps import Steps
from zapis.tasks.query.rows import Urgency
from zapis.workspace import Workspace


@pytest.fixture(autouse=True)
def _settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files count as settled a moment after they were written, not only two seconds later."""
    monkeypatch.setattr(stamps, "_YOUNG", -60_000_000_000)


def test_a_board_holds_all_tasks_in_the_order_of_the_tracker(tmp_path: Path):
    found = board(make_workspace(tmp_path, FILES))
    assert [(str(row.id), row.urgency, row.is_new) for row in found.rows] == [
        ("R-2026-03-20/1", Urgency.OVERDUE, True),
        ("R-2026-03-20/2", Urgency.UNDATED, True),
        ("R-2026-03-20/3", Urgency.DONE, True),
    ]
    assert [person.name for person in found.people] == ["Eva Malá", "Jan Novák", "Petr Cháb"]
    assert (found.count, found.reports) == (3, ())


def test_histories_and_closed_tasks_only_where_asked_for(tmp_path: Path):
    make_workspace(tmp_path, FILES)
    workspace = open_known_workspace(tmp_path)
    for _ in range(2):  # made, then remembered
        found = read_board(workspace, TODAY, only_open=True)
        assert [row.id.number for row in found.rows] == [1, 2]
        assert ({row.history for row in found.rows}, found.count) == ({()}, 3)


def test_nothing_is_written_but_the_index(tmp_path: Path):
    board(make_workspace(tmp_path, FILES))
    names = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*"))
    own = [".zapis", ".zapis/.gitignore", f".zapis/{NAME}"]
    assert names == [*own, "a.md", "b.md", "zapis.yaml"]


@pytest.fixture
def listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A built workspace, listed before, in which from now on no tracker may be parsed."""
    root = make_workspace(tmp_path / "w", FILES)
    build_workspace(root)
    board(root)

    def parse(*_arguments: object) -> None:
        pytest.fail("the tracker was read")

    monkeypatch.setattr(store, "read_tracker", parse)
    return root


def test_an_unchanged_tracker_is_never_parsed(listed: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(board_update, "refresh", lambda *_: pytest.fail("a source was looked up"))
    later = board(listed, TODAY + dt.timedelta(days=99))
    assert [row.urgency for row in later.rows][:2] == [Urgency.OVERDUE, Urgency.UNDATED]


def touch_all(root: Path) -> None:
    for path in (*root.glob("*.md"), root / "zapis.yaml", root / ".zapis" / "vety.json"):
        os.utime(path, ns=(0, 0))


def rewrite_all(root: Path) -> None:
    for path in root.glob("*.md"):
        path.write_bytes(path.read_bytes())


def change_words_above_the_tasks(root: Path) -> None:
    make_workspace(root, {"a.md": FIRST.replace("- [ ] Obj", "Diskuse se protáhla.\n\n- [ ] Obj")})


def move_the_workspace(root: Path) -> None:
    """Copies have new times; the folder has another name."""
    shutil.copytree(root, root.parent / "copy")
    shutil.rmtree(root)
    shutil.move(root.parent / "copy", root)


@pytest.mark.parametrize(
    "edit",
    [
        touch_all,
        rewrite_all,
        change_words_above_the_tasks,
        move_the_workspace,
    ],
)
def test_it_is_not_parsed_when_only_something_else_changes(listed: Path, edit: Edit):
    edit(listed)
    assert [row.id.number for row in board(listed).rows] == [1, 2, 3]


def test_only_what_has_changed_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    board(make_workspace(tmp_path, FILES))
    read: list[str] = []
    usual = fresh.read_file_in_steps

    def note(
        workspace: Workspace, path: str, around: Surroundings, *, named: bool
    ) -> Steps[ReadFile]:
        read.append(path)
        return usual(workspace, path, around, named=named)

    monkeypatch.setattr(fresh, "read_file_in_steps", note)
    make_workspace(tmp_path, {"b.md": SECOND.replace("[/]", "[x]")})
    assert ([row.urgency for row in board(tmp_path).rows][1], read) == (Urgency.DONE, ["b.md"])


def test_processes_read_what_one_would(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    alone = board(make_workspace(tmp_path / "a", FILES))
    monkeypatch.setattr(fresh, "choose_processes", lambda *_: 2)
    assert board(make_workspace(tmp_path / "b", FILES)).rows == alone.rows


def test_a_fault_at_one_source_is_told_and_keeps_its_tasks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    before = board(make_workspace(tmp_path, FILES))
    build_workspace(tmp_path)
    usual = fresh.read_file_in_steps

    def fail(
        workspace: Workspace, path: str, around: Surroundings, *, named: bool
    ) -> Steps[ReadFile]:
        if path == "b.md":
            raise RuntimeError("rozbité")
        return usual(workspace, path, around, named=named)

    monkeypatch.setattr(fresh, "read_file_in_steps", fail)
    make_workspace(tmp_path, {"b.md": SECOND + "\nDalší věta.\n"})
    found = board(tmp_path)
    assert [row.id for row in found.rows] == [row.id for row in before.rows]
    assert [
        (report.source.path, [item.code.id for item in report.diagnostics])
        for report in found.reports
    ] == [("b.md", ["Z901"])]


def test_a_build_leaves_nothing_to_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    build_workspace(make_workspace(tmp_path, FILES))
    monkeypatch.setattr(fresh, "read_rest", lambda *_: pytest.fail("a source was read"))
    assert [row.is_new for row in board(tmp_path).rows] == [False] * 3


@pytest.mark.parametrize("edits", EDITS.values(), ids=EDITS)
def test_with_an_index_everything_is_as_without(tmp_path: Path, edits: tuple[Edit, ...]):
    root = make_workspace(tmp_path / "w", FILES)
    build_workspace(root)
    boards = [board(root)]
    for edit in edits:
        edit(root)
        boards = [board(root), board(root)]
    assert boards == [board_read_in_full(root)] * 2


def test_many_files_are_looked_at_aside(listed: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(task_board, "_MANY_FILES", 0)
    before = board(listed)
    make_workspace(listed, {"c.md": "# Jen popis\n"})
    monkeypatch.undo()
    assert board(listed) == before == board_read_in_full(listed)


def test_where_nothing_has_changed_only_little_is_loaded(tmp_path: Path):
    """What takes long to load: compilers of Markdown, YAML, schemas and documents; grammars."""
    board(make_workspace(tmp_path, FILES))
    heavy = "yaml markdown_it jinja2 docxtpl lxml resvg_py filelock click hashlib asyncio"
    rooms = "parse assemble schema render pipeline check czech.deadlines.reading model.meeting body"
    program = f"""
import datetime as dt, sys
from pathlib import Path
from zapis.engine.index import stamps
stamps._YOUNG = -60_000_000_000
from zapis.engine.index.opening import open_known_workspace
from zapis.engine.lists.task_board import read_board
board = read_board(open_known_workspace(Path({str(tmp_path)!r})), dt.date(2026, 4, 13))
unwanted = {{*"{heavy}".split(), *(f"zapis.{{room}}" for room in "{rooms}".split())}}
print(board.count, sorted(unwanted & sys.modules.keys()))
"""
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program], capture_output=True, check=True, text=True
    )
    assert done.stdout == "3 []\n"
