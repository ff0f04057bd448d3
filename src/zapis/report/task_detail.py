"""One task with all that is known of it (for `zapis ukoly ukaz`)."""

import datetime as dt
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from zapis.report.columns import pad
from zapis.report.style import DEFAULT_STYLE, HEADING, QUIET, ListStyle
from zapis.report.task_fields import Field, task_fields
from zapis.report.task_heading import heading
from zapis.report.task_history import Event, events
from zapis.report.wrapping import hang, wrap
from zapis.tasks.query import TaskRow

_WIDEST = 100
_TWO_COLUMNS = 50
_LABEL = 14
_SOURCE = 10
_INDENT = "  "


def format_task(
    row: TaskRow,
    today: dt.date,
    style: ListStyle = DEFAULT_STYLE,
    *,
    meeting: str = "",
    document: str = "",
) -> str:
    """All of a task: sentence, state, people, deadline, where it comes from, and its history.

    `meeting` is the name of the meeting that set the task, `document` the path of what was made of
    its minutes; both may be empty. Lines are at most 100 columns long, for the sake of the reader.
    """
    style = replace(style, columns=min(style.columns, _WIDEST))
    return "\n".join(_lines(row, today, style, task_fields(row, today, meeting, document)))


def _lines(
    row: TaskRow, today: dt.date, style: ListStyle, fields: Iterable[Field]
) -> Iterator[str]:
    yield from heading(f"Úkol {row.id}", "", today, style)
    yield from ("", *wrap(row.sentence, style.widest), "")
    for field in fields:
        yield from _field_lines(field, style)
    if row.history:
        yield from ("", style.paint("Historie", HEADING))
    for event in events(row.history):
        yield from _event_lines(event, style)


def _field_lines(field: Field, style: ListStyle) -> Iterator[str]:
    if not field.texts:
        return
    if style.columns >= _TWO_COLUMNS:
        texts = [(text, field.color) for text in field.texts]
        yield from _beside(style.paint(pad(field.label, _LABEL), QUIET), texts, _LABEL, style)
        return
    first, *more = field.texts
    yield from (
        style.paint(line, field.color) for line in hang(f"{field.label}: {first}", style.widest)
    )
    texts = [(text, field.color) for text in more]
    yield from _beside(_INDENT, texts, len(_INDENT), style)


def _event_lines(event: Event, style: ListStyle) -> Iterator[str]:
    texts = [(event.words, ""), (event.path, QUIET)]
    if style.columns >= _TWO_COLUMNS:
        label = style.paint(pad(event.day, _LABEL) + pad(event.source, _SOURCE), QUIET)
        yield from _beside(label, texts, _LABEL + _SOURCE, style)
    else:
        for line in wrap(f"{event.day} · {event.source}", style.widest):
            yield style.paint(line, QUIET)
        yield from _beside(_INDENT, texts, len(_INDENT), style)


def _beside(
    label: str, texts: Iterable[tuple[str, str]], columns: int, style: ListStyle
) -> Iterator[str]:
    """The texts in their colours to the right of the label, which is `columns` wide."""
    for text, color in texts:
        for line in wrap(text, style.widest - columns):
            yield label + style.paint(line, color)
            label = " " * columns
