"""Sources brought up to date in the index: only what has changed is read again."""

from collections.abc import Mapping

from zapis.engine.dependencies import States
from zapis.engine.index.digests import digest
from zapis.engine.index.look import Look
from zapis.engine.index.records import (
    Record,
    Refreshed,
    recall_sources,
    remember_sources,
)
from zapis.engine.index.stamps import Stamp
from zapis.engine.progress import Progress
from zapis.files import read_source
from zapis.workspace import Workspace


def refresh(workspace: Workspace, look: Look, progress: Progress) -> Refreshed:
    """The sources as they are, told from what is remembered of them wherever that is safe.

    With an error in `zapis.yaml` nothing is remembered: what is read then is not reliable.
    """
    known = None if workspace.broken else recall_sources(workspace)
    recognised = recognise(workspace, look, known.records if known else {}, States(workspace))
    refreshed = _refresh(workspace, look, recognised, progress)
    if not workspace.broken:
        records = {record.path: record for record in refreshed.records}
        remember_sources(workspace, known, records)
    return refreshed


def recognise(
    workspace: Workspace, look: Look, before: Mapping[str, Record], states: States
) -> dict[str, Record | Stamp]:
    """The records of sources that are still the same, the stamps of others, in order of paths."""
    known: dict[str, Record | Stamp] = {}
    for path, *numbers in look.files:
        record = before.get(path)
        if record is None or record.is_doubtful or not states.are_current(record.depends):
            known[path] = Stamp(*numbers)
        elif record.is_settled and record.stamp == (*numbers,):
            known[path] = record
        else:
            known[path] = _compare_text(workspace, record, Stamp(*numbers), look)
    return known


def _refresh(
    workspace: Workspace,
    look: Look,
    recognised: Mapping[str, Record | Stamp],
    progress: Progress,
) -> Refreshed:
    records = tuple(item for item in recognised.values() if isinstance(item, Record))
    if len(records) == len(recognised):
        return Refreshed(records, {})
    from zapis.engine.index.fresh import read_rest  # noqa: PLC0415 - loads the whole compiler

    return read_rest(workspace, recognised, look.moment, progress)


def _compare_text(workspace: Workspace, record: Record, stamp: Stamp, look: Look) -> Record | Stamp:
    """The record of a source whose text is the same at least, else its stamp."""
    read = read_source(workspace.root, record.path)
    if read.failed or digest(read.value.text.encode()) != record.digest:
        return stamp
    return record._replace(stamp=stamp, is_settled=stamp.is_settled(look.moment))
