"""When a task is due, in few words: the first column of a list."""

import datetime as dt
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from zapis.czech.dates import format_date, weekday_name
from zapis.czech.plurals import count
from zapis.report.columns import pad, pad_left, visible, width
from zapis.report.style import CLOSED
from zapis.report.wrapping import wrap
from zapis.tasks.query import TaskRow, Urgency

_ABBREVIATIONS = (("následujícím", "násl."), ("následující", "násl."), ("nejpozději ", ""))


class When(NamedTuple):
    """„20. 3.“ and „o 24 dní“; „pátek“ and „17. 4.“; or words alone.

    `is_aligned` says that the second part stands at the right edge of the column, so that days
    to come stand below each other; `is_optional` that it can go where there is no room for it.
    """

    first: str
    second: str = ""
    is_aligned: bool = False
    is_optional: bool = False


def when_text(row: TaskRow, today: dt.date) -> str:
    """Until when, or since when it is closed, on one line."""
    when = _when(row, today)
    return " ".join(filter(None, (when.first, when.second)))


def when_lines(row: TaskRow, today: dt.date, columns: int) -> Sequence[str]:
    """The same in a column of that width, each line padded to it."""
    return _lay_out(_when(row, today), columns)


def short_date(day: dt.date, today: dt.date) -> str:
    """Without the year where it is this one."""
    return f"{day.day}. {day.month}." if day.year == today.year else format_date(day)


def _when(row: TaskRow, today: dt.date) -> When:
    deadline, urgency = row.deadline, row.urgency
    if urgency in CLOSED and row.closed_on is not None:
        return When(short_date(row.closed_on, today), row.status.value, is_optional=True)
    if deadline is None:
        return When("")
    if deadline.due is None or urgency is Urgency.RECURRING:
        return When(_shorten(deadline.words))
    if urgency is Urgency.OVERDUE:
        return _overdue(deadline.due, today)
    if deadline.next_meeting:
        word = "do příště"
    elif deadline.approximate:
        word = "asi"
    else:
        word = _near_day(deadline.due, today) if urgency is Urgency.WITHIN_WEEK else ""
    return When(word, short_date(deadline.due, today), is_aligned=True)


@lru_cache(maxsize=4096)
def _overdue(due: dt.date, today: dt.date) -> When:
    return When(short_date(due, today), f"o {count((today - due).days, 'den', 'dny', 'dní')}")


def _near_day(day: dt.date, today: dt.date) -> str:
    return {0: "dnes", 1: "zítra"}.get((day - today).days) or weekday_name(day)


@lru_cache(maxsize=4096)
def _shorten(words: str) -> str:
    text = " ".join(words.split())
    text = text[:1].lower() + text[1:]
    for long, short in _ABBREVIATIONS:
        text = text.replace(long, short)
    return visible(text)


@lru_cache(maxsize=4096)
def _lay_out(when: When, columns: int) -> tuple[str, ...]:
    gap = columns - width(when.first) - width(when.second)
    if when.is_aligned and gap > 0:
        return (when.first + pad_left(when.second, columns - width(when.first)),)
    if when.is_aligned:
        return (pad_left(when.second, columns),)
    if when.second and gap > 0:
        return (pad((" " * min(gap, 2)).join(when[:2]), columns),)
    parts = when[:1] if when.is_optional else when[:2]
    return tuple(pad(line, columns) for part in parts for line in wrap(part, columns))
