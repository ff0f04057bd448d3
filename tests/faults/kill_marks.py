"""Commands that change tasks, killed at any moment: the tracker is whole and nothing is lost."""

import os
import random
import signal
import subprocess
from pathlib import Path
from typing import NamedTuple

from command_line import run
from faults.changing_processes import begin, lost_or_torn, make, start
from faults.many_changes import notes_of

SMALL = 8
FULL = 500
# A tracker that grows for ever would make the last changes slower than the first.
ROUNDS_IN_A_WORKSPACE = 50
MOST_CHANGES = 1000
LONGEST_RUN = 0.25


def faults(count: int, folder: Path, seed: int) -> list[str]:
    """What got lost or torn when processes that changed tasks were killed so many times."""
    chance = random.Random(seed)  # noqa: S311 - the same moments every time
    found: list[str] = []
    for first in range(0, count, ROUNDS_IN_A_WORKSPACE):
        root = make(folder / f"w{first}")
        rounds = range(first, min(first + ROUNDS_IN_A_WORKSPACE, count))
        found += _kill_in(root, rounds, chance)
    return found


def _kill_in(root: Path, rounds: range, chance: random.Random) -> list[str]:
    """The faults of the rounds that share a workspace."""
    done: list[str] = []
    tried: set[str] = set()
    found: list[str] = []
    for number in rounds:
        killed = _kill_one(root, f"p{number}", chance.uniform(0.0, LONGEST_RUN))
        found += killed.faults
        done += killed.done
        tried |= set(notes_of(f"p{number}", MOST_CHANGES))
        found += [f"zabití {number}: {fault}" for fault in lost_or_torn(root, done, tried)]
        after = f"změna po {number}"
        if (ran := run(root, "ukoly", "poznamka", "R-1/1", after)).code:
            found.append(f"příkaz po zabití {number} skončil chybou: {ran.err}")
        done.append(after)
        tried.add(after)
    return found


class Killed(NamedTuple):
    """The notes of the commands that had ended, and what went wrong before."""

    done: list[str]
    faults: list[str]


def _kill_one(root: Path, name: str, delay: float) -> Killed:
    """Kill a process while it changes tasks."""
    process = start(root, name, MOST_CHANGES)
    begin(process)
    try:
        process.wait(delay)
    except subprocess.TimeoutExpired:
        os.kill(process.pid, signal.SIGKILL)
    said, complaint = process.communicate()
    return Killed(said.splitlines(), [f"{name}: {complaint}"] if complaint else [])
