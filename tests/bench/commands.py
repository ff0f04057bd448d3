"""The commands of zapis that are measured, and the least that Python can do."""

import sys
from collections.abc import Callable
from pathlib import Path

from bench.measuring import Command

PYTHON_PASS = Command("python -c pass", (sys.executable, "-c", "pass"))


def _nothing() -> None:
    pass


def zapis_command(
    words: str, root: Path | None = None, prepare: Callable[[], object] = _nothing
) -> Command:
    """A command of zapis, in a workspace where one is given."""
    where = ("-C", root) if root else ()
    return Command(
        f"zapis {words}", (sys.executable, "-m", "zapis", *where, *words.split()), prepare=prepare
    )


def build_command(root: Path, words: str = "", prepare: Callable[[], object] = _nothing) -> Command:
    """A build of a whole workspace."""
    return zapis_command(f"build -q {words}".strip(), root, prepare)
