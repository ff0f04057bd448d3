"""From what a command wants to the facts that are written down."""

import datetime as dt

import pytest

from tracker_cases import TODAY
from zapis.czech.deadlines import read_deadline
from zapis.model.tasks import TaskId, TaskStatus
from zapis.tasks.change_words import PeopleNames
from zapis.tasks.changes import Planned, Wanted, plan_changes
from zapis.tasks.query.people import KnownPerson
from zapis.tasks.tracker import Entry, Statement
from zapis.tasks.tracker_lines import print_fact_line

MARCH = dt.date(2026, 3, 20)
APRIL = dt.date(2026, 4, 2)
LATER = dt.date(2026, 4, 30)
PEOPLE = PeopleNames([KnownPerson("Eva Horáková"), KnownPerson("Petr Cháb")])
SET = Statement(
    MARCH,
    TaskStatus.OPEN,
    ("Petr Cháb",),
    read_deadline("do 31. 5. 2026", MARCH),
    path="zapisy/a.md",
)


def plan(wanted: Wanted, *more: Statement) -> Planned:
    entry = Entry(TaskId("P-1", 1), "Objednat sál", (SET, *more))
    return plan_changes(entry, wanted, PEOPLE, TODAY)


def lines(wanted: Wanted, *more: Statement) -> list[str]:
    return [print_fact_line(fact).removeprefix("  - ") for fact in plan(wanted, *more).facts]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Wanted(TaskStatus.DONE), ["13. 4. 2026: splněno"]),
        (Wanted(TaskStatus.DONE, note=" hotovo\nvčera "), ["13. 4. 2026: splněno, hotovo včera"]),
        (Wanted(TaskStatus.DONE, day=APRIL), ["2. 4. 2026: splněno"]),
        (Wanted(assignees=("horakova",)), ["13. 4. 2026: řeší @Eva Horáková"]),
        (Wanted(assignees=("nikdo",)), ["13. 4. 2026: řeší nikdo"]),
        (Wanted(deadline="30. 6."), ["13. 4. 2026: termín 30. 6. 2026"]),
        (Wanted(deadline="neurčen"), ["13. 4. 2026: termín neurčen"]),
        (Wanted(deadline="až naprší"), ["13. 4. 2026: termín „až naprší“"]),
        (
            Wanted(assignees=("Horáková",), deadline="30. 6.", note="nemoc"),
            ["13. 4. 2026: řeší @Eva Horáková", "13. 4. 2026: termín 30. 6. 2026, nemoc"],
        ),
        (Wanted(note="čeká se"), ["13. 4. 2026: čeká se"]),
        (Wanted(note="splněno, ale jen zpola"), ["13. 4. 2026: pozn.: splněno, ale jen zpola"]),
        (Wanted(TaskStatus.OPEN), []),
        (Wanted(TaskStatus.OPEN, note="trvá"), ["13. 4. 2026: trvá"]),
        (Wanted(assignees=("Cháb",), deadline="31. 5."), []),
        (Wanted(assignees=("Cháb",), deadline="30. 6."), ["13. 4. 2026: termín 30. 6. 2026"]),
    ],
)
def test_facts_have_one_change_each_and_the_last_has_the_note(wanted: Wanted, expected: list[str]):
    assert lines(wanted) == expected


def test_a_change_made_now_wins_over_minutes_of_a_coming_meeting():
    coming = Statement(LATER, TaskStatus.OPEN, path="zapisy/b.md")
    assert lines(Wanted(TaskStatus.DONE), coming) == ["30. 4. 2026: splněno"]


def test_a_change_dated_with_a_coming_meeting_says_so():
    coming = Statement(LATER, TaskStatus.OPEN, path="zapisy/b.md")
    notice = "zapsáno k 30. 4. 2026: dnešní by přebil novější řádek úkolu"
    assert plan(Wanted(TaskStatus.DONE), coming).notices == (notice,)


def test_words_of_a_deadline_are_understood_from_the_day_of_the_fact():
    wanted = Wanted(deadline="do týdne", day=APRIL)
    assert lines(wanted) == ["2. 4. 2026: termín 9. 4. 2026"]


def test_words_of_a_deadline_are_understood_from_today_where_a_meeting_is_yet_to_come():
    coming = Statement(LATER, TaskStatus.OPEN, path="zapisy/b.md")
    expected = ["30. 4. 2026: termín 20. 4. 2026"]
    assert lines(Wanted(deadline="do týdne"), coming) == expected


@pytest.mark.parametrize(
    ("wanted", "notices"),
    [
        (Wanted(TaskStatus.OPEN), ("už platí: otevřeno",)),
        (Wanted(TaskStatus.OPEN, day=APRIL), ("k 2. 4. 2026 už platí: otevřeno",)),
        (Wanted(assignees=("Petr Cháb",)), ("už platí: řeší @Petr Cháb",)),
        (Wanted(deadline="31. 5. 2026"), ("už platí: termín 31. 5. 2026",)),
        (Wanted(TaskStatus.DONE, day=LATER), ("30. 4. 2026 teprve přijde",)),
    ],
)
def test_what_is_so_already_is_said(wanted: Wanted, notices: tuple[str, ...]):
    assert plan(wanted).notices == notices


@pytest.mark.parametrize(
    ("wanted", "newer", "notices"),
    [
        (
            Wanted(TaskStatus.DONE, day=MARCH),
            Statement(APRIL, TaskStatus.IN_PROGRESS, path="zapisy/b.md"),
            ("dál platí novější 2. 4. 2026: rozpracováno (zápis zapisy/b.md)",),
        ),
        (
            Wanted(TaskStatus.DONE, day=MARCH),
            Statement(APRIL, TaskStatus.CANCELLED),
            ("dál platí novější 2. 4. 2026: zrušeno",),
        ),
        (
            Wanted(assignees=("Eva Horáková",), day=MARCH),
            Statement(APRIL, assignees=()),
            ("dál platí novější 2. 4. 2026: řeší nikdo",),
        ),
        (
            Wanted(deadline="30. 6. 2026", day=MARCH),
            Statement(APRIL, deadline=read_deadline("do 1. 7. 2026", APRIL)),
            ("dál platí novější 2. 4. 2026: termín 1. 7. 2026",),
        ),
        (Wanted(TaskStatus.DONE, day=MARCH), Statement(APRIL, note="nic"), ()),
        (Wanted(note="nic", day=MARCH), Statement(APRIL, TaskStatus.DONE), ()),
        # A meeting of the same day comes first, so that the fact wins.
        (Wanted(TaskStatus.DONE, day=APRIL), Statement(APRIL, TaskStatus.OPEN, path="b.md"), ()),
    ],
)
def test_a_newer_statement_that_wins_is_named(
    wanted: Wanted, newer: Statement, notices: tuple[str, ...]
):
    planned = plan(wanted, newer)
    assert (planned.notices, len(planned.facts)) == (notices, 1)


def test_what_was_so_on_the_day_counts_and_not_what_is_so_today():
    done = Statement(APRIL, TaskStatus.DONE)
    assert lines(Wanted(TaskStatus.DONE, day=MARCH), done) == ["20. 3. 2026: splněno"]


def test_the_same_note_is_not_written_twice():
    note = Statement(TODAY, note="čeká se")
    planned = plan(Wanted(note="čeká  se"), note)
    assert planned == ((), ("stejná poznámka už tam je",), ())


def test_problems_of_all_words_are_told():
    problems = plan(Wanted(assignees=("",), deadline="31. 2.")).problems
    assert [problem.option for problem in problems] == ["--kdo", "--termin"]
