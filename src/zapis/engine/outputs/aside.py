"""A folder for documents that are made and wait for the numbers of the tracker."""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from zapis.files import make_cache_folder

_START = "navrhy-"
_A_DAY = 86_400


@contextmanager
def folder_aside(cache: Path, *, wanted: bool) -> Iterator[Path | None]:
    """A folder of this process alone, gone afterwards; None where there can be none.

    What a killed build has left is cleared after a day.
    """
    folder = cache / f"{_START}{os.getpid()}-{os.urandom(4).hex()}"
    try:
        if wanted:
            make_cache_folder(cache)
            _remove_old(cache)
            folder.mkdir()
    except OSError:
        wanted = False
    try:
        yield folder if wanted else None
    finally:
        if wanted:
            shutil.rmtree(folder, ignore_errors=True)


def _remove_old(cache: Path) -> None:
    with suppress(OSError):
        for folder in cache.glob(f"{_START}*"):
            if time.time() - folder.stat().st_mtime > _A_DAY:
                shutil.rmtree(folder, ignore_errors=True)
