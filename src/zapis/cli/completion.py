"""`zapis doplnovani`: completion of commands and options in a shell."""

import click
from click.shell_completion import get_completion_class

from zapis.cli.czech_click import speak_czech

_SHELLS = ("bash", "zsh", "fish")
_EPILOG = """\b
Zapnutí (jednou, platí v nových oknech):
  bash:  echo 'eval "$(zapis doplnovani bash)"' >> ~/.bashrc
  zsh:   echo 'eval "$(zapis doplnovani zsh)"' >> ~/.zshrc
  fish:  zapis doplnovani fish > ~/.config/fish/completions/zapis.fish
"""


@click.command("doplnovani", epilog=_EPILOG, options_metavar="[VOLBY]")
@click.argument("shell", type=click.Choice(_SHELLS), metavar="bash|zsh|fish")
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Vypíše skript, který zapne doplňování klávesou Tab."""
    speak_czech()
    found = get_completion_class(shell)
    root = context.find_root()
    if found is not None:
        click.echo(found(root.command, {}, "zapis", "_ZAPIS_COMPLETE").source())
