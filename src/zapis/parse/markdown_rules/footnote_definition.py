"""The text of a footnote, `[^1]: …`, with blocks indented below it."""

import re

from zapis.parse.markdown_rules.block_state import BlockState

_DEFINITION = re.compile(r"\[\^([^\]\[\s]{1,100})\]:[ \t\u00a0\u202f]*")
_INDENT = 2


def footnote_definition(state: BlockState, line: int) -> bool:
    """Read a footnote; it is kept where it stands and printed at the end."""
    start = state.start_of(line)
    found = _DEFINITION.match(state.src, start, state.eMarks[line])
    if found is None or not state.may_nest(line):
        return False
    label = found[1]
    state.notes.defined.add(label.casefold())
    opening = state.open("footnote_open", start, label=label)
    state.place.end = found.end()
    saved = (state.bMarks[line], state.tShift[line], state.sCount[line])
    state.blkIndent += _INDENT
    state.bMarks[line], state.tShift[line] = found.end(), 0
    state.sCount[line] = state.blkIndent
    state.place.enter()
    state.md.block.tokenize(state, line, state.end_line)
    state.place.depth -= 1
    state.blkIndent -= _INDENT
    state.bMarks[line], state.tShift[line], state.sCount[line] = saved
    state.close("footnote_close", opening)
    return True


def footnote_interrupts(state: BlockState, line: int) -> bool:
    """Whether a line holds the text of a footnote."""
    start, end = state.start_of(line), state.eMarks[line]
    return _DEFINITION.match(state.src, start, end) is not None
