"""People gathered from meetings and settings."""

from types import MappingProxyType

import pytest

from zapis.model.meeting import Meeting
from zapis.model.person import People, Person, Signature
from zapis.model.settings import Series, Settings
from zapis.tasks.query.people import KnownPerson, merge_people, people_of, people_of_settings


def meeting_with(*persons: Person) -> Meeting:
    return Meeting("m", "m.md", attendance=(People("attendees", "Přítomni", persons),))


def test_people_of_lists_officers_and_signatures_are_known() -> None:
    meeting = Meeting(
        "m",
        "m.md",
        officers=(People("chair", "Předsedal", (Person("Jan Novák"),)),),
        attendance=(People("attendees", "Přítomni", (Person("Eva Horáková"),)),),
        signatures=(Signature("recorder", "Zapsala", Person("Iva Malá")),),
        on_behalf_of=(Person("Petr Cháb"),),
    )
    names = tuple(person.name for person in people_of(meeting))
    assert names == ("Eva Horáková", "Jan Novák", "Iva Malá", "Petr Cháb")


@pytest.mark.parametrize(
    ("person", "known"),
    [
        (Person("Eva  Horáková"), KnownPerson("Eva Horáková")),
        (Person("Eva Horakova\u0301"), KnownPerson("Eva Horaková")),
        (
            Person("Eva Malá", role="manažerka, garantka"),
            KnownPerson("Eva Malá", functions=("manažerka", "garantka")),
        ),
        (Person("Eva Malá", aliases=("EM",)), KnownPerson("Eva Malá", ("EM",))),
        (
            Person("Eva Malá", organization="Most", unit="terén"),
            KnownPerson("Eva Malá", organizations=("Most – terén",)),
        ),
        (
            Person("Eva Malá", organization="Most", unit="terén", affiliation="terén – Most"),
            KnownPerson("Eva Malá", organizations=("terén – Most",)),
        ),
    ],
)
def test_what_a_list_says_of_a_person_is_kept(person: Person, known: KnownPerson) -> None:
    assert people_of(meeting_with(person)) == (known,)


def test_a_person_without_a_name_is_nobody() -> None:
    assert people_of(meeting_with(Person(" "))) == ()


def test_one_name_is_one_person_with_all_that_is_known() -> None:
    merged = merge_people(
        (
            KnownPerson("Eva Malá", (), ("členka",), ("Most",)),
            KnownPerson("Jan Novák"),
            KnownPerson("Eva Malá", ("EM",), ("členka", "manažerka"), ("Kotva",)),
        )
    )
    eva = KnownPerson("Eva Malá", ("EM",), ("členka", "manažerka"), ("Most", "Kotva"))
    assert merged == (eva, KnownPerson("Jan Novák"))


def test_settings_know_persons_and_members_of_series() -> None:
    series = Series("bc", members=(Person("Petr Cháb"), Person("Eva Malá")))
    settings = Settings(
        persons=(Person("Eva Malá", role="starostka"),), series=MappingProxyType({"bc": series})
    )
    known = people_of_settings(settings)
    assert known == (KnownPerson("Eva Malá", functions=("starostka",)), KnownPerson("Petr Cháb"))
