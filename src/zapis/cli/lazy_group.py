"""Groups of commands: loaded on use, found with diacritics, in the infinitive and by aliases."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any, NamedTuple

import click

from zapis.czech.folding import similar, strip_diacritics


class CommandEntry(NamedTuple):
    """Where a command is defined and what the overview says of it.

    `name` is that of the command in its module, which may hold several.
    """

    module: str
    help: str
    aliases: tuple[str, ...] = ()
    name: str = "command"


class LazyGroup(click.Group):
    """A group that imports a command only when it runs or when its own help is asked for."""

    def __init__(
        self,
        name: str | None = None,
        *,
        table: Mapping[str, CommandEntry],
        **options: Any,  # noqa: ANN401 - handed on to click
    ) -> None:
        """`table` holds the commands by name, in the order of the overview."""
        super().__init__(name, **options)
        self.table = table
        self.aliases = {alias: name for name, entry in table.items() for alias in entry.aliases}

    def list_commands(self, _context: click.Context) -> list[str]:
        """All commands in the order of their table."""
        return list(self.table)

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        """The command with a name, loaded now."""
        entry = self.table.get(name)
        if entry is None:
            return None
        command = getattr(import_module(entry.module), entry.name)
        assert isinstance(command, click.Command)  # noqa: S101 - a table of our own
        return command

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments begin with; a misspelt one gets a suggestion."""
        written, name = args[0], strip_diacritics(args[0])
        args = [self.aliases.get(name, name), *args[1:]]
        if args[0] not in self.table and not written.startswith("-"):
            raise click.UsageError(self.unknown(written, context), context)
        return super().resolve_command(context, args)

    def format_commands(self, _context: click.Context, formatter: click.HelpFormatter) -> None:
        """The overview of commands, without importing any of them."""
        with formatter.section("Příkazy"):
            formatter.write_dl([(name, entry.help) for name, entry in self.table.items()])

    def unknown(self, name: str, context: click.Context) -> str:
        """What to say of a word that is no command."""
        known = similar(strip_diacritics(name), (*self.table, *self.aliases))
        overview = f"Příkazy vypíše {context.command_path} --help."
        hint = f"Mysleli jste „{known}“?" if known else overview
        return f"Příkaz „{name}“ neexistuje. {hint}"
