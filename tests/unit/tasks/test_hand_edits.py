"""Changes by hand in the tracker and corrections in the minutes, apart and together."""

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

import pytest

from tracker_cases import TODAY, built, entry_of, meeting, task, warnings_of_tracker
from zapis.model.tasks import TaskStatus
from zapis.tasks.meetings import MeetingTasks
from zapis.tasks.update import TrackerUpdate

ONE = "BC-2026-01-23/1"
HEAD = f"- [ ] #{ONE} Zaslat nápady na akce @Eva Horáková do 28. 2. 2026"
OTHER = task("Obvolat organizace", "Petr Cháb")


class Said(NamedTuple):
    """What the minutes say of the task."""

    sentence: str = "Zaslat nápady na akce"
    assignee: str = "Eva Horáková"
    deadline: str = "do 28. 2."
    status: TaskStatus = TaskStatus.OPEN


class Shown(NamedTuple):
    """The parts of a head line."""

    box: str
    sentence: str
    assignee: str
    deadline: str


BEFORE = Said()
CORRECTIONS = {
    "nothing": BEFORE,
    "words": Said(sentence="Poslat nápady na akce"),
    "assignee": Said(assignee="Petr Cháb"),
    "deadline": Said(deadline="do 15. 3."),
    "state": Said(status=TaskStatus.IN_PROGRESS),
}
HANDS: dict[str, Callable[[str], str]] = {
    "nothing": lambda line: line,
    "words": lambda line: line.replace("Zaslat", "Rozeslat"),
    "assignee": lambda line: line.replace("@Eva Horáková", "@Jana Malá"),
    "deadline": lambda line: line.replace("28. 2. 2026", "5. 5. 2026"),
    "state": lambda line: line.replace("[ ]", "[x]"),
}
MEANT = {
    "words": "znění v seznamu bylo „Rozeslat nápady na akce“",
    "assignee": "řeší @Jana Malá",
    "deadline": "termín 5. 5. 2026",
    "state": "splněno",
}
BOXES = {TaskStatus.OPEN: " ", TaskStatus.IN_PROGRESS: "/"}


def minutes(said: Said) -> MeetingTasks:
    own = task(said.sentence, said.assignee, deadline=said.deadline, status=said.status)
    return meeting(own, OTHER)


FIRST = built(minutes(BEFORE))


def after(said: Said, hand: str, *, remembers: bool) -> TrackerUpdate:
    edited = FIRST.text.replace(HEAD, HANDS[hand](HEAD))
    memory = dict(FIRST.heads) if remembers else None
    return built(minutes(said), old=edited, remembered=memory)


def expected_head(said: Said, hand: str) -> Shown:
    due = "15. 3. 2026" if said.deadline == "do 15. 3." else "28. 2. 2026"
    return Shown(
        "x" if hand == "state" else BOXES[said.status],
        said.sentence,
        "Jana Malá" if hand == "assignee" else said.assignee,
        "5. 5. 2026" if hand == "deadline" else due,
    )


@pytest.mark.parametrize("remembers", [True, False], ids=["cache", "no cache"])
@pytest.mark.parametrize("hand", HANDS)
@pytest.mark.parametrize("correction", CORRECTIONS)
def test_each_property_is_that_of_the_hand_else_that_of_the_minutes(
    correction: str, hand: str, *, remembers: bool
) -> None:
    said = CORRECTIONS[correction]
    update = after(said, hand, remembers=remembers)
    shown = expected_head(said, hand)
    head = f"- [{shown.box}] #{ONE} {shown.sentence} @{shown.assignee} do {shown.deadline}"
    assert entry_of(update.text, ONE)[0] == head


@pytest.mark.parametrize("remembers", [True, False], ids=["cache", "no cache"])
@pytest.mark.parametrize("hand", HANDS)
@pytest.mark.parametrize("correction", CORRECTIONS)
def test_only_what_the_hand_changed_is_written_down(
    correction: str, hand: str, *, remembers: bool
) -> None:
    """Without a cache words that minutes have changed since are kept too, rather than lost."""
    update = after(CORRECTIONS[correction], hand, remembers=remembers)
    facts = [f"  - 13. 4. 2026: {MEANT[hand]}"] if hand != "nothing" else []
    is_former = correction == "words" and hand != "words" and not remembers
    former = ["  - 13. 4. 2026: znění v seznamu bylo „Zaslat nápady na akce“"]
    assert entry_of(update.text, ONE)[2:] == facts + (former if is_former else [])


