"""Where, as of which day and how a command about tasks runs; loaded quickly, also by completion."""

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from zapis.cli.options import wants_color

if TYPE_CHECKING:
    from zapis.report.style import ListStyle

_PIPE_COLUMNS = 80
_MOST_DIGITS = 6


class Manner(Struct, frozen=True):
    """The folder of `-C`, the day of `--ke-dni`, the colours of `--barvy`."""

    folder: Path | None = None
    day: date | None = None
    colors: str = "auto"


def list_style(colors: str) -> "ListStyle":
    """Text as wide as the terminal, in the colours that are wanted."""
    from zapis.report.style import ListStyle  # noqa: PLC0415 - keys must complete quickly

    return ListStyle(columns=_columns(), color=wants_color(colors))


def _columns() -> int:
    """The width of the terminal, as `shutil` finds it, which brings archives along."""
    told = os.environ.get("COLUMNS", "")
    if told.isascii() and told.isdigit() and int(told[:_MOST_DIGITS]):
        return int(told[:_MOST_DIGITS])
    try:
        terminal = sys.__stdout__.fileno() if sys.__stdout__ else -1
        return os.get_terminal_size(terminal).columns or _PIPE_COLUMNS
    except (ValueError, OSError):  # closed, or no terminal
        return _PIPE_COLUMNS
