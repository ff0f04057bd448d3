"""The words of commands: deadlines, names, notes."""

import datetime as dt

import pytest

from tracker_cases import TODAY
from zapis.czech.dates import format_date
from zapis.tasks.change_words import (
    PeopleNames,
    one_line,
    understand_assignees,
    understand_deadline,
)
from zapis.tasks.query.people import KnownPerson
from zapis.tasks.tracker import NO_DEADLINE

EVA = KnownPerson("Eva Horáková", ("EH",), ("tajemnice",))
PETR = KnownPerson("Petr Cháb", (), ("člen rady",))
JAN = KnownPerson("Jan Novák", (), ("člen rady",))
JANA = KnownPerson("Jana Nováková")
JIRI = KnownPerson("Jiří Novák", (), ("starosta města",))
# Some list had nothing but her surname.
BRIEF = KnownPerson("Horáková")
PEOPLE = PeopleNames((BRIEF, EVA, PETR, JAN, JANA, JIRI))


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("31. 5.", "31. 5. 2026"),
        ("31.5.2026", "31. 5. 2026"),
        ("2026-05-31", "31. 5. 2026"),
        ("do 31. 5.", "31. 5. 2026"),
        ("do konce května", "31. 5. 2026"),
        ("konce května", "31. 5. 2026"),
        ("do konce kvetna", "31. 5. 2026"),
        ("příští pátek", "24. 4. 2026"),
        ("pátek", "17. 4. 2026"),
        ("  zítra ", "14. 4. 2026"),
        ("„30. 4. 2026“", "30. 4. 2026"),
        # The next such day, as in minutes of today.
        ("31. 3.", "31. 3. 2027"),
    ],
)
def test_a_deadline_is_understood_as_in_minutes(words: str, due: str):
    found = understand_deadline(words, TODAY)
    assert found.value.due is not None
    assert (format_date(found.value.due), found.problems) == (due, ())


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("příště", dt.date(2026, 5, 20)),
        ("do příštího jednání", dt.date(2026, 5, 20)),
        ("do příštího zastupitelstva", None),
        ("30. 4. 2026", dt.date(2026, 4, 30)),
    ],
)
def test_next_time_is_a_day_where_the_next_meeting_is_known(words: str, due: dt.date | None):
    assert understand_deadline(words, TODAY, dt.date(2026, 5, 20)).value.due == due


@pytest.mark.parametrize(
    "words", ["neurčen", "NEURČEN", "zrušit", "zrusit", "bez termínu", "žádný"]
)
def test_a_deadline_is_taken_away(words: str):
    assert understand_deadline(words, TODAY) == (NO_DEADLINE, (), ())


@pytest.mark.parametrize(
    ("words", "notice"),
    [
        ("31. 5. 2026", ()),
        ("do 31. 5. 2026", ()),
        ("31. 5.", ("„31. 5.“ = do 31. 5. 2026",)),
        ("konce května", ("„konce května“ = do 31. 5. 2026",)),
        ("2× do roka", ()),
        ("co nejdřív", ("„co nejdřív“ není den, termín zůstává slovy",)),
        ("až naprší", ("„až naprší“ není den, termín zůstává slovy",)),
        ("do příště", ("„do příště“ není den, termín zůstává slovy",)),
    ],
)
def test_it_is_said_how_words_were_understood(words: str, notice: tuple[str, ...]):
    assert understand_deadline(words, TODAY)[1:] == (notice, ())


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("31. 2.", "únor má nejvýše 29 dní"),
        ("do 31. 2. 2026", "únor má nejvýše 29 dní"),
        ("20. 13. 2026", "měsíc 13 neexistuje"),
        ("úterý 20. 3. 2026", "20. 3. 2026 je pátek, ne úterý"),
        ("31/5", "takový den není"),
        ("", "nic v něm není"),
        ("„“", "nic v něm není"),
    ],
)
def test_days_that_are_none_are_problems(words: str, reason: str):
    (problem,) = understand_deadline(words, TODAY).problems
    shown = words.strip("„“")
    assert (problem.message, problem.option) == (
        f"termínu „{shown}“ nelze porozumět: {reason}",
        "--termin",
    )


