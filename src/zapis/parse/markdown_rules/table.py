"""A table of lines with pipes; rows may be longer than the header."""

import re

from zapis.parse.markdown_rules.block_state import BlockState
from zapis.parse.markdown_rules.table_row import split_row
from zapis.source import MappedText

_RULER = re.compile(r"(?:[|:]|-(?!\s))[|:\-\s]*")
_EMPTY = MappedText("", ((0, 0),))
_RULER_CELL = re.compile(r":?-+:?")
_PADDING_LIMIT = 65_536
"""How many cells that nobody wrote a table may get: a few kilobytes could ask for millions."""


def table(state: BlockState, line: int) -> bool:
    """Read a header, its ruler and all lines with a pipe below them."""
    aligns = _read_aligns(state, line)
    if not aligns:
        return False
    rows = [split_row(state, line)]
    written, width, following = len(rows[0]), len(rows[0]), line + 2
    while following < state.end_line and _is_row(state, following):
        row = split_row(state, following)
        written, width = written + len(row), max(width, len(row))
        if width * (len(rows) + 1) - written > _PADDING_LIMIT:
            break
        rows.append(row)
        following += 1
    state.line = following
    start, end = state.start_of(line), state.eMarks[following - 1]
    whole = [row + [_EMPTY] * (width - len(row)) for row in rows]
    aligns += [""] * (width - len(aligns))
    state.leaf("table", start, end, rows=whole, aligns=aligns[:width])
    return True


def table_interrupts(state: BlockState, line: int) -> bool:
    """Whether a table starts on a line."""
    return bool(_read_aligns(state, line))


def _is_row(state: BlockState, line: int) -> bool:
    if state.is_outdented(line) or state.isEmpty(line):
        return False
    if "|" not in state.src[state.start_of(line) : state.eMarks[line]]:
        return False
    return not state.is_interrupted(line) or state.first_character(line) == "|"


def _read_aligns(state: BlockState, line: int) -> list[str]:
    """The alignments of columns from the ruler below a line, none where there is no table."""
    ruler = line + 1
    if ruler >= state.end_line or state.is_outdented(ruler):
        return []
    start, end = state.start_of(ruler), state.eMarks[ruler]
    if start >= end or state.src[start] not in "|:-":
        return []
    header = state.src[state.start_of(line) : state.eMarks[line]]
    if "|" not in header or not _RULER.fullmatch(state.src, start, end):
        return []
    cells = [cell.strip() for cell in state.src[start:end].strip().strip("|").split("|")]
    if not all(_RULER_CELL.fullmatch(cell) for cell in cells):
        return []
    has_pipe = "|" in state.src[start:end]
    return [_align(cell) for cell in cells] if has_pipe else []


def _align(cell: str) -> str:
    left, right = cell.startswith(":"), cell.endswith(":")
    if left and right:
        return "center"
    return "left" if left else "right" if right else ""
