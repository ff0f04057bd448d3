"""To-dos read back by a library that knows the standard."""

import datetime as dt

import icalendar
import pytest

from export_cases import TABLE, row, table_of
from zapis.czech.deadlines import Deadline
from zapis.export.formats import export
from zapis.export.table import TaskTable


def todos(table: TaskTable) -> list[icalendar.Component]:
    return icalendar.Calendar.from_ical(export("ics", table)).walk("VTODO")


def test_the_calendar_has_a_name_and_no_errors():
    calendar = icalendar.Calendar.from_ical(export("ics", TABLE))
    errors = [error for part in calendar.walk() for error in part.errors]
    head = {name: str(calendar[name]) for name in ("VERSION", "PRODID", "X-WR-CALNAME")}
    assert (errors, head) == (
        [],
        {
            "VERSION": "2.0",
            "PRODID": "-//zapis//ukoly//CS",
            "X-WR-CALNAME": "Úkoly – Město Horní Bělá",
        },
    )


def test_a_task_is_a_todo():
    first = todos(TABLE)[0]
    assert {
        "uid": str(first["UID"]),
        "summary": str(first["SUMMARY"]),
        "description": str(first["DESCRIPTION"]).split("\n"),
        "due": first.decoded("DUE"),
        "status": str(first["STATUS"]),
        "categories": [str(name) for name in first["CATEGORIES"].cats],
        "stamp": first.decoded("DTSTAMP"),
    } == {
        "uid": "BC-2026-01-23/1@zapis",
        "summary": "Zaslat nápady na vzdělávací akce",
        "description": [
            "Zodpovídá: Eva Horáková, Petr Cháb",
            "Poznámka: 11. 2. 2026: čeká se na potvrzení; lektor, \\ snad",
            "Číslo úkolu: BC-2026-01-23/1",
        ],
        "due": dt.date(2026, 3, 20),
        "status": "NEEDS-ACTION",
        "categories": ["Pracovní skupina Bezpečná čtvrť"],
        "stamp": dt.datetime(2026, 4, 13, tzinfo=dt.UTC),
    }


def test_states_are_those_of_the_standard():
    task = row(10, "Zmizelý", gone=True)
    found = [str(todo["STATUS"]) for todo in todos(table_of(*TABLE.rows, task))]
    assert found == [
        "NEEDS-ACTION",
        "IN-PROCESS",
        *["NEEDS-ACTION"] * 5,
        "COMPLETED",
        "CANCELLED",
        "CANCELLED",
    ]


def test_what_is_done_has_its_day():
    done = todos(TABLE)[7]
    assert (done.decoded("COMPLETED").date(), done["PERCENT-COMPLETE"]) == (
        dt.date(2026, 3, 20),
        100,
    )


@pytest.mark.parametrize(
    ("deadline", "starts", "due"),
    [
        (Deadline("x"), None, None),
        (Deadline("x", due=dt.date(2026, 5, 1)), None, dt.date(2026, 5, 1)),
        (Deadline("x", dt.date(2026, 5, 1)), dt.date(2026, 5, 1), None),
        (
            Deadline("x", dt.date(2026, 5, 1), dt.date(2026, 5, 2)),
            dt.date(2026, 5, 1),
            dt.date(2026, 5, 2),
        ),
        # The standard wants the end behind the beginning.
        (
            Deadline("x", dt.date(2026, 5, 2), dt.date(2026, 5, 2)),
            None,
            dt.date(2026, 5, 2),
        ),
        (Deadline("x", due=dt.date(2026, 5, 1), recurring=True), None, None),
    ],
)
def test_days(deadline: Deadline, starts: dt.date | None, due: dt.date | None):
    (todo,) = todos(table_of(row(1, "Úkol", deadline=deadline)))
    found = [todo.decoded(name) if name in todo else None for name in ("DTSTART", "DUE")]
    assert found == [starts, due]


def test_lines_are_at_most_75_bytes_and_no_character_is_torn():
    table = table_of(row(1, "Příliš žluťoučký kůň 😀 " * 40, "a" * 500))
    lines = export("ics", table).split(b"\r\n")
    longest = max(map(len, lines))
    assert (longest <= 75, [line.decode() for line in lines][-1]) == (True, "")
    assert str(todos(table)[0]["SUMMARY"]) == " ".join(("Příliš žluťoučký kůň 😀 " * 40).split())


def test_a_line_end_in_a_text_begins_no_property():
    table = table_of(row(1, "Úkol\r\nATTACH:http://a\u2028X:1\x85Y:1"))
    (todo,) = todos(table)
    assert (str(todo["SUMMARY"]), "ATTACH" in todo) == ("Úkol ATTACH:http://a X:1 Y:1", False)


def test_an_id_is_the_same_in_every_export():
    changed = table_of(row(1, "Jinak napsaný", "Někdo jiný", deadline="do 1. 6. 2026"))
    assert todos(changed)[0]["UID"] == todos(TABLE)[0]["UID"]
