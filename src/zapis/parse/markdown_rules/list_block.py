"""Lists: bulleted, numbered with the author's own numbers, and a) b) c)."""

from markdown_it.token import Token

from zapis.parse.markdown_rules.block_state import SPACES, BlockState, Numbering
from zapis.parse.markdown_rules.list_marker import Marker, read_marker
from zapis.parse.markdown_rules.list_start import is_next_item, may_interrupt, may_start
from zapis.parse.markdown_rules.thematic_break import thematic_break_interrupts

_WIDEST_INDENT = 4


def list_block(state: BlockState, line: int) -> bool:
    """Read a list with all its items."""
    marker = read_marker(state, line)
    if marker is None or not may_start(state, line, marker) or not state.may_nest(line):
        return False
    opening = state.open("list_open", marker.start, style=marker.style, tight=True)
    opening.meta["delimiter"] = "." if marker.number is None else marker.delimiter
    numbering = Numbering(marker.style, marker.delimiter, marker.number or 0)
    state.place.depth += 1
    state.place.lists.append(numbering)
    _read_items(state, line, marker, opening)
    state.place.lists.pop()
    state.place.depth -= 1
    state.close("list_close", opening)
    if marker.number is not None:
        numbers = state.place.numberings.setdefault(state.place.depth, {})
        numbers[marker.style, marker.delimiter] = numbering.number
    return True


def list_interrupts(state: BlockState, line: int) -> bool:
    """Whether a list may follow a paragraph without a blank line."""
    marker = read_marker(state, line)
    return marker is not None and may_interrupt(state, line, marker)


def _read_items(state: BlockState, line: int, first: Marker, opening: Token) -> None:
    end_line, numbering = state.end_line, state.place.lists[-1]
    marker: Marker | None = first
    while marker:
        numbering.number = marker.number or 0
        _read_item(state, line, end_line, marker, opening)
        line = state.line
        marker = _next_marker(state, line, end_line, numbering)
        if marker and state.isEmpty(line - 1):
            opening.meta["tight"] = False


def _next_marker(state: BlockState, line: int, end_line: int, last: Numbering) -> Marker | None:
    if line >= end_line or state.is_outdented(line):
        return None
    marker = read_marker(state, line)
    if marker is None or not marker.continues(last.style, last.delimiter):
        return None
    if marker.number is None:
        return None if thematic_break_interrupts(state, line) else marker
    if marker.number == 1 < last.number:
        return None
    return marker if is_next_item(state, line, marker, last.number) else None


def _read_item(state: BlockState, line: int, end_line: int, marker: Marker, opening: Token) -> None:
    item = state.open("item_open", marker.start, number=marker.number)
    state.place.end = max(state.place.end, marker.end)
    state.place.numberings.pop(state.place.depth, None)
    saved = (state.blkIndent, state.tShift[line], state.sCount[line], state.tight)
    _enter(state, line, marker)
    state.place.item_line = line
    state.tight = True
    if state.isEmpty(line) and state.isEmpty(line + 1):
        # An item without text does not reach over the blank line behind it.
        state.line = min(line + 2, end_line)
    else:
        state.md.block.tokenize(state, line, end_line)
    if not state.tight:
        opening.meta["tight"] = False
    state.blkIndent, state.tShift[line], state.sCount[line], state.tight = saved
    state.close("item_close", item)


def _enter(state: BlockState, line: int, marker: Marker) -> None:
    """Move the start of the line behind the marker, and the margin to the item's text."""
    start, end = state.start_of(line), state.eMarks[line]
    width = state.sCount[line] + marker.end - start
    pos, column = marker.end, width
    while pos < end and state.src[pos] in SPACES:
        column += 4 - (column + state.bsCount[line]) % 4 if state.src[pos] == "\t" else 1
        pos += 1
    gap = column - width
    margin = width + (gap if pos < end and 0 < gap <= _WIDEST_INDENT else 1)
    state.blkIndent = _shallow_margin(state, line, margin)
    state.tShift[line] = pos - state.bMarks[line]
    state.sCount[line] = max(column, state.blkIndent)


def _shallow_margin(state: BlockState, line: int, margin: int) -> int:
    """The margin of an item whose next line is indented less than its text, yet indented.

    **Why:** below `10. text` people indent by two spaces, where CommonMark wants four.
    """
    following = line + 1
    while following < state.lineMax and state.isEmpty(following):
        following += 1
    indent = state.sCount[following]
    if following >= state.lineMax or not state.sCount[line] + 2 <= indent < margin:
        return margin
    marker = read_marker(state, following)
    return margin if marker and marker.number is not None else indent
