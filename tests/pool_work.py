"""Work for tests of the pool, in a module that a process started from nothing can import."""

import os
import signal
import sys
import time
from pathlib import Path

from msgspec import Struct

from zapis.steps import Steps


class Double(Struct, frozen=True):
    """Twice a number, with faults where they are asked for."""

    fails: tuple[int, ...] = ()
    dies: tuple[int, ...] = ()
    exits: tuple[int, ...] = ()
    leaves: tuple[int, ...] = ()

    def __call__(self, number: int) -> int:
        if number in self.fails:
            raise ValueError(f"první řádek\nčíslo {number}")
        if number in self.dies:
            os.kill(os.getpid(), signal.SIGKILL)
        if number in self.exits:
            os._exit(3)
        if number in self.leaves:
            sys.exit(4)
        return 2 * number


def tell_process(_number: int) -> int:
    """The process that does the work."""
    return os.getpid()


def give_unsendable(number: int) -> object:
    """Something that no pipe can carry, for odd numbers."""
    return (lambda: number) if number % 2 else number


def speak(number: int) -> int:
    """Everything that could reach a terminal."""
    for stream in (sys.stdout, sys.stderr):
        stream.write("slyšet")
        stream.flush()
    os.write(1, "slyšet".encode())
    return number


def swell(text: str) -> str:
    """A large result for a large item."""
    return text * 2


class Sleep(Struct, frozen=True):
    """Notes its process in a folder and sleeps."""

    folder: Path
    seconds: float

    def __call__(self, number: int) -> int:
        (self.folder / str(os.getpid())).touch()
        time.sleep(self.seconds)
        return number


class DoubleInSteps(Struct, frozen=True):
    """As `Double`, in three steps, which tell a folder where they stand."""

    folder: Path
    fails: tuple[int, ...] = ()
    dies: tuple[int, ...] = ()

    def __call__(self, number: int) -> Steps[int]:
        yield
        if number in self.fails:
            raise ValueError(f"číslo {number}")
        if number in self.dies:
            os.kill(os.getpid(), signal.SIGKILL)
        with (self.folder / "kroky").open("a") as told:
            told.write(f"{number} ")
        yield
        with (self.folder / "kroky").open("a") as told:
            told.write(f"{number} ")
        return 2 * number
