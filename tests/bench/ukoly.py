"""`zapis ukoly` against other lists of tasks, and against merely finding the lines."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.commands import zapis_command
from bench.measuring import Command
from bench.race import Pair, race
from bench.setting import Setting
from bench.table import Row, at_least, at_most, of_meetings
from bench.task_peers import ripgrep, taskwarrior, todoman
from zapis.engine.clock import today
from zapis.engine.index.opening import open_known_workspace
from zapis.engine.index.store import NAME
from zapis.engine.lists.task_board import read_board
from zapis.tasks.query.rows import TaskRow
from zapis.workspace import CACHE

_WAYS = {"do roury": False, "na terminálu": True}


def list_command(root: Path, *, indexed: bool = True) -> Command:
    """The list of all open tasks of a workspace."""
    if indexed:
        return zapis_command("ukoly", root)
    index = root / CACHE / NAME
    return zapis_command("ukoly", root, prepare=lambda: index.unlink(missing_ok=True))


def rows(setting: Setting) -> Iterator[Row]:
    """The rows of the table of speeds that are about lists."""
    root = setting.built(setting.sizes.large)
    tasks = read_board(open_known_workspace(root), today(), only_open=True).rows
    ours, count = list_command(root), f"{of_meetings(setting.sizes.large)}"
    peers = (
        ("taskwarrior", taskwarrior(setting, tasks), at_most(0.6), at_most(0.38)),
        ("todoman", todoman(setting, tasks), at_most(0.3), at_most(0.17)),
        ("ripgrep", ripgrep(setting, root), at_most(3), at_most(2)),
    )
    for way, terminal in _WAYS.items():
        pairs = [
            Pair(f"`zapis ukoly` : {name}, {way}, {count}", ours, peer, must, aim)
            for name, peer, must, aim in peers
        ]
        yield from race(pairs, setting.times, terminal=terminal)
    yield from race([_unprepared(setting, root, tasks)], 1, warm=False)


def _unprepared(setting: Setting, root: Path, tasks: Sequence[TaskRow]) -> Pair:
    name = f"todoman bez mezipaměti : `zapis ukoly` bez indexu, {of_meetings(setting.sizes.large)}"
    theirs = todoman(setting, tasks, cached=False)
    ours = list_command(root, indexed=False)
    return Pair(name, theirs, ours, at_least(2), at_least(5), "měřeno jednou")
