"""Tasks for tests of lists, tables and exports of tasks."""

import datetime as dt
import re
from collections.abc import Iterable

from zapis.czech.deadlines import Deadline
from zapis.model.tasks import TaskId, TaskStatus
from zapis.tasks.query import OpenTasks, TaskRow, group_rows, make_row
from zapis.tasks.tracker import Entry, Statement

TODAY = dt.date(2026, 4, 13)
TOWN = "Město Horní Bělá"
SET_ON = dt.date(2026, 1, 23)
_SENTENCE = "Zaslat nápady na vzdělávací akce pro skupinu, kvalitní lektoři i bez akreditace"


def due(month: int, day: int, year: int = 2026, **flags: bool) -> Deadline:
    return Deadline("do", due=dt.date(year, month, day), **flags)  # type: ignore[arg-type]


def statement(
    month: int,
    day: int,
    status: TaskStatus | None = None,
    note: str = "",
    deadline: Deadline | None = None,
) -> Statement:
    return Statement(dt.date(2026, month, day), status, deadline=deadline, note=note)


def entry(
    task: str,
    sentence: str = "Zaslat",
    people: tuple[str, ...] = ("Eva Horáková",),
    deadline: Deadline | None = None,
    *more: Statement,
    gone: bool = False,
    is_new: bool = False,
) -> Entry:
    meeting, _, number = task.rpartition("/")
    said = Statement(SET_ON, TaskStatus.OPEN, people, deadline, path="zapisy/leden.md")
    identity = TaskId(meeting, int(number))
    return Entry(identity, sentence, (said, *more), gone=gone, is_new=is_new)


def rows_of(entries: Iterable[Entry]) -> tuple[TaskRow, ...]:
    return tuple(make_row(item, TODAY) for item in entries)


def grouped(*entries: Entry) -> OpenTasks:
    return group_rows(rows_of(entries))


def without_colors(text: str) -> str:
    return re.sub(r"\x1b\[[0-9]*m", "", text)


OPEN_ENTRIES = (
    entry(
        "BC-2026-01-23/1",
        _SENTENCE,
        ("Eva Horáková", "Petr Cháb"),
        due(3, 20),
        statement(2, 11, note="čeká se na potvrzení lektora"),
    ),
    entry(
        "P-2026-03-16/2",
        "Doplnit kontakty do adresáře služeb",
        (),
        due(3, 31),
        statement(4, 1, TaskStatus.IN_PROGRESS),
    ),
    entry("BC-2026-03-20/4", "Objednat sál na květnové setkání", ("odbor kultury",), due(4, 17)),
    entry(
        "BC-2026-03-20/2",
        "Připravit leták o dni sousedů",
        ("Alena Říhová", "B", "C", "D"),
        due(5, 15, next_meeting=True),
    ),
    entry(
        "BC-2026-03-20/5",
        "Svolat společné setkání terénních týmů",
        ("členové skupiny",),
        Deadline("2× do roka", recurring=True),
    ),
    entry(
        "BC-2026-03-20/6",
        "Obejít organizace kvůli novému plánu",
        ("pracovníci MěÚ",),
        Deadline("V následujícím období"),
    ),
)

CLOSED_ENTRIES = (
    entry("BC-2026-01-23/2", "Obvolat", ("Petr Cháb",), None, statement(3, 20, TaskStatus.DONE)),
    entry("BC-2026-01-23/3", "Koupit", (), None, statement(3, 21, TaskStatus.CANCELLED)),
    entry("BC-2026-01-23/4", "Uklidit", ("Petr Cháb",), due(3, 30), gone=True),
)
