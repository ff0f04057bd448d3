"""Git as a process: asked with arguments, answers with bytes."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple


class Answer(NamedTuple):
    """What git wrote and its exit code; -1 where there is no git."""

    code: int
    out: bytes = b""


def run_git(arguments: Sequence[str], folder: Path | None = None) -> Answer:
    """Run git in a folder, else where the program stands."""
    git = shutil.which("git")
    if git is None:
        return Answer(-1)
    try:
        done = subprocess.run(  # noqa: S603 - git, with arguments of our own
            [git, *arguments], cwd=folder, capture_output=True, check=False
        )
    except OSError:
        return Answer(-1)
    return Answer(done.returncode, done.stdout)
