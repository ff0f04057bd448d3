"""Reviews: which task a number means, and what is said where there is none."""

import datetime as dt

import pytest

from tracker_cases import SECOND_DAY, built, entry_of, meeting, review, task
from zapis.model.tasks import TaskId, TaskStatus

FIRST = meeting(task("Zaslat nápady"), task("Obvolat organizace"))


def reviewing(*targets: str, **changes: object):
    return meeting(day=SECOND_DAY, reviews=tuple(map(review, targets)), **changes)


@pytest.mark.parametrize("target", ["BC-2026-01-23/2", "bc-2026-01-23/2", "2", "BC-2026-01-23/02"])
def test_a_number_means_a_task_of_any_meeting_or_of_the_previous_one(target: str) -> None:
    update = built(FIRST, reviewing(target))
    reviewed = update.slices["BC-2026-03-20"].reviews[0]
    assert reviewed is not None
    assert (reviewed.id, update.diagnostics) == (TaskId("BC-2026-01-23", 2), {})


def test_the_previous_meeting_is_the_last_before_this_one_in_its_series() -> None:
    between = meeting(task("Mezitím"), day=dt.date(2026, 2, 1))
    other = meeting(task("Jinde"), day=dt.date(2026, 3, 1), series="rada", id="R", path="r.md")
    later = meeting(task("Potom"), day=dt.date(2026, 4, 1))
    update = built(FIRST, between, other, later, reviewing("1"))
    reviewed = update.slices["BC-2026-03-20"].reviews[0]
    assert reviewed is not None
    assert str(reviewed.id) == "BC-2026-02-01/1"


def test_a_task_of_another_series_can_be_reviewed() -> None:
    update = built(FIRST, reviewing("BC-2026-01-23/1", series="rada", section="Rada", id="R"))
    assert update.tracker.entries[0].state.status is TaskStatus.DONE


@pytest.mark.parametrize(
    ("target", "code", "message", "cure"),
    [
        (
            "BC-2026-01-23/7",
            "Z410",
            "úkol „#BC-2026-01-23/7“ neexistuje",
            "mysleli jste #BC-2026-01-23/2 Obvolat organizace; #BC-2026-01-23/1 Zaslat nápady?",
        ),
        (
            "BC-2026-01-32/1",
            "Z410",
            "úkol „#BC-2026-01-32/1“ neexistuje",
            "mysleli jste #BC-2026-01-23/1 Zaslat nápady?",
        ),
        (
            "9",
            "Z410",
            "úkol „#9“ neexistuje (hledán #BC-2026-01-23/9)",
            "mysleli jste #BC-2026-01-23/2 Obvolat organizace; #BC-2026-01-23/1 Zaslat nápady?",
        ),
        ("X/1", "Z410", "úkol „#X/1“ neexistuje", "čísla úkolů vypíše zapis ukoly"),
    ],
)
def test_an_unknown_task_is_an_error_with_the_nearest_ones(
    target: str, code: str, message: str, cure: str
) -> None:
    own = reviewing(target)
    found = built(FIRST, own).diagnostics[own.path]
    assert [(item.code.id, item.message, item.cure) for item in found] == [(code, message, cure)]


@pytest.mark.parametrize("target", ["1", "BC-2026-03-21/1"])
def test_own_tasks_and_strange_meetings_are_not_suggested(target: str) -> None:
    before = meeting(day=dt.date(2026, 3, 13), path="before.md", id="BC-2026-03-13")
    own = meeting(task("Nový"), day=SECOND_DAY, reviews=(review(target),))
    (found,) = built(before, own).diagnostics[own.path]
    assert found.cure == "čísla úkolů vypíše zapis ukoly"


def test_without_a_previous_meeting_a_bare_number_is_an_error() -> None:
    own = reviewing("2", series="")
    found = built(FIRST, own).diagnostics[own.path]
    assert [(item.code.id, item.message) for item in found] == [
        ("Z411", "„#2“ je úkol předchozího jednání série, to ale není známo")
    ]


def test_a_meeting_whose_review_is_wrong_changes_nothing_in_the_tracker() -> None:
    old = built(FIRST).text
    wrong = meeting(
        task("Nový"), day=SECOND_DAY, reviews=(review("BC-2026-01-23/1"), review("X/1"))
    )
    assert built(FIRST, wrong, old=old).text == old


def test_of_two_reviews_of_a_task_the_last_counts_with_a_tip() -> None:
    own = meeting(
        day=SECOND_DAY,
        reviews=(
            review("2", TaskStatus.DONE),
            review("BC-2026-01-23/2", TaskStatus.OPEN, "přece ne"),
        ),
    )
    update = built(FIRST, own)
    tips = [(item.code.id, item.message) for item in update.diagnostics[own.path]]
    assert tips == [("Z412", "úkol „#BC-2026-01-23/2“ je v zápisu dvakrát, počítá se jednou")]
    assert update.tracker.entries[1].statements[-1].note == "přece ne"


def test_a_number_pinned_twice_in_one_meeting_is_one_task_with_a_tip() -> None:
    own = meeting(task("Zaslat", pinned=1), task("Zaslat ještě jednou", pinned=1))
    update = built(own)
    assert [item.code.id for item in update.diagnostics[own.path]] == ["Z412"]
    assert (update.slices[own.id].numbers, len(update.tracker.entries)) == ((1, 1), 1)


def test_a_review_may_change_the_deadline_to_the_next_meeting() -> None:
    own = meeting(
        day=SECOND_DAY,
        next_date=dt.date(2026, 5, 15),
        reviews=(review("1", TaskStatus.OPEN, "", "Petr Cháb", deadline="do příště"),),
    )
    state = built(FIRST, own).tracker.entries[0].state
    due = state.deadline.due if state.deadline else None
    assert (state.assignees, due) == (("Petr Cháb",), dt.date(2026, 5, 15))


def test_two_reviews_in_one_meeting_add_up() -> None:
    first = meeting(task("Objednat sál", deadline="do 20. 3. 2026"))
    later = meeting(
        day=SECOND_DAY,
        reviews=(
            review("BC-2026-01-23/1", TaskStatus.OPEN, "", deadline="do 31. 5. 2026"),
            review("BC-2026-01-23/1", TaskStatus.IN_PROGRESS, "pracuje se na tom"),
        ),
    )
    lines = entry_of(built(first, later).text, "BC-2026-01-23/1")
    assert lines[-1].endswith("rozpracováno, do 31. 5. 2026, pracuje se na tom")