@pytest.mark.parametrize("hand", HANDS)
@pytest.mark.parametrize("correction", CORRECTIONS)
def test_the_next_update_changes_nothing_with_a_cache_or_without(
    correction: str, hand: str
) -> None:
    said = CORRECTIONS[correction]
    first = after(said, hand, remembers=True)
    texts = [
        built(minutes(said), old=first.text, remembered=memory).text
        for memory in (dict(first.heads), dict(FIRST.heads), None)
    ]
    assert texts == [first.text] * 3


def update_of(text: str, memory: TrackerUpdate | None, today: dt.date = TODAY) -> list[str]:
    heads = dict(memory.heads) if memory else None
    return entry_of(built(minutes(BEFORE), old=text, remembered=heads, today=today).text, ONE)


TICKED = built(
    minutes(BEFORE), old=FIRST.text.replace("[ ] #BC", "[x] #BC", 1), remembered=dict(FIRST.heads)
)
FACT = "  - 13. 4. 2026: splněno"


def test_an_older_copy_saved_over_the_tracker_keeps_its_tick() -> None:
    """An editor that still had the file open writes back a ticked box without the fact."""
    older = TICKED.text.replace(f"{FACT}\n", "")
    assert update_of(older, TICKED) == entry_of(TICKED.text, ONE)


def test_a_fact_and_its_tick_taken_back_together_leave_no_trace() -> None:
    taken_back = TICKED.text.replace(f"{FACT}\n", "").replace("[x] #BC", "[ ] #BC")
    assert update_of(taken_back, TICKED) == entry_of(FIRST.text, ONE)


@pytest.mark.parametrize("remembers", [True, False])
def test_a_box_emptied_again_is_a_fact_of_its_own(*, remembers: bool) -> None:
    opened = TICKED.text.replace("[x] #BC", "[ ] #BC")
    lines = update_of(opened, TICKED if remembers else None)
    assert (lines[0][:5], lines[2:]) == ("- [ ]", [FACT, "  - 13. 4. 2026: otevřeno"])


def test_a_fact_written_below_a_line_that_stays_is_the_newest_word() -> None:
    written = FIRST.text.replace("do 28. 2. 2026\n\n", f"do 28. 2. 2026\n{FACT}\n\n", 1)
    lines = update_of(written, FIRST)
    assert (lines[0][:5], lines[2:]) == ("- [x]", [FACT])


@pytest.mark.parametrize(
    ("fact", "head"),
    [
        ("splněno, prý", "- [x] #{} Zaslat nápady na akce @Eva Horáková do 28. 2. 2026"),
        (
            "termín 20. 3. 2026, nemoc",
            "- [ ] #{} Zaslat nápady na akce @Eva Horáková do 20. 3. 2026",
        ),
        ("řeší @Petr Cháb, zástup", "- [ ] #{} Zaslat nápady na akce @Petr Cháb do 28. 2. 2026"),
    ],
)
def test_without_a_cache_a_fact_with_words_was_written_by_a_person(fact: str, head: str) -> None:
    """The head line above it was left as it was and takes nothing back."""
    line = f"  - 1. 3. 2026: {fact}"
    written = FIRST.text.replace("do 28. 2. 2026\n\n", f"do 28. 2. 2026\n{line}\n\n", 1)
    lines = update_of(written, None)
    assert (lines[0], lines[2:]) == (head.format(ONE), [line])


def test_an_edit_is_dated_by_the_day_given_or_by_a_newer_statement() -> None:
    ticked = FIRST.text.replace("[ ] #BC", "[x] #BC", 1)
    days = [update_of(ticked, FIRST, dt.date(2026, month, 1))[2] for month in (1, 5)]
    assert days == ["  - 23. 1. 2026: splněno", "  - 1. 5. 2026: splněno"]


