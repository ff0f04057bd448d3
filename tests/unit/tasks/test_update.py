"""The tracker brought up to date: life of an entry, edits by hand, meetings that change."""

import datetime as dt

import pytest

from tracker_cases import (
    SECOND_DAY,
    SERIES,
    built,
    entry_of,
    meeting,
    rebuilt,
    review,
    task,
    warnings_of_tracker,
)
from zapis.model.tasks import TaskId, TaskStatus
from zapis.tasks.tracker import GONE_SECTION
from zapis.tasks.tracker_file import read_tracker
from zapis.tasks.update import TrackerCounts

IDEAS = task("Zaslat nápady na akce", "Eva Horáková", deadline="do 28. 2.")
CALLS = task("Obvolat organizace", "Petr Cháb")
FIRST = meeting(IDEAS, CALLS)
SECOND = meeting(
    day=SECOND_DAY, reviews=(review("BC-2026-01-23/2", comment="odpovědělo všech devět"),)
)
TEXT = f"""# Úkoly

## {SERIES}

- [ ] #BC-2026-01-23/1 Zaslat nápady na akce @Eva Horáková do 28. 2. 2026
  - zápis [23. 1. 2026](zapisy/2026-01-23-bc.md): otevřeno, @Eva Horáková, do 28. 2. 2026

- [x] #BC-2026-01-23/2 Obvolat organizace @Petr Cháb
  - zápis [23. 1. 2026](zapisy/2026-01-23-bc.md): otevřeno, @Petr Cháb
  - zápis [20. 3. 2026](zapisy/2026-03-20-bc.md): splněno, odpovědělo všech devět
"""
HEAD = "- [ ] #BC-2026-01-23/1 Zaslat nápady na akce @Eva Horáková do 28. 2. 2026"
ONE = "BC-2026-01-23/1"


def test_the_tracker_looks_as_specified() -> None:
    assert built(FIRST, SECOND).text == TEXT


def test_nothing_to_do_changes_nothing() -> None:
    update = built(FIRST, SECOND, old=TEXT)
    assert (update.text, update.changed, update.counts) == (TEXT, False, TrackerCounts(0, 0, 1, 1))


def test_without_tasks_there_is_no_text() -> None:
    assert (built(meeting()).text, built(meeting()).changed) == ("", False)


def test_the_summary_counts_new_done_open_and_overdue() -> None:
    first = built(FIRST)
    second = rebuilt(FIRST, SECOND, old=first)
    assert (first.counts, second.counts) == (TrackerCounts(2, 0, 2, 1), TrackerCounts(0, 1, 1, 1))


@pytest.mark.parametrize(
    ("head", "facts"),
    [
        (HEAD.replace("[ ]", "[x]"), ["splněno"]),
        (HEAD.replace("[ ]", "[X]"), ["splněno"]),
        (HEAD.replace("[ ]", "[/]"), ["rozpracováno"]),
        (HEAD.replace("@Eva Horáková", "@Petr Cháb, @členové"), ["řeší @Petr Cháb, @členové"]),
        (HEAD.replace("@Eva Horáková ", ""), ["řeší nikdo"]),
        (HEAD.replace("28. 2. 2026", "5. 5. 2026"), ["termín 5. 5. 2026"]),
        (HEAD.replace("do 28. 2. 2026", "(termín: na podzim)"), ["termín na podzim"]),
        (HEAD.replace(" do 28. 2. 2026", ""), ["termín neurčen"]),
        (
            HEAD.replace("Zaslat nápady", "Poslat návrhy"),
            ["znění v seznamu bylo „Poslat návrhy na akce“"],
        ),
        (HEAD.replace("do 28. 2. 2026", "do 28.2.2026"), []),
        (
            "- [-] #BC-2026-01-23/1 Zaslat nápady na akce",
            ["zrušeno", "řeší nikdo", "termín neurčen"],
        ),
    ],
)
def test_a_hand_edit_of_the_head_line_becomes_dated_facts(head: str, facts: list[str]) -> None:
    edited = TEXT.replace(HEAD, head)
    update = rebuilt(FIRST, SECOND, old=built(FIRST, SECOND), text=edited)
    again = rebuilt(FIRST, SECOND, old=update)
    lines = entry_of(update.text, ONE)[2:]
    assert (lines, again.changed) == ([f"  - 13. 4. 2026: {fact}" for fact in facts], False)


