"""The command `zapis` with the table of its commands."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import click

from zapis import __version__
from zapis.cli.czech_click import speak_czech
from zapis.cli.lazy_group import CommandEntry, LazyGroup
from zapis.czech.folding import strip_diacritics

COMMANDS: Mapping[str, CommandEntry] = MappingProxyType(
    {
        "build": CommandEntry(
            "zapis.cli.build", "Vytvoří dokumenty a seznam úkolů.", ("sestavit", "sestav")
        ),
        "kontrola": CommandEntry(
            "zapis.cli.check",
            "Zkontroluje zápisy a nic nezapíše.",
            ("kontroluj", "kontrolovat", "zkontroluj", "zkontrolovat"),
        ),
        "nahled": CommandEntry(
            "zapis.cli.preview", "Ukazuje zápisy v prohlížeči, jak je píšete.", ("nahlednout",)
        ),
        "ukoly": CommandEntry(
            "zapis.cli.tasks.group", "Vypíše otevřené úkoly; označí splněné, změní termín."
        ),
        "sablony": CommandEntry(
            "zapis.cli.templates.group",
            "Vypíše šablony dokumentů; pomůže udělat vlastní.",
            ("sablona",),
        ),
        "vysvetlit": CommandEntry(
            "zapis.cli.explain", "Vysvětlí kód hlášení a ukáže opravu.", ("vysvetli",)
        ),
        "doplnovani": CommandEntry(
            "zapis.cli.completion",
            "Zapne doplňování příkazů klávesou Tab.",
            ("doplnovat", "doplnuj"),
        ),
    }
)

_EPILOG = """\b
Příklady:
  zapis build                    vytvoří vše, co je v pracovní složce
  zapis build zapisy/porada.md   vytvoří jeden zápis
  zapis kontrola --prisne        vypíše chyby, varování i tipy
  zapis nahled                   ukazuje zápisy v prohlížeči, jak je píšete
  zapis ukoly                    ukáže, co je otevřené a co po termínu
  zapis vysvetlit Z112           vysvětlí hlášení a ukáže opravu
"""


@click.group(
    cls=LazyGroup,
    table=COMMANDS,
    epilog=_EPILOG,
    subcommand_metavar="PŘÍKAZ [ARGUMENTY]…",
    options_metavar="[VOLBY]",
    context_settings={
        "help_option_names": ["-h", "--help", "--napoveda"],
        "token_normalize_func": strip_diacritics,
        "max_content_width": 100,
    },
)
@click.version_option(
    __version__,
    "--version",
    "--verze",
    message="zapis, verze %(version)s",
    help="Vypíše verzi.",
)
@click.option(
    "-C",
    "--slozka",
    type=click.Path(path_type=Path),
    envvar="ZAPIS_SLOZKA",
    metavar="SLOŽKA",
    help="Pracovní složka; jinak nejbližší složka se souborem zapis.yaml.",
)
@click.pass_context
def cli(context: click.Context, slozka: Path | None) -> None:
    """Překládá zápisy z jednání: z Markdownu HTML, Word a seznam úkolů."""
    context.obj = slozka


speak_czech()
