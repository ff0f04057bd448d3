"""What meetings say of a task over time, and what stands in its entry."""

import datetime as dt

import pytest

from tracker_cases import SECOND_DAY, TODAY, built, entry_of, meeting, rebuilt, review, task
from zapis.model.tasks import TaskStatus
from zapis.tasks.meetings import MeetingTasks
from zapis.tasks.update import TrackerUpdate

OPEN, DONE, IN_PROGRESS = TaskStatus.OPEN, TaskStatus.DONE, TaskStatus.IN_PROGRESS
ONE = "BC-2026-01-23/1"
HALL = task("Objednat sál", "Eva Horáková")
NEXT = task("Připravit leták", deadline="do příště")


def status_of(update: TrackerUpdate) -> TaskStatus:
    return update.tracker.entries[0].state.status


def reviewing(status: TaskStatus, day: dt.date | None = SECOND_DAY, **changes: object):
    return meeting(day=day, reviews=(review(ONE, status),), **changes)


def test_a_task_closed_in_old_minutes_edited_today_stays_as_the_newer_review_says() -> None:
    review_of_march = reviewing(OPEN)
    first = built(meeting(HALL), review_of_march)
    closed = rebuilt(
        meeting(task("Objednat sál", "Eva Horáková", status=DONE)), review_of_march, old=first
    )
    assert (status_of(closed), entry_of(closed.text, ONE)[1:]) == (
        OPEN,
        [
            "  - zápis [23. 1. 2026](zapisy/2026-01-23-bc.md): splněno, @Eva Horáková",
            "  - zápis [20. 3. 2026](zapisy/2026-03-20-bc.md): otevřeno",
        ],
    )


def test_a_review_added_to_an_older_meeting_does_not_outdo_a_newer_one() -> None:
    march, february = reviewing(DONE), reviewing(IN_PROGRESS, dt.date(2026, 2, 20))
    first = built(meeting(HALL), march)
    assert status_of(rebuilt(meeting(HALL), february, march, old=first)) is DONE


def test_a_review_taken_out_of_its_minutes_no_longer_counts() -> None:
    first = built(meeting(HALL), reviewing(DONE))
    assert (
        rebuilt(meeting(HALL), meeting(day=SECOND_DAY), old=first).text == built(meeting(HALL)).text
    )


@pytest.mark.parametrize("is_meeting_first", [True, False])
def test_on_the_day_of_a_meeting_what_a_hand_wrote_counts(*, is_meeting_first: bool) -> None:
    fact = "  - 20. 3. 2026: splněno, prý"
    noted = built(meeting(HALL)).text + f"{fact}\n"
    reviewed = built(meeting(HALL), reviewing(OPEN)).text + f"{fact}\n"
    update = built(meeting(HALL), reviewing(OPEN), old=reviewed if is_meeting_first else noted)
    assert (status_of(update), entry_of(update.text, ONE)[-1]) == (DONE, fact)


def test_facts_of_one_day_count_as_they_stand() -> None:
    facts = "  - 1. 3. 2026: splněno\n  - 1. 3. 2026: otevřeno\n  - 1. 3. 2026: rozpracováno\n"
    first = built(meeting(HALL))
    assert status_of(rebuilt(meeting(HALL), old=first, text=first.text + facts)) is IN_PROGRESS


@pytest.mark.parametrize("remembers", [True, False])
def test_a_meeting_without_a_date_reviews_the_task_after_it_was_set(*, remembers: bool) -> None:
    undated = reviewing(DONE, None, id="bez-data", path="bez.md")
    first = built(meeting(HALL), undated)
    memory = dict(first.heads) if remembers else None
    again = built(meeting(HALL), undated, old=first.text, remembered=memory)
    assert (status_of(first), again.text) == (DONE, first.text)
    assert entry_of(first.text, ONE)[1:] == [
        "  - zápis [23. 1. 2026](zapisy/2026-01-23-bc.md): otevřeno, @Eva Horáková",
        "  - zápis [bez data](bez.md): splněno",
    ]


def test_the_meeting_that_set_a_task_stands_first_even_if_a_review_bears_an_older_date() -> None:
    older = reviewing(DONE, dt.date(2025, 12, 1))
    first = built(meeting(HALL), older)
    lines = [line.partition("](")[2].partition(")")[0] for line in entry_of(first.text, ONE)[1:]]
    assert lines == ["zapisy/2026-01-23-bc.md", "zapisy/2025-12-01-bc.md"]
    assert (status_of(first), rebuilt(meeting(HALL), older, old=first).changed) == (OPEN, False)


