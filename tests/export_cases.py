"""Lists of tasks that tests of exports share."""

import datetime as dt
from collections.abc import Mapping

from zapis.czech.deadlines import Deadline, read_deadline
from zapis.export.table import TaskTable
from zapis.model.tasks import TaskId, TaskStatus
from zapis.tasks.query import TaskRow, make_row
from zapis.tasks.tracker import Entry, Statement

TODAY = dt.date(2026, 4, 13)
SET_ON = dt.date(2026, 1, 23)
TOWN = "Město Horní Bělá"
SERIES = "Pracovní skupina Bezpečná čtvrť"
PATH = "zapisy/2026-01-23-bc.md"
LINKS: Mapping[str, str] = {PATH: "zapisy/2026-01-23-bc.html"}


def row(
    number: int,
    sentence: str,
    *assignees: str,
    deadline: str | Deadline = "",
    status: TaskStatus = TaskStatus.OPEN,
    later: tuple[Statement, ...] = (),
    **changes: object,
) -> TaskRow:
    """A task set on 23. 1. 2026, its deadline understood from that day."""
    due = read_deadline(deadline, SET_ON) if isinstance(deadline, str) and deadline else deadline
    said = Statement(SET_ON, status, assignees, due or None, path=PATH)  # type: ignore[arg-type]  # read above
    entry = Entry(TaskId("BC-2026-01-23", number), sentence, (said, *later), SERIES)
    return make_row(entry, TODAY)._replace(**changes)


ROWS = (
    row(
        1,
        "Zaslat nápady na vzdělávací akce",
        "Eva Horáková",
        "Petr Cháb",
        deadline="do 20. 3. 2026",
        later=(Statement(dt.date(2026, 2, 11), note="čeká se na potvrzení; lektor, \\ snad"),),
    ),
    row(2, "Doplnit kontakty", deadline="do 12. 4. 2026", status=TaskStatus.IN_PROGRESS),
    row(3, "Objednat sál", "odbor kultury", deadline="do 17. 4. 2026"),
    row(
        4,
        "Připravit leták",
        "Alena Říhová",
        deadline=Deadline("do příště", due=dt.date(2026, 5, 15), next_meeting=True),
    ),
    row(5, "Svolat společné setkání", "členové skupiny", deadline="2× do roka"),
    row(6, "Obejít organizace", "Petr Cháb", deadline="v následujícím období"),
    row(7, "Vyřídit dotaz", "Petr Cháb", deadline="od 1. 5. do 31. 5. 2026", is_new=True),
    row(
        8,
        "Obvolat organizace",
        "Petr Cháb",
        later=(Statement(dt.date(2026, 3, 20), TaskStatus.DONE, note="odpovědělo devět"),),
    ),
    row(
        9,
        "Koupit projektor",
        later=(
            Statement(dt.date(2026, 3, 1), assignees=(), deadline=Deadline("")),
            Statement(dt.date(2026, 4, 1), TaskStatus.CANCELLED),
        ),
    ),
)
FILTERS = ("do konce března = do 31. 3. 2026",)
TABLE = TaskTable(ROWS, TODAY, TOWN, FILTERS, LINKS)
EMPTY = TaskTable((), TODAY)


def table_of(*rows: TaskRow, **changes: object) -> TaskTable:
    """A list of these tasks without an organization and links."""
    return TaskTable(rows, TODAY, **changes)  # type: ignore[arg-type]  # fields by name
