"""A typed line end: a soft break, or a hard one behind two spaces."""

from zapis.parse.markdown_rules.inline_state import InlineState

_HARD = 2


def newline(state: InlineState) -> bool:
    """Read a line end with the spaces around it."""
    if not state.silent:
        text = state.pending
        kept = text.rstrip(" \t")
        if len(kept) != len(text):
            state.pending = kept
        is_hard = len(text) - len(kept) >= _HARD
        state.push("hardbreak" if is_hard else "softbreak", "br", 0)
    pos = state.pos + 1
    while pos < state.posMax and state.src[pos] in " \t":
        pos += 1
    state.pos = pos
    return True
