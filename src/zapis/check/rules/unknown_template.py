"""A template that is asked for is there."""

from collections.abc import Collection, Iterator

from zapis import codes
from zapis.check.surroundings import Surroundings
from zapis.czech.folding import fold, similar
from zapis.diagnostics import Diagnostic
from zapis.model.meeting import Meeting

BUILT_IN = "zapis"
_ENDINGS = (".docx", ".html", ".dotx", ".doc")


def check(meeting: Meeting, surroundings: Surroundings) -> Iterator[Diagnostic]:
    """The template of the meeting or of its series against those that there are."""
    name = meeting.template
    if not name or name == BUILT_IN:
        return
    own = surroundings.templates()
    if name not in own:
        message = f"šablona „{name}“ ve složce sablony není"
        if "template" not in meeting.spans:
            message = f"šablona „{name}“, kterou žádá série, ve složce sablony není"
        span = meeting.spans.get("template")
        yield Diagnostic(codes.UNKNOWN_TEMPLATE, message, span, _cure(name, own))


def _cure(name: str, own: Collection[str]) -> str:
    """The name that was probably meant, else those that there are."""
    known = (*own, BUILT_IN)
    plain = fold(next((name[: -len(e)] for e in _ENDINGS if name.lower().endswith(e)), name))
    near = next((each for each in known if fold(each) == plain), None) or similar(plain, known)
    if near:
        return f"sablona: {near}"
    there = f"; jsou tu: {', '.join(own)}" if own else ""
    return f"uložte šablonu jako sablony/{name}.docx, nebo řádek sablona smažte{there}"
