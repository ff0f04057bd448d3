"""A stated number of people agrees with the names listed."""

import re
from collections.abc import Iterator

from zapis import codes
from zapis.check.surroundings import Surroundings
from zapis.czech.plurals import count
from zapis.diagnostics import Diagnostic
from zapis.model.meeting import Meeting

_NUMBER = re.compile(r"\s*(\d{1,5})\b")


def check(meeting: Meeting, _surroundings: Surroundings) -> Iterator[Diagnostic]:
    """The field „přítomno“ against the list of those present, if the list is one of names only."""
    field = next((item for item in meeting.fields if item.key == "present_count"), None)
    present = [people for people in meeting.attendance if people.role == "present"]
    if field is None or not present or any(people.words for people in present):
        return
    found = _NUMBER.match(field.text)
    listed = sum(len(people.persons) for people in present)
    if found and listed and int(found[1]) != listed:
        names = count(listed, "jméno", "jména", "jmen")
        message = f"v poli „{field.label}“ je {found[1]}, pod „{present[0].label}“ {names}"
        cure = f"{field.label}: {listed}"
        yield Diagnostic(codes.COUNT_MISMATCH, message, field.span, cure)
