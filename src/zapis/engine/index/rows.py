"""The finished list of tasks in the index: rows written once, read at every command."""

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import repeat
from operator import itemgetter
from sqlite3 import Connection
from typing import get_type_hints

from zapis.engine.index.columns import pack, unpack
from zapis.engine.index.values import from_json, list_to_json
from zapis.model.tasks import TaskId, TaskStatus
from zapis.tasks.query.rows import TaskRow, urgency_of
from zapis.tasks.tracker import Statement

_OPEN, _CLOSED = "open", "closed"
# Stored as they are; the others are the id, how urgent it is today, and the history.
_FIELDS = (
    *("sentence", "status", "assignees", "deadline", "section", "note", "is_new", "gone"),
    *("path", "set_on", "closed_on"),
)
_values_of = itemgetter(*(TaskRow._fields.index(name) for name in _FIELDS))
_Histories = tuple[tuple[Statement, ...], ...]


def remember_rows(connection: Connection, rows: Sequence[TaskRow]) -> None:
    """Replace the list by rows with their histories, given in the order of the file."""
    connection.execute("DELETE FROM tasks")
    for part in (_OPEN, _CLOSED):
        own = [(place, row) for place, row in enumerate(rows) if is_open(row) == (part == _OPEN)]
        connection.execute("INSERT INTO tasks VALUES (?, ?, ?)", (part, *_pack(own)))


def recall_rows(
    connection: Connection, today: dt.date, *, history: bool, only_open: bool
) -> tuple[TaskRow, ...]:
    """The rows in the order of the file, as urgent as they are today."""
    first = _recall_part(connection, _OPEN, today, history=history)
    if only_open:
        return tuple(row for _, row in first)
    placed = [*first, *_recall_part(connection, _CLOSED, today, history=history)]
    return tuple(row for _, row in sorted(placed, key=itemgetter(0)))


def _pack(rows: Sequence[tuple[int, TaskRow]]) -> tuple[str, str]:
    """Rows with their places, and their histories, as text."""
    table = pack((place, *row.id, *_values_of(row)) for place, row in rows)
    return table, list_to_json(row.history for _, row in rows)


def is_open(row: TaskRow) -> bool:
    """Whether something is still to be done, as far as the minutes still have the task."""
    return row.status.is_open and not row.gone


def _recall_part(
    connection: Connection, part: str, today: dt.date, *, history: bool
) -> Iterator[tuple[int, TaskRow]]:
    """Rows with their places."""
    said = "histories" if history else "NULL"
    ((table, histories),) = connection.execute(
        f"SELECT rows, {said} FROM tasks WHERE part = ?",  # noqa: S608 - our own words
        (part,),
    )
    hints = get_type_hints(TaskRow)
    stored = unpack((int, str, int, *(hints[name] for name in _FIELDS)), table)
    deadline = stored[_FIELDS.index("deadline") + 3]
    places, meetings, numbers, *values = (column.rows() for column in stored)
    sentences, statuses, people, deadlines, sections, notes, new, gone, *origins = values
    if part == _OPEN:
        urgencies = deadline.map(lambda due: urgency_of(TaskStatus.OPEN, due, today)).rows()
    else:
        cases = zip(statuses, gone, strict=True)
        urgencies = [urgency_of(status, None, today, gone=is_gone) for status, is_gone in cases]
    ids = map(TaskId._make, zip(meetings, numbers, strict=True))
    fields = (ids, sentences, statuses, people, deadlines, sections, urgencies, notes, new, gone)
    told = repeat(()) if histories is None else from_json(_Histories, histories)
    return zip(places, map(TaskRow._make, zip(*fields, *origins, told)))  # noqa: B905 - `repeat` has no end
