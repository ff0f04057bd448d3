"""Code of the built-in templates, kept where Python keeps that of this package.

**Why:** compiling them takes as long as making ten documents. Nobody's own template comes here.
"""

import marshal
import sys
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType
from typing import NamedTuple

from jinja2.bccache import Bucket, BytecodeCache, bc_magic

from zapis import __version__

_LOADER = SourceFileLoader(__name__, __file__)
_DAMAGE = (OSError, EOFError, ValueError, TypeError)


class Kept(NamedTuple):
    """The code of a template and the names it uses."""

    code: CodeType
    names: frozenset[str]


def recall(name: str, source: str) -> Kept | None:
    """What was kept of a template, unless its source, zapis, Jinja or Python is another now."""
    path = _path(name)
    if path is None:
        return None
    try:
        mark, code, names = marshal.loads(_LOADER.get_data(path))  # noqa: S302 - as Python does
    except _DAMAGE:
        return None
    return Kept(code, names) if mark == _mark(source) else None


def keep(name: str, source: str, kept: Kept) -> None:
    """Keep it if Python may; no harm is done where that fails."""
    path = _path(name)
    if path is not None and not sys.dont_write_bytecode:
        _LOADER.set_data(path, marshal.dumps((_mark(source), *kept)))


class KeptPages(BytecodeCache):
    """The same for an environment of Jinja, of which `key` and `checksum` tell the template."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket if it can be."""
        kept = recall(bucket.key, bucket.checksum)
        bucket.code = kept and kept.code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what is in it."""
        if bucket.code:
            keep(bucket.key, bucket.checksum, Kept(bucket.code, frozenset()))


def _path(name: str) -> str | None:
    """Beside the compiled form of this module, if it has a place."""
    cached = __spec__.cached
    return cached and str(Path(cached).with_name(f"{name.replace('/', '-')}.jinja"))


def _mark(source: str) -> tuple[str, bytes, str, str]:
    return __version__, bc_magic, str(sys.implementation.cache_tag), source
