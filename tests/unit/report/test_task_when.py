"""When a task is due, in few words."""

import datetime as dt

import pytest
from msgspec.structs import replace

from task_samples import TODAY, due, entry, rows_of, statement
from zapis.czech.deadlines import Deadline
from zapis.model.tasks import TaskStatus
from zapis.report.task_when import when_lines, when_text
from zapis.tasks.query import TaskRow


def row(deadline: Deadline | None) -> TaskRow:
    return rows_of([entry("M/1", "Zaslat", ("Eva",), deadline)])[0]


@pytest.mark.parametrize(
    ("deadline", "shown"),
    [
        (None, []),
        (due(4, 12), ["12. 4.  o 1 den"]),
        (due(4, 10), ["10. 4.  o 3 dny"]),
        (due(1, 3), ["3. 1.  o 100 dní"]),
        (due(12, 31, 2025), ["31. 12. 2025", "o 103 dní"]),
        (due(4, 11, 2023), ["11. 4. 2023", "o 1098 dní"]),
        (due(4, 13), ["dnes      13. 4."]),
        (due(4, 14), ["zítra     14. 4."]),
        (due(4, 15), ["středa    15. 4."]),
        (due(4, 20), ["pondělí   20. 4."]),
        (due(5, 31, approximate=True), ["asi       31. 5."]),
        (due(5, 31, next_meeting=True), ["do příště 31. 5."]),
        (due(12, 31, next_meeting=True), ["         31. 12."]),
        (due(6, 30), ["          30. 6."]),
        (due(6, 30, 2027), ["     30. 6. 2027"]),
        (due(5, 1, recurring=True), ["do"]),
        (Deadline("2× do roka", recurring=True), ["2× do roka"]),
        (Deadline("Nejpozději v následujícím období"), ["v násl. období"]),
        (Deadline("Až\x1b bude jasno, po\nprázdninách"), ["až� bude jasno,", "po prázdninách"]),
    ],
)
def test_deadlines_fit_their_column(deadline: Deadline | None, shown: list[str]) -> None:
    lines = when_lines(row(deadline), TODAY, 16)
    assert ([line.rstrip() for line in lines], {len(line) for line in lines} <= {16}) == (
        shown,
        True,
    )


def test_a_deadline_close_to_the_year_is_told_with_one_space_where_two_do_not_fit() -> None:
    assert when_lines(row(due(1, 13)), TODAY, 15) == ("13. 1. o 90 dní",)


@pytest.mark.parametrize(
    ("status", "day", "shown"),
    [
        (TaskStatus.DONE, dt.date(2026, 3, 20), ["20. 3.  splněno"]),
        (TaskStatus.CANCELLED, dt.date(2026, 12, 20), ["20. 12.  zrušeno"]),
        (TaskStatus.DONE, dt.date(2027, 3, 20), ["20. 3. 2027"]),
    ],
)
def test_closed_tasks_tell_when_they_were_closed(
    status: TaskStatus, day: dt.date, shown: list[str]
) -> None:
    closing = replace(statement(3, 20, status), date=day)
    closed = rows_of([entry("M/1", "Zaslat", ("Eva",), due(3, 1), closing)])[0]
    assert [line.rstrip() for line in when_lines(closed, TODAY, 16)] == shown


def test_on_one_line_nothing_is_aligned() -> None:
    texts = [when_text(row(deadline), TODAY) for deadline in (None, due(4, 14), due(4, 10))]
    assert texts == ["", "zítra 14. 4.", "10. 4. o 3 dny"]
