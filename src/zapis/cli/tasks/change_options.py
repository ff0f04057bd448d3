"""Arguments and options of the commands that change tasks."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from zapis.cli.options import CzechDate, color_option, today_option, workspace_option
from zapis.cli.tasks.completing import complete_task

Function = TypeVar("Function", bound=Callable[..., Any])

EXIT_CODES = "Návratový kód: 0 hotovo, 1 úkol není nebo nelze zapsat, 2 chybné zadání."


def _check_text(
    _context: click.Context, _parameter: click.Parameter, value: str | tuple[str, ...] | None
) -> str | tuple[str, ...] | None:
    """Refuse words in another encoding, of which only strange bytes have come."""
    texts = (value,) if isinstance(value, str) else value or ()
    if any("\ud800" <= char <= "\udfff" for text in texts for char in text):
        raise click.BadParameter("text není v kódování UTF-8, nastavte je v terminálu")
    return value


def ids_argument(function: Function) -> Function:
    """`ČÍSLO…`, tasks by any unambiguous ending of their number."""
    argument = click.argument(
        "ids",
        nargs=-1,
        required=True,
        metavar="ČÍSLO…",
        callback=_check_text,
        shell_complete=complete_task,
    )
    return argument(function)


def id_argument(function: Function) -> Function:
    """`ČÍSLO`, one task."""
    argument = click.argument(
        "task_id", metavar="ČÍSLO", callback=_check_text, shell_complete=complete_task
    )
    return argument(function)


def words_argument(function: Function) -> Function:
    """`TEXT…`, words that need no quotes."""
    argument = click.argument(
        "text", nargs=-1, required=True, metavar="TEXT…", callback=_check_text
    )
    return argument(function)


def text_option(*names: str, **options: Any) -> Callable[[Function], Function]:  # noqa: ANN401 - handed on to click
    """An option whose value is words."""
    return click.option(*names, callback=_check_text, **options)


def note_option(function: Function) -> Function:
    """`--poznamka TEXT`, a note beside the change."""
    return text_option("--poznamka", default="", metavar="TEXT", help="Poznámka ke změně.")(
        function
    )


def change_options(function: Function) -> Function:
    """`--dne DATUM` and what all commands have."""
    day = click.option(
        "--dne", type=CzechDate(), metavar="DATUM", help="Ke kterému dni platí; jinak ode dneška."
    )
    return day(today_option(workspace_option(color_option(function))))
