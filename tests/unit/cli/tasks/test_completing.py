"""Completion of task numbers in a shell."""

from pathlib import Path

import click
import pytest
from click.shell_completion import ShellComplete

from making import make_workspace
from zapis.cli.app import cli
from zapis.cli.tasks.completing import complete_task

TRACKER = """\
# Úkoly

- [ ] #BC-2026-01-23/1 Objednat sál
- [x] #BC-2026-01-23/2 Pozvat hosty
- [/] #P-2026-03-16/1 Vyvěsit plakát
- [-] #P-2026-03-16/2
"""


def complete(*arguments: str, incomplete: str = "") -> list[str]:
    found = ShellComplete(cli, {}, "zapis", "_ZAPIS_COMPLETE").get_completions(
        list(arguments), incomplete
    )
    return [item.value for item in found]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("ZAPIS_SLOZKA", raising=False)
    monkeypatch.chdir(make_workspace(tmp_path, {"ukoly.md": TRACKER}))
    return tmp_path


@pytest.mark.usefixtures("root")
@pytest.mark.parametrize(
    ("command", "incomplete", "expected"),
    [
        ("splneno", "", ["BC-2026-01-23/1", "P-2026-03-16/1"]),
        ("rozpracovano", "", ["BC-2026-01-23/1"]),
        ("zruseno", "", ["BC-2026-01-23/1", "P-2026-03-16/1"]),
        ("otevreno", "", ["BC-2026-01-23/2", "P-2026-03-16/1", "P-2026-03-16/2"]),
        ("zmenit", "P-", ["P-2026-03-16/1", "P-2026-03-16/2"]),
        ("zmenit", "bc-2026-01-23/2", ["BC-2026-01-23/2"]),
        ("poznamka", "03-16/1", ["P-2026-03-16/1"]),
        ("poznamka", "nic", []),
    ],
)
def test_tasks_that_the_command_is_for_are_offered(
    command: str, incomplete: str, expected: list[str]
):
    assert complete("ukoly", command, incomplete=incomplete) == expected


def test_the_folder_on_the_line_counts(root: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(root.parent)
    before = complete("-C", str(root), "ukoly", "rozpracovano")
    behind = complete("ukoly", "rozpracovano", "-C", str(root))
    assert (before, behind, complete("ukoly", "rozpracovano")) == (
        ["BC-2026-01-23/1"],
        ["BC-2026-01-23/1"],
        [],
    )


@pytest.mark.parametrize("content", [b"\xff\xfe", b"", b"# \xc3\x9akoly\r\n- [ ] #x\r\n", None])
def test_nothing_is_offered_and_nothing_said_where_there_is_no_tracker(
    root: Path, content: bytes | None, capfd: pytest.CaptureFixture[str]
):
    (root / "ukoly.md").unlink()
    if content is not None:
        (root / "ukoly.md").write_bytes(content)
    assert (complete("ukoly", "splneno"), capfd.readouterr()) == ([], ("", ""))


@pytest.mark.usefixtures("root")
def test_words_of_a_task_explain_its_number():
    context = click.Context(click.Command("splneno"))
    items = complete_task(context, click.Argument(["ids"]), "")
    assert [item.help for item in items] == ["Objednat sál", "Vyvěsit plakát"]
