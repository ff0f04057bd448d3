"""`zapis ukoly ukaz`: everything that is known of a task."""

import sys
from datetime import date
from pathlib import Path

import click

from zapis.cli.options import color_option, today_option, workspace_option
from zapis.cli.printing import Display
from zapis.cli.tasks.asking import Board, open_board
from zapis.cli.tasks.completing import complete_task
from zapis.cli.tasks.manner import Manner, list_style
from zapis.engine.lists.document_links import find_document
from zapis.report.columns import visible
from zapis.report.task_detail import format_task
from zapis.tasks.query import TaskRow
from zapis.tasks.query.ids import NotFound, find_task

_EPILOG = """\b
Příklady:
  zapis ukoly ukaz BC-2026-01-23/1   celé číslo
  zapis ukoly ukaz 01-23/1 01-23/4   stačí konec, i\u00a0několik najednou
Návratový kód: 0 nalezeno, 1 úkol není nebo jich je víc, 2 chybné zadání.
"""


@click.command("ukaz", epilog=_EPILOG, options_metavar="[VOLBY]")
@click.argument("ids", nargs=-1, required=True, metavar="ČÍSLO…", shell_complete=complete_task)
@today_option
@workspace_option
@color_option
@click.pass_context
def command(
    context: click.Context,
    ids: tuple[str, ...],
    ke_dni: date | None,
    slozka: Path | None,
    barvy: str,
) -> None:
    """Ukáže celý úkol: kdo, do kdy, odkud je, poznámky a historii."""
    manner = Manner(slozka or context.obj, ke_dni, barvy)
    board = open_board(manner, history=True)
    rows = {row.id: row for row in board.tasks.rows}
    found = [find_task(written, rows) for written in ids]
    texts = [_format(board, rows[task], barvy) for task in found if not isinstance(task, NotFound)]
    if texts:
        click.echo("\n\n".join(texts), color=True)
    unknown = [problem for problem in found if isinstance(problem, NotFound)]
    for problem in unknown:
        click.echo(
            f"Chyba: {visible(problem.message)}\n   oprava: {visible(problem.cure)}", err=True
        )
    sys.exit(1 if unknown else board.code)


def _format(board: Board, row: TaskRow, colors: str) -> str:
    display = Display(board.workspace.root)
    document = find_document(board.workspace.output, row.path)
    return format_task(
        row,
        board.today,
        list_style(colors),
        document=display.path(board.workspace.output / document) if document else "",
    )
