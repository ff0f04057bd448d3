"""`zapis sablony kopiruj`: a copy of the built-in template to begin one's own with."""

import sys
from pathlib import Path

import click

from zapis.cli.options import workspace_option
from zapis.cli.printing import Display
from zapis.cli.templates.workspace import open_templates
from zapis.czech.folding import fold, similar
from zapis.engine.templates.copying import copy_built_in, target
from zapis.engine.templates.own import ENDINGS
from zapis.files import WriteError
from zapis.render.look import BUILT_IN_NAME

_EPILOG = """\b
Příklady:
  zapis sablony kopiruj zapis --jako mesto        sablony/mesto.docx a mesto.html
  zapis sablony kopiruj zapis --jako mesto --format docx
Co ve složce sablony už je, se nikdy nepřepíše.
"""


@click.command("kopiruj", epilog=_EPILOG, options_metavar="[VOLBY]")
@click.argument("nazev", metavar="NÁZEV")
@click.option("--jako", metavar="JMÉNO", help="Jméno kopie; jinak stejné jako NÁZEV.")
@click.option(
    "--format",
    "formaty",
    type=click.Choice(tuple(ENDINGS.values())),
    multiple=True,
    help="Jen tento formát; jinak všechny.",
)
@workspace_option
@click.pass_context
def command(
    context: click.Context,
    nazev: str,
    jako: str | None,
    formaty: tuple[str, ...],
    slozka: Path | None,
) -> None:
    """Uloží kopii vestavěné šablony NÁZEV do složky sablony."""
    if fold(nazev) != BUILT_IN_NAME:
        near = similar(nazev, (BUILT_IN_NAME,))
        hint = f"Mysleli jste „{near}“?" if near else f"Vestavěná šablona je „{BUILT_IN_NAME}“."
        raise click.UsageError(f"Vestavěná šablona „{nazev}“ neexistuje. {hint}", context)
    name = (jako or BUILT_IN_NAME).strip()
    workspace, _ = open_templates(slozka or context.obj)
    forms = formaty or tuple(ENDINGS.values())
    if any(target(workspace.root, name, form) is None for form in forms):
        raise click.UsageError(f"Šablona se „{name}“ jmenovat nemůže.", context)
    display = Display(workspace.root)
    try:
        for path in copy_built_in(workspace.root, name, forms):
            click.echo(f"Zapsáno  {display.path(path)}")
    except FileExistsError as error:
        click.echo(
            f"Soubor „{display.path(Path(str(error)))}“ už existuje, nic se nezapsalo.", err=True
        )
        click.echo(f"   oprava: zapis sablony kopiruj {BUILT_IN_NAME} --jako JINÉ_JMÉNO", err=True)
        sys.exit(1)
    except WriteError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    if name != BUILT_IN_NAME:
        click.echo(f"Zápis ji použije po doplnění řádku „sablona: {name}“ do hlavičky nebo série.")
