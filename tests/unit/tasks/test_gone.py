"""Tasks that their minutes no longer have."""

from tracker_cases import built, entry_of, meeting, rebuilt, task, warnings_of_tracker
from zapis.tasks.tracker import GONE_SECTION

FIRST = meeting(task("Zaslat nápady"), task("Obvolat organizace"), task("Svolat schůzku"))
TEXT = built(FIRST).text
M = "BC-2026-01-23"


def test_a_lost_task_whose_number_another_has_gets_a_new_one_with_a_warning() -> None:
    text = TEXT.replace(f"#{M}/3 ", f"#{M}/1 ")
    without = meeting(*FIRST.tasks[:2])
    update = built(without, old=text)
    found = [(item.code.id, item.message) for item in warnings_of_tracker(without, old=text)]
    assert entry_of(update.text, f"{M}/3")[0] == f"- [ ] #{M}/3 Svolat schůzku"
    assert found == [
        ("Z416", f"číslo #{M}/1 měly dva úkoly, „Svolat schůzku“ je teď #{M}/3"),
        ("Z415", f"úkol #{M}/3 „Svolat schůzku“ už není v zápisu zapisy/2026-01-23-bc.md"),
    ]


def test_a_number_stays_taken_until_somebody_deletes_the_task() -> None:
    gone = rebuilt(meeting(*FIRST.tasks[:2]), old=built(FIRST))
    new = meeting(*FIRST.tasks[:2], task("Koupit papír do tiskárny"))
    deleted = gone.text.partition(f"## {GONE_SECTION}")[0]
    numbers = [built(new, old=text).slices[M].numbers for text in (gone.text, deleted)]
    assert numbers == [(1, 2, 4), (1, 2, 3)]


def test_a_new_task_like_one_that_is_gone_does_not_take_over_its_state() -> None:
    done = TEXT.replace(f"[ ] #{M}/1", f"[x] #{M}/1")
    gone = built(meeting(*FIRST.tasks[1:]), old=done)
    new = meeting(task("Zaslat nápady znovu"), *FIRST.tasks[1:])
    update = rebuilt(new, old=gone)
    assert entry_of(update.text, f"{M}/4")[0] == f"- [ ] #{M}/4 Zaslat nápady znovu"


def test_a_task_moved_by_hand_out_of_the_last_section_goes_back_there() -> None:
    gone = rebuilt(meeting(*FIRST.tasks[1:]), old=built(FIRST))
    heading = f"\n## {GONE_SECTION}\n"
    moved = gone.text.replace(heading, "")
    assert built(meeting(*FIRST.tasks[1:]), old=moved).text == gone.text


def test_a_meeting_whose_file_is_gone_leaves_its_tasks_in_the_last_section() -> None:
    update = built(old=TEXT)
    assert {entry.section for entry in update.tracker.entries} == {GONE_SECTION}
