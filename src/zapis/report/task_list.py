"""The list of open tasks as text, as wide as the terminal."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from types import MappingProxyType

from zapis.czech.dates import format_date, weekday_name
from zapis.czech.deadlines import Deadline
from zapis.czech.plurals import choose, count
from zapis.model.tasks import TaskStatus
from zapis.report.columns import pad, pad_left, visible, width, wrap
from zapis.tasks.query import OpenTasks, TaskRow, Urgency, count_unassigned

_NARROWEST_TABLE = 60
_NARROWEST = 10
_INDENT = "  "
_DUE_WIDTH = 16
_WIDEST_DUE = 24
_WIDE = 110
_NAMES_WIDTH = 17
_WIDEST_NAMES = 44
_MOST_NAMES = 2
_NOBODY = "? nepřiděleno"
_ABBREVIATIONS = (("následujícím", "násl."), ("následující", "násl."), ("nejpozději ", ""))

_HEADING, _LATE, _SOON, _QUIET = "1", "31", "33", "2"
_COLORS: Mapping[Urgency, str] = MappingProxyType(
    {Urgency.OVERDUE: _LATE, Urgency.WITHIN_WEEK: _SOON}
)


@dataclass(frozen=True, slots=True)
class ListStyle:
    """How the list is to look: columns of the terminal, colours, a last line on what to do next.

    `most_rows` limits very long lists to a first screen; None shows all.
    """

    columns: int = 80
    color: bool = False
    hint: str = ""
    most_rows: int | None = None


@dataclass(frozen=True, slots=True)
class _Columns:
    """Widths of the three columns; `names` is 0 where everything stands in one."""

    due: int
    text: int
    names: int

    @property
    def total(self) -> int:
        return self.due + self.text + self.names + (3 if self.names else 0)


def format_task_list(
    tasks: OpenTasks, today: dt.date, organization: str = "", style: ListStyle = ListStyle()
) -> str:
    """The whole list with its heading and sums, without a closing line end."""
    columns = _measure(style.columns, tasks.rows)
    return "\n".join(line.rstrip() for line in _lines(tasks, today, organization, style, columns))


def _lines(
    tasks: OpenTasks, today: dt.date, organization: str, style: ListStyle, columns: _Columns
) -> Iterator[str]:
    yield from _title(today, organization, style, columns)
    rows = tasks.rows
    if not rows:
        yield "Žádný úkol není otevřený, všechno je hotovo."
        return
    if columns.names:
        yield f"{pad('Termín / číslo', columns.due)}  {pad('Úkol', columns.text)} Zodpovídá"
    left = len(rows) if style.most_rows is None else style.most_rows
    for urgency, own in tasks.groups:
        if left <= 0:
            break
        for line in wrap(f"{urgency.value} ({len(own)})", style.columns - 1):
            yield _paint(line, _COLORS.get(urgency, _HEADING), style)
        for row in own[:left]:
            yield from _row(row, today, columns, style)
        left -= len(own)
    yield from _sums(tasks, rows, style)


def _measure(columns: int, rows: Sequence[TaskRow]) -> _Columns:
    if columns < _NARROWEST_TABLE:
        return _Columns(0, max(_NARROWEST, columns - 1 - len(_INDENT)), 0)
    total = columns - 2
    longest = max((len(str(row.id)) for row in rows), default=0)
    due = max(_DUE_WIDTH, min(longest, _WIDEST_DUE)) if columns >= _WIDE else _DUE_WIDTH
    names = min(_WIDEST_NAMES, max(_NAMES_WIDTH, total * 22 // 100))
    return _Columns(due, total - due - names - 3, names)


def _title(today: dt.date, organization: str, style: ListStyle, columns: _Columns) -> Iterator[str]:
    name = visible(" – ".join(filter(None, ("Otevřené úkoly", organization))))
    day = f"{weekday_name(today)} {format_date(today)}"
    if columns.names and width(name) + 2 + width(day) <= columns.total:
        yield _paint(name, _HEADING, style) + pad_left(day, columns.total - width(name))
        return
    for line in (*wrap(name, style.columns - 1), day):
        yield _paint(line, _HEADING, style)


def _row(row: TaskRow, today: dt.date, columns: _Columns, style: ListStyle) -> Iterator[str]:
    if not columns.names:
        yield from _stacked(row, today, columns, style)
        return
    when = _when_lines(row, today, columns.due)
    left = [*when, *wrap(str(row.id), columns.due)]
    middle = [*wrap(row.sentence, columns.text), *_remarks(row, columns.text)]
    right = _names(row, columns.names)
    color = _COLORS.get(row.urgency, "")
    for index, (due, text, name) in enumerate(zip_longest(left, middle, right, fillvalue="")):
        first = _paint(pad(due, columns.due), color if index < len(when) else _QUIET, style)
        yield f"{first}  {pad(text, columns.text)} {name}"


def _stacked(row: TaskRow, today: dt.date, columns: _Columns, style: ListStyle) -> Iterator[str]:
    """One below the other, for terminals too narrow for columns."""
    when = " ".join(_when(row, today, 0).split())
    head = wrap(" · ".join(filter(None, (when, str(row.id)))), columns.text)
    yield from (_paint(line, _COLORS.get(row.urgency, ""), style) for line in head)
    names = ", ".join(row.assignees) or _NOBODY
    for text in (row.sentence, *_remark_texts(row), names):
        yield from (f"{_INDENT}{line}" for line in wrap(text, columns.text))


def _when(row: TaskRow, today: dt.date, columns: int) -> str:
    """„20. 3.  o 24 dní“, „pátek     17. 4.“, „do příště 15. 5.“, or the words themselves."""
    deadline, due = row.deadline, row.due
    if deadline is None:
        return ""
    if due is None or row.urgency is Urgency.RECURRING:
        return _shorten(deadline)
    day = _short_date(due, today)
    if row.urgency is Urgency.OVERDUE:
        days = (today - due).days
        return f"{day}  o {count(days, 'den', 'dny', 'dní')}"
    word = _word(deadline, due, row.urgency)
    if not columns:
        return f"{word} {day}"
    gap = columns - width(word)
    return f"{word}{pad_left(day, gap)}" if gap > width(day) else pad_left(day, columns)


def _when_lines(row: TaskRow, today: dt.date, columns: int) -> list[str]:
    """The deadline in its column, its gaps kept where it fits on one line."""
    when = _when(row, today, columns)
    if width(when) <= columns:
        return [when] if when else []
    return [line for part in when.split("  ") for line in wrap(part, columns)]


def _word(deadline: Deadline, due: dt.date, urgency: Urgency) -> str:
    if deadline.next_meeting:
        return "do příště"
    if deadline.approximate:
        return "asi"
    return weekday_name(due) if urgency is Urgency.WITHIN_WEEK else ""


def _short_date(day: dt.date, today: dt.date) -> str:
    """Without the year where it is this one."""
    return f"{day.day}. {day.month}." if day.year == today.year else format_date(day)


def _shorten(deadline: Deadline) -> str:
    words = " ".join(deadline.words.split())
    words = words[:1].lower() + words[1:]
    for long, short in _ABBREVIATIONS:
        words = words.replace(long, short)
    return visible(words)


def _remarks(row: TaskRow, columns: int) -> list[str]:
    return [line for text in _remark_texts(row) for line in wrap(text, columns)]


def _remark_texts(row: TaskRow) -> Iterator[str]:
    if row.is_new:
        yield "[nové]"
    if row.status is TaskStatus.IN_PROGRESS:
        yield f"[{row.status.value}]"
    if row.note and row.note.date:
        yield f"» {row.note.date.day}. {row.note.date.month}.: {row.note.note}"


def _names(row: TaskRow, columns: int) -> list[str]:
    """The assignees one a line; of many the first and how many more."""
    if not row.assignees:
        return [_NOBODY]
    if len(row.assignees) <= _MOST_NAMES:
        return [line for name in row.assignees for line in wrap(name, columns)]
    more = len(row.assignees) - 1
    others = f"a {choose(more, 'další', 'další', 'dalších')} {more}"
    return [*wrap(row.assignees[0], columns), others]


def _sums(tasks: OpenTasks, rows: Sequence[TaskRow], style: ListStyle) -> Iterator[str]:
    hidden = 0 if style.most_rows is None else max(0, len(rows) - style.most_rows)
    if hidden:
        yield f"… a ještě {count(hidden, 'úkol', 'úkoly', 'úkolů')}."
    late, soon = tasks.count(Urgency.OVERDUE), tasks.count(Urgency.WITHIN_WEEK)
    undated, nobodys = tasks.count(Urgency.UNDATED), count_unassigned(rows)
    dated = [f"{late} po termínu" if late else "", f"{soon} do týdne" if soon else ""]
    free = [
        f"{undated} bez termínu" if undated else "",
        count(nobodys, "nepřidělený", "nepřidělené", "nepřidělených") if nobodys else "",
    ]
    parts = "; ".join(filter(None, (", ".join(filter(None, part)) for part in (dated, free))))
    total = count(len(rows), "otevřený úkol", "otevřené úkoly", "otevřených úkolů")
    yield from wrap(f"{total}: {parts}." if parts else f"{total}.", style.columns - 1)
    if style.hint:
        is_short = width(style.hint) < style.columns
        lines = [style.hint] if is_short else wrap(style.hint, style.columns - 1)
        yield from (_paint(line, _QUIET, style) for line in lines)


def _paint(text: str, color: str, style: ListStyle) -> str:
    return f"\x1b[{color}m{text}\x1b[0m" if style.color and color and text.strip() else text
