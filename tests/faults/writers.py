"""Many processes that change tasks of one tracker at once: every change is there."""

import subprocess
from pathlib import Path

from faults.changing_processes import begin, lost_or_torn, make, start
from faults.many_changes import notes_of

SMALL = 24
FULL = 1000
FEW, MANY = 4, 16


def faults(count: int, folder: Path, seed: int) -> list[str]:
    """What is missing after so many changes by processes at once, sixteen for a full number."""
    root = make(folder / "w")
    writers = MANY if count >= FULL else FEW
    shares = [count // writers + (number < count % writers) for number in range(writers)]
    names = [f"s{seed}p{number}" for number in range(writers)]
    processes = [start(root, *own) for own in zip(names, shares, strict=True)]
    for process in processes:
        begin(process)
    failed = [fault for process in processes for fault in _wait(process)]
    notes = [note for own in zip(names, shares, strict=True) for note in notes_of(*own)]
    return failed + lost_or_torn(root, notes, notes)


def _wait(process: subprocess.Popen[str]) -> list[str]:
    """What a process says of a command that has not ended well."""
    _, said = process.communicate()
    return [said.strip() or "proces skončil chybou"] if process.returncode else []
