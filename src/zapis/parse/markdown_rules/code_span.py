"""Text between backticks, which is literal."""

from markdown_it.rules_inline import backtick

from zapis.parse.markdown_rules.inline_state import InlineState


def code_span(state: InlineState) -> bool:
    """Read a code span, or a run of backticks that opens none."""
    return backtick(state, state.silent)
