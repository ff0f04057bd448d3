"""Asterisks and underscores around emphasized words; „2*3“ and „2*denně“ are no emphasis."""

from markdown_it.rules_inline.state_inline import Delimiter

from zapis.parse.markdown_rules.inline_state import InlineState

_DIGITS = frozenset("0123456789")


def emphasis(state: InlineState) -> bool:
    """Read a run of `*` or `_`; which of them belong together is decided at the end."""
    if state.silent:
        return False
    start, marker = state.pos, state.src[state.pos]
    scanned = state.scanDelims(start, marker == "*")
    can_open, can_close = scanned.can_open, scanned.can_close
    if marker == "*" and scanned.length == 1 and start and state.src[start - 1] in _DIGITS:
        can_open = False
        can_close = can_close and state.src[start + 1 : start + 2] not in _DIGITS
    if not (can_open or can_close):
        state.append_pending(marker * scanned.length)
        state.pos += scanned.length
        return True
    for _ in range(scanned.length):
        token = state.push("text", "", 0)
        token.content = marker
        state.pos += 1
        token.map = [state.pos - 1, state.pos]
        state.delimiters.append(
            Delimiter(ord(marker), scanned.length, len(state.tokens) - 1, -1, can_open, can_close)
        )
    return True
