"""A workspace whose tasks are changed by processes, and what its tracker must hold then."""

import subprocess
import sys
from collections import Counter
from collections.abc import Collection, Iterable
from pathlib import Path

from command_line import environment, run_process
from faults import many_changes
from making import make_workspace
from zapis.tasks.tracker_file import read_tracker

_IDS = [
    f"R-{meeting}/{task}"
    for meeting in range(1, many_changes.MEETINGS + 1)
    for task in range(1, many_changes.TASKS + 1)
]


def make(root: Path) -> Path:
    """A workspace with its tracker built."""
    tasks = "".join(
        f"- [ ] Úkol {number} z jednání\n" for number in range(1, many_changes.TASKS + 1)
    )
    names = {
        f"r/{day}.md": f"---\nserie: r\nid: R-{day}\ndatum: {day}. 3. 2026\n---\n{tasks}"
        for day in range(1, many_changes.MEETINGS + 1)
    }
    make_workspace(root, {"zapis.yaml": "serie: {r: {nazev: Rada, zkratka: R}}\n", **names})
    built = run_process(root, "build", "-q")
    assert built.code == 0, built.err
    return root


def start(root: Path, name: str, count: int) -> subprocess.Popen[str]:
    """A process that waits for `begin` to make its changes."""
    process = subprocess.Popen(  # noqa: S603 - a program of our own
        [sys.executable, many_changes.__file__, str(root), name, str(count)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment({"PYTHONIOENCODING": "utf-8"}),
        text=True,
        encoding="utf-8",
    )
    assert process.stdout
    process.stdout.readline()
    return process


def begin(process: subprocess.Popen[str]) -> None:
    """Let the process make its changes now."""
    assert process.stdin
    process.stdin.write("\n")
    process.stdin.flush()


def lost_or_torn(root: Path, needed: Iterable[str], allowed: Collection[str]) -> list[str]:
    """What is wrong with the tracker: not whole, notes missing, twice or from nobody."""
    path = root / "ukoly.md"
    outcome = read_tracker(path.name, path.read_text(encoding="utf-8"))
    blocks = outcome.value.blocks
    ids = sorted(str(block.id) for block in blocks)
    notes = Counter(
        statement.note
        for block in blocks
        for statement in block.statements
        if statement.note.startswith(many_changes.NOTE)
    )
    return [
        *(item.message for item in outcome.diagnostics),
        *([] if ids == _IDS else [f"jiné úkoly: {ids}"]),
        *(f"chybí {note}" for note in needed if not notes[note]),
        *(f"{number}× {note}" for note, number in notes.items() if number > 1),
        *(f"navíc {note}" for note in notes if note not in allowed),
    ]
