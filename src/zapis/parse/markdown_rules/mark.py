"""A marked span `[text]{.skryt}`, `{.termin}` or `{.ukol}`."""

import re

from zapis.codes import UNKNOWN_MARK
from zapis.czech.folding import fold, similar
from zapis.parse.markdown_rules.inline_state import InlineState

KINDS = ("skryt", "termin", "ukol")
_CLASS = re.compile(r"\{[ \u00a0]{0,2}(\.?)([^\s{}\[\].]{1,40})[ \u00a0]{0,2}\}")

_STRAY = re.compile(r"\{[ \u00a0]{0,2}\.([^\s{}\[\].]{1,40})[^{}\[\]\n]{0,40}\}")


def mark(state: InlineState, label_end: int) -> bool:
    """Read a marked span whose label ends at `label_end`; an unknown mark is text as written."""
    start, end = state.pos, state.posMax
    found = _CLASS.match(state.src, label_end + 1, end)
    if found is None:
        return False
    kind = fold(found[2])
    if not found[1] or kind not in KINDS:
        _report_unknown(state, found)
        return False
    if state.silent:
        if start in state.unlinkable:
            state.linked.add(start)
    else:
        token = state.push("mark_open", "span", 1)
        token.info = kind
        token.map = [start, found.end()]
        state.pos, state.posMax = start + 1, label_end
        state.md.inline.tokenize(state)
        state.push("mark_close", "span", -1)
    state.pos, state.posMax = found.end(), end
    return True


def stray_mark(state: InlineState) -> bool:
    """Report a mark that marks nothing, as its author believes it does; it is text."""
    found = None if state.silent else _STRAY.match(state.src, state.pos, state.posMax)
    if found and (kind := fold(found[1])) in KINDS:
        message = f"značka „{found[0]}“ nestojí sama hned za textem v hranatých závorkách"
        state.report(UNKNOWN_MARK, message, found.start(), found.end(), f"[text]{{.{kind}}}")
    return False


def _report_unknown(state: InlineState, found: re.Match[str]) -> None:
    name = fold(found[2])
    meant = name if name in KINDS else similar(name, KINDS)
    # Braces without a period are a mark only when the word says so.
    if state.silent or not (found[1] or meant):
        return
    known = ", ".join(f"{{.{kind}}}" for kind in KINDS)
    cure = f"{{.{meant}}}" if meant else f"známé značky jsou {known}"
    message = f"neznámá značka textu „{found[0]}“"
    state.report(UNKNOWN_MARK, message, found.start(), found.end(), cure)
