"""`zapis build`: minutes to documents, tasks to the tracker."""

import os
import sys
from datetime import date
from pathlib import Path

import click
from msgspec import Struct

from zapis.cli.build_summary import (
    format_counts,
    format_reasons,
    format_result,
    format_untouched,
)
from zapis.cli.options import (
    color_option,
    paths_argument,
    processes_option,
    strict_option,
    today_option,
    wants_color,
    workspace_option,
)
from zapis.cli.printing import Display, print_reports
from zapis.cli.progress import shown_progress
from zapis.cli.selection import Selection, no_minutes, select
from zapis.engine.clock import today
from zapis.engine.request import FORMAT_NAMES, BuildRequest, BuildResult, Summary
from zapis.engine.untouched import FirstLook, recall_untouched_build

_EPILOG = """\b
Příklady:
  zapis build                              celá pracovní složka
  zapis build zapisy/2026                  jen zápisy v této složce
  zapis build porada.md --format docx      jeden zápis, jen Word
  zapis build --vystup /mnt/sdilene        výsledky jinam
  zapis build --prisne                     varování platí jako chyby
  zapis build --duvody                     u každého dokumentu, proč vznikl znovu
  zapis build --znovu -j 1                 všechno znovu, v jednom procesu
Návratový kód: 0 v pořádku, 1 některý zápis má chybu, 2 chybné zadání.
"""


class _Manner(Struct, frozen=True):
    """How much is printed and in which colours; `reasons` tell why documents were made."""

    color: str
    verbose: bool
    quiet: bool
    reasons: bool

    def shows_tips(self, selection: Selection) -> bool:
        """Whether tips are printed: when asked for, or for a single file unless kept quiet."""
        return self.verbose or (selection.is_single and not self.quiet)


@click.command("build", epilog=_EPILOG, options_metavar="[VOLBY]")
@paths_argument
@click.option(
    "--format",
    "formaty",
    multiple=True,
    type=click.Choice(FORMAT_NAMES),
    help="Jen tento formát (lze opakovat); jinak podle zapis.yaml.",
)
@click.option("--vystup", type=click.Path(path_type=Path), metavar="SLOŽKA", help="Kam s výsledky.")
@strict_option
@click.option(
    "--prepsat", is_flag=True, help="Přepíše i soubory, které zapis nevytvořil nebo někdo změnil."
)
@click.option("--znovu", is_flag=True, help="Vytvoří znovu i to, co se nezměnilo.")
@click.option("--duvody", is_flag=True, help="Vypíše, proč který dokument vznikl nebo zmizel.")
@processes_option
@today_option
@workspace_option
@color_option
@click.option("-v", "--podrobne", is_flag=True, help="Vypíše každý dokument a všechny tipy.")
@click.option("-q", "--tise", is_flag=True, help="Vypíše jen chyby a varování.")
@click.pass_context
def command(
    context: click.Context,
    cesty: tuple[Path, ...],
    formaty: tuple[str, ...],
    vystup: Path | None,
    prisne: bool,  # noqa: FBT001 - click passes flags by name
    prepsat: bool,  # noqa: FBT001 - the same
    znovu: bool,  # noqa: FBT001 - the same
    duvody: bool,  # noqa: FBT001 - the same
    procesy: int | None,
    ke_dni: date | None,
    slozka: Path | None,
    barvy: str,
    podrobne: bool,  # noqa: FBT001 - the same
    tise: bool,  # noqa: FBT001 - the same
) -> None:
    """Vytvoří z\u00a0Markdownu HTML a Word a přenese úkoly do ukoly.md.

    Bez CESTY zpracuje celou pracovní složku. Zápis s chybou se přeskočí a ostatní se vytvoří.
    """
    manner = _Manner(barvy, podrobne, tise, duvody)
    output = vystup.resolve() if vystup else None
    code = 0
    for selection in select(cesty, slozka or context.obj):
        request = BuildRequest(
            *(ke_dni or today(), formaty, output, prisne, selection.paths, selection.named),
            overwrite=prepsat,
            again=znovu,
            processes=procesy,
        )
        code = max(code, _run(selection, request, manner))
    sys.exit(code)


def _run(selection: Selection, request: BuildRequest, manner: _Manner) -> int:
    # To list every document its minutes have to be known.
    seen = FirstLook() if manner.verbose else recall_untouched_build(selection.workspace, request)
    if seen.summary is not None:
        if not manner.quiet:
            _print_untouched(seen.summary, manner)
        return int(request.strict and seen.summary.quiet_warnings > 0)
    from zapis.engine.build import build  # noqa: PLC0415 - loads the whole compiler

    with shown_progress(enabled=not manner.quiet) as progress:
        result = build(selection.workspace, request, progress, seen)
    _print_faults(result)
    display = Display(selection.workspace.root)
    tips = manner.shows_tips(selection)
    color = wants_color(manner.color, error=True)
    print_reports(result.each_report(tips=tips), display, color=color, tips=tips)
    if not manner.quiet:
        _print_result(selection, result, display, manner)
    counts = result.summary
    bad = counts.errors + (counts.warnings + counts.quiet_warnings if request.strict else 0)
    return int(bad > 0)


def _print_faults(result: BuildResult) -> None:
    """Show whoever mends zapis where it failed."""
    if os.environ.get("ZAPIS_LADENI"):
        for trace in result.traces:
            click.echo(trace, err=True)


def _print_untouched(summary: Summary, manner: _Manner) -> None:
    if manner.reasons:
        click.echo(format_untouched(summary.meetings))
    click.echo(format_counts(summary, tips_shown=manner.verbose))


def _print_result(
    selection: Selection, result: BuildResult, display: Display, manner: _Manner
) -> None:
    tips = manner.shows_tips(selection)
    lines = format_result(result, display, verbose=manner.verbose, tips_shown=tips)
    for line in (*(format_reasons(result) if manner.reasons else ()), *lines):
        click.echo(line)
    if not result.meetings and not result.skipped:
        click.echo(no_minutes(selection, display), err=True)
