"""What a build leaves in the index, in one transaction, for the next one."""

from sqlite3 import Connection

from zapis.engine.index.documents import DocumentRow, remember_documents
from zapis.engine.index.records import store_sources
from zapis.engine.index.store import change
from zapis.engine.plan import output_key
from zapis.engine.request import BuildResult
from zapis.engine.setup import Setup
from zapis.engine.survey import Survey
from zapis.engine.tracker.numbering import Numbering, remember_numbering
from zapis.engine.untouched import forget_sight, remember_sight
from zapis.workspace import CACHE


def remember_build(
    setup: Setup,
    found: Survey,
    numbering: Numbering,
    documents: tuple[list[DocumentRow], list[str]],
    result: BuildResult,
) -> bool:
    """Store what was read, numbered and written; whether that could be done.

    Documents are noted in any case, for they are in their places; what was read and numbered only
    if nobody else has stored something since.
    """
    workspace, look = setup.workspace, setup.look
    if look is None or workspace.broken:
        return False
    paths = {path for path, *_ in look.files}
    records = {path: record for path, record in found.records.items() if path in paths}
    rows, gone = documents
    key = output_key(workspace, setup.output)

    done: list[bool] = []

    def work(index: Connection) -> None:
        remember_documents(index, key, rows, gone)
        is_ours = store_sources(index, workspace, setup.before.sources, records)
        if is_ours:
            remember_numbering(index, setup, numbering)
        if is_ours and _is_quiet(setup, result):
            remember_sight(index, setup, records.values(), result)
        else:
            forget_sight(index)
        done.append(True)

    change(workspace.root / CACHE, work)
    return bool(done)


def _is_quiet(setup: Setup, result: BuildResult) -> bool:
    """Whether the next build would do and say the same if nothing changes."""
    request = setup.request
    is_whole = request.paths is None and not (request.named or request.again or request.overwrite)
    was_needed = result.written or result.removed or result.said or result.skipped
    return is_whole and not was_needed
