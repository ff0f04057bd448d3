"""What a build leaves in the index, in one transaction, for the next one."""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from sqlite3 import Connection

from zapis.engine.beside import files_of, forget_beside, recall_beside, remember_beside
from zapis.engine.documents import Documents
from zapis.engine.index.documents import DocumentRow, remember_documents
from zapis.engine.index.records import Record, is_storable, store_sources
from zapis.engine.index.resting import Quiet, disturb, forget_resting, lay_to_rest
from zapis.engine.index.stamps import Stamp
from zapis.engine.index.store import change
from zapis.engine.plan import output_key
from zapis.engine.request import BuildResult
from zapis.engine.said import NOTHING
from zapis.engine.setup import Setup
from zapis.engine.survey import Survey
from zapis.engine.tracker.numbering import Numbering, remember_numbering
from zapis.engine.untouched import forget_sight, remember_sight
from zapis.workspace import CACHE


def remember_build(
    setup: Setup,
    found: Survey,
    numbering: Numbering,
    done: Documents,
    changes: tuple[list[DocumentRow], list[str]],
    result: BuildResult,
) -> bool:
    """Store what was read, numbered and written; whether that could be done.

    Documents are noted in any case, for they are in their places; what was read and numbered only
    if nobody else has stored something since.
    """
    workspace, look = setup.workspace, setup.look
    if look is None or workspace.broken:
        return False
    paths = {own[0] for own in look.files}
    records = {path: record for path, record in found.records.items() if path in paths}
    rows, gone = changes
    key = output_key(workspace, setup.output)
    stored: list[bool] = []

    def work(index: Connection) -> None:
        remember_documents(index, key, rows, gone)
        is_ours = store_sources(index, workspace, setup.before.sources, records)
        if is_ours:
            remember_numbering(index, setup, numbering)
        forget_sight(index)
        if is_ours and _may_rest(setup, numbering):
            before, now = setup.before.documents.keys(), {row.path for row in rows}
            left = (before | now).difference(gone)
            _lay_to_rest(index, setup, {*records, *left}, _quiet(records, numbering, done))
            stems = [records[path].stem for path in done.complete if path in records]
            is_same = now <= before and not result.removed
            is_sure = _look_beside(index, setup, records.values(), stems, has_same_names=is_same)
            if is_sure and _is_quiet(result):
                remember_sight(index, look, result.summary)
        else:
            forget_beside(index)
        stored.append(True)

    change(workspace.root / CACHE, work)
    return bool(stored)


def _may_rest(setup: Setup, numbering: Numbering) -> bool:
    """Whether the next build would do nothing for sources of which everything is there now."""
    return setup.request.is_whole and not setup.missing and not numbering.failed


def _is_quiet(result: BuildResult) -> bool:
    """Whether the next build would do and say the same if nothing changes."""
    return not (result.written or result.removed or result.said or result.skipped)


def _quiet(
    records: Mapping[str, Record], numbering: Numbering, done: Documents
) -> Iterator[tuple[str, Stamp, Quiet]]:
    """The sources for which nothing is left to do or to say."""
    for path, record in records.items():
        is_sure = record.is_settled and not record.is_doubtful and not record.is_kept
        is_done = path in done.complete and numbering.said(path) == NOTHING
        if is_sure and is_done and record.said:
            own = Quiet(record.meeting, record.stem.casefold(), record.warnings, record.tips)
            yield path, record.stamp, own


def _lay_to_rest(
    index: Connection,
    setup: Setup,
    known: Collection[str],
    quiet: Iterable[tuple[str, Stamp, Quiet]],
) -> None:
    """Note what rests from now on, and that something is `known` of the others."""
    resting = setup.before.resting
    forget_resting(index, resting.others.difference(known) if resting.quiet else None)
    disturb(index, filter(is_storable, known))
    lay_to_rest(index, quiet)


def _look_beside(
    index: Connection,
    setup: Setup,
    records: Iterable[Record],
    stems: Iterable[str],
    *,
    has_same_names: bool,
) -> bool:
    """Note how all looks on which something depends; whether that can be relied on.

    `stems` are paths of documents without endings. What was seen before this build still stands
    if it holds everything and no document has come or gone.
    """
    workspace, request, output = setup.workspace, setup.request, setup.output
    files = {path for record in records for path in files_of(record.depends)}
    names = {stem.rpartition("/")[0] for stem in stems}
    folders = {os.path.relpath(output / name, workspace.root) for name in names}
    known = recall_beside(index) if setup.before.resting.quiet else None
    if known:
        if has_same_names and files.issubset(known.files) and folders.issubset(known.folders):
            return True
        files.update(known.files)
        folders.update(known.folders)
    return remember_beside(index, workspace, request, files, folders, setup.moment)
