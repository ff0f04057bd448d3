"""Lines of a body are found as the Markdown library finds them."""

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from zapis.parse.markdown_rules.block_state import BlockState
from zapis.parse.markdown_rules.notes import Notes

_PARSER = MarkdownIt("zero")
_NAMES = ("bMarks", "eMarks", "tShift", "sCount", "bsCount", "lineMax")


def lines(state: StateBlock) -> dict[str, object]:
    """Where the lines are and how far they are indented."""
    return {name: getattr(state, name) for name in _NAMES}


@given(st.text("ab \t\n>-", max_size=40))
@settings(max_examples=100)
def test_lines_and_their_indents_are_those_of_the_library(text: str) -> None:
    own = BlockState(text, _PARSER, Notes(), 0)
    assert lines(own) == lines(StateBlock(text, _PARSER, {}, []))
