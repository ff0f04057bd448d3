"""The tracker on disk: locked, read with what is wrong with it, replaced whole and remembered."""

import json
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from zapis import codes
from zapis.diagnostics import Diagnostic, Diagnostics
from zapis.engine.index.digests import digest
from zapis.engine.tracker.archive import read_archive
from zapis.files import (
    Busy,
    WriteError,
    decode,
    lock,
    make_cache_folder,
    read_source,
    remove_leftovers,
    write_atomic,
    write_if_changed,
)
from zapis.tasks.memory_file import print_heads
from zapis.tasks.tracker_file import TrackerFile, missing_tracker, read_tracker
from zapis.tasks.update import TrackerUpdate
from zapis.workspace import CACHE, HEADS, TRACKER, Workspace

# Sixteen commands in a row over ten thousand meetings; who does not want to wait presses Ctrl+C.
_PATIENCE = 120.0
_LOCK = "zamek"


class StoredTracker(Struct, frozen=True):
    """The tracker as it stood when it was read.

    `data` is None where there is no file. `heads` are the head lines of the last update, as
    `update_tracker` wants them.
    """

    data: bytes | None
    file: TrackerFile
    problems: Diagnostics
    heads: Mapping[str, str]


class StoredFiles(Struct, frozen=True, dict=True):
    """The tracker and the memory of head lines as bytes, and a digest of the archive."""

    tracker: bytes
    heads: bytes
    archive: bytes = b""

    @cached_property
    def tracker_digest(self) -> bytes:
        """A digest of the tracker alone, which many want to know."""
        return digest(self.tracker)

    def digest(self) -> bytes:
        """A digest of all."""
        return self.tracker_digest + digest(self.heads) + self.archive


def _no_message() -> None:
    pass


@contextmanager
def locked(workspace: Workspace, waiting: Callable[[], None] = _no_message) -> Iterator[None]:
    """Nobody else writes the tracker inside; `waiting` is called once it takes a while.

    Raises `Busy` when others hold it for too long, `WriteError` where nothing can be locked.
    """
    folder = workspace.root / CACHE
    with suppress(OSError):  # the lock will say what is wrong
        make_cache_folder(folder)
    with lock(folder / _LOCK, _PATIENCE, waiting):
        yield


def read_stored(workspace: Workspace) -> StoredTracker:
    """The tracker and what is wrong with it; one that is missing is empty."""
    data, file, problems = _read(workspace)
    archived = read_archive(workspace)
    return StoredTracker(
        data,
        replace(file, archived=archived.value),
        (*problems, *archived.diagnostics),
        _recall_heads(workspace),
    )


def store(workspace: Workspace, update: TrackerUpdate, before: StoredTracker) -> Diagnostic | None:
    """Replace the tracker by its update if that is worth it; why it was not done, if it was not.

    To be called inside `locked`. Raises `WriteError`.
    """
    if problem := _store_text(workspace, update, before):
        return problem
    if update.heads or before.heads:
        _remember(workspace, print_heads(update.heads))
    return None


def _store_text(
    workspace: Workspace, update: TrackerUpdate, before: StoredTracker
) -> Diagnostic | None:
    if not _is_worth_writing(update, before.file):
        return None
    has_mark = before.data is not None and before.data.startswith(BOM_UTF8)
    data = BOM_UTF8 + update.data if has_mark else update.data
    return _replace(workspace, before.data, data)


def read_files(workspace: Workspace) -> StoredFiles | None:
    """The files; None where the tracker or the memory is missing, or one cannot be read."""
    try:
        tracker, heads = workspace.tracker.read_bytes(), _memory(workspace).read_bytes()
        return StoredFiles(tracker, heads, archive_digest(workspace))
    except OSError:
        return None


def archive_digest(workspace: Workspace) -> bytes:
    """A digest of the archive, empty where there is none. Raises `OSError`."""
    try:
        return digest(workspace.archive.read_bytes())
    except FileNotFoundError:
        return b""


def store_files(workspace: Workspace, before: StoredFiles, after: StoredFiles) -> Diagnostic | None:
    """Replace both files where they differ; why it was not done, if it was not.

    To be called inside `locked`. Raises `WriteError`.
    """
    is_new = after.tracker != before.tracker
    if is_new and (problem := _replace(workspace, before.tracker, after.tracker)):
        return problem
    if after.heads != before.heads:
        _remember(workspace, after.heads)
    return None


def _replace(workspace: Workspace, before: bytes | None, now: bytes) -> Diagnostic | None:
    if _bytes(workspace) != before:
        message = f"soubor „{TRACKER}“ se během práce změnil, nebyl přepsán"
        cure = "uložte ho ve svém editoru a spusťte příkaz znovu"
        return Diagnostic(codes.TRACKER_CHANGED, message, cure=cure)
    write_atomic(workspace.tracker, now, durable=True)
    for folder in (workspace.root, workspace.root / CACHE):
        remove_leftovers(folder)
    return None


def not_stored(problem: Busy | WriteError) -> Diagnostic:
    """What to say when the tracker could not be locked or written."""
    if isinstance(problem, Busy):
        cure = "počkejte, až jiný zapis skončí, a spusťte příkaz znovu"
        return Diagnostic(codes.TRACKER_BUSY, str(problem), cure=cure)
    cure = "zkontrolujte místo na disku a práva ke složce a spusťte příkaz znovu"
    return Diagnostic(codes.CANNOT_WRITE, str(problem), cure=cure)


def _is_worth_writing(update: TrackerUpdate, file: TrackerFile) -> bool:
    return update.changed and (bool(update.tracker.entries) or bool(file.text))


def _remember(workspace: Workspace, heads: bytes) -> None:
    """Note the head lines as written; in a fresh clone also where nothing had to be written."""
    path = _memory(workspace)
    with suppress(WriteError):  # a cache: the next update does without it
        write_if_changed(path, heads)


def _memory(workspace: Workspace) -> Path:
    return workspace.root / CACHE / HEADS


def _read(workspace: Workspace) -> tuple[bytes | None, TrackerFile, Diagnostics]:
    """The bytes of the tracker, what they say, and what is wrong with them."""
    try:
        data = _bytes(workspace)
    except OSError:
        # `read_source` knows the reasons; it is not used for all because a tracker may be long.
        read = read_source(workspace.root, TRACKER)
        return None, replace(missing_tracker(TRACKER), readable=False), read.diagnostics
    if data is None:
        return None, missing_tracker(TRACKER), ()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        decoded = decode(data, TRACKER)
        empty = replace(missing_tracker(TRACKER), source=decoded.value)
        return data, empty, decoded.diagnostics
    outcome = read_tracker(TRACKER, text)
    return data, outcome.value, outcome.diagnostics


def _bytes(workspace: Workspace) -> bytes | None:
    try:
        return workspace.tracker.read_bytes()
    except FileNotFoundError:
        return None


def _recall_heads(workspace: Workspace) -> Mapping[str, str]:
    """The head lines of the last update; a cache that may be missing, damaged or foreign."""
    try:
        data = json.loads(_memory(workspace).read_bytes())
    except (OSError, ValueError):
        return MappingProxyType({})
    if not isinstance(data, dict):
        return MappingProxyType({})
    return {key: value for key, value in data.items() if isinstance(value, str)}
