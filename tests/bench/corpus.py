"""Workspaces to measure on: made once, built, and kept for the next time."""

import shutil
import subprocess
import sys
from pathlib import Path

from making import TODAY
from zapis.engine.build import BuildRequest, build
from zapis.workspace import open_workspace

_BUILT = "postaveno"


def make_corpus(script: Path, folder: Path, meetings: int) -> Path:
    """A built workspace of that many meetings, made by a script: SCRIPT FOLDER -n COUNT."""
    root = folder / f"jednani-{meetings}"
    if not (root / ".zapis" / _BUILT).exists():
        shutil.rmtree(root, ignore_errors=True)
        subprocess.run(  # noqa: S603 - a script that the user has named
            [sys.executable, script, root, "-n", str(meetings)], check=True, capture_output=True
        )
        build_corpus(root)
    return root


def build_corpus(root: Path) -> None:
    """Bring the tracker of a workspace up to date, and pages for it to lie among."""
    build(open_workspace(root), BuildRequest(TODAY, formats=("html",)))
    (root / ".zapis" / _BUILT).touch()
