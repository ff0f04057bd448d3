"""`zapis ukoly splneno`, `rozpracovano`, `zruseno`, `otevreno`: the state of tasks."""

from datetime import date
from pathlib import Path

import click

from zapis.cli.tasks.change_options import (
    EXIT_CODES,
    change_options,
    ids_argument,
    note_option,
)
from zapis.cli.tasks.manner import Manner

_NOTES = """\
Stačí konec čísla, podle kterého se úkol pozná (01-23/1), a úkolů může být víc najednou. Zapíše
se do ukoly.md s\u00a0dnešním datem, zápisů se příkaz nedotkne."""


def _mark(name: str, status: str, does: str, examples: str) -> click.Command:
    epilog = f"\b\nPříklady:\n{examples}{EXIT_CODES}"

    @click.command(name, help=f"{does}\n\n{_NOTES}", epilog=epilog, options_metavar="[VOLBY]")
    @ids_argument
    @note_option
    @change_options
    @click.pass_context
    def command(
        context: click.Context,
        ids: tuple[str, ...],
        poznamka: str,
        dne: date | None,
        ke_dni: date | None,
        slozka: Path | None,
        barvy: str,
    ) -> None:
        from zapis.cli.tasks.changing import run_change  # noqa: PLC0415 - keys must complete quickly

        manner = Manner(slozka or context.obj, ke_dni, barvy)
        run_change(ids, manner, status=status, note=poznamka, day=dne)

    return command


done = _mark(
    "splneno",
    "splněno",
    "Označí úkoly za splněné.",
    """\
  zapis ukoly splneno BC-2026-01-23/1             celé číslo
  zapis ukoly splneno 01-23/1 01-23/4             stačí konec, i\u00a0víc najednou
  zapis ukoly splneno 01-23/2 --poznamka "odpovědělo všech devět"
  zapis ukoly splneno 01-23/3 --dne "2. 4. 2026"  splněno už tehdy
""",
)
in_progress = _mark(
    "rozpracovano",
    "rozpracováno",
    "Označí úkoly za rozpracované.",
    """\
  zapis ukoly rozpracovano 01-23/1
  zapis ukoly rozpracovano 01-23/1 --poznamka "čeká se na nabídky"
""",
)
cancelled = _mark(
    "zruseno",
    "zrušeno",
    "Označí úkoly za zrušené.",
    """\
  zapis ukoly zruseno 01-23/1 --poznamka "rada záměr stáhla"
  zapis ukoly zruseno 01-23/1 --dne "2. 4. 2026"
""",
)
reopened = _mark(
    "otevreno",
    "otevřeno",
    "Vrátí úkoly mezi otevřené.",
    """\
  zapis ukoly otevreno 01-23/1
  zapis ukoly otevreno 01-23/1 --poznamka "reklamace, je třeba opravit znovu"
""",
)
