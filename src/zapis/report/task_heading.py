"""What stands above a list of tasks: what it is, of whom, of which day, and the filter."""

import datetime as dt
from collections.abc import Iterator

from zapis.czech.dates import format_date, weekday_name
from zapis.report.columns import pad_left, visible, width
from zapis.report.style import HEADING, QUIET, ListStyle
from zapis.report.wrapping import hang, wrap

_FILTER = "Filtr: "
_NARROW = 50


def heading(title: str, organization: str, today: dt.date, style: ListStyle) -> Iterator[str]:
    """The title with the day at the right where both fit on a line, and the filter below."""
    name = visible(" – ".join(filter(None, (title, organization))))
    day = f"{weekday_name(today)} {format_date(today)}"
    room = style.columns - 2 - width(name)
    if room >= width(day) + 2:
        yield style.paint(name, HEADING) + pad_left(day, room)
    else:
        yield from (style.paint(line, HEADING) for line in wrap(name, style.widest))
        yield from wrap(day, style.widest)
    yield from (style.paint(line, QUIET) for line in _filter_lines(style))


def _filter_lines(style: ListStyle) -> Iterator[str]:
    indent = "  " if style.columns < _NARROW else " " * len(_FILTER)
    for index, sentence in enumerate(style.filters):
        lines = hang(f"{_FILTER}{sentence}", style.widest, indent)
        yield from lines if index == 0 else wrapped_under(sentence, style.widest, indent)


def wrapped_under(text: str, columns: int, indent: str) -> Iterator[str]:
    """The text wrapped, every line indented."""
    return (f"{indent}{line}" for line in wrap(text, columns - len(indent)))
