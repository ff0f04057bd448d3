"""`zapis ukoly poznamka`: a dated note under a task."""

from datetime import date
from pathlib import Path

import click

from zapis.cli.tasks.change_options import (
    EXIT_CODES,
    change_options,
    id_argument,
    words_argument,
)
from zapis.cli.tasks.manner import Manner

_EPILOG = f"""\b
Příklady:
  zapis ukoly poznamka 01-23/1 čeká se na potvrzení lektora
  zapis ukoly poznamka 01-23/1 "volal (ozve se v pátek)" --dne "11. 2. 2026"
{EXIT_CODES}
"""


@click.command("poznamka", epilog=_EPILOG, options_metavar="[VOLBY]")
@id_argument
@words_argument
@change_options
@click.pass_context
def command(
    context: click.Context,
    task_id: str,
    text: tuple[str, ...],
    dne: date | None,
    ke_dni: date | None,
    slozka: Path | None,
    barvy: str,
) -> None:
    """Připíše k\u00a0úkolu poznámku s\u00a0datem.

    Stav, řešitele ani termín poznámka nezmění, ani kdyby tak začínala.
    """
    note = " ".join(text)
    if not note.strip():
        raise click.UsageError("Chybí text poznámky.")
    from zapis.cli.tasks.changing import run_change  # noqa: PLC0415 - keys must complete quickly

    manner = Manner(slozka or context.obj, ke_dni, barvy)
    run_change((task_id,), manner, note=note, day=dne)
