"""JSON for programs: it fits its schema, and what was there once stays."""

import json
from typing import Any

import pytest

from export_cases import EMPTY, TABLE
from json_shapes import faults
from zapis.export.formats import export
from zapis.export.json_text import tasks_schema
from zapis.export.table import TaskTable

# Programs of others rely on these: never take one away from this list.
FIRST_VERSION = frozenset(
    {"id", "meeting", "number", "sentence", "status", "status_label", "urgency", "assignees"}
    | {"deadline", "days_late", "series", "set_on", "closed_on", "minutes", "document", "note"}
    | {"is_new", "is_gone", "history"}
)


def read(table: TaskTable) -> dict[str, Any]:
    found = json.loads(export("json", table))
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("table", [TABLE, EMPTY], ids=["full", "empty"])
def test_it_fits_its_schema(table: TaskTable):
    schema = tasks_schema()
    assert list(faults(read(table), schema, schema, "$")) == []


def test_it_says_everything_of_a_task():
    task = next(task for task in read(TABLE)["tasks"] if task["number"] == 1)
    deadline = {
        "words": "do 20. 3. 2026",
        "starts": None,
        "due": "2026-03-20",
        "time": None,
        "approximate": False,
        "recurring": False,
        "next_meeting": False,
    }
    note = "čeká se na potvrzení; lektor, \\ snad"
    people = ["Eva Horáková", "Petr Cháb"]
    said = {"minutes": "zapisy/2026-01-23-bc.md", "status": "open", "assignees": people}
    nothing = {"minutes": None, "status": None, "assignees": None, "deadline": None}
    assert task == {
        "id": "BC-2026-01-23/1",
        "meeting": "BC-2026-01-23",
        "number": 1,
        "sentence": "Zaslat nápady na vzdělávací akce",
        "status": "open",
        "status_label": "otevřeno",
        "urgency": "overdue",
        "assignees": people,
        "deadline": deadline,
        "days_late": 24,
        "series": "Pracovní skupina Bezpečná čtvrť",
        "set_on": "2026-01-23",
        "closed_on": None,
        "minutes": "zapisy/2026-01-23-bc.md",
        "document": "zapisy/2026-01-23-bc.html#ukol_1",
        "note": {"date": "2026-02-11", "text": note},
        "is_new": False,
        "is_gone": False,
        "history": [
            {"date": "2026-01-23", **said, "deadline": deadline, "note": ""},
            {"date": "2026-02-11", **nothing, "note": note},
        ],
    }


def test_what_is_taken_away_differs_from_what_is_not_spoken_of():
    (task,) = (task for task in read(TABLE)["tasks"] if task["number"] == 9)
    said = [
        (item["assignees"], item["deadline"] and item["deadline"]["words"])
        for item in task["history"]
    ]
    assert said == [([], None), ([], ""), (None, None)]


def test_fields_are_never_removed_or_renamed():
    found = read(TABLE)
    assert FIRST_VERSION - set(found["tasks"][0]) == set()
    assert list(found) == ["version", "date", "organization", "filters", "tasks"]


def test_characters_stand_as_they_are_and_each_task_on_its_line():
    text = export("json", TABLE).decode()
    assert ("Říhová" in text, text.count("\n    {"), text[-1]) == (True, len(TABLE.rows), "\n")
