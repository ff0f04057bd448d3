"""A line `Label:` or `Label: value` inside an activity card, which opens a field."""

import re

from zapis.parse.markdown_rules.block_state import BlockState
from zapis.parse.markdown_rules.paragraph import read_lines

_LABEL = re.compile(
    r"(\*\*|__)?([^\W\d_][^:\n*]{0,59}?)[ \u00a0]?(\*\*|__)?:(\*\*|__)?(?=[ \t\u00a0\u202f]|$)",
    re.MULTILINE,
)


def card_label(state: BlockState, line: int) -> bool:
    """Read a label and the value behind it, which goes on over the lines below."""
    found = _read_label(state, line)
    if found is None:
        return False
    state.leaf("field_label", found.start(2), found.end(2), label=found[2])
    start, end = found.end(), state.eMarks[line]
    while start < end and state.src[start].isspace():
        start += 1
    if start >= end:
        state.line = line + 1
        return True
    state.place.label_line = line
    text = read_lines(state, line, start)
    state.leaf("paragraph", start, text.offset(len(text.text)) - state.base, text=text)
    return True


def card_label_interrupts(state: BlockState, line: int) -> bool:
    """Whether a label may follow without a blank line: behind a list, or another label's line."""
    place = state.place
    if not place.blocks or not (state.is_outdented(line) or place.label_line == line - 1):
        return False
    return place.is_card and _match(state, line) is not None


def _read_label(state: BlockState, line: int) -> re.Match[str] | None:
    place = state.place
    return _match(state, line) if place.blocks and not place.depth and place.is_card else None


def _match(state: BlockState, line: int) -> re.Match[str] | None:
    found = _LABEL.match(state.src, state.start_of(line), state.eMarks[line])
    if found is None or not found[2][0].isupper():
        return None
    is_opened, is_closed = bool(found[1]), bool(found[3] or found[4])
    return found if is_opened == is_closed else None
