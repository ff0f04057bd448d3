"""Every item of the agenda has its record, and every heading its item."""

from collections.abc import Iterator

from zapis import codes
from zapis.check.surroundings import Surroundings
from zapis.diagnostics import Diagnostic
from zapis.inline import plain_text
from zapis.model.meeting import Meeting


def check(meeting: Meeting, _surroundings: Surroundings) -> Iterator[Diagnostic]:
    """Items that nothing in the body records, and headings that the agenda does not have."""
    if not meeting.agenda or not meeting.sections:
        return
    for item in meeting.agenda:
        if item.section is None and not item.withdrawn:
            message = f"bod programu „{item.title}“ nemá v zápisu záznam"
            cure = f"doplňte nadpis „# {item.title}“, nebo k bodu v programu připište „– staženo“"
            if len(meeting.agenda) == 1 and "," in item.title:
                cure = f"jde-li o víc bodů, napište je takto: program: [{item.title}]"
            yield Diagnostic(codes.ITEM_WITHOUT_RECORD, message, item.span, cure)
    recorded = {item.section for item in meeting.agenda}
    for index, section in enumerate(meeting.sections):
        if section.title and not section.made and index not in recorded:
            message = f"nadpis „{plain_text(section.title)}“ není v programu, tiskne se bez čísla"
            cure = f"doplňte bod do programu: - {plain_text(section.title)}"
            yield Diagnostic(codes.HEADING_NOT_IN_AGENDA, message, section.span, cure)
