"""Two tildes around words crossed out."""

from markdown_it.rules_inline.state_inline import Delimiter

from zapis.parse.markdown_rules.inline_state import InlineState


def strikethrough(state: InlineState) -> bool:
    """Read a run of tildes, two by two; the odd one is text."""
    if state.silent:
        return False
    scanned = state.scanDelims(state.pos, True)
    if scanned.length % 2:
        _push(state, "~")
    for _ in range(scanned.length // 2):
        _push(state, "~~")
        state.delimiters.append(
            Delimiter(ord("~"), 0, len(state.tokens) - 1, -1, scanned.can_open, scanned.can_close)
        )
    return True


def _push(state: InlineState, text: str) -> None:
    token = state.push("text", "", 0)
    token.content = text
    state.pos += len(text)
    token.map = [state.pos - len(text), state.pos]
