"""Which tasks are open and how urgent they are."""

import datetime as dt

import pytest

from zapis.czech.deadlines import Deadline
from zapis.model.tasks import TaskId, TaskStatus
from zapis.tasks.query import Urgency, count_unassigned, make_row, open_tasks
from zapis.tasks.tracker import Entry, Statement, Tracker

TODAY = dt.date(2026, 4, 13)
DAY = dt.date(2026, 3, 1)


def due(month: int, day: int, **flags: bool) -> Deadline:
    return Deadline("do", due=dt.date(2026, month, day), **flags)  # type: ignore[arg-type]


def entry(number: int, deadline: Deadline | None, *people: str, **changes: object) -> Entry:
    said = Statement(DAY, TaskStatus.OPEN, people or None, deadline, path="m.md")
    return Entry(TaskId("M", number), f"úkol {number}", (said,), **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("deadline", "urgency"),
    [
        (due(4, 12), Urgency.OVERDUE),
        (due(4, 13), Urgency.WITHIN_WEEK),
        (due(4, 20), Urgency.WITHIN_WEEK),
        (due(4, 21), Urgency.LATER),
        (due(4, 1, recurring=True), Urgency.RECURRING),
        (Deadline("měsíčně", recurring=True), Urgency.RECURRING),
        (Deadline("ihned"), Urgency.UNDATED),
        (Deadline("od září", starts=dt.date(2026, 9, 1)), Urgency.UNDATED),
        (Deadline("do příště", next_meeting=True), Urgency.UNDATED),
        (None, Urgency.UNDATED),
    ],
)
def test_urgency_follows_from_the_deadline(deadline: Deadline | None, urgency: Urgency) -> None:
    assert make_row(entry(1, deadline), TODAY).urgency is urgency


def test_rows_stand_by_deadline_then_series_then_number() -> None:
    entries = (
        entry(1, due(6, 1), section="Šachy"),
        entry(2, due(6, 1), section="Chata"),
        entry(3, due(5, 1), section="Šachy"),
        entry(4, due(6, 1), section="Cesty"),
        entry(5, None),
    )
    tasks = open_tasks(Tracker(entries), TODAY)
    assert [row.id.number for row in tasks.rows] == [3, 4, 2, 1, 5]


def test_done_and_vanished_tasks_are_not_open() -> None:
    done = entry(1, None)
    closed = Entry(done.id, "x", (*done.statements, Statement(TODAY, TaskStatus.CANCELLED)))
    tasks = open_tasks(Tracker((closed, entry(2, None, gone=True), entry(3, None, "Eva"))), TODAY)
    actual = ([row.id.number for row in tasks.rows], count_unassigned(tasks.rows))
    assert actual == ([3], 0)


def test_groups_without_a_task_are_left_out() -> None:
    tasks = open_tasks(Tracker((entry(1, None), entry(2, due(4, 1)))), TODAY)
    assert [urgency for urgency, _ in tasks.groups] == [Urgency.OVERDUE, Urgency.UNDATED]
    assert (tasks.count(Urgency.OVERDUE), tasks.count(Urgency.LATER)) == (1, 0)
