"""A link `[text](address "title")`, `[text][label]` or `[label]`."""

from zapis.parse.markdown_rules.inline_state import InlineState
from zapis.parse.markdown_rules.link_target import read_target


def link(state: InlineState, label_end: int) -> bool:
    """Read a link whose label ends at `label_end`; a link that contains another one is text."""
    start, end = state.pos, state.posMax
    if start in state.unlinkable:
        return False
    target = read_target(state, start + 1, label_end)
    if target is None:
        return False
    reference, behind = target
    if state.silent:
        state.linked.add(start)
    else:
        token = state.push("link_open", "a", 1)
        token.attrs = {"href": reference.href, "title": reference.title}
        token.map = [start, behind]
        state.pos, state.posMax = start + 1, label_end
        state.linkLevel += 1
        state.md.inline.tokenize(state)
        state.linkLevel -= 1
        state.push("link_close", "a", -1)
    state.pos, state.posMax = behind, end
    return True
