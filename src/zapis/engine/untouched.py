"""Whether a build has anything to do at all: known before the compiler is even loaded.

The last build that had nothing to do has left a digest of how everything looked from outside. If
it looks the same today, nothing can be out of date.
"""

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from sqlite3 import Connection
from typing import TYPE_CHECKING, NamedTuple

from zapis.engine.index.aside import begin
from zapis.engine.index.digests import short_digest
from zapis.engine.index.look import Look, look_at
from zapis.engine.index.stamps import Stamp, stamp_of
from zapis.engine.index.store import about, ask, note
from zapis.engine.request import BuildRequest, BuildResult, Summary, TaskCounts
from zapis.workspace import CACHE, Workspace

if TYPE_CHECKING:
    from zapis.engine.index.records import Record
    from zapis.engine.setup import Setup

_MANY_FOLDERS = 100
"""Of documents, with which a second process begins to pay."""
_KINDS_OF_FILES = ("obrazek:", "soubor:", "sablona:")


class FirstLook(NamedTuple):
    """The figures of a build that would do nothing, None where something may be to do.

    `look` is what was seen of the sources, for the build that has to be.
    """

    summary: Summary | None = None
    look: Look | None = None


def recall_untouched_build(workspace: Workspace, request: BuildRequest) -> FirstLook:
    """Look whether there is anything to do."""
    is_whole = request.paths is None and not (request.named or request.again or request.overwrite)
    if workspace.single or workspace.broken or not is_whole:
        return FirstLook()
    known = ask(workspace.root / CACHE, _recall)
    if known is None or known.asked != _request_digest(workspace, request):
        return FirstLook()

    def is_same() -> bool:
        stamps = _stamps(workspace.root, known.files)
        return _others_digest(workspace.root, stamps, known.folders) == known.others

    answer = begin(is_same) if len(known.folders) > _MANY_FOLDERS else is_same
    look = look_at(workspace)
    are_same = short_digest(look.signature()) == known.sources
    return FirstLook(known.summary if answer() and are_same else None, look)


class _Known(NamedTuple):
    """The three digests of a sight, the files and folders that it was made of, and the result."""

    asked: str
    sources: str
    others: str
    files: list[str]
    folders: list[str]
    summary: Summary


def remember_sight(
    index: Connection, setup: "Setup", records: "Iterable[Record]", result: BuildResult
) -> None:
    """Note how everything looked when there was nothing to do, if that can be relied on."""
    look, workspace = setup.look, setup.workspace
    files = sorted({path for record in records for path in _files_of(record.depends)})
    stamps = _stamps(workspace.root, files)
    if look is None or not look.is_settled() or not all(_are_settled(stamps, look.moment)):
        forget_sight(index)
        return
    folders = sorted({name.rpartition("/")[0] for name in result.kept})
    folders = [os.path.relpath(result.output / name, workspace.root) for name in folders]
    note(index, "sight", _sight(workspace, setup.request, look, stamps, folders))
    note(index, "sight_of", json.dumps([files, folders, result.summary]))


def forget_sight(index: Connection) -> None:
    """The next build has to look closer."""
    note(index, "sight", None)


def _recall(index: Connection) -> _Known | None:
    seen = about(index, "sight")
    if not isinstance(seen, str):
        return None
    files, folders, figures = json.loads(str(about(index, "sight_of")))
    tasks = figures.pop()
    summary = Summary._make([*figures, TaskCounts(*tasks) if tasks else None])
    asked, sources, others = seen.split(" ")
    return _Known(asked, sources, others, files, folders, summary)


def _sight(
    workspace: Workspace,
    request: BuildRequest,
    look: Look,
    stamps: tuple[Stamp, ...],
    folders: Iterable[str],
) -> str:
    """Digests of what was asked for, of the sources, and of all that lies beside them."""
    sources = short_digest(look.signature())
    others = _others_digest(workspace.root, stamps, folders)
    return f"{_request_digest(workspace, request)} {sources} {others}"


def _others_digest(root: Path, stamps: tuple[Stamp, ...], folders: Iterable[str]) -> str:
    """A digest of what the sources depend on, and of the names of all documents."""
    names = "\n".join(_names(root, folders)).encode(errors="surrogateescape")
    return short_digest(repr(stamps).encode() + b"\0" + names)


def _request_digest(workspace: Workspace, request: BuildRequest) -> str:
    output = request.output or workspace.output
    asked = (request.today.isoformat(), request.formats, str(output), request.strict)
    return short_digest(repr(asked).encode())


def _names(root: Path, folders: Iterable[str]) -> Iterator[str]:
    """The names in each folder, as the system lists them: the same as long as nothing changes."""
    for folder in folders:
        try:
            names = os.listdir(f"{root}/{folder}")  # noqa: PTH208 - names alone, at once
        except (OSError, ValueError):
            names = []
        yield "\n".join((folder, *names))


def _files_of(depends: str) -> Iterator[str]:
    # Plain text is enough to tell: most minutes depend on no file at all.
    if any(kind in depends for kind in _KINDS_OF_FILES):
        for key in json.loads(depends):
            kind, _, path = key.partition(":")
            if f"{kind}:" in _KINDS_OF_FILES:
                yield path


def _stamps(root: Path, files: Iterable[str]) -> tuple[Stamp, ...]:
    start = f"{root}/"
    return tuple(stamp_of(start + path) for path in files)


def _are_settled(stamps: Iterable[Stamp], moment: int) -> Iterator[bool]:
    return (stamp.is_settled(moment) for stamp in stamps)
