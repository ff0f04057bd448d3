"""Old closed tasks in the archive: read, never written."""

import pytest
from msgspec.structs import replace

from tracker_cases import SECOND_DAY, TODAY, built, entry_of, meeting, review, task
from zapis.model.tasks import TaskId, TaskStatus
from zapis.tasks.meetings import MeetingTasks
from zapis.tasks.tracker import GONE_SECTION, Statement
from zapis.tasks.tracker_file import read_tracker
from zapis.tasks.update import TrackerUpdate, update_tracker

M = "BC-2026-01-23"
FIRST = meeting(task("Zaslat nápady"), task("Obvolat organizace", status=TaskStatus.DONE))
FULL = built(FIRST).text
DONE = "\n".join(entry_of(FULL, f"{M}/2"))
REST = FULL.replace(f"\n{DONE}\n", "")


def update(*meetings: MeetingTasks, text: str = REST, archive: str = DONE) -> TrackerUpdate:
    file = read_tracker("ukoly.md", text).value
    archived = read_tracker("ukoly-archiv.md", archive).value.blocks
    return update_tracker(replace(file, archived=archived), meetings, (), TODAY).value


def test_an_archived_task_is_not_written_again() -> None:
    assert update(FIRST).text == REST


def test_its_document_has_its_number_and_new_tasks_get_others() -> None:
    more = meeting(*FIRST.tasks, task("Koupit papír"))
    assert update(more).slices[M].numbers == (1, 2, 3)


def test_its_number_stays_taken_when_the_minutes_no_longer_have_it() -> None:
    without = meeting(FIRST.tasks[0], task("Koupit papír"))
    assert update(without).slices[M].numbers == (1, 3)


def test_words_behind_an_archived_task_that_a_draft_has_dropped_stay_in_the_archive() -> None:
    draft = replace(meeting(FIRST.tasks[0]), is_draft=True)
    archive = f"{DONE.splitlines()[0]}\n{DONE.splitlines()[1]}\n\nPoznámka pod čarou\n"
    assert update(draft, archive=archive).text == REST


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_review_that_opens_it_brings_it_back(newline: str) -> None:
    opened = meeting(day=SECOND_DAY, reviews=(review(f"{M}/2", TaskStatus.OPEN, "znovu"),))
    archive = f"{DONE}\n  - 1. 3. 2026: uloženo\n".replace("\n", newline)
    found = update(FIRST, opened, archive=archive)
    again = update(FIRST, opened, text=found.text, archive=archive)
    assert entry_of(found.text, f"{M}/2") == [
        f"- [ ] #{M}/2 Obvolat organizace",
        f"  - zápis [23. 1. 2026]({FIRST.path}): splněno",
        "  - 1. 3. 2026: uloženo",
        "  - zápis [20. 3. 2026](zapisy/2026-03-20-bc.md): otevřeno, znovu",
    ]
    assert (again.text, again.changed) == (found.text, False)


@pytest.mark.parametrize("setting", [(replace(FIRST, tasks=FIRST.tasks[:1]),), ()])
def test_one_whose_minutes_no_longer_have_it_comes_back_among_those_that_are_gone(
    setting: tuple[MeetingTasks, ...],
) -> None:
    opened = meeting(day=SECOND_DAY, reviews=(review(f"{M}/2", TaskStatus.OPEN, "znovu"),))
    found = update(*setting, opened)
    again = update(*setting, opened, text=found.text)
    sections = {str(entry.id): entry.section for entry in found.tracker.entries}
    assert (sections[f"{M}/2"], again.changed) == (GONE_SECTION, False)


@pytest.mark.parametrize("setting", [(FIRST,), ()])
def test_a_fact_can_close_it_at_the_moment_when_it_comes_back(
    setting: tuple[MeetingTasks, ...],
) -> None:
    opened = meeting(day=SECOND_DAY, reviews=(review(f"{M}/2", TaskStatus.OPEN, "znovu"),))
    archived = read_tracker("ukoly-archiv.md", DONE).value.blocks
    file = replace(read_tracker("ukoly.md", REST).value, archived=archived)
    facts = {TaskId(M, 2): (Statement(TODAY, TaskStatus.DONE),)}
    found = update_tracker(file, (*setting, opened), (), TODAY, facts=facts).value
    assert entry_of(found.text, f"{M}/2")[-1] == "  - 13. 4. 2026: splněno"


@pytest.mark.parametrize("setting", [(FIRST,), ()])
def test_a_review_that_leaves_it_closed_is_printed_and_changes_nothing(
    setting: tuple[MeetingTasks, ...],
) -> None:
    """Also where the minutes that set it are in no file any more."""
    own = meeting(day=SECOND_DAY, reviews=(review(f"{M}/2"),))
    only = REST if setting else "# Úkoly\n"
    found = update(*setting, own, text=only)
    reviewed = found.slices["BC-2026-03-20"].reviews[0]
    assert (found.text, reviewed and reviewed.sentence, dict(found.diagnostics)) == (
        only,
        "Obvolat organizace",
        {},
    )


def test_what_stands_in_both_files_is_the_trackers() -> None:
    assert update(FIRST, text=FULL).text == FULL
