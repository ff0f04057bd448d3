"""People found by any of their names: whose tasks `--kdo` means."""

import pytest

from task_rows import TODAY, tasks_of
from zapis.tasks.query.filters import Filter, FilterProblem, Known, understand
from zapis.tasks.query.people import KnownPerson

PEOPLE = (
    KnownPerson("Eva Horáková", ("EH",), ("manažerka",), ("Centrum Most",)),
    KnownPerson("Petr Cháb"),
    KnownPerson("Jana Nováková"),
    KnownPerson("Tomáš Ryšavý", functions=("tajemník MěÚ",)),
    KnownPerson("Ludmila Ryšavá", functions=("starostka",)),
    KnownPerson("Eva Malá"),
    KnownPerson("Jan Novák"),
    KnownPerson("Petr Novák"),
    KnownPerson("Zuzana Krejčí"),
)
ROWS = tasks_of(
    *("Eva Horáková", "Horáková", "Evy Horákové", "Petr Cháb", "Petr Cháb/Jana Nováková"),
    *("Tomáš Ryšavý", "Ludmila Ryšavá", "tajemník MěÚ", "odbor kultury", "členové"),
    *("Jan Novák", "Petr Novák", "Novák", "Karel Dvořák", "Ing. Olga Bílá", "správa bytů"),
    *("Odelle Kuzníková", "Kuzníková", "pracovníci MMO", "kuzník", ""),
)


def assignees_of(*written: str) -> tuple[str, ...]:
    """The assignees of the tasks that are meant, „/“ between those of one task."""
    understood = understand(Filter(people=written), ROWS, Known(PEOPLE), TODAY)
    return tuple("/".join(row.assignees) for row in ROWS if understood.keeps(row))


EVA = ("Eva Horáková", "Horáková", "Evy Horákové")


@pytest.mark.parametrize(
    ("written", "assignees"),
    [
        ("Jana Nováková", ("Petr Cháb/Jana Nováková",)),
        ("novakova", ("Petr Cháb/Jana Nováková",)),
        ("Novákové", ("Petr Cháb/Jana Nováková",)),
        ("Nováková Jana", ("Petr Cháb/Jana Nováková",)),
        ("paní Novákovou", ("Petr Cháb/Jana Nováková",)),
        ("chabovi", ("Petr Cháb", "Petr Cháb/Jana Nováková")),
        ("J. Nováková", ("Petr Cháb/Jana Nováková",)),
        # Names of the tracker alone.
        ("ing. dvorak", ("Karel Dvořák",)),
        ("Karla Dvořáka", ("Karel Dvořák",)),
        ("Bílé", ("Ing. Olga Bílá",)),
        ("Olga Bílá", ("Ing. Olga Bílá",)),
        ("kuzníkové", ("Odelle Kuzníková", "Kuzníková")),
        ("kuzník", ("kuzník",)),
        # Other forms typed into the tracker.
        ("Eva Horáková", EVA),
        ("Evě Horákové", EVA),
        ("horakova", EVA),
        ("EH", EVA),
        # A first name that only one of the people with tasks has.
        ("eva", EVA),
        ("Ludmile", ("Ludmila Ryšavá",)),
        # Gender counts.
        ("Ryšavý", ("Tomáš Ryšavý",)),
        ("Ryšavé", ("Ludmila Ryšavá",)),
        # Functions, of assignees and of people.
        ("starostka", ("Ludmila Ryšavá",)),
        ("starostce", ("Ludmila Ryšavá",)),
        ("tajemníkovi", ("Tomáš Ryšavý", "tajemník MěÚ")),
        ("pan tajemník MěÚ", ("Tomáš Ryšavý", "tajemník MěÚ")),
        # Groups.
        ("členové", ("členové",)),
        ("clenum", ("členové",)),
        ("odboru kultury", ("odbor kultury",)),
        ("odborem", ("odbor kultury",)),
        ("kultury", ("odbor kultury",)),
        ("správě bytů", ("správa bytů",)),
        ("@„správa bytů“", ("správa bytů",)),
        ("MMO", ("pracovníci MMO",)),
        # A surname of several people means all of them, and tasks with nothing else.
        ("Novák", ("Jan Novák", "Petr Novák", "Novák")),
        ("Nováka", ("Jan Novák", "Petr Novák", "Novák")),
        # One of them has no tasks that may be another's.
        ("Jan Novák", ("Jan Novák",)),
        # Several names at once.
        ("Cháb, Krejčí", ("Petr Cháb", "Petr Cháb/Jana Nováková")),
        ("Dvořák a členové", ("členové", "Karel Dvořák")),
        ("nikdo", ("",)),
        ("Zuzana Krejčí", ()),
    ],
)
def test_a_person_is_found_by_any_name(written: str, assignees: tuple[str, ...]) -> None:
    assert assignees_of(written) == assignees


