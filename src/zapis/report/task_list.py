"""The list of tasks as text, as wide as the terminal (for `zapis ukoly`)."""

import datetime as dt
from collections.abc import Iterator, Sequence

from zapis.report.columns import width
from zapis.report.numbers import grouped
from zapis.report.style import COLORS, DEFAULT_STYLE, HEADING, QUIET, ListStyle
from zapis.report.task_heading import heading
from zapis.report.task_layout import lay_out
from zapis.report.task_rows import RowWriter
from zapis.report.task_sums import nothing, rest, sums
from zapis.report.wrapping import wrap
from zapis.tasks.query import OpenTasks, TaskRow, Urgency

__all__ = ["ListStyle", "format_task_list"]

_HINT_GAP = "    "


def format_task_list(
    tasks: OpenTasks, today: dt.date, organization: str = "", style: ListStyle = DEFAULT_STYLE
) -> str:
    """The whole list with its heading and sums, without a closing line end."""
    lines = list(heading(style.title, organization, today, style))
    lines += _table(tasks, today, style) if tasks.groups else wrap(nothing(style), style.widest)
    return "\n".join((*lines, *_below(tasks, style)))


def _table(tasks: OpenTasks, today: dt.date, style: ListStyle) -> list[str]:
    groups = _first_screen(tasks, style.most_rows)
    layout = lay_out(style.columns, [row for _, _, rows in groups for row in rows], today)
    lines = [layout.head] if layout.head else []
    write = RowWriter(layout, style, today).lines
    for urgency, size, rows in groups:
        title = f"{urgency.value} ({grouped(size)})"
        color = COLORS.get(urgency, HEADING)
        lines += (style.paint(line, color) for line in wrap(title, style.widest))
        for row in rows:
            lines += write(row)
    return lines


def _first_screen(
    tasks: OpenTasks, most: int | None
) -> list[tuple[Urgency, int, Sequence[TaskRow]]]:
    """The groups with their sizes and no more than `most` rows in all."""
    left = tasks.size if most is None else most
    groups: list[tuple[Urgency, int, Sequence[TaskRow]]] = []
    for urgency, rows in tasks.groups:
        if left > 0:
            groups.append((urgency, len(rows), rows[:left]))
        left -= len(rows)
    return groups


def _below(tasks: OpenTasks, style: ListStyle) -> Iterator[str]:
    size = tasks.size
    if style.most_rows is not None and size > style.most_rows:
        yield from wrap(rest(size - style.most_rows, style.all_by), style.widest)
    for sentence in sums(tasks):
        yield from wrap(sentence, style.widest)
    is_short = width(style.hint) <= style.widest
    for hint in filter(None, [style.hint] if is_short else style.hint.split(_HINT_GAP)):
        lines = [hint] if width(hint) <= style.widest else wrap(hint, style.widest)
        yield from (style.paint(line, QUIET) for line in lines)
