"""Whether a marker starts a list, or only looks like one."""

import re

from zapis.parse.markdown_rules.block_state import BlockState
from zapis.parse.markdown_rules.date_line import begins_with_date, begins_with_day
from zapis.parse.markdown_rules.list_marker import TYPED_BULLETS, Marker, read_marker

_LONGEST_ITEM = 200
_NO_ITEM = frozenset("#>:`~|")
_BULLET_LINE = re.compile(
    r"[ \t\u00a0\u202f>]*[-*+·•▪–●◦‣■\uf0b7\uf0a7\uf0d8\uf0fc][ \t\u00a0\u202f\[]"
)


def may_start(state: BlockState, line: int, marker: Marker) -> bool:
    """Whether a list may start on a line that starts a block anyway.

    A number that begins a date never starts a list. A number other than 1 does when it goes on
    from the list before, or when another item follows. A lone dash says „nothing“.
    """
    if marker.number is None:
        return _has_text(state, line, marker)
    if _is_date(state, line, marker):
        return False
    if marker.number == 1 or _goes_on(state, marker):
        return True
    return _following_number(state, line, marker) is not None


def may_interrupt(state: BlockState, line: int, marker: Marker) -> bool:
    """Whether a list may start right behind a line of a paragraph.

    Behind the text of an item, another item of any list around it may. Otherwise pasted bullets
    need a colon or another bullet in the line before, and numbers a colon or another item: text
    wraps at „1. ročník“, too.
    """
    is_outdented = state.is_outdented(line)
    if not is_outdented and not state.src[marker.end : state.eMarks[line]].strip():
        return False
    if marker.number is None:
        is_typed = state.src[marker.start] in TYPED_BULLETS
        return is_outdented or is_typed or _announces_list(state, line - 1, marker)
    if is_outdented and _belongs_to_outer_list(state, line, marker):
        return True
    if _is_date(state, line, marker):
        return False
    if _goes_on(state, marker):
        return True
    if _following_number(state, line, marker) is not None:
        return True
    return marker.number == 1 and _announces_list(state, line - 1, marker)


def _has_text(state: BlockState, line: int, marker: Marker) -> bool:
    if state.src[marker.end : state.eMarks[line]].strip():
        return True
    return not state.isEmpty(line + 1) and state.sCount[line + 1] > state.sCount[line]


def _announces_list(state: BlockState, line: int, marker: Marker) -> bool:
    """Whether a line ends with a colon, or has a marker itself."""
    text = state.src[state.bMarks[line] : state.eMarks[line]].rstrip(" \t*_\u00a0")
    if text.endswith(":"):
        return True
    return state.place.item_line == line or (
        marker.number is None and _BULLET_LINE.match(text) is not None
    )


def _belongs_to_outer_list(state: BlockState, line: int, marker: Marker) -> bool:
    return any(
        marker.continues(outer.style, outer.delimiter)
        and is_next_item(state, line, marker, outer.number)
        for outer in state.place.lists
    )


def is_next_item(state: BlockState, line: int, marker: Marker, last: int) -> bool:
    """Whether a marker behind an item marks another one, rather than a date."""
    if marker.style != "decimal":
        return True
    start, end = marker.start, state.eMarks[line]
    if begins_with_date(state.src, start, end):
        return False
    return not begins_with_day(state.src, start, end) or marker.number == last + 1


def _goes_on(state: BlockState, marker: Marker) -> bool:
    return state.place.goes_on(marker.style, marker.delimiter, marker.number)


def _is_date(state: BlockState, line: int, marker: Marker) -> bool:
    """A day and month without a year are a date unless the next number follows."""
    if marker.style != "decimal":
        return False
    start, end = marker.start, state.eMarks[line]
    if not begins_with_day(state.src, start, end):
        return False
    if begins_with_date(state.src, start, end):
        return True
    return _following_number(state, line, marker) != (marker.number or 0) + 1


def _following_number(state: BlockState, line: int, marker: Marker) -> int | None:
    """The number of the next item, if one follows at the same indent before other text.

    A lower number starts another list.
    """
    is_lazy = True
    for following in range(line + 1, min(state.lineMax, line + _LONGEST_ITEM)):
        if state.isEmpty(following):
            is_lazy = False
            continue
        if state.sCount[following] > state.sCount[line] + 1:
            continue
        found = read_marker(state, following)
        if found and found.continues(marker.style, marker.delimiter):
            is_date = begins_with_day(state.src, found.start, state.eMarks[following])
            is_later = (found.number or 0) > (marker.number or 0)
            return found.number if is_later and not is_date else None
        if not is_lazy or state.first_character(following) in _NO_ITEM:
            return None
    return None
