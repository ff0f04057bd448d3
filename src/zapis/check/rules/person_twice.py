"""Nobody stands twice in one list."""

from collections.abc import Iterator

from zapis import codes
from zapis.check.surroundings import Surroundings
from zapis.czech.folding import fold
from zapis.diagnostics import Diagnostic, Label
from zapis.model.meeting import Meeting
from zapis.model.person import Person


def check(meeting: Meeting, _surroundings: Surroundings) -> Iterator[Diagnostic]:
    """Names that one attendance list has twice; a bare surname or another affiliation is not."""
    for people in meeting.attendance:
        seen: dict[tuple[str, str], Person] = {}
        for person in people.persons:
            key = (fold(person.name), fold(person.affiliation))
            if (other := seen.setdefault(key, person)) is not person and " " in person.name:
                labels = (Label(other.span, "poprvé zde"),) if other.span else ()
                message = f"„{person.name}“ je pod „{people.label}“ dvakrát"
                cure = "smažte jedno z nich"
                yield Diagnostic(codes.PERSON_TWICE, message, person.span, cure, labels)
