"""Meetings found again after their id, date or file has changed."""

import datetime as dt

import pytest

from tracker_cases import FIRST_DAY, TODAY, built, meeting, rebuilt, review, task
from zapis.model.tasks import TaskStatus
from zapis.tasks.meetings import MeetingTasks
from zapis.tasks.update import TrackerUpdate

IDEAS, CALLS = task("Zaslat nápady", "Eva Horáková"), task("Obvolat organizace")
FIRST = meeting(IDEAS, CALLS)
NEXT_DAY = dt.date(2026, 1, 24)
MOVED = {"day": NEXT_DAY, "path": FIRST.path, "id": "BC-2026-01-24"}
OPEN = TaskStatus.OPEN


def ids(update: TrackerUpdate) -> list[tuple[str, bool]]:
    return [(str(entry.id), entry.gone) for entry in update.tracker.entries]


KEPT = [("BC-2026-01-23/1", False), ("BC-2026-01-23/2", False)]


def test_after_a_corrected_date_further_edits_still_find_the_tasks() -> None:
    """The entry bears the new day, although its id is that of the old one."""
    moved = rebuilt(meeting(IDEAS, **MOVED), old=built(meeting(IDEAS)))
    reworded = rebuilt(meeting(task("Poslat návrhy", "Eva Horáková"), **MOVED), old=moved)
    assert ids(reworded) == [("BC-2026-01-23/2", False), ("BC-2026-01-23/1", True)]


def pinned(day: dt.date) -> MeetingTasks:
    """Tasks pinned by the first id: with another date they look like reviews of a meeting."""
    if day == FIRST_DAY:
        return meeting(task("Zaslat nápady", pinned=1), CALLS)
    reviews = (review("BC-2026-01-23/1", OPEN, "Zaslat nápady", deadline="do 5. 5."),)
    return meeting(CALLS, **{**MOVED, "reviews": reviews})


def test_a_pinned_task_is_known_after_the_date_was_corrected() -> None:
    update = rebuilt(pinned(NEXT_DAY), old=built(pinned(FIRST_DAY)))
    again = rebuilt(pinned(NEXT_DAY), old=update)
    assert (ids(update), again.changed) == (KEPT, False)
    state = update.tracker.entries[0].state
    assert state.deadline is not None
    assert state.deadline.due == dt.date(2026, 5, 5)


def test_a_document_gets_one_number_a_task_although_another_is_pinned_by_the_old_id() -> None:
    own = rebuilt(pinned(NEXT_DAY), old=built(pinned(FIRST_DAY))).slices["BC-2026-01-24"]
    reviewed = [str(item.id) for item in own.reviews if item]
    assert (own.meeting_id, own.numbers, reviewed) == ("BC-2026-01-23", (2,), ["BC-2026-01-23/1"])


def test_a_meeting_whose_tasks_are_all_pinned_by_the_old_id_is_known() -> None:
    old = built(meeting(task("Zaslat nápady", pinned=1), task("Obvolat organizace", pinned=2)))
    reviews = tuple(review(f"BC-2026-01-23/{number}", OPEN) for number in (1, 2))
    update = rebuilt(meeting(**MOVED, reviews=reviews), old=old)
    assert ids(update) == KEPT


@pytest.mark.parametrize("count", [1, 3])
def test_a_renamed_file_with_its_id_from_the_name_is_known_by_its_tasks(count: int) -> None:
    """Also where their sentences are all the same."""
    tasks = [task("Zaslat zprávu", deadline=f"do {day}. 5.") for day in range(1, count + 1)]
    before = meeting(*tasks, id="leden", path="leden.md", series="")
    after = meeting(*tasks, id="porada", path="porada.md", series="")
    numbers = [f"leden/{number}" for number in range(1, count + 1)]
    assert [task_id for task_id, _ in ids(rebuilt(after, old=built(before)))] == numbers


def test_tasks_that_are_gone_do_not_hide_a_renamed_file() -> None:
    tasks = [task(f"Úkol {word}") for word in ("první", "druhý", "třetí", "čtvrtý", "pátý")]
    full = meeting(*tasks, id="leden", path="leden.md", series="")
    short = meeting(*tasks[:2], id="leden", path="leden.md", series="")
    renamed = meeting(*tasks[:2], id="porada", path="porada.md", series="")
    update = rebuilt(renamed, old=rebuilt(short, old=built(full)))
    assert [task_id for task_id, is_gone in ids(update) if not is_gone] == ["leden/1", "leden/2"]


def test_a_renamed_file_is_known_by_the_words_that_were_written_though_a_hand_changed_them() -> (
    None
):
    before = meeting(IDEAS, id="leden", path="leden.md", series="")
    old = built(before)
    edited = old.text.replace("Zaslat", "Rozeslat")
    after = meeting(IDEAS, id="porada", path="porada.md", series="")
    update = built(after, old=edited, remembered=dict(old.heads), today=TODAY)
    assert ids(update) == [("leden/1", False)]
