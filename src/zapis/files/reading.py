"""Read a source from the disk; whatever is wrong with it becomes a diagnostic."""

import errno
import os
import stat
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from zapis import codes
from zapis.diagnostics import Diagnostic, Outcome
from zapis.files.decoding import LARGEST_SOURCE, decode
from zapis.source import SourceFile

_REASONS: Mapping[int, str] = MappingProxyType(
    {
        errno.ENOENT: "soubor neexistuje",
        errno.ENOTDIR: "část cesty není složka",
        errno.EISDIR: "je to složka, ne soubor",
        errno.EACCES: "chybí oprávnění ke čtení",
        errno.EPERM: "chybí oprávnění ke čtení",
        errno.ELOOP: "odkaz na soubor vede v kruhu",
        errno.ENAMETOOLONG: "název je příliš dlouhý",
        errno.EIO: "disk soubor nevydal",
        errno.ENODEV: "není to obyčejný soubor",
    }
)
_CURES: Mapping[int, str] = MappingProxyType(
    {
        errno.ENOENT: "zkontrolujte název souboru a složku",
        errno.EACCES: "požádejte správce o právo soubor číst",
        errno.EPERM: "požádejte správce o právo soubor číst",
    }
)


def read_source(root: Path, path: Path | str) -> Outcome[SourceFile]:
    """The source at `path`, which is taken from `root` and shown relative to it with `/`.

    At most 2 MB are read. Folders, pipes and devices are refused without being opened.
    """
    file = root / path
    shown = _shown(root, file)
    try:
        data, size = _read(file)
    except OSError as problem:
        number = problem.errno or 0
        reason = _REASONS.get(number, f"systém ho nevydal (chyba č. {number})")
        return _unreadable(shown, reason, _CURES.get(number))
    except ValueError:
        return _unreadable(shown, "název obsahuje nepřípustný znak", None)
    return decode(data, shown, size)


def _shown(root: Path, file: Path) -> str:
    """The path in characters that can be printed, whatever bytes the disk has in it."""
    path, start = file.as_posix(), f"{root.as_posix()}/"
    if path.startswith(start):
        path = path[len(start) :]
    elif file.is_relative_to(root):
        path = file.relative_to(root).as_posix()
    if path.isprintable():
        return path
    return "".join(char if char.isprintable() else "\ufffd" for char in path)


def _read(file: Path) -> tuple[bytes, int]:
    """The first 2 MB and one byte of a regular file, and its whole length."""
    _require_regular(file.stat().st_mode)
    with file.open("rb") as stream:
        status = os.fstat(stream.fileno())
        # Room for 2 MB would be made each time; most files have ten kilobytes.
        data = stream.read(min(status.st_size, LARGEST_SOURCE) + 1)
        if len(data) > status.st_size:
            data += stream.read(LARGEST_SOURCE + 1 - len(data))
    return data, max(status.st_size, len(data))


def _require_regular(mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, "")
    if not stat.S_ISREG(mode):
        raise OSError(errno.ENODEV, "")


def _unreadable(shown: str, reason: str, cure: str | None) -> Outcome[SourceFile]:
    message = f"soubor „{shown}“ nelze přečíst: {reason}"
    return Outcome(SourceFile(shown, ""), (Diagnostic(codes.UNREADABLE_FILE, message, None, cure),))
