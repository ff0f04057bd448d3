"""All tasks of a workspace as they are now, as fast as they can be known."""

from collections.abc import Callable
from datetime import date

from msgspec import Struct

from zapis.diagnostics import FileReport
from zapis.engine.index.aside import begin
from zapis.engine.index.finished import Finished, Wanted, recall_look, recall_untouched
from zapis.engine.index.look import look_at
from zapis.engine.index.store import ask
from zapis.engine.progress import Progress, no_progress
from zapis.tasks.query.people import KnownPerson
from zapis.tasks.query.rows import TaskRow
from zapis.workspace import CACHE, Workspace

_MANY_FILES = 100_000
"""Bytes of a look at about two thousand files, with which a second process begins to pay."""


class TaskBoard(Struct, frozen=True):
    """Tasks in the order of `ukoly.md`, also those that no build has written there yet.

    `rows` are all tasks or, where only those were asked for, the open ones; `count` is that of
    all. `people` are all whom minutes or settings name. `reports` hold what may hide tasks: what
    is wrong with settings and tracker, and minutes with errors. `still_holds` waits until it is
    known whether the workspace still looks as it did; nobody else than `trusting` has to ask.
    """

    rows: tuple[TaskRow, ...]
    count: int
    people: tuple[KnownPerson, ...]
    reports: tuple[FileReport, ...]
    still_holds: Callable[[], bool] = lambda: True


def read_board(
    workspace: Workspace,
    today: date,
    progress: Progress = no_progress,
    *,
    history: bool = False,
    only_open: bool = False,
    people: bool = True,
    trusting: bool = False,
) -> TaskBoard:
    """The tasks as minutes and tracker have them today; nothing but the index is written.

    Where nothing has changed neither minutes nor the tracker are read. Who is `trusting` gets
    what the index holds before it is known whether that is so, and has to ask later.
    """
    wanted = Wanted(today, history, only_open, people)
    recalled, still_holds = (None, _yes) if workspace.broken else _recall(workspace, wanted)
    is_quiet = not (workspace.report and workspace.report.diagnostics)
    if recalled and trusting and is_quiet:
        told = recalled.told
        return TaskBoard(recalled.rows, told.count, recalled.people, (), still_holds)
    finished = recalled if still_holds() else None
    reports: tuple[FileReport, ...] = ()
    if finished is None:
        from zapis.engine.lists.board_update import update_board  # noqa: PLC0415 - loads the compiler

        finished, reports = update_board(workspace, look_at(workspace), wanted, progress)
    told = finished.told
    settings = (workspace.report,) if workspace.report and workspace.report.diagnostics else ()
    return TaskBoard(finished.rows, told.count, finished.people, (*settings, *reports))


def _yes() -> bool:
    return True


def _recall(workspace: Workspace, wanted: Wanted) -> tuple[Finished | None, Callable[[], bool]]:
    """What the index holds, and whether the workspace looks as it did then.

    **Why** aside: to look at ten thousand files takes as long as to read the list.
    """
    folder = workspace.root / CACHE
    look = ask(folder, recall_look)
    if look is None:
        return None, _yes

    def is_same() -> bool:
        return look_at(workspace).signature() == look

    answer = begin(is_same) if len(look) > _MANY_FILES else is_same
    return ask(folder, lambda index: recall_untouched(index, look, wanted)), answer