def test_a_hand_edit_is_kept_when_the_minutes_change_afterwards() -> None:
    edited = rebuilt(
        FIRST, old=built(FIRST), text=built(FIRST).text.replace("[ ] #BC", "[x] #BC", 1)
    )
    corrected = meeting(task("Zaslat nápady na akce", "Petr Cháb", deadline="do 1. 3."), CALLS)
    assert entry_of(rebuilt(corrected, old=edited).text, ONE) == [
        "- [x] #BC-2026-01-23/1 Zaslat nápady na akce @Petr Cháb do 1. 3. 2026",
        "  - zápis [23. 1. 2026](zapisy/2026-01-23-bc.md): otevřeno, @Petr Cháb, do 1. 3. 2026",
        "  - 13. 4. 2026: splněno",
    ]


def test_a_correction_in_the_minutes_is_no_hand_edit() -> None:
    corrected = meeting(task("Poslat nápady na akce", "Petr Cháb"), CALLS)
    assert entry_of(rebuilt(corrected, old=built(FIRST)).text, ONE) == [
        "- [ ] #BC-2026-01-23/1 Poslat nápady na akce @Petr Cháb",
        "  - zápis [23. 1. 2026](zapisy/2026-01-23-bc.md): otevřeno, @Petr Cháb",
    ]


def test_without_a_memory_former_words_are_kept_rather_than_lost() -> None:
    corrected = meeting(task("Poslat nápady na akce"), CALLS)
    lines = entry_of(built(corrected, old=built(FIRST).text).text, ONE)
    assert lines[-1] == "  - 13. 4. 2026: znění v seznamu bylo „Zaslat nápady na akce“"


def test_a_fact_wins_over_older_minutes_and_loses_to_newer_ones() -> None:
    fact = "  - 1. 2. 2026: splněno, prý\n"
    line = "  - zápis [23. 1. 2026](zapisy/2026-01-23-bc.md): otevřeno, @Petr Cháb\n"
    text = built(FIRST).text.replace(line, line + fact)
    reopened = meeting(day=SECOND_DAY, reviews=(review("BC-2026-01-23/2", TaskStatus.OPEN),))
    states = [
        update.tracker.entries[1].state.status
        for update in (
            rebuilt(FIRST, old=built(FIRST), text=text),
            rebuilt(FIRST, reopened, old=built(FIRST), text=text),
        )
    ]
    assert states == [TaskStatus.DONE, TaskStatus.OPEN]


def test_statements_are_put_in_the_order_of_their_days() -> None:
    fact = "  - 1. 2. 2026: čeká se\n  - 1. 4. 2026: volal Petr\n    a ještě jednou\n"
    lines = entry_of(built(FIRST, SECOND, old=built(FIRST).text + fact).text, "BC-2026-01-23/2")
    assert [line.strip()[:24] for line in lines[1:]] == [
        "- zápis [23. 1. 2026](za",
        "- 1. 2. 2026: čeká se",
        "- zápis [20. 3. 2026](za",
        "- 1. 4. 2026: volal Petr",
        "a ještě jednou",
    ]


def test_carriage_returns_are_kept_and_new_lines_get_them() -> None:
    text = built(FIRST).text.replace("\n", "\r\n")
    assert built(FIRST, SECOND, old=text).text == TEXT.replace("\n", "\r\n")


def test_a_task_gone_from_its_minutes_moves_to_the_last_section_with_a_warning() -> None:
    old = built(FIRST, SECOND).text
    without = meeting(CALLS)
    update = built(without, SECOND, old=old)
    sections = [line for line in update.text.splitlines() if line.startswith("## ")]
    gone = [entry.id.number for entry in update.tracker.entries if entry.gone]
    warnings = warnings_of_tracker(without, SECOND, old=old)
    assert (sections, gone) == ([f"## {SERIES}", f"## {GONE_SECTION}"], [1])
    assert [(item.code.id, item.message) for item in warnings] == [
        (
            "Z415",
            f"úkol #{ONE} „Zaslat nápady na akce“ už není v zápisu {FIRST.path}",
        )
    ]


def test_a_task_that_is_gone_keeps_its_number_and_may_come_back() -> None:
    gone = rebuilt(meeting(CALLS), old=built(FIRST))
    new = task("Docela jiný úkol s vlastními slovy")
    more = rebuilt(meeting(CALLS, new), old=gone)
    back = rebuilt(FIRST, old=gone)
    assert (more.slices["BC-2026-01-23"].numbers, back.text) == ((2, 3), built(FIRST).text)
    assert warnings_of_tracker(meeting(CALLS), old=gone.text) == ()


