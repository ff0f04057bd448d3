"""`zapis sablony`: which templates there are, and the commands that help to make one."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import click

from zapis.cli.lazy_group import CommandEntry, LazyGroup
from zapis.cli.options import workspace_option

COMMANDS: Mapping[str, CommandEntry] = MappingProxyType(
    {
        "kopiruj": CommandEntry(
            "zapis.cli.templates.copying",
            "Uloží kopii vestavěné šablony k úpravám.",
            ("kopirovat", "zkopiruj", "zkopirovat"),
        ),
        "kontrola": CommandEntry(
            "zapis.cli.templates.checking",
            "Zkontroluje šablony a ukáže místa s chybou.",
            ("kontroluj", "kontrolovat", "zkontroluj", "zkontrolovat"),
        ),
        "pole": CommandEntry(
            "zapis.cli.templates.fields", "Vypíše pole, která šablona smí použít.", ("udaje",)
        ),
    }
)
_EPILOG = """\b
Příklady:
  zapis sablony                          které šablony tu jsou
  zapis sablony kopiruj zapis --jako mesto
  zapis sablony kontrola mesto           co v šabloně nebude fungovat
  zapis sablony pole                     co lze psát do značek {{ }}
Šablonu si zápis vybere řádkem „sablona: mesto“ v\u00a0hlavičce nebo u\u00a0série v\u00a0zapis.yaml.
"""


@click.group(
    "sablony",
    cls=LazyGroup,
    table=COMMANDS,
    epilog=_EPILOG,
    invoke_without_command=True,
    subcommand_metavar="[PŘÍKAZ] [ARGUMENTY]…",
    options_metavar="[VOLBY]",
)
@workspace_option
@click.pass_context
def command(context: click.Context, slozka: Path | None) -> None:
    """Vypíše šablony dokumentů: vestavěnou a ty ze složky sablony."""
    context.obj = slozka or context.obj
    if context.invoked_subcommand is None:
        from zapis.cli.templates.listing import list_templates  # noqa: PLC0415 - commands need none

        for line in list_templates(context.obj):
            click.echo(line)
