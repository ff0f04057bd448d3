"""`zapis ukoly` against other lists of tasks, and against merely finding the lines."""

import sys
from collections.abc import Iterator
from pathlib import Path

from bench.measuring import Command, measure
from bench.peers import prepare_peers
from bench.table import Row
from zapis.engine.clock import today
from zapis.engine.index.opening import open_known_workspace
from zapis.engine.index.store import NAME
from zapis.engine.task_board import read_board
from zapis.workspace import CACHE

_WAYS = {"do roury": False, "na terminálu": True}


def list_command(root: Path, *, indexed: bool = True) -> Command:
    """The list of all open tasks of a workspace."""
    words = (sys.executable, "-m", "zapis", "-C", root, "ukoly")
    if indexed:
        return Command("zapis ukoly", words)
    index = root / CACHE / NAME
    return Command("zapis ukoly", words, prepare=lambda: index.unlink(missing_ok=True))


def rows(root: Path, folder: Path, times: int) -> Iterator[Row]:
    """The rows of the table of speeds that are about lists."""
    tasks = read_board(open_known_workspace(root), today(), only_open=True).rows
    peers = prepare_peers(folder, root, tasks)
    commands = (list_command(root), peers.taskwarrior, peers.todoman, peers.ripgrep)
    for way, terminal in _WAYS.items():
        ours, *others = measure(commands, times, terminal=terminal)
        for peer, target, theirs in zip(
            commands[1:], ("≤ 0,6", "≤ 0,3", "≤ 3"), others, strict=True
        ):
            yield Row(f"`zapis ukoly` : `{peer.name}`, {way}", target, ours, theirs)
    unprepared = (peers.todoman_uncached, list_command(root, indexed=False))
    theirs, ours = measure(unprepared, times, terminal=False)
    yield Row("`todo list` bez mezipaměti : `zapis ukoly` bez indexu", "≥ 2", theirs, ours)
