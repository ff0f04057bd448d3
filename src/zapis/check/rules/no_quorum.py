"""Bodies that decide by vote need more than half of their members."""

import re
from collections.abc import Iterator, Mapping

from zapis import codes
from zapis.check.surroundings import Surroundings
from zapis.czech.folding import fold
from zapis.diagnostics import Diagnostic
from zapis.model.meeting import HeaderField, Meeting

# Zákon č. 128/2000 Sb., o obcích, § 92 odst. 3 (zastupitelstvo), § 101 odst. 2 (rada),
# § 122 odst. 3 (komise), § 118 odst. 3 (výbor).
_DECIDING = ("zastupitelstv", "rady", "komise", "vybor")
_NUMBER = re.compile(r"\s*(\d{1,4})\b")


def check(meeting: Meeting, _surroundings: Surroundings) -> Iterator[Diagnostic]:
    """Numbers of members and of those present, where the header gives both."""
    if not any(word in fold(meeting.kind) for word in _DECIDING):
        return
    fields = {item.key: item for item in meeting.fields}
    members, present = _number(fields, "member_count"), _number(fields, "present_count")
    if members and present is not None and 2 * present <= members:
        field = fields["present_count"]
        message = f"přítomno {present} z {members} členů, to k usnášení nestačí"
        cure = "opravte počty, nebo v zápisu uveďte, že jednání nebylo usnášeníschopné"
        yield Diagnostic(codes.NO_QUORUM, message, field.span, cure)


def _number(fields: Mapping[str, HeaderField], key: str) -> int | None:
    found = _NUMBER.match(fields[key].text) if key in fields else None
    return int(found[1]) if found else None
