"""Digests of documents that were put in place by a build that has not come to its end yet.

**Why:** the index is written at the end. After a build that was killed its documents would look
like somebody's work, which must not be overwritten.
"""

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from zapis.files import make_cache_folder, write_line

_NAME = "zapsano-*.txt"
_AN_HOUR = 3600


class Journal(Struct):
    """What this build puts in place; `earlier` are digests that builds without an end have left.

    Without a folder, or where nothing can be written, nothing is noted.
    """

    cache: Path | None
    earlier: frozenset[str] = frozenset()
    _file: Path | None = None

    def note(self, digest: str) -> None:
        """Note a document before it is put in place."""
        with suppress(OSError):
            if self._file is None and self.cache is not None:
                make_cache_folder(self.cache)
                own = f"{os.getpid()}-{os.urandom(4).hex()}"
                self._file = self.cache / _NAME.replace("*", own)
            if self._file is not None:
                write_line(self._file, digest)

    def close(self, *, is_whole: bool) -> None:
        """All is in the index now; after a build of everything that of dead builds is, too."""
        if self.cache is None:
            return
        for path in _journals(self.cache):
            with suppress(OSError):
                is_old = time.time() - path.stat().st_mtime > _AN_HOUR
                if path == self._file or (is_whole and is_old):
                    path.unlink()


def open_journal(cache: Path | None) -> Journal:
    """The journal of a build that begins."""
    found: set[str] = set()
    for path in _journals(cache) if cache is not None else ():
        with suppress(OSError, UnicodeDecodeError):
            found.update(path.read_text(encoding="ascii").split())
    return Journal(cache, frozenset(found))


def _journals(cache: Path) -> Iterator[Path]:
    with suppress(OSError):
        yield from cache.glob(_NAME)
