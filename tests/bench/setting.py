"""What measurements are made with: how many meetings, how often, where things are kept."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench.commands import build_command
from bench.corpus import build_once, copy_sources, make_sources, sweep
from bench.measuring import Command
from bench.programs import find_program
from bench.table import Missing


@dataclass(frozen=True, slots=True)
class Sizes:
    """Numbers of meetings: for a process per file, for whole builds, for a whole archive."""

    small: int
    middle: int
    large: int


FULL = Sizes(100, 1_000, 10_000)
QUICK = Sizes(10, 30, 100)


@dataclass(frozen=True, slots=True)
class Setting:
    """`script` makes corpora and `folder` keeps them; without peers other programs are left out."""

    script: Path
    folder: Path
    times: int
    sizes: Sizes = FULL
    peers: bool = True

    @property
    def few(self) -> int:
        """How often something is measured that takes minutes."""
        return min(self.times, 3)

    @property
    def few_note(self) -> str:
        """What a row says when it was measured less often than others."""
        return f"měřeno {self.few}×" if self.few < self.times else ""

    def sources(self, meetings: int) -> Path:
        """So many minutes, and nothing that zapis makes of them."""
        return make_sources(self.script, self.folder, meetings)

    def cold(self, meetings: int, words: str = "") -> Command:
        """A build from nothing, each time."""
        root = copy_sources(self.sources(meetings), self.folder / f"z-niceho-{meetings}")
        return build_command(root, words, partial(sweep, root))

    def built(self, meetings: int) -> Path:
        """A workspace of so many meetings that has been built."""
        copy = copy_sources(self.sources(meetings), self.folder / f"postaveno-{meetings}")
        return build_once(copy)

    def converted(self, convert: Callable[[Path, Path], Path], name: str, meetings: int) -> Path:
        """The same minutes for another program."""
        return convert(self.sources(meetings), self.folder / f"{name}-{meetings}")

    def git(self) -> Path | Missing:
        """Git, which is everywhere, so that it is never left out."""
        return find_program("git", self.folder / "venv")

    def program(self, name: str) -> Path | Missing:
        """Another program, installed where it is missing, or why there is none."""
        if not self.peers:
            return Missing("zkrácené měření obchází cizí programy")
        return find_program(name, self.folder / "venv")
