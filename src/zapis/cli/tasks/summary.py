"""`zapis ukoly souhrn`: how many tasks people and series have."""

import sys
from datetime import date
from pathlib import Path
from typing import Any

import click

from zapis.cli.options import color_option, today_option, workspace_option
from zapis.cli.tasks.asking import choose, open_board
from zapis.cli.tasks.filter_options import filter_options, take_filter
from zapis.cli.tasks.manner import Manner, list_style
from zapis.report.task_summary import format_summary
from zapis.tasks.query.summary import summarize

_EPILOG = """\b
Příklady:
  zapis ukoly souhrn                  kdo má kolik úkolů a co je po termínu
  zapis ukoly souhrn --serie rada     jen jedna série
"""


@click.command("souhrn", epilog=_EPILOG, options_metavar="[VOLBY]")
@filter_options
@today_option
@workspace_option
@color_option
@click.pass_context
def command(
    context: click.Context,
    /,
    ke_dni: date | None,
    slozka: Path | None,
    barvy: str,
    **options: Any,  # noqa: ANN401 - the filters, by name
) -> None:
    """Sečte úkoly podle lidí a sérií: otevřené, po termínu, splněné."""
    board = open_board(Manner(slozka or context.obj, ke_dni, barvy))
    wanted = take_filter({**options, "everything": True})
    summary = summarize(choose(board, wanted).rows)
    text = format_summary(summary, board.today, board.organization, list_style(barvy))
    click.echo(text, color=True)
    sys.exit(board.code)