def test_a_draft_loses_tasks_without_a_trace_unless_somebody_wrote_to_them() -> None:
    draft = meeting(IDEAS, CALLS, is_draft=True)
    old = built(draft)
    noted = old.text.replace("@Petr Cháb\n", "@Petr Cháb\n  - moje poznámka\n", 1)
    empty = meeting(is_draft=True)
    texts = (rebuilt(empty, old=old).text, rebuilt(empty, old=old, text=noted).text)
    assert ["#BC" in texts[0], entry_of(texts[1], "BC-2026-01-23/2")[-1]] == [
        False,
        "  - zápis [23. 1. 2026](zapisy/2026-01-23-bc.md): otevřeno, @Petr Cháb",
    ]


@pytest.mark.parametrize("kept", ["zapisy/2026-01-23-bc.md", "BC-2026-01-23"])
@pytest.mark.parametrize("is_given", [True, False])
def test_a_meeting_with_errors_keeps_its_entries_untouched(kept: str, *, is_given: bool) -> None:
    broken = (meeting(),) if is_given else ()
    assert built(*broken, SECOND, old=TEXT, kept=(kept,)).text == TEXT


def test_the_next_meeting_is_known_even_if_it_has_errors() -> None:
    set_now = meeting(task("Svolat", deadline="do příště"))
    update = built(set_now, SECOND, kept=(SECOND.path,))
    assert entry_of(update.text, ONE)[0].endswith("(do 20. 3. 2026)")


def test_do_priste_is_the_real_next_meeting_else_the_announced_one() -> None:
    set_now = meeting(task("Svolat", deadline="do příště"), next_date=dt.date(2026, 3, 1))
    announced, real = built(set_now), built(set_now, SECOND)
    alone = built(meeting(task("Svolat", deadline="do příště")))
    updates = (announced, real, alone)
    heads = [entry_of(update.text, ONE)[0].partition("/1 ")[2] for update in updates]
    assert heads == [
        "Svolat (do 1. 3. 2026)",
        "Svolat (do 20. 3. 2026)",
        "Svolat (termín: do příště)",
    ]
    assert entry_of(real.text, ONE)[1].endswith("otevřeno, do příště (20. 3. 2026)")


def test_a_corrected_date_keeps_the_old_ids_with_a_tip() -> None:
    moved = meeting(IDEAS, CALLS, day=dt.date(2026, 1, 24), path=FIRST.path, id="BC-2026-01-24")
    update = rebuilt(moved, old=built(FIRST))
    tips = [(item.code.id, item.cure) for item in update.diagnostics[FIRST.path]]
    assert (update.slices["BC-2026-01-24"].meeting_id, tips) == (
        "BC-2026-01-23",
        [("Z417", "id: BC-2026-01-23")],
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"path": "archiv/leden.md"},
        {"path": "archiv/leden.md", "id": "leden"},
        {"section": "Jiná série", "series": "jina"},
    ],
)
def test_renamed_minutes_keep_their_tasks(changes: dict[str, str]) -> None:
    update = rebuilt(meeting(IDEAS, CALLS, **changes), old=built(FIRST))
    assert [(str(entry.id), entry.gone) for entry in update.tracker.entries] == [
        ("BC-2026-01-23/1", False),
        ("BC-2026-01-23/2", False),
    ]


def test_another_meeting_written_over_the_same_file_is_another_meeting() -> None:
    other = meeting(task("Úplně něco jiného"), day=SECOND_DAY, path=FIRST.path)
    update = rebuilt(other, old=built(FIRST))
    assert [(str(entry.id), entry.gone) for entry in update.tracker.entries] == [
        ("BC-2026-03-20/1", False),
        ("BC-2026-01-23/1", True),
        ("BC-2026-01-23/2", True),
    ]


def test_two_entries_with_one_number_are_parted_with_a_warning() -> None:
    old = built(FIRST).text.replace("#BC-2026-01-23/2", "#BC-2026-01-23/1")
    update = built(FIRST, old=old)
    found = [(item.code.id, item.message) for item in update.diagnostics[FIRST.path]]
    assert (update.slices["BC-2026-01-23"].numbers, found) == (
        (1, 2),
        [
            (
                "Z416",
                f"číslo #{ONE} měly dva úkoly, „Obvolat organizace“ je teď #BC-2026-01-23/2",
            )
        ],
    )


