"""A template that is asked for is there."""

from collections.abc import Iterator

from zapis import codes
from zapis.check.surroundings import Surroundings
from zapis.diagnostics import Diagnostic
from zapis.model.meeting import Meeting

BUILT_IN = ("zapis",)


def check(meeting: Meeting, _surroundings: Surroundings) -> Iterator[Diagnostic]:
    """The template of the meeting or of its series against those that there are."""
    if meeting.template and meeting.template not in BUILT_IN:
        message = f"šablona „{meeting.template}“ neexistuje"
        cure = "smažte řádek sablona, použije se vestavěná šablona „zapis“"
        yield Diagnostic(codes.UNKNOWN_TEMPLATE, message, meeting.spans.get("template"), cure)
