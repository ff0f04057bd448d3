import datetime as dt

import pytest

from task_rows import TODAY, make_task
from zapis.czech.deadlines import Deadline
from zapis.model.tasks import TaskStatus
from zapis.report.style import ListStyle
from zapis.report.task_layout import lay_out
from zapis.report.task_rows import RowWriter
from zapis.tasks.query.rows import TaskRow, urgency_of

SOON = Deadline("do 20. 4.", due=dt.date(2026, 4, 20))
LATE = Deadline("do 20. 3.", due=dt.date(2026, 3, 20))
WORDS = Deadline("průběžně", recurring=True)


def row(number: int, deadline: Deadline | None, status: TaskStatus, **changes: object) -> TaskRow:
    made = make_task(f"P-2026-03-16/{number}", "Eva Horáková", status=status)
    urgency = urgency_of(status, deadline, TODAY)
    return made._replace(deadline=deadline, urgency=urgency, **changes)  # type: ignore[arg-type]


# The same sentences, people and deadlines in every state.
ROWS = [
    row(number, deadline, status, **changes)
    for number, (deadline, status, changes) in enumerate(
        (
            (deadline, status, changes)
            for deadline in (SOON, LATE, WORDS, None)
            for status in TaskStatus
            for changes in ({}, {"is_new": True}, {"closed_on": TODAY, "assignees": ()})
        ),
        1,
    )
]


@pytest.mark.parametrize("columns", [20, 40, 60, 80, 130, 200])
@pytest.mark.parametrize("color", [True, False])
def test_a_row_in_a_list_looks_as_it_looks_alone(columns: int, *, color: bool):
    style, layout = ListStyle(columns, color), lay_out(columns, ROWS, TODAY)
    together = RowWriter(layout, style, TODAY)
    alone = [list(RowWriter(layout, style, TODAY).lines(row)) for row in ROWS]
    assert [list(together.lines(row)) for row in ROWS] == alone


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_a_word_without_end_takes_few_lines(columns: int):
    word = make_task("P-2026-03-16/1", sentence=f"Vložit {'x' * 100_000} sem")
    written = list(
        RowWriter(lay_out(columns, [word], TODAY), ListStyle(columns), TODAY).lines(word)
    )
    text = "".join(line.strip() for line in written)
    assert (len(written) < 12, "x…" in text, text.count("x")) == (True, True, 199)
