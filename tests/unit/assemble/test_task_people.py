"""Who a task may name, and who wins where several fit."""

import pytest

from zapis.assemble.task_people import PeopleIndex, build_people_index
from zapis.model.meeting import AgendaItem, Meeting
from zapis.model.person import People, Person, Signature
from zapis.model.settings import Series, Settings


def index(
    *present: Person,
    members: tuple[Person, ...] = (),
    known: tuple[Person, ...] = (),
    **changes: object,
) -> PeopleIndex:
    meeting = Meeting(
        "m",
        "m.md",
        series=Series("bc", members=members),
        attendance=(People("present", "Přítomni", present),),
        **changes,  # type: ignore[arg-type]
    )
    return build_people_index(meeting, Settings(persons=known))


def found(people: PeopleIndex, words: str) -> list[str]:
    return [people.persons[own].full_name for own in people.find(words)]


def test_the_file_comes_first_then_the_series_then_the_settings() -> None:
    people = index(
        Person("Jan Novák"), members=(Person("Petr Novák"),), known=(Person("Eva Malá"),)
    )
    assert [found(people, words) for words in ("Novák", "Petra Nováka", "Malá")] == [
        ["Jan Novák"],
        ["Petr Novák"],
        ["Eva Malá"],
    ]


def test_a_longer_name_wins_over_a_given_name_of_the_file() -> None:
    people = index(Person("Eva Malá"), known=(Person("Eva Horáková"),))
    assert people.match_at("@Evě Horákové pošle", 1) == (13, (1,))


def test_one_person_named_twice_is_one() -> None:
    people = index(
        Person("Eva Malá"),
        signatures=(Signature("recorder", "Zapsala", Person("Eva Malá", ("Mgr.",))),),
        officers=(People("chair", "Předsedala", (Person("Malá"),)),),
        on_behalf_of=(Person("Eva Malá", role="manažerka"),),
    )
    assert (found(people, "Malá"), found(people, "manažerce")) == (["Eva Malá"], ["Eva Malá"])


def test_namesakes_of_two_organisations_are_two() -> None:
    people = index(
        Person("Jan Novák", organization="Most"), Person("Jan Novák", organization="Kotva")
    )
    assert found(people, "Jan Novák") == ["Jan Novák", "Jan Novák"]


def test_a_surname_alone_is_completed_by_who_is_known_better() -> None:
    people = index(Person("Malá"), known=(Person("Eva Malá"),))
    assert found(people, "Malé") == ["Eva Malá"]


@pytest.mark.parametrize(
    ("roles", "words", "names"),
    [
        (("starosta města", "tajemník"), "starostovi", ["Jan Novák"]),
        (("starosta města", "tajemník"), "starosta města", ["Jan Novák"]),
        (("člen", "člen"), "člen", []),
        (("člen", "předseda"), "předsedovi", ["Eva Malá"]),
    ],
)
def test_a_function_names_whoever_alone_has_it(
    roles: tuple[str, str], words: str, names: list[str]
) -> None:
    people = index(Person("Jan Novák", role=roles[0]), Person("Eva Malá", role=roles[1]))
    assert found(people, words) == names


def test_aliases_and_presenters_of_the_agenda_are_known() -> None:
    people = index(
        known=(Person("Eva Malá", aliases=("EM",)),),
        agenda=(AgendaItem(1, "Rozpočet", presenter="Ing. Karel Dub (odbor financí)"),),
    )
    assert (found(people, "EM"), found(people, "Karlu Dubovi")) == (["Eva Malá"], ["Karel Dub"])


def test_without_anybody_nobody_is_found() -> None:
    people = index()
    assert (people.persons, people.find("Malá"), people.match_at("@Malá", 1)) == ((), (), None)
