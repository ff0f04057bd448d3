"""A horizontal line of three or more `-`, `*` or `_`; under a text it makes no heading."""

from markdown_it.rules_block import hr

from zapis.parse.markdown_rules.block_state import BlockState


def thematic_break(state: BlockState, line: int) -> bool:
    """Read a horizontal line."""
    if not hr(state, line, state.end_line, False):
        return False
    state.tokens.pop()
    state.leaf("rule", state.start_of(line), state.eMarks[line])
    return True


def thematic_break_interrupts(state: BlockState, line: int) -> bool:
    """Whether a line is a horizontal one."""
    return hr(state, line, state.end_line, True)
