"""Set git up so that it merges `ukoly.md` by tasks: a line in the project, a line in this clone."""

import shlex
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from zapis.cli.tasks.git_process import run_git
from zapis.files import write_atomic
from zapis.workspace import TRACKER

ATTRIBUTES = ".gitattributes"
LINE = f"{TRACKER} merge=zapis"
KEY = "merge.zapis.driver"
_ARGUMENTS = "ukoly sloucit %O %A %B --cesta %P --delka %L"


class NoGit(Exception):  # noqa: N818 - a state of the machine or the folder
    """There is no git, or the folder is in no repository; the text is a Czech sentence."""


def set_up(folder: Path) -> Iterator[str]:
    """Write what is missing; one Czech sentence for each of the two lines.

    Raises `NoGit`, and `WriteError` where the file cannot be written.
    """
    answer = run_git(("rev-parse", "--show-toplevel"), folder)
    if answer.code:
        reason = f"Složka „{folder.as_posix()}“ není v gitu; založte ho příkazem git init."
        raise NoGit("Program git na tomto počítači není." if answer.code == -1 else reason)
    root = Path(answer.out.decode("utf-8", "surrogateescape").rstrip("\r\n"))
    yield _write_attributes(root, folder)
    yield _write_driver(root)


def command_line() -> str:
    """The command that git runs; where `zapis` is not on the path, by the path of its Python.

    Git hands it to a shell, on Windows too, so a path with spaces is quoted as shells want it.
    """
    if shutil.which("zapis"):
        return f"zapis {_ARGUMENTS}"
    python = shlex.quote(Path(sys.executable).as_posix())
    return f"{python} -m zapis {_ARGUMENTS}"


def _write_attributes(root: Path, folder: Path) -> str:
    path = root / ATTRIBUTES
    if _has_driver(folder):
        return f"{path}: řádek „{LINE}“ už platí."
    before = path.read_bytes() if path.exists() else b""
    newline = b"\r\n" if b"\r\n" in before else b"\n"
    between = newline if before and not before.endswith(b"\n") else b""
    write_atomic(path, before + between + LINE.encode() + newline)
    if _has_driver(folder):
        return f"{path}: přidán řádek „{LINE}“; uložte soubor do gitu."
    return f"{path}: přidán řádek „{LINE}“, ale přednost má jiné nastavení atributu merge."


def _has_driver(folder: Path) -> bool:
    """Whether git would merge a tracker in this folder with the driver called zapis."""
    answer = run_git(("check-attr", "merge", "--", TRACKER), folder)
    return answer.out.strip().endswith(b": merge: zapis")


def _write_driver(root: Path) -> str:
    wanted = command_line()
    known = run_git(("config", "--local", "--get", KEY), root)
    if known.out.decode("utf-8", "replace").strip() == wanted:
        return f"git config {KEY}: „{wanted}“ už platí."
    if run_git(("config", "--local", KEY, wanted), root).code:
        raise NoGit("Git nastavení nepřijal; zkontrolujte soubor .git/config.")
    return f"git config {KEY}: nastaveno „{wanted}“; nastavte i v ostatních klonech."
