"""A file with something to hide is not to be published in full."""

from collections.abc import Iterator

from zapis import codes
from zapis.check.surroundings import Surroundings
from zapis.diagnostics import Diagnostic
from zapis.model.meeting import Meeting

_CURE = "dokument nezveřejňujte; veřejnou verzi tento zapis zatím nevytváří"


def check(meeting: Meeting, _surroundings: Surroundings) -> Iterator[Diagnostic]:
    """Whether names, spans or blocks are marked as not public."""
    if meeting.restricted:
        message = "zápis obsahuje neveřejné údaje, vytváří se jen úplné znění"
        yield Diagnostic(codes.NOT_FOR_PUBLICATION, message, meeting.spans.get("redact"), _CURE)
