"""People as lists of meetings and settings know them, gathered over all meetings."""

from collections.abc import Iterator
from typing import TYPE_CHECKING
from unicodedata import normalize

from zapis.czech.shortening import one_line
from zapis.model.person import Person
from zapis.model.settings import Settings
from zapis.tasks.query.known_person import KnownPerson, merge_people

__all__ = [
    "KnownPerson",
    "merge_people",
    "names_of_settings",
    "people_of",
    "people_of_settings",
]

if TYPE_CHECKING:
    # Lists of tasks know people without any meeting, whose classes take long to load.
    from zapis.model.meeting import Meeting


def people_of(meeting: "Meeting") -> tuple[KnownPerson, ...]:
    """Everybody in the lists of the header, among its officers and under its signatures."""
    return merge_people(_known(person) for person in _persons_of(meeting) if person.name.strip())


def people_of_settings(settings: Settings) -> tuple[KnownPerson, ...]:
    """The people of `osoby:` and the members of all series."""
    members = (person for series in settings.series.values() for person in series.members)
    persons = (*settings.persons, *members)
    return merge_people(_known(person) for person in persons if person.name.strip())


def names_of_settings(settings: Settings) -> tuple[str, ...]:
    """Their full names, which a hand may write into the tracker."""
    return tuple(person.name for person in people_of_settings(settings))


def _persons_of(meeting: "Meeting") -> Iterator[Person]:
    for people in (*meeting.attendance, *meeting.officers):
        yield from people.persons
    yield from (signature.person for signature in meeting.signatures)
    yield from meeting.on_behalf_of


def _known(person: Person) -> KnownPerson:
    parts = (person.organization, person.unit)
    affiliation = person.affiliation or " – ".join(part for part in parts if part)
    return KnownPerson(
        one_line(normalize("NFC", person.name)),
        person.aliases,
        tuple(role for part in person.role.split(",") if (role := one_line(part))),
        (one_line(affiliation),) if affiliation else (),
    )
