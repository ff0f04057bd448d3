"""All that lies beside the sources: what documents depend on, and the documents themselves.

While it looks the same for the same request, nothing is to be done for sources that look the same.
"""

import json
import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from sqlite3 import Connection
from typing import NamedTuple

from zapis.engine.index.digests import short_digest
from zapis.engine.index.opening import settings_text
from zapis.engine.index.stamps import Stamp, stamp_of
from zapis.engine.index.store import about, note
from zapis.engine.request import BuildRequest
from zapis.engine.templates.own import find_own
from zapis.workspace import Workspace

_KINDS_OF_FILES = ("obrazek:", "soubor:", "sablona:")


class Beside(NamedTuple):
    """What a build saw: digests of what was `asked`, and of how these files and folders looked.

    `files` are what sources depend on, `folders` those of documents, relative to the root.
    """

    asked: str
    seen: str
    files: Collection[str]
    folders: Collection[str]

    @property
    def mark(self) -> str:
        """What tells it from others."""
        return f"{self.asked} {self.seen}"

    def is_same(self, root: Path) -> bool:
        """Whether everything still looks like that."""
        return _digest(root, _stamps(root, self.files), self.folders) == self.seen


def recall_beside(index: Connection) -> Beside | None:
    """What was noted last."""
    mark = about(index, "beside")
    if not isinstance(mark, str):
        return None
    files, folders = json.loads(str(about(index, "beside_of")))
    asked, seen = mark.split(" ")
    return Beside(asked, seen, files, folders)


def knows_beside(index: Connection, mark: str) -> bool:
    """Whether it is what was noted last."""
    return bool(mark) and about(index, "beside") == mark


def remember_beside(
    index: Connection,
    workspace: Workspace,
    request: BuildRequest,
    files: Iterable[str],
    folders: Iterable[str],
    moment: int,
) -> bool:
    """Note how it looks; whether nothing can have changed since a moment without being seen."""
    files, folders = sorted(files), sorted(folders)
    stamps = _stamps(workspace.root, files)
    is_sure = all(stamp.is_settled(moment) for stamp in stamps)
    now = Beside(
        asked_digest(workspace, request), _digest(workspace.root, stamps, folders), files, folders
    )
    note(index, "beside", now.mark if is_sure else None)
    note(index, "beside_of", json.dumps([files, folders]))
    return is_sure


def forget_beside(index: Connection) -> None:
    """The next build has to look closer at everything."""
    note(index, "beside", None)


def asked_digest(workspace: Workspace, request: BuildRequest) -> str:
    """A digest of what is asked for, under which settings."""
    output = request.output or workspace.output
    asked = (request.today.isoformat(), request.formats, str(output), request.strict)
    text = settings_text(workspace).encode(errors="surrogateescape")
    return short_digest(repr(asked).encode() + b"\0" + text)


def files_of(depends: str) -> Iterator[str]:
    """The files in a list of what a source depends on."""
    # Plain text is enough to tell: most minutes depend on no file at all.
    if any(kind in depends for kind in _KINDS_OF_FILES):
        for key in json.loads(depends):
            kind, _, path = key.partition(":")
            if f"{kind}:" in _KINDS_OF_FILES:
                yield path


def _digest(root: Path, stamps: tuple[Stamp, ...], folders: Iterable[str]) -> str:
    """A digest of what sources depend on, and of the names of templates and documents."""
    names = "\n".join((*find_own(root), "", *_names(root, folders)))
    return short_digest(repr(stamps).encode() + b"\0" + names.encode(errors="surrogateescape"))


def _names(root: Path, folders: Iterable[str]) -> Iterator[str]:
    """The names in each folder, as the system lists them: the same as long as nothing changes."""
    for folder in folders:
        try:
            names = os.listdir(f"{root}/{folder}")  # noqa: PTH208 - names alone, at once
        except (OSError, ValueError):
            names = []
        yield "\n".join((folder, *names))


def _stamps(root: Path, files: Iterable[str]) -> tuple[Stamp, ...]:
    start = f"{root}/"
    return tuple(stamp_of(start + path) for path in files)
