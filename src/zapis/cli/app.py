"""The group of commands: loaded on use, found with diacritics, in the infinitive and by aliases."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import MappingProxyType

import click

from zapis import __version__
from zapis.cli.czech_click import speak_czech
from zapis.czech.folding import similar, strip_diacritics


@dataclass(frozen=True, slots=True)
class CommandEntry:
    """Where a command is defined and what the overview says of it."""

    module: str
    help: str
    aliases: tuple[str, ...] = ()


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
        "ukoly": CommandEntry("zapis.cli.tasks", "Vypíše otevřené úkoly podle termínu."),
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
_ALIASES = {alias: name for name, entry in COMMANDS.items() for alias in entry.aliases}


class LazyGroup(click.Group):
    """A group that imports a command only when it runs or when its own help is asked for."""

    def list_commands(self, _context: click.Context) -> list[str]:
        """All commands in the order of their table."""
        return list(COMMANDS)

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        """The command with a name, loaded now."""
        if name not in COMMANDS:
            return None
        command = import_module(COMMANDS[name].module).command
        assert isinstance(command, click.Command)  # noqa: S101 - a table of our own
        return command

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments begin with; a misspelt one gets a suggestion."""
        name = strip_diacritics(args[0])
        args = [_ALIASES.get(name, name), *args[1:]]
        if self.get_command(context, args[0]) is None and not args[0].startswith("-"):
            raise click.UsageError(_unknown_command(args[0]), context)
        return super().resolve_command(context, args)

    def format_commands(self, _context: click.Context, formatter: click.HelpFormatter) -> None:
        """The overview of commands, without importing any of them."""
        with formatter.section("Příkazy"):
            formatter.write_dl([(name, entry.help) for name, entry in COMMANDS.items()])


def _unknown_command(name: str) -> str:
    known = similar(name, (*COMMANDS, *_ALIASES))
    hint = f" Mysleli jste „{known}“?" if known else " Příkazy vypíše zapis --help."
    return f"Příkaz „{name}“ neexistuje.{hint}"


_EPILOG = """\b
Příklady:
  zapis build                    vytvoří vše, co je v pracovní složce
  zapis build zapisy/porada.md   vytvoří jeden zápis
  zapis kontrola --prisne        vypíše chyby, varování i tipy
  zapis ukoly                    ukáže, co je otevřené a co po termínu
  zapis vysvetlit Z112           vysvětlí hlášení a ukáže opravu
"""


@click.group(
    cls=LazyGroup,
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