def test_a_line_of_a_meeting_that_a_hand_changed_is_renewed() -> None:
    first = built(meeting(HALL))
    edited = first.text.replace("): otevřeno", "): splněno")
    assert rebuilt(meeting(HALL), old=first, text=edited).text == first.text


def due(*meetings: MeetingTasks, old: TrackerUpdate | None = None) -> str:
    update = rebuilt(*meetings, old=old) if old else built(*meetings)
    return entry_of(update.text, ONE)[0].partition("leták ")[2]


APRIL, MARCH = meeting(day=dt.date(2026, 4, 17)), meeting(day=SECOND_DAY)
SETTING = meeting(NEXT, next_date=dt.date(2026, 2, 27))


def test_until_the_next_meeting_follows_the_meeting_that_really_came() -> None:
    days = [due(SETTING), due(SETTING, APRIL), due(SETTING, APRIL, MARCH), due(SETTING, MARCH)]
    assert days == [f"(do {day} 2026)" for day in ("27. 2.", "17. 4.", "20. 3.", "20. 3.")]


def test_a_meeting_inserted_later_moves_the_deadline_without_a_trace_of_a_hand() -> None:
    first = built(SETTING, APRIL)
    second = rebuilt(SETTING, MARCH, APRIL, old=first)
    without_memory = built(SETTING, MARCH, APRIL, old=first.text)
    assert entry_of(second.text, ONE) == [
        f"- [ ] #{ONE} Připravit leták (do 20. 3. 2026)",
        "  - zápis [23. 1. 2026](zapisy/2026-01-23-bc.md): otevřeno, do příště (20. 3. 2026)",
    ]
    assert without_memory.text == second.text


def test_a_deadline_given_by_hand_does_not_follow_meetings() -> None:
    first = built(SETTING, APRIL)
    edited = rebuilt(
        SETTING, APRIL, old=first, text=first.text.replace("(do 17. 4. 2026)", "(do 5. 5. 2026)")
    )
    assert due(SETTING, MARCH, APRIL, old=edited) == "(do 5. 5. 2026)"


def test_a_meeting_of_another_series_does_not_move_the_deadline() -> None:
    other = meeting(day=dt.date(2026, 2, 1), series="rada", id="R", path="r.md")
    assert due(SETTING, other, APRIL) == "(do 17. 4. 2026)"


def test_the_whole_history_is_kept() -> None:
    noted = built(meeting(HALL)).text + "  - 1. 2. 2026: volala Eva\n  - 2. 2. 2026: splněno, prý\n"
    update = built(meeting(HALL), reviewing(OPEN), old=noted)
    history = update.tracker.entries[0].statements
    assert [(item.status, item.note) for item in history] == [
        (OPEN, ""),
        (None, "volala Eva"),
        (DONE, "prý"),
        (OPEN, ""),
    ]


@pytest.mark.parametrize(
    ("written", "facts"),
    [
        ("do 28. 2. 2026 (čeká se na lektora)", ["čeká se na lektora"]),
        ("do 28. 2. 2026 – čeká se", ["čeká se"]),
        ("do 28. 2. 2026 splněno", ["pozn.: splněno"]),
        ("do 5. 5. 2026, domluveno", ["termín 5. 5. 2026", "domluveno"]),
        ("do 5. 5. 2026.", ["termín 5. 5. 2026"]),
        ("hned po dovolené do 5. 5.", ["hned po dovolené do 5. 5"]),
    ],
)
def test_words_added_behind_the_fields_are_a_note_and_take_nothing_away(
    written: str, facts: list[str]
) -> None:
    own = meeting(task("Objednat sál", "Eva Horáková", deadline="do 28. 2."))
    text = built(own).text.replace("Horáková do 28. 2. 2026\n", f"Horáková {written}\n", 1)
    update = built(own, old=text, remembered=dict(built(own).heads))
    assert entry_of(update.text, ONE)[2:] == [f"  - 13. 4. 2026: {fact}" for fact in facts]


def test_an_update_on_another_day_changes_nothing() -> None:
    first = built(meeting(HALL), reviewing(DONE))
    later = built(meeting(HALL), reviewing(DONE), old=first.text, today=TODAY + dt.timedelta(400))
    assert (later.text, later.changed) == (first.text, False)
