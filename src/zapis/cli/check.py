"""`zapis kontrola`: everything that can be said of the minutes, and nothing written."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from zapis.cli.options import (
    color_option,
    paths_argument,
    strict_option,
    today_option,
    wants_color,
    workspace_option,
)
from zapis.cli.printing import Display, count_problems, exit_code
from zapis.cli.selection import no_minutes, select
from zapis.codes import Severity
from zapis.diagnostics import FileReport
from zapis.engine.build import check
from zapis.engine.clock import today
from zapis.engine.request import BuildRequest
from zapis.report.human import format_report
from zapis.report.machine import format_github, format_json
from zapis.workspace import SETTINGS, TRACKER

_EPILOG = """\b
Příklady:
  zapis kontrola                          celá pracovní složka
  zapis kontrola zapisy/porada.md         jeden zápis
  zapis kontrola --format json            pro další programy
  zapis kontrola --format github --prisne v kontrole změn na GitHubu
Návratový kód: 0 bez chyb, 1 s chybami (s --prisne i s varováním), 2 chybné zadání.
"""


@click.command("kontrola", epilog=_EPILOG, options_metavar="[VOLBY]")
@paths_argument
@click.option(
    "--format",
    "tvar",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="V jakém tvaru hlášení vypsat.",
)
@strict_option
@today_option
@workspace_option
@color_option
@click.pass_context
def command(
    context: click.Context,
    cesty: tuple[Path, ...],
    tvar: str,
    prisne: bool,  # noqa: FBT001 - click passes flags by name
    ke_dni: date | None,
    slozka: Path | None,
    barvy: str,
) -> None:
    """Vypíše chyby, varování a tipy; nic nezapíše."""
    reports: list[FileReport] = []
    for selection in select(cesty, slozka or context.obj):
        display = Display(selection.workspace.root)
        request = BuildRequest(ke_dni or today(), paths=selection.paths, named=selection.named)
        found = check(selection.workspace, request)
        if all(report.source.path in {SETTINGS, TRACKER} for report in found):
            click.echo(no_minutes(selection, display), err=True)
        reports += [display.report(report) for report in found]
    if tvar == "text":
        _print_text(reports, color=wants_color(barvy))
    else:
        click.echo(format_json(reports) if tvar == "json" else format_github(reports))
    sys.exit(exit_code(reports, strict=prisne))


def _print_text(reports: Sequence[FileReport], *, color: bool) -> None:
    for report in reports:
        for text in format_report(report, color=color):
            click.echo(text, color=True)
    click.echo(_summary(reports))


def _summary(reports: Sequence[FileReport]) -> str:
    items = [item.severity for report in reports for item in report.diagnostics]
    if not items:
        return "Bez chyb, varování i tipů."
    return ", ".join(count_problems(items.count(each), each) for each in Severity) + "."
