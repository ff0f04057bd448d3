"""Folders of what zapis remembers, which is of no use to anybody else."""

from contextlib import suppress
from pathlib import Path

_IGNORE = ".gitignore"


def make_cache_folder(folder: Path) -> None:
    """Make the folder, with a note to git that nothing in it is to be kept.

    Raises OSError where the folder cannot be made, for there is none around it.
    """
    folder.mkdir(exist_ok=True)
    with suppress(OSError):
        if not (folder / _IGNORE).exists():
            (folder / _IGNORE).write_bytes(b"*\n")