def test_words_reworded_while_the_minutes_have_an_error_are_kept_once_they_are_read() -> None:
    edited = FIRST.text.replace("Zaslat", "Rozeslat")
    broken = built(old=edited, remembered=dict(FIRST.heads), kept=("BC-2026-01-23",))
    mended = built(minutes(BEFORE), old=broken.text, remembered=dict(broken.heads))
    assert (broken.text, entry_of(mended.text, ONE)[2:]) == (
        edited,
        ["  - 13. 4. 2026: znění v seznamu bylo „Rozeslat nápady na akce“"],
    )


@pytest.mark.parametrize("remembers", [True, False])
def test_a_tick_counts_although_the_line_of_the_meeting_was_deleted(*, remembers: bool) -> None:
    lines = FIRST.text.split("\n")
    del lines[5]
    text = "\n".join(lines).replace("[ ] #BC", "[x] #BC", 1)
    found = update_of(text, FIRST if remembers else None)
    assert (found[0][:5], found[2:]) == ("- [x]", [FACT])


@pytest.mark.parametrize(
    ("written", "facts"),
    [
        ("@Horáková do 28. 2. 2026", []),
        ("@Horákové do 28. 2. 2026", []),
        ("@eva horáková do 28. 2. 2026", []),
        ("@Cháb do 28. 2. 2026", ["řeší @Petr Cháb"]),
        ("@petr cháb do 28. 2. 2026", ["řeší @Petr Cháb"]),
        ("@Cháb, @Horáková do 28. 2. 2026", ["řeší @Petr Cháb, @Eva Horáková"]),
        ("@Horáková, @členové do 28. 2. 2026", ["řeší @Eva Horáková, @členové"]),
        ("@Cháb, @Petr Cháb do 28. 2. 2026", ["řeší @Petr Cháb"]),
        ("@Řehoř do 28. 2. 2026", ["řeší @Řehoř"]),
        ("@Cháb do 5. 5.", ["řeší @Petr Cháb", "termín 5. 5. 2026"]),
    ],
)
def test_a_hand_may_call_a_known_person_by_any_form_of_the_name(
    written: str, facts: list[str]
) -> None:
    head = f"- [ ] #{ONE} Zaslat nápady na akce {written}"
    lines = update_of(FIRST.text.replace(HEAD, head), FIRST)
    assert lines[2:] == [f"  - 13. 4. 2026: {fact}" for fact in facts]


def test_people_of_a_header_are_known_and_two_of_one_name_are_nobody() -> None:
    known = meeting(task("Zaslat nápady", "Eva Horáková"), people=("Jan Novák", "Karel Dub"))
    other = meeting(task("Jiný úkol", "Petr Novák"), id="X", path="x.md", series="")
    first = built(known, other)
    texts = [
        built(known, other, old=first.text.replace("@Eva Horáková\n", f"@{name}\n", 1)).text
        for name in ("Dubovi", "Novák")
    ]
    assert [entry_of(text, ONE)[2:] for text in texts] == [
        ["  - 13. 4. 2026: řeší @Karel Dub"],
        ["  - 13. 4. 2026: řeší @Novák"],
    ]


def test_a_short_name_from_the_minutes_is_no_edit_of_another_field() -> None:
    """Minutes said „Eva“ and nobody changed that: only the deadline was."""
    own = meeting(task("Zaslat", "Eva", deadline="do 28. 2."), people=("Eva Horáková",))
    text = built(own).text.replace("Eva do 28. 2. 2026", "Eva do 5. 5. 2026", 1)
    assert entry_of(built(own, old=text).text, ONE)[2:] == ["  - 13. 4. 2026: termín 5. 5. 2026"]


def test_a_day_that_does_not_exist_is_told_with_its_line() -> None:
    first = meeting(task("Objednat sál", "Eva", deadline="do 5. 5. 2026"))
    text = built(first).text.replace("@Eva do 5. 5. 2026\n", "@Eva do 31. 2. 2026\n", 1)
    (found,) = warnings_of_tracker(first, old=text)
    assert (found.code.id, found.span is not None) == ("Z404", True)