@pytest.mark.parametrize(
    ("written", "names"),
    [
        (("Eva Horáková",), ("Eva Horáková",)),
        (("horakove",), ("Eva Horáková",)),
        (("@Horákovou",), ("Eva Horáková",)),
        (("Ing. Eva Horáková, Ph.D.",), ("Eva Horáková",)),
        (("EH",), ("Eva Horáková",)),
        (("tajemnici",), ("Eva Horáková",)),
        (("starosta",), ("Jiří Novák",)),
        (("Cháb, Horáková",), ("Petr Cháb", "Eva Horáková")),
        (("chab;horakova",), ("Petr Cháb", "Eva Horáková")),
        (("Cháb a Horáková",), ("Petr Cháb", "Eva Horáková")),
        (("Cháb", "Horáková"), ("Petr Cháb", "Eva Horáková")),
        (("Cháb", "Petr Cháb"), ("Petr Cháb",)),
        (("novákové",), ("Jana Nováková",)),
        (("nikdo",), ()),
        (("Nikdo",), ()),
        # Not known: as written.
        (("odbor kultury",), ("odbor kultury",)),
        (("Most, z. s., Petr Cháb",), ("Most, z. s.", "Petr Cháb")),
        (("„tajemník a starosta“",), ("tajemník a starosta",)),
        (("člen rady",), ("člen rady",)),
    ],
)
def test_people_are_found_by_any_of_their_names(written: tuple[str, ...], names: tuple[str, ...]):
    found = understand_assignees(written, PEOPLE)
    assert (found.value, found.problems) == (names, ())


@pytest.mark.parametrize(
    ("written", "notices"),
    [
        ("Eva Horáková", ()),
        ("horakova", ("„horakova“ = Eva Horáková",)),
        ("odbor kultury", ("„odbor kultury“ není mezi známými osobami, zapsáno, jak je",)),
        (
            "Horákvá",
            ("„Horákvá“ není mezi známými osobami, zapsáno, jak je (mysleli jste Eva Horáková?)",),
        ),
    ],
)
def test_it_is_said_who_was_meant(written: str, notices: tuple[str, ...]):
    assert understand_assignees((written,), PEOPLE).notices == notices


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("odbor kultury", (("odbor kultury",), ())),
        ("Odbor Kultury", (("odbor kultury",), ("„Odbor Kultury“ = odbor kultury",))),
        ("malého", (("Karel Malý",), ("„malého“ = Karel Malý",))),
        ("Horáková", (("Eva Horáková",), ("„Horáková“ = Eva Horáková",))),
    ],
)
def test_whoever_has_a_task_already_is_known(
    written: str, expected: tuple[tuple[str, ...], tuple[str, ...]]
):
    people = PeopleNames((EVA,), ("odbor kultury", "Karel Malý", "Eva Horáková"))
    assert understand_assignees((written,), people)[:2] == expected


def test_a_name_of_two_people_is_a_problem_that_names_both():
    (problem,) = understand_assignees(("Novák",), PEOPLE).problems
    assert problem == (
        "jménu „Novák“ odpovídá víc osob: Jan Novák, Jiří Novák",
        "napište celé jméno: --kdo „Jan Novák“",
        "--kdo",
    )


def test_of_many_namesakes_the_first_are_named():
    given = ("Adam", "Alois", "Dan", "Emil", "Filip", "Ivan", "Jan")
    many = PeopleNames(KnownPerson(f"{name} Novák") for name in given)
    (problem,) = understand_assignees(("Novák",), many).problems
    assert problem.message == (
        "jménu „Novák“ odpovídá víc osob: Adam Novák, Alois Novák, Dan Novák, Emil Novák, "
        "Filip Novák a další (2)"
    )


@pytest.mark.parametrize("written", [("",), (" , ",), ("@",), ("nikdo", "Cháb"), ("Cháb, nikdo",)])
def test_nobody_beside_somebody_is_a_problem(written: tuple[str, ...]):
    (problem,) = understand_assignees(written, PEOPLE).problems
    assert problem.option == "--kdo"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  volal\n\tpan\u00a0Cháb \r\n", "volal pan Cháb"),
        ("a\u2028b\x85c\x1cd", "a b c d"),
        ("\x1b[31mčerveně\x00\x07", "[31mčerveně"),
        ("👩‍🌾 zahradnice", "👩‍🌾 zahradnice"),
    ],
)
def test_a_note_is_one_line_without_control_characters(text: str, line: str):
    assert one_line(text) == line
