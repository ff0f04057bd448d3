"""Literal lines between fences of backticks or tildes."""

from markdown_it.rules_block import fence

from zapis.parse.markdown_rules.block_state import BlockState


def code_fence(state: BlockState, line: int) -> bool:
    """Read literal lines; a fence that is never closed reaches to the end of its container."""
    if not fence(state, line, state.end_line, False):
        return False
    token = state.tokens.pop()
    end = state.eMarks[state.line - 1]
    language = token.info.split(maxsplit=1)[0] if token.info.strip() else ""
    state.leaf("code", state.start_of(line), end, text=token.content, language=language)
    return True


def code_fence_interrupts(state: BlockState, line: int) -> bool:
    """Whether a line opens a fence."""
    return fence(state, line, state.end_line, True)
