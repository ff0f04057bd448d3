"""A process that changes tasks by one command after another: `many_changes.py ROOT NAME COUNT`.

It says „ready“, waits for a line, and then names the note of every command that has ended well.
What is written is decided by NAME alone.
"""

import io
import random
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from zapis.cli.app import cli

MEETINGS = 4
TASKS = 5
NOTE = "změna"
_COMMANDS = ("splneno", "otevreno", "rozpracovano", "zruseno", "poznamka", "zmenit")


def notes_of(name: str, count: int) -> tuple[str, ...]:
    """The notes that the process of a name writes down, each its own."""
    return tuple(f"{NOTE} {name}-{number}" for number in range(count))


def arguments_of(name: str, count: int) -> Iterator[list[str]]:
    """The command lines behind `zapis ukoly`, one a note."""
    chance = random.Random(name)  # noqa: S311 - the same changes every time
    for note in notes_of(name, count):
        command = chance.choice(_COMMANDS)
        task = f"R-{chance.randint(1, MEETINGS)}/{chance.randint(1, TASKS)}"
        deadline = f"{chance.randint(1, 28)}. 6. 2026"
        match command:
            case "poznamka":
                yield [command, task, note]
            case "zmenit":
                yield [command, task, "--termin", deadline, "--poznamka", note]
            case _:
                yield [command, task, "--poznamka", note]


def main(root: Path, name: str, count: int) -> None:
    """Make the changes; a command that fails is the last."""
    # What is loaded on first use, so that the changes themselves take all of the time.
    _run(["-C", str(root)])
    _run(["splneno", "--help"])
    print("ready", flush=True)  # noqa: T201 - this is what the parent waits for
    sys.stdin.readline()
    for note, arguments in zip(notes_of(name, count), arguments_of(name, count), strict=True):
        _run(["-C", str(root), *arguments])
        print(note, flush=True)  # noqa: T201 - the same


def _run(arguments: list[str]) -> None:
    """`zapis ukoly` with arguments; what it prints is shown only if it fails."""
    out = io.StringIO()
    try:
        with redirect_stdout(out), redirect_stderr(out):
            cli(["ukoly", *arguments], prog_name="zapis")
    except SystemExit as ended:
        if ended.code:
            sys.exit(f"{arguments}: {out.getvalue()}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
