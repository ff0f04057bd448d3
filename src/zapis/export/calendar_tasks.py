"""Tasks as to-dos of a calendar (RFC 5545), for Outlook, Thunderbird or a phone."""

import datetime as dt
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from zapis.export.table import TaskTable
from zapis.export.wording import (
    deadline_words,
    due_of,
    names_of,
    note_of,
    one_line,
    title_of,
)
from zapis.model.tasks import TaskStatus
from zapis.tasks.query import TaskRow

_STATES: Mapping[TaskStatus, str] = MappingProxyType(
    {
        TaskStatus.OPEN: "NEEDS-ACTION",
        TaskStatus.IN_PROGRESS: "IN-PROCESS",
        TaskStatus.DONE: "COMPLETED",
        TaskStatus.CANCELLED: "CANCELLED",
    }
)
_LONGEST_LINE = 75
# Noon is the same day in every zone of Europe.
_NOON = "T120000Z"
_MIDNIGHT = "T000000Z"


def write_calendar(table: TaskTable) -> str:
    """A calendar of to-dos; each has the same UID in every export, so that it is renewed."""
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//zapis//ukoly//CS",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_text(title_of(table))}",
        *(line for row in table.rows for line in _todo(row, table)),
        "END:VCALENDAR",
    )
    return "".join(f"{_fold(line)}\r\n" for line in lines)


def _todo(row: TaskRow, table: TaskTable) -> Iterator[str]:
    yield "BEGIN:VTODO"
    yield f"UID:{_text(str(row.id))}@zapis"
    yield f"DTSTAMP:{_day(table.today)}{_MIDNIGHT}"
    yield f"SUMMARY:{_text(row.sentence)}"
    yield f"DESCRIPTION:{_description(row)}"
    yield f"CATEGORIES:{_text(row.section)}"
    yield f"STATUS:{'CANCELLED' if row.gone else _STATES[row.status]}"
    yield from _days(row)
    if row.status is TaskStatus.DONE:
        yield "PERCENT-COMPLETE:100"
        if row.closed_on:
            yield f"COMPLETED:{_day(row.closed_on)}{_NOON}"
    yield "END:VTODO"


def _days(row: TaskRow) -> Iterator[str]:
    """When to begin and when to be done; the beginning has to be the earlier one."""
    due, starts = due_of(row), row.deadline.starts if row.deadline else None
    if starts and (due is None or starts < due):
        yield f"DTSTART;VALUE=DATE:{_day(starts)}"
    if due:
        yield f"DUE;VALUE=DATE:{_day(due)}"


def _description(row: TaskRow) -> str:
    """Who is to do it and what else is known, a line each.

    **Why** no ATTENDEE: it wants an e-mail address, and programs write letters to attendees.
    """
    known = (
        ("Zodpovídá", names_of(row)),
        ("Termín", deadline_words(row)),
        ("Poznámka", note_of(row)),
        ("Číslo úkolu", str(row.id)),
    )
    return r"\n".join(f"{label}: {_text(text)}" for label, text in known if text)


def _day(day: dt.date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _text(text: str) -> str:
    """A value of type TEXT (RFC 5545, 3.3.11)."""
    plain = one_line(text).replace("\\", r"\\")
    return plain.replace(";", r"\;").replace(",", r"\,")


def _fold(line: str) -> str:
    """The line cut at 75 bytes, no character torn apart (RFC 5545, 3.1)."""
    if len(line) * 4 <= _LONGEST_LINE:
        return line
    pieces: list[str] = []
    start = size = 0
    for at, char in enumerate(line):
        width = len(char.encode("utf-8", "replace"))
        if size + width > _LONGEST_LINE:
            pieces.append(line[start:at])
            start, size = at, 1  # the space in front of what goes on
        size += width
    return "\r\n ".join([*pieces, line[start:]])
