"""The most memory that a command and all processes it starts hold at any moment, on Linux."""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from bench.measuring import Command, environment_of

_PROCESSES = Path("/proc")
_PERIOD = 0.02
_KIBIBYTE = 1024


def can_measure() -> bool:
    """Whether this system tells how memory is shared."""
    return (_PROCESSES / "self" / "smaps_rollup").exists()


def peak_memory(command: Command) -> int:
    """Bytes at the highest moment: memory that processes share is counted once (PSS)."""
    command.prepare()
    process = subprocess.Popen(  # noqa: S603 - our own list of commands
        command.words,
        env=environment_of(command),
        cwd=command.folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    most = 0
    while process.poll() is None:
        most = max(most, sum(map(_proportional, _family(process.pid))))
        time.sleep(_PERIOD)
    if process.returncode != 0:
        raise subprocess.CalledProcessError(process.returncode, command.words)
    return most


def _family(root: int) -> Iterator[int]:
    """A process and all that descend from it."""
    parents = dict(_parents())
    for process in parents:
        above: int | None = process
        while above and above != root:
            above = parents.get(above)
        if above == root:
            yield process


def _parents() -> Iterator[tuple[int, int]]:
    for name in os.listdir(_PROCESSES):  # noqa: PTH208 - asked often while others are measured
        if name.isdecimal():
            with suppress(OSError):
                fields = (_PROCESSES / name / "stat").read_bytes().rpartition(b")")[2].split()
                yield int(name), int(fields[1])


def _proportional(process: int) -> int:
    """The share of a process; 0 where it has just ended."""
    with suppress(OSError):
        for line in (_PROCESSES / str(process) / "smaps_rollup").read_bytes().splitlines():
            if line.startswith(b"Pss:"):
                return int(line.split()[1]) * _KIBIBYTE
    return 0
