"""A quotation behind `>`; „> 50 %“ is none."""

import re

from markdown_it.rules_block import blockquote

from zapis.parse.markdown_rules.block_state import BlockState

_COMPARISON = re.compile(r">[ \t\u00a0\u202f]*\d")


def quote(state: BlockState, line: int) -> bool:
    """Read a quotation with all the blocks in it."""
    if not quote_interrupts(state, line) or not state.may_nest(line):
        return False
    start, index = state.start_of(line), len(state.tokens)
    state.place.enter()
    state.place.end = max(state.place.end, start + 1)
    blockquote(state, line, state.end_line, False)
    state.place.depth -= 1
    state.tokens[index].meta = {"span": state.span(start, state.place.end)}
    return True


def quote_interrupts(state: BlockState, line: int) -> bool:
    """Whether a line opens a quotation rather than says „more than“."""
    start, end = state.start_of(line), state.eMarks[line]
    return state.src.startswith(">", start, end) and not _COMPARISON.match(state.src, start, end)
