"""Tags of HTML, which are text and get a tip."""

import re

from zapis.codes import RAW_HTML
from zapis.parse.markdown_rules.inline_state import InlineState

_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]{0,30}(?:\s[^<>]*)?/?>")
_SHOWN = 30


def raw_html(state: InlineState) -> bool:
    """Report the first tag of a text; it is never anything but text."""
    if state.silent or state.html_reported:
        return False
    found = _TAG.match(state.src, state.pos, state.posMax)
    if found:
        state.html_reported = True
        shown = found[0] if len(found[0]) <= _SHOWN else found[0][:_SHOWN] + "…"
        cure = "značku smažte a použijte Markdown, třeba **tučně**"
        message = f"HTML „{shown}“ se tiskne jako text"
        state.report(RAW_HTML, message, found.start(), found.end(), cure)
    return False
