"""Tasks as JSON for other programs, and its schema."""

import json
from collections.abc import Mapping
from types import MappingProxyType

from zapis.export.fields import (
    COUNT,
    DAY,
    TEXT,
    TEXTS,
    Field,
    JsonObject,
    JsonSchema,
    list_of,
    object_of,
    object_schema,
)
from zapis.export.table import TaskTable
from zapis.export.task_fields import (
    DEADLINE_FIELDS,
    NOTE_FIELDS,
    STATEMENT_FIELDS,
    TASK_FIELDS,
    TaskInTable,
)

VERSION = 1
"""Grows only when a field means something else; new fields do not change it."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def _tasks(table: TaskTable) -> list[JsonObject]:
    return [object_of(TASK_FIELDS, TaskInTable(row, table)) for row in table.rows]


_HEAD: tuple[Field[TaskTable], ...] = (
    Field(
        "version",
        "Verze podoby",
        COUNT,
        lambda _: VERSION,
        "Roste, jen když se změní význam pole. Nová pole přibývají beze změny verze a žádné "
        "nezmizí ani se nepřejmenuje.",
    ),
    Field("date", "Den, ke kterému výpis je", DAY, lambda table: table.today.isoformat()),
    Field("organization", "Organizace", TEXT, lambda table: table.organization),
    Field("filters", "Jak byl pochopen výběr", TEXTS, lambda table: list(table.filters)),
)
_ALL: tuple[Field[TaskTable], ...] = (
    *_HEAD,
    Field("tasks", "Úkoly", list_of("task"), _tasks),
)
_DEFINITIONS: Mapping[str, JsonSchema] = MappingProxyType(
    {
        "task": object_schema("Úkol", TASK_FIELDS),
        "deadline": object_schema("Termín", DEADLINE_FIELDS),
        "note": object_schema("Poznámka", NOTE_FIELDS),
        "statement": object_schema("Co se o úkolu řeklo", STATEMENT_FIELDS),
    }
)


def write_json(table: TaskTable) -> str:
    """The list as one object, a line for each task.

    **Why** a line each: differences of two exports can be read, and it is five times faster than
    indenting everything.
    """
    head = json.dumps(object_of(_HEAD, table), ensure_ascii=False, indent=2)
    tasks = ",\n".join(f"    {json.dumps(task, ensure_ascii=False)}" for task in _tasks(table))
    opened = head.removesuffix("}").rstrip()
    listed = f"\n{tasks}\n  " if tasks else ""
    return f'{opened},\n  "tasks": [{listed}]\n}}\n'


def tasks_schema() -> JsonSchema:
    """The JSON Schema of what `write_json` writes, its words in Czech."""
    return {
        "$schema": _DIALECT,
        "description": "Výpis úkolů: zapis ukoly --format json.",
        **object_schema("Úkoly", _ALL),
        "$defs": dict(_DEFINITIONS),
    }
