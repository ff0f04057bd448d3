"""What the commands that list tasks share: reading them, choosing, telling what may be missing."""

import sys
from collections.abc import Callable
from datetime import date

import click
from msgspec import Struct

from zapis.cli.options import wants_color
from zapis.cli.printing import Display, exit_code, print_reports
from zapis.cli.progress import shown_progress
from zapis.cli.selection import select
from zapis.cli.tasks.manner import Manner
from zapis.engine.clock import today
from zapis.engine.lists.task_board import TaskBoard, read_board
from zapis.report.columns import visible
from zapis.tasks.query import TaskRow
from zapis.tasks.query.filters import Filter, Known, understand
from zapis.workspace import TRACKER, Workspace

_LACKS_TRACKER = (
    f"Soubor {TRACKER} nelze celý přečíst: stavy, termíny a čísla, které jsou jen v něm, chybějí."
)


class Board(Struct, frozen=True):
    """The tasks of the workspace that was asked for, and the day that counts as today."""

    workspace: Workspace
    tasks: TaskBoard
    today: date

    @property
    def organization(self) -> str:
        """Whose tasks they are."""
        return self.workspace.settings.organization

    @property
    def code(self) -> int:
        """The exit code: 1 where an error may hide tasks."""
        return exit_code(self.tasks.reports, strict=False)

    @property
    def lacks_tracker(self) -> bool:
        """Whether the tracker has errors, so that what stands only there is not known."""
        reports = self.tasks.reports
        return any(report.failed and report.source.path == TRACKER for report in reports)


def open_board(
    manner: Manner,
    *,
    history: bool = False,
    only_open: bool = False,
    people: bool = True,
    trusting: bool = False,
    check: Callable[[Workspace], None] = lambda _: None,
) -> Board:
    """The tasks as they are; errors that may hide some are printed to stderr.

    `check` sees the workspace first, so that misuse is told before any work. `trusting` as in
    `read_board`.
    """
    (selection,) = select((), manner.folder)
    workspace, day = selection.workspace, manner.day or today()
    check(workspace)
    with shown_progress(enabled=True) as progress:
        wanted = {"history": history, "only_open": only_open, "people": people}
        tasks = read_board(workspace, day, progress, trusting=trusting, **wanted)
    color = wants_color(manner.colors, error=True)
    print_reports(tasks.reports, Display(workspace.root), color=color, tips=False)
    board = Board(workspace, tasks, day)
    if board.lacks_tracker:
        click.echo(_LACKS_TRACKER, err=True)
    return board


class Chosen(Struct, frozen=True):
    """The tasks that a filter means, and how its words were understood."""

    rows: tuple[TaskRow, ...]
    sentences: tuple[str, ...]


def choose(board: Board, wanted: Filter) -> Chosen:
    """The tasks that are meant; words that mean nothing are misuse."""
    known = Known(board.tasks.people, tuple(board.workspace.settings.series.values()))
    understood = understand(wanted, board.tasks.rows, known, board.today)
    if understood.problems:
        problems = (
            f"{problem.option}: {visible(problem.message)}"
            + (f"\n   oprava: {visible(problem.cure)}" if problem.cure else "")
            for problem in understood.problems
        )
        raise click.UsageError("\n".join(problems))
    keeps = understood.keeps
    return Chosen(tuple(row for row in board.tasks.rows if keeps(row)), understood.sentences)


def wants_closed(wanted: Filter) -> bool:
    """Whether closed tasks may be among those that are meant."""
    return wanted.everything or bool(wanted.statuses)


def is_looked_at() -> bool:
    """Whether a person reads the output, not a program."""
    return sys.stdout.isatty()
