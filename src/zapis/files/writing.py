"""Put files in place whole: a reader finds the old content or the new, never a part."""

import contextlib
import errno
import os
import stat
import time
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

_REASONS: Mapping[int, str] = MappingProxyType(
    {
        errno.ENOSPC: "na disku není místo",
        errno.EDQUOT: "je vyčerpán přidělený prostor na disku",
        errno.EROFS: "disk je jen pro čtení",
        errno.EACCES: "chybí oprávnění k zápisu",
        errno.EPERM: "chybí oprávnění k zápisu",
        errno.EISDIR: "na jeho místě je složka",
        errno.ENOTDIR: "část cesty není složka",
        errno.EEXIST: "část cesty není složka",
        errno.ENOENT: "složka neexistuje",
        errno.ENAMETOOLONG: "název je příliš dlouhý",
        errno.ELOOP: "odkaz vede v kruhu",
        errno.EFBIG: "soubor by byl příliš velký",
        errno.EIO: "disk zápis odmítl",
        errno.EINVAL: "není to soubor",
    }
)
_IS_WINDOWS = os.name == "nt"
# Windows refuses to replace a file that another program holds open, and calls it a permission.
_WINDOWS_REASONS: Mapping[int, str] = MappingProxyType(
    {
        errno.EACCES: "je otevřený v jiném programu, nebo k zápisu chybí oprávnění",
        errno.EPERM: "je otevřený v jiném programu, nebo k zápisu chybí oprávnění",
    }
)

_LEFTOVER = ".zapis-*.tmp"
_AN_HOUR = 3600


class WriteError(Exception):
    """A file could not be written; `reason` is a Czech clause that says why.

    Its text is a whole message for a diagnostic, the path in it as it was given.
    """

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"soubor „{path.as_posix()}“ nelze zapsat: {reason}")
        self.path = path
        self.reason = reason


def write_if_changed(target: Path, data: bytes) -> bool:
    """Write unless the file already holds these bytes; whether anything was written.

    **Why:** unchanged outputs keep their time, so synchronised folders stay quiet.
    """
    if holds(target, data):
        return False
    write_atomic(target, data)
    return True


def write_atomic(target: Path, data: bytes, *, durable: bool = False) -> None:
    """Replace the file at once, with its folders made; `durable` survives a loss of power.

    The new file has the rights of the old one. What is durable is also found behind a link: a
    tracker may lie on a shared disk. Raises `WriteError` and leaves the old file and no temporary
    one behind; what is no file (a folder, a device, a pipe) is never replaced.
    """
    try:
        place = target.resolve() if durable and target.is_symlink() else target
        place.parent.mkdir(parents=True, exist_ok=True)
        _replace(place, data, durable=durable)
        if durable:
            _sync_folder(place.parent)
    except OSError as problem:
        raise WriteError(target, _reason(problem)) from problem
    except ValueError as problem:
        raise WriteError(target, "název obsahuje nepřípustný znak") from problem


def write_aside(path: Path, data: bytes) -> None:
    """Write a file that nobody but zapis reads, not yet in its place. Raises `WriteError`."""
    try:
        path.write_bytes(data)
    except OSError as problem:
        raise WriteError(path, _reason(problem)) from problem


def write_line(path: Path, line: str) -> None:
    """Add a line to a file that is made if there is none; OSError where that cannot be done."""
    with path.open("a", encoding="ascii", newline="\n") as stream:
        stream.write(f"{line}\n")


def put_in_place(draft: Path, target: Path) -> None:
    """Move a file that was written aside to its place at once; like `write_atomic` otherwise."""
    try:
        mode = _mode_of(target)
        if mode is not None and not _IS_WINDOWS:
            draft.chmod(mode)
        try:
            draft.replace(target)
        except FileNotFoundError:
            target.parent.mkdir(parents=True, exist_ok=True)
            draft.replace(target)
    except OSError as problem:
        if problem.errno != errno.EXDEV:
            raise WriteError(target, _reason(problem)) from problem
        write_atomic(target, draft.read_bytes())
    except ValueError as problem:
        raise WriteError(target, "název obsahuje nepřípustný znak") from problem


def remove_leftovers(folder: Path) -> None:
    """Delete temporary files that a killed zapis left here more than an hour ago."""
    with contextlib.suppress(OSError):
        for path in folder.glob(_LEFTOVER):
            if time.time() - path.stat().st_mtime > _AN_HOUR:
                path.unlink()


def holds(target: Path, data: bytes) -> bool:
    """Whether the file is there with exactly these bytes."""
    try:
        return target.stat().st_size == len(data) and target.read_bytes() == data
    except (OSError, ValueError):
        return False


def _replace(target: Path, data: bytes, *, durable: bool) -> None:
    # A short name of its own: that of the target may already be as long as names can be.
    temporary = target.with_name(f".zapis-{os.getpid()}-{os.urandom(4).hex()}.tmp")
    mode = _mode_of(target)
    try:
        with temporary.open("xb") as stream:
            if mode is not None and not _IS_WINDOWS:
                os.fchmod(stream.fileno(), mode)
            stream.write(data)
            if durable:
                stream.flush()
                os.fsync(stream.fileno())
        temporary.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


def _mode_of(target: Path) -> int | None:
    """The rights of the file that is to be replaced, None where there is none."""
    try:
        mode = target.lstat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISREG(mode):
        return stat.S_IMODE(mode)
    if stat.S_ISLNK(mode):
        return None
    raise OSError(errno.EISDIR if stat.S_ISDIR(mode) else errno.EINVAL, "not a file")


def _sync_folder(folder: Path) -> None:
    """Make the renaming itself durable; Windows does so on its own and has no such call."""
    if _IS_WINDOWS:
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as problem:
        # Some network file systems cannot; the file itself is safe by then.
        if problem.errno not in {errno.EINVAL, errno.ENOTSUP, errno.EBADF}:
            raise
    finally:
        os.close(handle)


def _reason(problem: OSError) -> str:
    number = problem.errno or 0
    if _IS_WINDOWS and number in _WINDOWS_REASONS:
        return _WINDOWS_REASONS[number]
    return _REASONS.get(number, f"systém zápis odmítl (chyba č. {number})")
