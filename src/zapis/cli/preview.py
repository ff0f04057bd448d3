"""`zapis nahled`: minutes in the browser as they are written."""

import webbrowser
from contextlib import suppress
from pathlib import Path
from threading import Event

import click

from zapis.cli.options import workspace_option
from zapis.cli.selection import select
from zapis.engine.clock import today
from zapis.engine.preview.session import FIRST_PORT, LAST_PORT, PortTakenError, run_preview

_EPILOG = """\b
Příklady:
  zapis nahled                             všechny zápisy pracovní složky
  zapis nahled porada.md --otevri          jeden zápis, hned v prohlížeči
  zapis nahled --port 8080                 jen na tomto portu
Náhled nic nezapisuje a vidí ho jen tento počítač. Skončí po stisku Ctrl+C.
"""

# A wait without an end cannot be interrupted on Windows.
_SECONDS = 1.0


@click.command("nahled", epilog=_EPILOG, options_metavar="[VOLBY]")
@click.argument("cesta", required=False, metavar="[CESTA]", type=click.Path(path_type=Path))
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    metavar="ČÍSLO",
    help=f"Port; jinak první volný od {FIRST_PORT}.",
)
@click.option("--otevri", is_flag=True, help="Otevře náhled v prohlížeči.")
@workspace_option
@click.pass_context
def command(
    context: click.Context,
    cesta: Path | None,
    port: int | None,
    otevri: bool,  # noqa: FBT001 - click passes flags by name
    slozka: Path | None,
) -> None:
    """Ukazuje zápisy v\u00a0prohlížeči a po každém uložení je obnoví.

    Kde zápis nejde přeložit, ukáže místo dokumentu, co opravit. Nic nezapíše.
    """
    (selection,) = select((cesta,) if cesta else (), slozka or context.obj)
    with suppress(KeyboardInterrupt):
        try:
            with run_preview(selection.workspace, selection.named, today, port) as preview:
                click.echo(f"Náhled běží na adrese {preview.address}\nSkončíte stiskem Ctrl+C.")
                if otevri:
                    webbrowser.open(preview.address)
                _wait()
        except PortTakenError as problem:
            raise click.UsageError(_taken(port)) from problem
    click.echo("Náhled skončil.")


def _wait() -> None:
    forever = Event()
    while not forever.wait(_SECONDS):
        pass


def _taken(port: int | None) -> str:
    if port is None:
        return f"Porty {FIRST_PORT} až {LAST_PORT} jsou obsazené; jiný zvolte volbou --port."
    return (
        f"Na portu {port} už běží jiný program. Zvolte jiný, nebo volbu --port vynechte "
        "a použije se první volný."
    )
