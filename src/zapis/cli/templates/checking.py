"""`zapis sablony kontrola`: everything that can be said of one's own templates."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from zapis.cli.options import color_option, strict_option, wants_color, workspace_option
from zapis.cli.printing import Display, count_problems, exit_code
from zapis.cli.templates.workspace import open_templates
from zapis.codes import Severity
from zapis.czech.folding import similar
from zapis.czech.plurals import count
from zapis.diagnostics import FileReport
from zapis.engine.templates.check import check_templates
from zapis.report.human import format_report

_EPILOG = """\b
Příklady:
  zapis sablony kontrola           všechny vlastní šablony
  zapis sablony kontrola mesto     jen sablony/mesto.docx a mesto.html
Návratový kód: 0 bez chyb, 1 s chybami (s --prisne i s varováním), 2 chybné zadání.
"""


@click.command("kontrola", epilog=_EPILOG, options_metavar="[VOLBY]")
@click.argument("nazev", required=False, metavar="[NÁZEV]")
@strict_option
@workspace_option
@color_option
@click.pass_context
def command(
    context: click.Context,
    nazev: str | None,
    prisne: bool,  # noqa: FBT001 - click passes flags by name
    slozka: Path | None,
    barvy: str,
) -> None:
    """Zkontroluje vlastní šablony a vyzkouší je na vzorovém i prázdném zápisu."""
    workspace, reader = open_templates(slozka or context.obj)
    if nazev is not None and nazev not in reader.own:
        near = similar(nazev, reader.own)
        hint = f"Mysleli jste „{near}“?" if near else "Které tu jsou, vypíše zapis sablony."
        raise click.UsageError(f"Šablona „{nazev}“ ve složce sablony není. {hint}", context)
    files = check_templates(reader, tuple(reader.own) if nazev is None else (nazev,))
    display = Display(workspace.root)
    reports = [display.report(file.report) for file in files]
    for report in reports:
        for text in format_report(report, color=wants_color(barvy)):
            click.echo(text, color=True)
    click.echo(_summary(reports))
    sys.exit(exit_code(reports, strict=prisne))


def _summary(reports: Sequence[FileReport]) -> str:
    if not reports:
        return "Ve složce sablony není žádná vlastní šablona."
    files = count(
        len(reports), "soubor se šablonou", "soubory se šablonami", "souborů se šablonami"
    )
    items = [item.severity for report in reports for item in report.diagnostics]
    if not items:
        return f"{files}: bez chyb, varování i tipů."
    told = ", ".join(count_problems(items.count(each), each) for each in Severity)
    return f"{files}: {told}."
