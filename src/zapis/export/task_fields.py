"""What JSON says of a task, its deadline and its history; fields are added and never removed."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from zapis.czech.deadlines import Deadline
from zapis.export.fields import (
    COUNT,
    DAY,
    FLAG,
    TEXT,
    TEXTS,
    Field,
    JsonObject,
    day,
    list_of,
    object_of,
    reference,
)
from zapis.export.links import task_link
from zapis.export.table import TaskTable
from zapis.model.tasks import TaskStatus
from zapis.tasks.query import TaskRow, Urgency
from zapis.tasks.tracker import Statement

STATUSES: Mapping[TaskStatus, str] = MappingProxyType(
    {status: status.name.lower() for status in TaskStatus}
)
URGENCIES: Mapping[Urgency, str] = MappingProxyType(
    {urgency: urgency.name.lower() for urgency in Urgency}
)
_STATUS = {"enum": list(STATUSES.values())}
_URGENCY = {"enum": list(URGENCIES.values())}
_DEADLINE, _NOTE = reference("deadline"), reference("note")


class TaskInTable(NamedTuple):
    """A row and the table it stands in."""

    row: TaskRow
    table: TaskTable


DEADLINE_FIELDS: tuple[Field[Deadline], ...] = (
    Field("words", "Slova autora", TEXT, lambda own: own.words),
    Field("starts", "První den", DAY, lambda own: day(own.starts), optional=True),
    Field("due", "Poslední den", DAY, lambda own: day(own.due), optional=True),
    Field(
        "time",
        "Do kolika hodin",
        TEXT,
        lambda own: own.time.isoformat("minutes") if own.time else None,
        "Čas v podobě 09:30.",
        optional=True,
    ),
    Field("approximate", "Přibližný", FLAG, lambda own: own.approximate),
    Field(
        "recurring",
        "Trvalý nebo opakovaný",
        FLAG,
        lambda own: own.recurring,
        "Takový úkol není nikdy po termínu.",
    ),
    Field("next_meeting", "Do příštího jednání", FLAG, lambda own: own.next_meeting),
)

NOTE_FIELDS: tuple[Field[Statement], ...] = (
    Field("date", "Den", DAY, lambda own: day(own.date), optional=True),
    Field("text", "Text", TEXT, lambda own: own.note),
)

STATEMENT_FIELDS: tuple[Field[Statement], ...] = (
    Field("date", "Den", DAY, lambda own: day(own.date), optional=True),
    Field(
        "minutes",
        "Zápis",
        TEXT,
        lambda own: own.path or None,
        "Cesta k zápisu v pracovní složce; null u toho, co někdo připsal v ukoly.md.",
        optional=True,
    ),
    Field(
        "status",
        "Stav",
        _STATUS,
        lambda own: STATUSES[own.status] if own.status else None,
        "Null znamená, že se stav nezměnil.",
        optional=True,
    ),
    Field(
        "assignees",
        "Kdo má úkol splnit",
        TEXTS,
        lambda own: None if own.assignees is None else list(own.assignees),
        "Null znamená, že se řešitelé nezměnili; prázdný seznam, že už jím není nikdo.",
        optional=True,
    ),
    Field(
        "deadline",
        "Termín",
        _DEADLINE,
        lambda own: _deadline(own.deadline),
        "Null znamená, že se termín nezměnil; prázdná slova bez dne, že byl zrušen.",
        optional=True,
    ),
    Field("note", "Slova k tomu", TEXT, lambda own: own.note),
)

TASK_FIELDS: tuple[Field[TaskInTable], ...] = (
    Field(
        "id",
        "Číslo úkolu",
        TEXT,
        lambda own: str(own.row.id),
        "Stálé: přeformulování ani přesun úkolu ho nezmění.",
    ),
    Field("meeting", "Jednání, které úkol uložilo", TEXT, lambda own: own.row.id.meeting),
    Field("number", "Pořadí úkolu v jednání", COUNT, lambda own: own.row.id.number),
    Field("sentence", "Znění", TEXT, lambda own: own.row.sentence),
    Field("status", "Stav", _STATUS, lambda own: STATUSES[own.row.status]),
    Field("status_label", "Stav česky", TEXT, lambda own: own.row.status.value),
    Field(
        "urgency",
        "Skupina ve výpisu",
        _URGENCY,
        lambda own: URGENCIES[own.row.urgency],
        "Podle dne, ke kterému výpis je.",
    ),
    Field("assignees", "Kdo má úkol splnit", TEXTS, lambda own: list(own.row.assignees)),
    Field("deadline", "Termín", _DEADLINE, lambda own: _deadline(own.row.deadline), optional=True),
    Field("days_late", "Dní po termínu", COUNT, lambda own: own.row.days_late(own.table.today)),
    Field("series", "Série jednání", TEXT, lambda own: own.row.section),
    Field("set_on", "Den uložení", DAY, lambda own: day(own.row.set_on), optional=True),
    Field("closed_on", "Den uzavření", DAY, lambda own: day(own.row.closed_on), optional=True),
    Field(
        "minutes",
        "Zápis",
        TEXT,
        lambda own: own.row.path or None,
        "Cesta k zápisu v pracovní složce.",
        optional=True,
    ),
    Field(
        "document",
        "Dokument",
        TEXT,
        lambda own: task_link(own.table, own.row) or None,
        "Odkaz na hotový dokument, jak vede od tohoto souboru.",
        optional=True,
    ),
    Field("note", "Poslední poznámka", _NOTE, lambda own: _note(own.row.note), optional=True),
    Field(
        "is_new",
        "Ještě není v ukoly.md",
        FLAG,
        lambda own: own.row.is_new,
        "Číslo takového úkolu je jisté až po zapis build.",
    ),
    Field("is_gone", "Už není v zápisech", FLAG, lambda own: own.row.gone),
    Field(
        "history",
        "Co o úkolu kdy řeklo jednání nebo kdo připsal",
        list_of("statement"),
        lambda own: [object_of(STATEMENT_FIELDS, item) for item in own.row.history],
        "Od nejstaršího.",
    ),
)


def _deadline(deadline: Deadline | None) -> JsonObject | None:
    return None if deadline is None else object_of(DEADLINE_FIELDS, deadline)


def _note(note: Statement | None) -> JsonObject | None:
    return None if note is None else object_of(NOTE_FIELDS, note)
