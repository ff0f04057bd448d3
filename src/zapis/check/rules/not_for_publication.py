"""A file with something to hide is not to be published in full."""

from collections.abc import Iterator
from itertools import chain

from zapis import codes
from zapis.body import Restricted
from zapis.check.surroundings import Surroundings
from zapis.check.walk import all_blocks, all_inlines
from zapis.diagnostics import Diagnostic
from zapis.inline import Marked
from zapis.model.meeting import Meeting
from zapis.source import Span

_CURE = "vytvořený dokument nezveřejňujte, je jen pro vnitřní potřebu"


def check(meeting: Meeting, _surroundings: Surroundings) -> Iterator[Diagnostic]:
    """Whether names, spans or blocks are marked as not public."""
    if meeting.restricted:
        message = "zápis obsahuje neveřejné údaje, vytvoří se jen úplné znění (-uplne)"
        yield Diagnostic(codes.NOT_FOR_PUBLICATION, message, _first_place(meeting), _CURE)


def _first_place(meeting: Meeting) -> Span | None:
    marks = (node.span for node in all_inlines(meeting) if isinstance(node, Marked))
    blocks = (block.span for block in all_blocks(meeting) if isinstance(block, Restricted))
    places = chain(marks, blocks)
    return meeting.spans.get("redact") or min(places, key=lambda span: span.start, default=None)
