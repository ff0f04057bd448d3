"""The fold: statements in order of their days, the newest winning."""

import datetime as dt

import pytest

from zapis.czech.deadlines import Deadline
from zapis.model.tasks import TaskId, TaskStatus
from zapis.tasks.tracker import (
    NO_DEADLINE,
    Entry,
    State,
    Statement,
    fold,
    in_order,
    is_overdue,
    newest_date,
)

DONE, OPEN, CANCELLED = TaskStatus.DONE, TaskStatus.OPEN, TaskStatus.CANCELLED
MAY = Deadline("do 5. 5. 2026", due=dt.date(2026, 5, 5))
JUNE = Deadline("do 6. 6. 2026", due=dt.date(2026, 6, 6))


def day(number: int) -> dt.date:
    return dt.date(2026, 3, number)


SET = Statement(day(1), OPEN, ("Eva",), MAY, path="a.md")


@pytest.mark.parametrize(
    ("statements", "state"),
    [
        ((), State()),
        ((SET,), State(OPEN, ("Eva",), MAY)),
        ((SET, Statement(day(5), DONE)), State(DONE, ("Eva",), MAY)),
        ((Statement(day(5), DONE), SET), State(DONE, ("Eva",), MAY)),
        ((SET, Statement(day(3), assignees=("Petr",))), State(OPEN, ("Petr",), MAY)),
        ((SET, Statement(day(3), assignees=())), State(OPEN, (), MAY)),
        ((SET, Statement(day(3), deadline=JUNE)), State(OPEN, ("Eva",), JUNE)),
        ((SET, Statement(day(3), deadline=NO_DEADLINE)), State(OPEN, ("Eva",), None)),
        ((SET, Statement(day(3), note="čeká se")), State(OPEN, ("Eva",), MAY)),
        (
            (SET, Statement(day(3), DONE), Statement(day(4), OPEN, path="b.md")),
            State(OPEN, ("Eva",), MAY),
        ),
    ],
)
def test_for_each_property_the_newest_statement_wins(
    statements: tuple[Statement, ...], state: State
) -> None:
    assert fold(statements) == state


def test_on_one_day_meetings_count_before_facts_and_facts_as_they_stand() -> None:
    meeting = Statement(day(2), OPEN, path="b.md")
    facts = (Statement(day(2), DONE), Statement(day(2), CANCELLED))
    assert in_order((*facts, meeting)) == (meeting, *facts)


def test_a_meeting_without_a_date_that_set_a_task_counts_first() -> None:
    undated, later = Statement(None, OPEN, path="b.md"), Statement(day(1), DONE)
    assert in_order((later, undated)) == (undated, later)


def test_a_review_of_a_meeting_without_a_date_counts_right_behind_the_one_that_set_the_task() -> (
    None
):
    undated, fact = Statement(None, DONE, path="b.md"), Statement(day(3), CANCELLED)
    assert in_order((SET, fact, undated)) == (SET, undated, fact)


def test_a_change_by_hand_is_never_older_than_what_it_answers() -> None:
    assert (newest_date((SET,), day(20)), newest_date((SET,), dt.date(2020, 1, 1))) == (
        day(20),
        day(1),
    )


@pytest.mark.parametrize(
    ("state", "late"),
    [
        (State(OPEN, (), MAY), True),
        (State(TaskStatus.IN_PROGRESS, (), MAY), True),
        (State(DONE, (), MAY), False),
        (State(OPEN, (), None), False),
        (State(OPEN, (), Deadline("ihned")), False),
        (State(OPEN, (), Deadline("měsíčně", due=MAY.due, recurring=True)), False),
    ],
)
def test_only_what_is_open_and_has_a_day_can_be_late(state: State, *, late: bool) -> None:
    assert is_overdue(state, dt.date(2026, 5, 6)) is late


def test_the_note_of_an_entry_is_the_newest_that_changes_nothing() -> None:
    first, second = Statement(day(2), note="první"), Statement(day(3), note="druhá")
    done = Statement(day(4), DONE, note="hotovo včas")
    entry = Entry(TaskId("m", 1), "Zaslat", (SET, first, second, done))
    assert entry.note == second
