"""Entities such as `&nbsp;` and `&#167;`, which are decoded."""

from markdown_it.rules_inline import entity as read_entity

from zapis.parse.markdown_rules.inline_state import InlineState


def entity(state: InlineState) -> bool:
    """Read an entity that HTML knows; any other `&` is text."""
    return read_entity(state, state.silent)
