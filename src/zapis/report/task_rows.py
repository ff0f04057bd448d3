"""The lines of one task in a list."""

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from zapis.model.tasks import TaskStatus
from zapis.report.columns import is_plain, pad, width
from zapis.report.style import COLORS, QUIET, ListStyle
from zapis.report.task_layout import Layout
from zapis.report.task_names import names_column, names_line
from zapis.report.task_when import short_date, when_lines, when_text
from zapis.report.wrapping import hang, wrap
from zapis.tasks.query import TaskRow

_MOST_NOTE_LINES = 3
_INDENT = "  "


def row_lines(row: TaskRow, today: dt.date, layout: Layout, style: ListStyle) -> Iterator[str]:
    """The task in the columns of the layout, without spaces at the ends of lines."""
    if not layout.when:
        return _stacked(row, today, layout, style)
    left = _left(row, today, layout, style)
    text = _text(row, today, layout.text)
    if layout.names:
        names = names_column(row, layout.names, joined=bool(layout.number))
        return _beside(left, text, names, layout)
    return _beside(left, [*text, *names_line(row, layout.text)], (), layout)


def _beside(
    left: Sequence[str], text: Sequence[str], names: Sequence[str], layout: Layout
) -> Iterator[str]:
    gap = " " * layout.gap
    for first, middle, name in zip_longest(left, text, names, fillvalue=""):
        if name:
            yield f"{first or ' ' * layout.left}  {pad(middle, layout.text)}{gap}{name}"
        else:
            yield f"{first or ' ' * layout.left}  {middle}" if middle else first.rstrip()


def _stacked(row: TaskRow, today: dt.date, layout: Layout, style: ListStyle) -> Iterator[str]:
    """One below the other, for terminals too narrow for columns."""
    room = layout.text + len(_INDENT)
    parts = [part for part in (when_text(row, today), str(row.id)) if part]
    line = " · ".join(parts)
    for part in [line] if width(line) <= room else parts:
        yield from (style.paint(line, COLORS.get(row.urgency, "")) for line in wrap(part, room))
    for line in (*_text(row, today, layout.text), *names_line(row, layout.text)):
        yield f"{_INDENT}{line}"


def _left(row: TaskRow, today: dt.date, layout: Layout, style: ListStyle) -> Sequence[str]:
    """The deadline and the number, below each other or side by side, each line padded."""
    columns = layout.number or layout.when
    number = f"{row.id.meeting}/{row.id.number}"
    if len(number) <= columns and is_plain(number):
        numbers = [number.ljust(columns)]
    else:
        numbers = [pad(line, columns) for line in wrap(number, columns)]
    when = when_lines(row, today, layout.when)
    if style.color:
        when = [style.paint(line, COLORS.get(row.urgency, "")) for line in when]
        numbers = [style.paint(line, QUIET) for line in numbers]
    if not layout.number:
        return (*when, *numbers)
    blanks = " " * layout.when, " " * layout.number
    pairs = zip_longest(when, numbers)
    return [f"{first or blanks[0]}  {second or blanks[1]}" for first, second in pairs]


def _text(row: TaskRow, today: dt.date, columns: int) -> list[str]:
    """The sentence with its marks, and the newest note."""
    sentence = row.sentence
    if row.is_new:
        sentence += " [nové]"
    if row.status is TaskStatus.IN_PROGRESS:
        sentence += f" [{row.status.value}]"
    lines = wrap(sentence, columns)
    if row.note:
        day = f"{short_date(row.note.date, today)}: " if row.note.date else ""
        lines += _cut(hang(f"» {day}{row.note.note}", columns), columns)
    return lines


def _cut(lines: list[str], columns: int) -> list[str]:
    """The first lines of a note; the whole of it is shown with the task alone."""
    if len(lines) <= _MOST_NOTE_LINES:
        return lines
    *first, last = lines[:_MOST_NOTE_LINES]
    while width(last) > columns - 2:
        last = last.rpartition(" ")[0]
    return [*first, f"{last} …"]
