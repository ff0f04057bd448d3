"""What an opening bracket may begin: a footnote reference, a link or a marked span."""

from zapis.parse.markdown_rules.footnote_reference import footnote_reference
from zapis.parse.markdown_rules.inline_state import InlineState
from zapis.parse.markdown_rules.link import link
from zapis.parse.markdown_rules.link_label import find_label_end
from zapis.parse.markdown_rules.mark import mark


def bracket(state: InlineState) -> bool:
    """Read what begins with `[`; the end of the label is looked for once for all of them."""
    if footnote_reference(state):
        return True
    label_end = find_label_end(state, state.pos)
    return label_end >= 0 and (link(state, label_end) or mark(state, label_end))
