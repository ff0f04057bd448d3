"""A task: an item or paragraph that opens with a box or with `Úkol:`."""

import re
from typing import NamedTuple

from zapis.parse.markdown_rules.block_state import BlockState
from zapis.parse.markdown_rules.list_marker import BULLETS
from zapis.parse.markdown_rules.paragraph import read_lines
from zapis.parse.markdown_rules.task_box import read_box
from zapis.source import MappedText

_LABEL = re.compile(
    r"(\*\*|__)?"
    r"([uú]kol(?:[ \u00a0]{0,2}č(?:\.|íslo)?[ \u00a0]{0,2}[\w./-]{1,20}"
    r"|[ \u00a0]{1,2}\d[\w./-]{0,20})?)"
    r"[ \u00a0]{0,3}(\*\*|__)?:(\*\*|__)?[ \t\u00a0\u202f]*",
    re.IGNORECASE,
)


class Opening(NamedTuple):
    """What opens a task: its box or its label, and where its text starts.

    `trailer` is the end of emphasis that encloses the whole line and does not belong to the text.
    """

    box: str
    label: str
    end: int
    unusual: bool
    trailer: str = ""


def task(state: BlockState, line: int) -> bool:
    """Read a task; its text is its first paragraph, as written."""
    start = state.start_of(line)
    opening = _read_opening(state, line)
    if opening is None:
        return False
    end, last = opening.end, state.eMarks[line]
    while end < last and state.src[end].isspace():
        end += 1
    text = read_lines(state, line, end)
    if opening.trailer:
        text = _without(text, opening.trailer)
    behind = max(text.offset(len(text.text)) - state.base, opening.end)
    state.leaf(
        "task",
        start,
        behind,
        box=opening.box,
        label=opening.label,
        unusual=opening.unusual,
        text=text,
    )
    return True


def task_interrupts(state: BlockState, line: int) -> bool:
    """Whether a task may follow a paragraph without a blank line: a box, or `Úkol:` in capitals."""
    start, end = state.start_of(line), state.eMarks[line]
    box = read_box(state.src, start, end)
    if box:
        return box.is_spaced
    label = _read_label(state.src, start, end)
    return label is not None and label.label[0].isupper()


def _read_opening(state: BlockState, line: int) -> Opening | None:
    start, end = state.start_of(line), state.eMarks[line]
    box = read_box(state.src, start, end)
    if box is None:
        return _read_label(state.src, start, end)
    is_item = state.place.item_line == line
    is_glued = is_item and state.src[start - 1] in BULLETS
    return Opening(box.state, "", box.end, unusual=not (is_item and box.is_usual) or is_glued)


def _read_label(src: str, start: int, end: int) -> Opening | None:
    """The label `Úkol:`; alone on its line it is the heading of what follows."""
    found = _LABEL.match(src, start, end)
    if found is None or not src[found.end() : end].strip():
        return None
    before, *behind = found[1] or "", found[3] or "", found[4] or ""
    label = found[2].rstrip()
    if not before:
        return None if any(behind) else Opening("", label, found.end(), unusual=False)
    if before in behind:
        return Opening("", label, found.end(), unusual=False)
    is_closed_at_end = src[found.end() : end].rstrip().endswith(before)
    return (
        Opening("", label, found.end(), unusual=False, trailer=before) if is_closed_at_end else None
    )


def _without(text: MappedText, trailer: str) -> MappedText:
    """The text without a mark at the end of its first line."""
    line, _, _ = text.text.partition("\n")
    end = len(line.rstrip())
    start = end - len(trailer)
    before = [piece for piece in text.pieces if piece[0] <= start]
    behind = [(own - len(trailer), source) for own, source in text.pieces if own >= end]
    pieces = (*before, (start, text.offset(end)), *behind)
    return MappedText(text.text[:start] + text.text[end:], pieces)
