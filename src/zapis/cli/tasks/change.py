"""`zapis ukoly zmenit`: another deadline, somebody else to do it."""

from datetime import date
from pathlib import Path

import click

from zapis.cli.tasks.change_options import (
    EXIT_CODES,
    change_options,
    ids_argument,
    note_option,
    text_option,
)
from zapis.cli.tasks.manner import Manner

_EPILOG = f"""\b
Příklady:
  zapis ukoly zmenit 01-23/1 --termin "31. 5. 2026"
  zapis ukoly zmenit 01-23/1 --termin "konce května" --poznamka "odloženo"
  zapis ukoly zmenit 01-23/1 01-23/2 --kdo novakova
  zapis ukoly zmenit 01-23/1 --kdo "Jana Nováková, Petr Cháb"
  zapis ukoly zmenit 01-23/1 --kdo nikdo --termin neurčen
{EXIT_CODES}
"""


@click.command("zmenit", epilog=_EPILOG, options_metavar="[VOLBY]")
@ids_argument
@text_option(
    "--termin", metavar="SLOVA", help="Nový termín slovy jako v zápisu; „neurčen“ ho zruší."
)
@text_option(
    "--kdo",
    "--resitel",
    "kdo",
    multiple=True,
    metavar="JMÉNO",
    help="Kdo má úkol nově na starosti (lze opakovat); „nikdo“ řešitele zruší.",
)
@note_option
@change_options
@click.pass_context
def command(
    context: click.Context,
    ids: tuple[str, ...],
    termin: str | None,
    kdo: tuple[str, ...],
    poznamka: str,
    dne: date | None,
    ke_dni: date | None,
    slozka: Path | None,
    barvy: str,
) -> None:
    """Změní úkolům termín, řešitele, nebo obojí.

    Jména stačí tak, jak se jim říká: v\u00a0každém pádu i\u00a0bez háčků. Zapíše se do ukoly.md
    s\u00a0dnešním datem, zápisů se příkaz nedotkne.
    """
    if termin is None and not kdo and not poznamka.strip():
        raise click.UsageError("Napište, co změnit: --termin, --kdo, nebo --poznamka.")
    from zapis.cli.tasks.changing import run_change  # noqa: PLC0415 - keys must complete quickly

    manner = Manner(slozka or context.obj, ke_dni, barvy)
    run_change(ids, manner, assignees=kdo or None, deadline=termin, note=poznamka, day=dne)