def test_of_several_names_any_counts() -> None:
    assert assignees_of("Dvořák", "členové") == ("členové", "Karel Dvořák")


def test_surnames_that_differ_in_diacritics_are_two_people() -> None:
    rows = tasks_of("Jan Kolar", "Petr Kolář")
    understood = understand(Filter(people=("Kolář",)), rows, Known(), TODAY)
    assert [row for row in rows if understood.keeps(row)] == [rows[1]]


def test_a_surname_in_a_list_is_the_only_person_who_bears_it() -> None:
    rows = tasks_of("Eva Horáková")
    known = Known((KnownPerson("Horáková", functions=("tajemnice",)),))
    understood = understand(Filter(people=("tajemnice",)), rows, known, TODAY)
    assert [row for row in rows if understood.keeps(row)] == list(rows)


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("Novákové", "Novákové = Jana Nováková"),
        ("Jana Nováková", "řeší Jana Nováková"),
        ("novak", "novak = Jan Novák, Petr Novák (všichni toho jména)"),
        ("Eva", "Eva = Eva Horáková (jiní toho jména nemají úkoly)"),
        ("starostce", "starostce = Ludmila Ryšavá (podle funkce)"),
        ("odboru kultury", "odboru kultury = odbor kultury"),
        ("Krejčí", "Krejčí = Zuzana Krejčí (bez úkolů)"),
        ("nikdo", "nikdo = úkoly bez řešitele"),
        ("Cháb, Krejčí", "Cháb = Petr Cháb; Krejčí = Zuzana Krejčí (bez úkolů)"),
        (
            "Jan Novák",
            "řeší Jan Novák (bez úkolů psaných jen „Novák“, to může být i Petr Novák)",
        ),
    ],
)
def test_a_sentence_says_who_is_meant(written: str, sentence: str) -> None:
    understood = understand(Filter(people=(written,)), ROWS, Known(PEOPLE), TODAY)
    assert understood.sentences == (sentence,)


@pytest.mark.parametrize(
    ("written", "message", "cure"),
    [
        (
            "Petr",
            "jménu „Petr“ odpovídá víc lidí: Petr Cháb, Petr Novák",
            'napište --kdo "Petr Cháb" nebo --kdo "Petr Novák"',
        ),
        (
            "Ryšvaý",
            "nikdo jménem „Ryšvaý“ v zápisech ani v úkolech není",
            'mysleli jste --kdo "Tomáš Ryšavý" nebo --kdo "Ludmila Ryšavá"?',
        ),
        (
            "Centru Most",
            "nikdo jménem „Centru Most“ v zápisech ani v úkolech není",
            'je to organizace: --organizace "Centru Most"',
        ),
        (
            "Xaver",
            "nikdo jménem „Xaver“ v zápisech ani v úkolech není",
            "kdo má úkoly, vypíše zapis ukoly souhrn",
        ),
        (" ", "hodnota je prázdná", "napište ji, nebo --kdo vynechte"),
    ],
)
def test_whoever_is_not_found_is_a_problem(written: str, message: str, cure: str) -> None:
    understood = understand(Filter(people=(written,)), ROWS, Known(PEOPLE), TODAY)
    assert understood.problems == (FilterProblem(message, cure, "--kdo"),)


def test_a_first_name_of_several_people_means_tasks_with_nothing_else() -> None:
    rows = tasks_of("Eva", "Eva Horáková", "Eva Malá")
    understood = understand(Filter(people=("Evě",)), rows, Known(PEOPLE), TODAY)
    kept = [row for row in rows if understood.keeps(row)]
    assert (kept, understood.sentences) == ([rows[0]], ("Evě = Eva",))


def test_a_name_that_means_nobody_lets_nothing_through() -> None:
    assert assignees_of("Xaver") == ()
