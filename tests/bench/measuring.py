"""Commands run in turn, so that whatever else a machine does at the moment meets all of them."""

import fcntl
import os
import pty
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

# They change what Python does, and nobody has them set at work.
_UNWANTED = {"PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "SOURCE_DATE_EPOCH", "NO_COLOR"}
_ROWS, _COLUMNS = 24, 80


def _nothing() -> None:
    pass


@dataclass(frozen=True, slots=True)
class Command:
    """A command under measurement; `prepare` is done before each run and not measured.

    `name` is what people would write. What `has_clock` prints the seconds that count.
    """

    name: str
    words: Sequence[str | Path]
    environment: Mapping[str, str] = field(default_factory=dict)
    prepare: Callable[[], object] = _nothing
    folder: Path | None = None
    has_clock: bool = False


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds that the runs of something took."""

    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle one."""
        return median(self.seconds)


def measure(
    commands: Sequence[Command], times: int, *, terminal: bool, warm: bool = True
) -> tuple[Timing, ...]:
    """How long each command takes, all of them in turn, after one run each that does not count."""
    execute = _run_in_terminal if terminal else run
    return measure_calls([_prepared(command, execute) for command in commands], times, warm=warm)


def measure_calls(
    calls: Sequence[Callable[[], float]], times: int, *, warm: bool = True
) -> tuple[Timing, ...]:
    """The same for functions that tell how long they took."""
    for call in calls if warm else ():
        call()
    rounds = [[call() for call in calls] for _ in range(times)]
    return tuple(Timing(seconds) for seconds in zip(*rounds, strict=True))


def run(command: Command) -> bytes:
    """What a command prints into a pipe; it must succeed."""
    done = subprocess.run(  # noqa: S603 - our own list of commands
        command.words,
        env=environment_of(command),
        cwd=command.folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
    )
    return done.stdout


def timed(function: Callable[[], object]) -> Callable[[], float]:
    """A function that tells how long a call of another one takes."""

    def call() -> float:
        started = time.perf_counter()
        function()
        return time.perf_counter() - started

    return call


def environment_of(command: Command) -> dict[str, str]:
    """The variables a command sees: those of work, not of tests."""
    kept = {name: value for name, value in os.environ.items() if name not in _UNWANTED}
    return {**kept, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", **command.environment}


def _prepared(command: Command, execute: Callable[[Command], object]) -> Callable[[], float]:
    def call() -> float:
        command.prepare()
        if command.has_clock:
            return float(run(command))
        return timed(lambda: execute(command))()

    return call


def _run_in_terminal(command: Command) -> None:
    """On a terminal of 80 columns, as people see it; everything it prints is read."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", _ROWS, _COLUMNS, 0, 0))
    process = subprocess.Popen(  # noqa: S603 - our own list of commands
        command.words,
        env=environment_of(command),
        cwd=command.folder,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    last = b"".join(_read_all(ours))[-500:]
    os.close(ours)
    if process.wait() != 0:
        raise subprocess.CalledProcessError(process.returncode, command.words, last)


def _read_all(handle: int) -> Iterator[bytes]:
    with suppress(OSError):  # Linux says so when the last process has closed the other end
        while data := os.read(handle, 1 << 16):
            yield data