def test_sections_stand_in_czech_order_and_tasks_without_series_among_them() -> None:
    meetings = [
        meeting(IDEAS, id=f"m{number}", path=f"{number}.md", series=name, section=name or "Ostatní")
        for number, name in enumerate(("Šachy", "Chata", "Cesty", ""))
    ]
    text = built(*meetings).text
    sections = [line[3:] for line in text.splitlines() if line.startswith("## ")]
    assert sections == ["Cesty", "Chata", "Ostatní", "Šachy"]


def test_an_unreadable_tracker_is_left_as_it_is() -> None:
    file = read_tracker("ukoly.md", "<<<<<<< HEAD\n").value
    assert (file.readable, built(FIRST, old="<<<<<<< HEAD\n").text) == (False, "<<<<<<< HEAD\n")


def test_an_entry_whose_meeting_line_was_deleted_gets_it_back_without_facts() -> None:
    lines = TEXT.split("\n")
    del lines[5]
    assert built(FIRST, SECOND, old="\n".join(lines)).text == TEXT


def test_the_slice_gives_numbers_and_the_reviewed_tasks_as_they_were_set() -> None:
    update = built(FIRST, SECOND)
    reviewed = update.slices["BC-2026-03-20"].reviews[0]
    assert reviewed is not None
    assert (update.slices["BC-2026-01-23"].numbers, reviewed.id, reviewed.sentence) == (
        (1, 2),
        TaskId("BC-2026-01-23", 2),
        "Obvolat organizace",
    )
    assert (reviewed.assignees, reviewed.deadline_words) == (("Petr Cháb",), "")


def test_a_reviewed_task_of_a_meeting_with_errors_is_taken_from_the_tracker() -> None:
    again = meeting(day=SECOND_DAY, reviews=(review("BC-2026-01-23/1"),))
    update = built(meeting(), again, old=TEXT, kept=(FIRST.path,))
    reviewed = update.slices["BC-2026-03-20"].reviews[0]
    assert reviewed is not None
    actual = (reviewed.sentence, reviewed.assignees, reviewed.deadline_words)
    assert actual == ("Zaslat nápady na akce", ("Eva Horáková",), "do 28. 2. 2026")


def test_today_is_the_day_of_an_edit() -> None:
    text = TEXT.replace("- [ ] #BC", "- [x] #BC", 1)
    day = dt.date(2026, 5, 1)
    assert built(FIRST, SECOND, old=text, today=day).tracker.entries[0].statements[-1].date == day


def test_a_fact_added_by_hand_outdates_the_head_line_above_it() -> None:
    added = built(FIRST).text.replace("@Petr Cháb\n", "@Petr Cháb\n  - 1. 3. 2026: splněno\n", 1)
    update = rebuilt(FIRST, old=built(FIRST), text=added)
    assert entry_of(update.text, "BC-2026-01-23/2") == [
        "- [x] #BC-2026-01-23/2 Obvolat organizace @Petr Cháb",
        "  - zápis [23. 1. 2026](zapisy/2026-01-23-bc.md): otevřeno, @Petr Cháb",
        "  - 1. 3. 2026: splněno",
    ]


def test_a_box_ticked_and_unticked_again_is_open() -> None:
    ticked = rebuilt(FIRST, old=built(FIRST), text=built(FIRST).text.replace("[ ]", "[x]", 1))
    unticked = rebuilt(FIRST, old=ticked, text=ticked.text.replace("[x]", "[ ]", 1))
    assert entry_of(unticked.text, ONE)[2:] == [
        "  - 13. 4. 2026: splněno",
        "  - 13. 4. 2026: otevřeno",
    ]


def test_a_memory_that_is_damaged_is_no_memory() -> None:
    assert built(FIRST, SECOND, old=TEXT, remembered={ONE: "cokoli"}).text == TEXT


def test_a_pin_to_another_number_than_the_task_has_is_told() -> None:
    first = meeting(task("Objednat sál"), task("Pozvat hosty"))
    pinned = meeting(task("Objednat sál"), task("Pozvat hosty", pinned=7))
    update = rebuilt(pinned, old=built(first))
    (found,) = update.diagnostics[pinned.path]
    assert (found.code.id, found.cure) == ("Z420", "#2")
