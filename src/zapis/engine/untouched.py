"""Whether a build has anything to do at all: known before the compiler is even loaded.

The last build that had nothing to do has left a digest of how everything looked from outside. If
it looks the same today, nothing can be out of date.
"""

import json
from sqlite3 import Connection
from typing import NamedTuple

from zapis.engine.beside import Beside, asked_digest, recall_beside
from zapis.engine.index.aside import begin
from zapis.engine.index.digests import short_digest
from zapis.engine.index.look import Look, look_at
from zapis.engine.index.store import about, ask, note
from zapis.engine.request import BuildRequest, Summary, TaskCounts
from zapis.workspace import CACHE, Workspace

_MANY_FOLDERS = 100
"""Of documents, with which a second process begins to pay."""


class FirstLook(NamedTuple):
    """The figures of a build that would do nothing, None where something may be to do.

    `look` is what was seen of the sources, for the build that has to be. `beside` is the mark of
    all that lies beside them, where that looks as it did: sources that look the same may rest.
    """

    summary: Summary | None = None
    look: Look | None = None
    beside: str = ""


def recall_untouched_build(workspace: Workspace, request: BuildRequest) -> FirstLook:
    """Look whether there is anything to do."""
    if workspace.single or workspace.broken or not request.is_whole:
        return FirstLook()
    known = ask(workspace.root / CACHE, _recall)
    if known is None or known.beside.asked != asked_digest(workspace, request):
        return FirstLook()

    def is_same() -> bool:
        return known.beside.is_same(workspace.root)

    answer = begin(is_same) if len(known.beside.folders) > _MANY_FOLDERS else is_same
    look = look_at(workspace)
    are_same = known.summary is not None and short_digest(look.signature()) == known.sources
    if not answer():
        return FirstLook(None, look)
    return FirstLook(known.summary if are_same else None, look, known.beside.mark)


class _Known(NamedTuple):
    """What lay beside the sources; how these looked, and the result, where nothing was done."""

    beside: Beside
    sources: object
    summary: Summary | None


def remember_sight(index: Connection, look: Look, summary: Summary) -> None:
    """Note how the sources looked when there was nothing to do, if that can be relied on."""
    if look.is_settled():
        note(index, "sight", short_digest(look.signature()))
        note(index, "sight_of", json.dumps(summary))


def forget_sight(index: Connection) -> None:
    """The next build has to look closer at the sources."""
    note(index, "sight", None)


def _recall(index: Connection) -> _Known | None:
    beside, sources = recall_beside(index), about(index, "sight")
    if beside is None or sources is None:
        return beside and _Known(beside, None, None)
    *figures, tasks = json.loads(str(about(index, "sight_of")))
    summary = Summary._make([*figures, TaskCounts(*tasks) if tasks else None])
    return _Known(beside, sources, summary)
