"""What is said of one task: labels and the texts behind them."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from zapis.czech.dates import format_date
from zapis.report.style import CLOSED, COLORS, NOBODY
from zapis.report.task_history import describe_day, describe_distance, says_more
from zapis.report.wrapping import whole
from zapis.tasks.query import TaskRow, Urgency
from zapis.tasks.tracker import WITHOUT_SERIES


class Field(NamedTuple):
    """A label and the texts behind it, each from a new line."""

    label: str
    texts: Sequence[str]
    color: str = ""


def task_fields(row: TaskRow, today: dt.date, meeting: str, document: str) -> Iterator[Field]:
    """The properties of a task that are known, in the order in which people ask for them."""
    color = COLORS.get(row.urgency, "")
    is_closed = row.urgency in CLOSED
    yield Field("Stav", tuple(_state(row)), color if is_closed else "")
    yield Field("Zodpovídá", row.assignees or (() if is_closed else (NOBODY,)))
    yield Field("Termín", tuple(_deadline(row, today)), "" if is_closed else color)
    yield Field("Série", () if row.section == WITHOUT_SERIES else (row.section,))
    day = format_date(row.set_on) if row.set_on else ""
    yield Field("Zadáno", _known(", ".join(_known(day, meeting)), row.path))
    yield Field("Dokument", _known(document))
    yield Field("Poznámka", () if row.history else tuple(_note(row)))


def _state(row: TaskRow) -> Iterator[str]:
    day = f" {format_date(row.closed_on)}" if row.closed_on else ""
    yield f"{row.status.value}{day}"
    if row.is_new:
        yield "[nové] v ukoly.md ještě není, zapíše ho zapis build"
    if row.urgency is Urgency.GONE:
        yield "v zápisech už není"


def _note(row: TaskRow) -> Iterator[str]:
    if row.note:
        day = f"{whole(format_date(row.note.date))}: " if row.note.date else ""
        yield f"{day}{row.note.note}"


def _deadline(row: TaskRow, today: dt.date) -> Iterator[str]:
    deadline = row.deadline
    if deadline is None:
        yield "neurčen"
        return
    is_awaited = row.due and row.urgency not in (*CLOSED, Urgency.RECURRING)
    distance = describe_distance(row.due, today) if row.due and is_awaited else ""
    has_words = row.due and not deadline.recurring and says_more(deadline)
    words = f" („{deadline.words}“)" if has_words else ""
    yield ", ".join(_known(describe_day(deadline), distance)) + words


def _known(*texts: str) -> tuple[str, ...]:
    return tuple(filter(None, texts))
