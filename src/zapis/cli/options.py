"""Options that several commands share, and how their values are read."""

import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

_DIGITS = 4

Function = TypeVar("Function", bound=Callable[..., Any])


class CzechDate(click.ParamType[date]):
    """A day as people write it: `20. 3. 2026`, `20.3.2026`, `2026-03-20`."""

    name = "datum"

    def convert(
        self, value: object, param: click.Parameter | None, context: click.Context | None
    ) -> date:
        """The date, or an error of usage that shows how to write one."""
        if isinstance(value, date):
            return value
        from zapis.czech.dates import match_date  # noqa: PLC0415 - only when the option is used

        text = str(value).strip()
        found = match_date(text)
        if found is None or found.value is None or found.end != len(text):
            reason = f" ({found.problem})" if found and found.problem else ""
            self.fail(f"„{text}“ není datum{reason}; napište třeba 20. 3. 2026", param, context)
        return found.value


def workspace_option(function: Function) -> Function:
    """`-C SLOŽKA`, which overrides the one given before the command."""
    option = click.option(
        "-C",
        "--slozka",
        type=click.Path(path_type=Path),
        metavar="SLOŽKA",
        help="Pracovní složka (též ZAPIS_SLOZKA).",
    )
    return option(function)


def today_option(function: Function) -> Function:
    """`--ke-dni DATUM`, the day that counts as today."""
    option = click.option(
        "--ke-dni", type=CzechDate(), metavar="DATUM", help="Který den se bere jako dnešek."
    )
    return option(function)


def strict_option(function: Function) -> Function:
    """`--prisne`, with which warnings count as errors."""
    return click.option("--prisne", is_flag=True, help="Varování platí jako chyby.")(function)


class ProcessCount(click.ParamType[int]):
    """A number of processes, or `auto` for as many as pay."""

    name = "počet"

    def convert(
        self, value: object, param: click.Parameter | None, context: click.Context | None
    ) -> int:
        """The number; 0 stands for `auto`."""
        text = str(value).strip().lower()
        if text == "auto":
            return 0
        if not (text.isascii() and text.isdigit() and int(text[:4]) >= 1 and len(text) < _DIGITS):
            self.fail(f"„{value}“ není počet procesů; napište číslo, nebo auto", param, context)
        return int(text)


def processes_option(function: Function) -> Function:
    """`-j N|auto`, in how many processes to work; None as a value means auto."""
    option = click.option(
        "-j",
        "--procesy",
        type=ProcessCount(),
        default="auto",
        metavar="N|auto",
        callback=lambda _context, _param, value: value or None,
        help="V kolika procesech pracovat; auto využije všechny procesory, až když se to vyplatí.",
    )
    return option(function)


def color_option(function: Function) -> Function:
    """`--barvy auto|vzdy|nikdy`."""
    option = click.option(
        "--barvy",
        type=click.Choice(["auto", "vzdy", "nikdy"]),
        default="auto",
        show_default=True,
        help="Kdy barevně; auto se řídí terminálem a proměnnou NO_COLOR.",
    )
    return option(function)


def paths_argument(function: Function) -> Function:
    """`[CESTA]…`, files and folders."""
    argument = click.argument(
        "cesty", nargs=-1, metavar="[CESTA]…", type=click.Path(path_type=Path)
    )
    return argument(function)


def wants_color(choice: str, *, error: bool = False) -> bool:
    """Whether to colour an output: as asked, else when a person looks and NO_COLOR is not set."""
    if choice != "auto":
        return choice == "vzdy"
    stream = sys.stderr if error else sys.stdout
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
