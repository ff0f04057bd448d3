"""The tracker on disk: locked, read with what is wrong with it, replaced whole and remembered."""

import json
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from types import MappingProxyType

from zapis import codes
from zapis.diagnostics import Diagnostic, Diagnostics
from zapis.engine.archive import read_archive
from zapis.files import (
    Busy,
    WriteError,
    decode,
    lock,
    make_cache_folder,
    read_source,
    remove_leftovers,
    write_atomic,
)
from zapis.tasks.tracker_file import TrackerFile, missing_tracker, read_tracker
from zapis.tasks.update import TrackerUpdate
from zapis.workspace import CACHE, TRACKER, Workspace

# Sixteen commands in a row over ten thousand meetings; who does not want to wait presses Ctrl+C.
_PATIENCE = 120.0
_LOCK = "zamek"
_MEMORY = "vety.json"


@dataclass(frozen=True, slots=True)
class StoredTracker:
    """The tracker as it stood when it was read.

    `data` is None where there is no file. `heads` are the head lines of the last update, as
    `update_tracker` wants them.
    """

    data: bytes | None
    file: TrackerFile
    problems: Diagnostics
    heads: Mapping[str, str]


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
    if _is_worth_writing(update, before.file):
        if _bytes(workspace) != before.data:
            message = f"soubor „{TRACKER}“ se během práce změnil, nebyl přepsán"
            cure = "uložte ho ve svém editoru a spusťte příkaz znovu"
            return Diagnostic(codes.TRACKER_CHANGED, message, cure=cure)
        mark = BOM_UTF8 if before.data and before.data.startswith(BOM_UTF8) else b""
        write_atomic(workspace.tracker, mark + update.text.encode(), durable=True)
        for folder in (workspace.root, workspace.root / CACHE):
            remove_leftovers(folder)
    _remember(workspace, update, before)
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


def _remember(workspace: Workspace, update: TrackerUpdate, before: StoredTracker) -> None:
    """Note the head lines as written; in a fresh clone also where nothing had to be written."""
    if dict(before.heads) == dict(update.heads):
        return
    memory = json.dumps(dict(update.heads), ensure_ascii=False, indent=0)
    with suppress(WriteError):  # a cache: the next update does without it
        write_atomic(workspace.root / CACHE / _MEMORY, memory.encode())


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
        data = json.loads((workspace.root / CACHE / _MEMORY).read_bytes())
    except (OSError, ValueError):
        return MappingProxyType({})
    if not isinstance(data, dict):
        return MappingProxyType({})
    return {key: value for key, value in data.items() if isinstance(value, str)}
