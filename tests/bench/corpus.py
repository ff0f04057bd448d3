"""Workspaces to measure on: sources made once by a script, and copies of them that are built."""

import hashlib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import zapis
from bench.commands import build_command
from bench.measuring import run

_PACKAGE = Path(zapis.__file__).parent
_MADE = ("vystup", ".zapis")
_BIN = "odpad"


def make_sources(script: Path, folder: Path, meetings: int) -> Path:
    """A folder of so many minutes and nothing else, made by a script: SCRIPT FOLDER -n COUNT."""
    root = folder / f"zdroje-{meetings}"
    if not root.exists():
        making = folder / f"zdroje-{meetings}.tmp"
        shutil.rmtree(making, ignore_errors=True)
        subprocess.run(  # noqa: S603 - a script that the user has named
            [sys.executable, script, making, "-n", str(meetings)], check=True, capture_output=True
        )
        making.rename(root)
    return root


def copy_sources(sources: Path, target: Path) -> Path:
    """A copy to build in, made once; its files keep their times, so none of them is young."""
    if not target.exists():
        shutil.copytree(sources, target)
    return target


def sweep(root: Path) -> None:
    """Leave nothing of what zapis has made in a workspace."""
    for name in _MADE:
        put_away(root / name, root.parent)
    (root / "ukoly.md").unlink(missing_ok=True)


def put_away(folder: Path, tools: Path) -> None:
    """Take a folder out of the way, if it is there; `empty_bin` removes it for good.

    **Why** not at once: ext4 makes new files ten times slower for some seconds after very many
    were deleted, and whoever is measured next would pay for that.
    """
    if folder.exists():
        (tools / _BIN).mkdir(exist_ok=True)
        folder.rename(Path(tempfile.mkdtemp(dir=tools / _BIN)) / folder.name)


def empty_bin(tools: Path) -> None:
    """Remove what was put away."""
    shutil.rmtree(tools / _BIN, ignore_errors=True)


def build_once(root: Path) -> Path:
    """The workspace built by just this version of zapis, unless that has been done before."""
    done, version = root.with_name(f"{root.name}.txt"), _version()
    if not (done.exists() and done.read_text(encoding="utf-8") == version):
        sweep(root)
        run(build_command(root))
        done.write_text(version, encoding="utf-8")
    return root


def minutes_in(root: Path) -> tuple[Path, ...]:
    """The sources of a made workspace, which lie in folders of years and series."""
    return tuple(sorted(root.glob("[0-9]*/*/*.md")))


def _version() -> str:
    """A digest of the program: a kept workspace may be of another version's making."""
    names = sorted(path for path in _PACKAGE.rglob("*.py"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in names)).hexdigest()
