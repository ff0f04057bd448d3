"""People as they are printed: attendance with counts, signatures, who speaks for whom."""

import re
from collections.abc import Callable

from zapis.model.kinds import Kind
from zapis.model.meeting import Meeting
from zapis.model.person import People, Person, Signature
from zapis.render.views import PeopleView, SignatureView

Typeset = Callable[[str], str]

MISSING = "–"
"""What is printed where the author left a value empty."""

ATTENDANCE_ROLES = frozenset({"present", "excused", "absent", "unexcused", "guests"})
SIGNATURE_ROLES = frozenset({"recorder", "reviewer", "verifier", "approved_by"})
# „Eva Horáková a dalších 12 osob“ are more people than one.
_OTHERS = re.compile(r"\d| a (?:dal|ostatn)")
_REASON_ROLES = frozenset({"excused", "absent", "unexcused"})


def format_person(person: Person, role: str = "") -> str:
    """„Mgr. Eva Horáková, Ph.D. (Centrum Most – terén), manažerka (od 17.25)“.

    Among those who did not come the note is a reason and stands behind a dash.
    """
    text = person.full_name
    parts = (person.organization, person.unit)
    organization = person.affiliation or " – ".join(part for part in parts if part)
    if organization:
        text = f"{text} ({organization})"
    if person.role:
        text = f"{text}, {person.role}"
    if not person.note:
        return text
    return f"{text}\u00a0– {person.note}" if role in _REASON_ROLES else f"{text} ({person.note})"


def join_people(people: People) -> str:
    """All of one field in one line, with semicolons where commas already stand in a person."""
    persons = [format_person(person, people.role) for person in people.persons]
    separator = "; " if any("," in text for text in persons) else ", "
    return separator.join((*persons, people.words) if people.words else persons) or MISSING


def make_attendance(meeting: Meeting, typeset: Typeset) -> tuple[PeopleView, ...]:
    """Everybody who was there or was not, field by field; an empty field is a dash."""
    views = [_attendance(people, typeset) for people in meeting.attendance]
    views += [
        _attendance(People(item.key, item.label), typeset)
        for item in meeting.fields
        if item.key in ATTENDANCE_ROLES
    ]
    return tuple(views)


def _attendance(people: People, typeset: Typeset) -> PeopleView:
    names = tuple(typeset(format_person(person, people.role)) for person in people.persons)
    words = typeset(people.words) if people.words or names else MISSING
    return PeopleView(people.role, typeset(people.label), names, words, _count(people))


def _count(people: People) -> int | None:
    """How many persons there are, None where groups or words make it uncertain."""
    names = [person.name for person in people.persons]
    countable = all(name[:1].isupper() and not _OTHERS.search(name) for name in names)
    return len(people.persons) if people.persons and countable and not people.words else None


def make_signatures(meeting: Meeting, kind: Kind, typeset: Typeset) -> tuple[SignatureView, ...]:
    """All signatures in the author's order, then the officers that the kind asks for."""
    views = [_signature(item, kind, typeset) for item in meeting.signatures]
    views += [
        SignatureView(typeset(item.label), MISSING, "", item.key in kind.signers, item.key)
        for item in meeting.fields
        if item.key in SIGNATURE_ROLES
    ]
    signed = {item.person.name for item in meeting.signatures}
    roles = [view.role for view in views]
    for people in meeting.officers:
        if people.role in kind.signers:
            views += [
                SignatureView(typeset(people.label), typeset(format_person(person)), "", True)
                for person in people.persons
                if person.name not in signed
            ]
            roles += [people.role] * (len(views) - len(roles))
    return tuple(_ordered(views, roles, kind.signers)) if kind.signers_ordered else tuple(views)


def _ordered(
    views: list[SignatureView], roles: list[str], signers: tuple[str, ...]
) -> list[SignatureView]:
    """The signatures in the order of their roles, those without a place among them last."""
    places = {role: place for place, role in reversed(tuple(enumerate(signers)))}
    order = sorted(range(len(views)), key=lambda at: places.get(roles[at], len(signers)))
    return [views[at] for at in order]


def _signature(item: Signature, kind: Kind, typeset: Typeset) -> SignatureView:
    on = item.on.strip().removeprefix("dne ")
    name = typeset(format_person(item.person))
    line = item.role in kind.signers
    return SignatureView(typeset(item.label), name, typeset(on), line, item.role)


def make_on_behalf_label(meeting: Meeting, kind: Kind) -> str:
    """„Za PS PP“: whom the author named, else the series, else the kind of body."""
    if not meeting.on_behalf_of:
        return ""
    label = meeting.on_behalf_label
    if " " in label:
        return label if label.startswith("Za ") else f"Za {label}"
    abbreviation = meeting.series.abbreviation if meeting.series else ""
    return f"Za {abbreviation or kind.on_behalf}".rstrip()


def make_on_behalf(meeting: Meeting, typeset: Typeset) -> tuple[str, ...]:
    """Those who speak for the body, with their functions."""
    return tuple(typeset(format_person(person)) for person in meeting.on_behalf_of)
