"""Tasks of organisations and of their people."""

import pytest

from task_rows import TODAY, tasks_of
from zapis.tasks.query.filters import Filter, FilterProblem, Known, understand
from zapis.tasks.query.people import KnownPerson

PEOPLE = (
    KnownPerson("Petr Cháb", organizations=("Doléčovací centrum – Renarkon",)),
    KnownPerson("Jana Malá", organizations=("Renarkon, o. p. s.",)),
    KnownPerson("Eva Horáková", organizations=("terén – Centrum Most", "Kotva")),
    KnownPerson("Tomáš Ryšavý", organizations=("Městský úřad",)),
    KnownPerson("Vlasta Hořínková", organizations=("Městský úřad – právní oddělení",)),
    KnownPerson("Iva Tichá", organizations=("Slezská diakonie Lhota",)),
    KnownPerson("Karel Bez", organizations=("MMO",)),
)
ROWS = tasks_of(
    *("Petr Cháb", "Jana Malá", "Horáková", "Tomáš Ryšavý", "Vlasta Hořínková", "Iva Tichá"),
    *("Renarkon", "Doléčovací centrum – Renarkon", "pracovníci MMO", "odbor kultury", "Jan Nový"),
    "Anna Bílá (Kotva, z. s.)",
)
RENARKON_MEANS = (
    "Doléčovací centrum – Renarkon (Petr Cháb); Renarkon, o. p. s. (Jana Malá); Renarkon"
)
RENARKON = ("Petr Cháb", "Jana Malá", "Renarkon", "Doléčovací centrum – Renarkon")


@pytest.mark.parametrize(
    ("written", "assignees"),
    [
        ("Doléčovací centrum – Renarkon", ("Petr Cháb", "Doléčovací centrum – Renarkon")),
        ("dolecovaci centrum - renarkon", ("Petr Cháb", "Doléčovací centrum – Renarkon")),
        ("Doléčovacího centra", ("Petr Cháb", "Doléčovací centrum – Renarkon")),
        ("renarkon", RENARKON),
        ("Renarkonu", RENARKON),
        ("Renarkon, z. s.", RENARKON),
        ("Centra Most", ("Horáková",)),
        ("terénem", ("Horáková",)),
        ("Most", ("Horáková",)),
        ("Kotvě", ("Horáková", "Anna Bílá (Kotva, z. s.)")),
        ("městského úřadu", ("Tomáš Ryšavý", "Vlasta Hořínková")),
        ("MěÚ", ("Tomáš Ryšavý", "Vlasta Hořínková")),
        ("právní oddělení", ("Vlasta Hořínková",)),
        ("slezské diakonie", ("Iva Tichá",)),
        ("diakonie", ("Iva Tichá",)),
        ("MMO", ("pracovníci MMO",)),
        ("odbor kultury", ("odbor kultury",)),
    ],
)
def test_an_organization_means_itself_and_its_people(
    written: str, assignees: tuple[str, ...]
) -> None:
    understood = understand(Filter(organizations=(written,)), ROWS, Known(PEOPLE), TODAY)
    found = tuple(row.assignees[0] for row in ROWS if understood.keeps(row))
    assert found == assignees


def test_a_surname_that_others_bear_too_is_not_of_the_organization() -> None:
    known = Known((*PEOPLE, KnownPerson("Věra Horáková")))
    understood = understand(Filter(organizations=("Most",)), ROWS, known, TODAY)
    assert [row for row in ROWS if understood.keeps(row)] == []


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        (
            "renarkon",
            f"renarkon = {RENARKON_MEANS}",
        ),
        ("Kotva", "Kotva = Kotva (Eva Horáková); Anna Bílá (Kotva, z. s.)"),
        ("odbor kultury", "organizace odbor kultury"),
    ],
)
def test_a_sentence_says_which_organization_and_who_of_it_has_tasks(
    written: str, sentence: str
) -> None:
    understood = understand(Filter(organizations=(written,)), ROWS, Known(PEOPLE), TODAY)
    assert understood.sentences == (sentence,)


def test_an_organization_without_tasks_is_said_to_have_none() -> None:
    known = Known((KnownPerson("Jan Bez", organizations=("Maják",)),))
    understood = understand(Filter(organizations=("maják",)), ROWS, known, TODAY)
    assert understood.sentences == ("maják = Maják (bez úkolů)",)


@pytest.mark.parametrize(
    ("written", "message", "cure"),
    [
        (
            "Renarkom",
            "organizace „Renarkom“ v zápisech ani v úkolech není",
            "mysleli jste --organizace Renarkon?",
        ),
        (
            "Petr Cháb",
            "organizace „Petr Cháb“ v zápisech ani v úkolech není",
            'je to člověk: --kdo "Petr Cháb"',
        ),
    ],
)
def test_an_unknown_organization_is_a_problem(written: str, message: str, cure: str) -> None:
    understood = understand(Filter(organizations=(written,)), ROWS, Known(PEOPLE), TODAY)
    assert understood.problems == (FilterProblem(message, cure, "--organizace"),)


def test_words_without_letters_name_no_organization() -> None:
    known = Known((KnownPerson("Jan Bez", organizations=("Maják",)),))
    understood = understand(Filter(organizations=("???",)), (), known, TODAY)
    problem = FilterProblem(
        "organizace „???“ v zápisech ani v úkolech není", "v zápisech jsou: Maják", "--organizace"
    )
    assert understood.problems == (problem,)
