"""`zapis ukoly`: the list of tasks, and the commands that show and change one."""

import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

import click

from zapis.cli.lazy_group import CommandEntry, LazyGroup
from zapis.cli.options import color_option, today_option, workspace_option
from zapis.cli.tasks.filter_options import filter_options, is_given, take_filter
from zapis.cli.tasks.stray_words import explain_stray_word
from zapis.export.formats import EXPORTS

_MARKS = "zapis.cli.tasks.marks"
COMMANDS: Mapping[str, CommandEntry] = MappingProxyType(
    {
        "ukaz": CommandEntry(
            "zapis.cli.tasks.show", "Ukáže celý úkol s poznámkami a historií.", ("ukazat", "detail")
        ),
        "splneno": CommandEntry(
            _MARKS, "Označí úkoly za splněné.", ("hotovo", "splnit", "splnen"), "done"
        ),
        "rozpracovano": CommandEntry(
            _MARKS, "Označí úkoly za rozpracované.", ("rozpracovat",), "in_progress"
        ),
        "zruseno": CommandEntry(_MARKS, "Označí úkoly za zrušené.", ("zrusit",), "cancelled"),
        "otevreno": CommandEntry(_MARKS, "Vrátí úkoly mezi otevřené.", ("otevrit",), "reopened"),
        "zmenit": CommandEntry(
            "zapis.cli.tasks.change", "Změní termín nebo řešitele úkolu.", ("zmen",)
        ),
        "poznamka": CommandEntry("zapis.cli.tasks.note", "Připíše k úkolu poznámku."),
        "souhrn": CommandEntry("zapis.cli.tasks.summary", "Sečte úkoly podle lidí a sérií."),
        "sloucit": CommandEntry(
            "zapis.cli.tasks.merge", "Sloučí dvě podoby ukoly.md (volá ho git)."
        ),
    }
)
_EPILOG = """\b
Příklady:
  zapis ukoly                             co je otevřené dnes
  zapis ukoly --kdo Novákové              úkoly jednoho člověka
  zapis ukoly --do "konce března"         co má být do té doby hotové
  zapis ukoly --serie rada --po-terminu   co jedna série nestihla
  zapis ukoly -o ukoly.xlsx               tabulka pro Excel
  zapis ukoly splneno 01-23/1             úkol je hotový
  zapis ukoly zmenit 3/2 --termin "příští pátek"
Různé filtry platí všechny zároveň, z\u00a0víc hodnot jednoho filtru stačí jedna.
"""


class TasksGroup(LazyGroup):
    """The group whose stray words are most often values that lack their quotes."""

    def unknown(self, name: str, context: click.Context) -> str:
        """What to say of a word that is no command."""
        return explain_stray_word(name, context.params) or super().unknown(name, context)


@click.group(
    "ukoly",
    cls=TasksGroup,
    table=COMMANDS,
    epilog=_EPILOG,
    invoke_without_command=True,
    subcommand_metavar="[PŘÍKAZ] [ARGUMENTY]…",
    options_metavar="[VOLBY]",
)
@filter_options
@click.option("--vysvetlit", "explain", is_flag=True, help="Vypíše, jak byl filtr pochopen.")
@click.option(
    "-o",
    "--soubor",
    "file",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    metavar="SOUBOR",
    help="Zapíše úkoly do souboru, formát podle přípony.",
)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(EXPORTS, case_sensitive=False),
    help="Formát výpisu.",
)
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
    **options: Any,  # noqa: ANN401 - the filters and outputs, by name
) -> None:
    """Vypíše otevřené úkoly všech jednání podle termínu.

    Čte zápisy a ukoly.md tak, jak právě jsou, a nic nezapíše; úkol, který ještě není v ukoly.md,
    je označen „nové“.
    """
    context.obj = slozka or context.obj
    name = context.invoked_subcommand
    if name is None:
        from zapis.cli.tasks.listing import Listing, list_tasks  # noqa: PLC0415 - the same
        from zapis.cli.tasks.manner import Manner  # noqa: PLC0415 - only the list needs it

        wanted = take_filter(options)
        sys.exit(list_tasks(Manner(context.obj, ke_dni, barvy), wanted, Listing(**options)))
    if any(options.values()) or ke_dni is not None or is_given(options):
        raise click.UsageError(f"Volby patří až za příkaz: zapis ukoly {name} …", context)
