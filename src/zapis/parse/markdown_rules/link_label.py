"""The end of a label in brackets."""

from zapis.parse.markdown_rules.inline_state import InlineState


def find_label_end(state: InlineState, start: int) -> int:
    """The place of the `]` that closes the `[` at `start`, or -1.

    A label that contains a link is noted in `state.unlinkable`. Brackets within code, addresses and
    the like do not count, as CommonMark has it.
    """
    before, state.pos = state.pos, start + 1
    depth, found = 1, -1
    while state.pos < state.posMax:
        at, char = state.pos, state.src[state.pos]
        if char == "]":
            depth -= 1
            if depth == 0:
                found = at
                break
        state.md.inline.skipToken(state)
        if char == "[":
            if state.pos == at + 1:
                depth += 1
            elif at in state.linked:
                state.unlinkable.add(start)
    state.pos = before
    return found
