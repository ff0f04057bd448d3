"""A reference `[^1]` to a footnote."""

import re

from zapis.codes import UNDEFINED_FOOTNOTE
from zapis.parse.markdown_rules.inline_state import InlineState

_REFERENCE = re.compile(r"\[\^([^\]\[\s]{1,100})\]")


def footnote_reference(state: InlineState) -> bool:
    """Read a reference; one to a footnote that has no text stays text."""
    found = _REFERENCE.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not state.silent:
        number = state.notes.refer(found[1])
        if number is None:
            _report_undefined(state, found)
            return False
        token = state.push("footnote_ref", "", 0)
        token.meta = {"number": number}
        token.map = [found.start(), found.end()]
    state.pos = found.end()
    return True


def _report_undefined(state: InlineState, found: re.Match[str]) -> None:
    message = f"poznámka pod čarou „{found[0]}“ nemá text"
    cure = f"na konec souboru napište: {found[0]}: text poznámky"
    state.report(UNDEFINED_FOOTNOTE, message, found.start(), found.end(), cure)
