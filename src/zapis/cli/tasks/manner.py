"""Where, as of which day and how a command about tasks runs; loaded quickly, also by completion."""

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from zapis.cli.options import wants_color

if TYPE_CHECKING:
    from zapis.report.style import ListStyle

_PIPE_COLUMNS = 80


@dataclass(frozen=True, slots=True)
class Manner:
    """The folder of `-C`, the day of `--ke-dni`, the colours of `--barvy`."""

    folder: Path | None = None
    day: date | None = None
    colors: str = "auto"


def list_style(colors: str) -> "ListStyle":
    """Text as wide as the terminal, in the colours that are wanted."""
    from zapis.report.style import ListStyle  # noqa: PLC0415 - keys must complete quickly

    columns = shutil.get_terminal_size((_PIPE_COLUMNS, 24)).columns
    return ListStyle(columns=columns, color=wants_color(colors))
