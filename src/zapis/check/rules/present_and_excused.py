"""Nobody is present and excused at once."""

from collections.abc import Iterator

from zapis import codes
from zapis.check.surroundings import Surroundings
from zapis.czech.folding import fold
from zapis.diagnostics import Diagnostic, Label
from zapis.model.meeting import Meeting
from zapis.model.person import Person


def check(meeting: Meeting, _surroundings: Surroundings) -> Iterator[Diagnostic]:
    """Persons who are among those present and among those who were not there."""
    here: dict[str, Person] = {}
    for people in meeting.attendance:
        if people.role == "present":
            here.update((fold(person.name), person) for person in people.persons)
    for people in meeting.attendance:
        if people.role not in {"excused", "absent", "unexcused"}:
            continue
        for person in people.persons:
            if (other := here.get(fold(person.name))) and not (person.note or other.note):
                yield _report(person, other, people.label)


def _report(person: Person, other: Person, label: str) -> Diagnostic:
    message = f"„{person.name}“ je mezi přítomnými i pod „{label}“"
    labels = (Label(other.span, "zde mezi přítomnými"),) if other.span else ()
    cure = "smažte jméno z jednoho seznamu, nebo připište, kdy přišel či odešel: (od 9.30)"
    return Diagnostic(codes.PRESENT_AND_EXCUSED, message, person.span, cure, labels)
