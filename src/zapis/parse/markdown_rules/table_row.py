"""One line of a table, split into cells that know their places."""

import re

from zapis.parse.markdown_rules.block_state import BlockState
from zapis.source import MappedText

_PIPE = re.compile(r"\\?\|")
_Segment = tuple[int, int]

Row = list[MappedText]


def split_row(state: BlockState, line: int) -> Row:
    """The cells of a line; a pipe behind a backslash belongs to its cell, without the backslash."""
    src = state.src
    start = state.start_of(line)
    end = start + len(src[start : state.eMarks[line]].rstrip())
    if src[start] == "|":
        start += 1
    cells: Row = []
    segments: list[_Segment] = []
    for pipe in _PIPE.finditer(src, start, end):
        segments.append((start, pipe.start()))
        start = pipe.end() - 1
        if pipe.end() - pipe.start() == 1:
            cells.append(_make_cell(state, segments))
            segments = []
            start = pipe.end()
    if start < end or segments or not cells:
        cells.append(_make_cell(state, [*segments, (start, end)]))
    return cells


def _make_cell(state: BlockState, segments: list[_Segment]) -> MappedText:
    src = state.src
    first_start, first_end = segments[0]
    while first_start < first_end and src[first_start].isspace():
        first_start += 1
    segments[0] = (first_start, first_end)
    parts, pieces, length = [], [], 0
    for start, end in segments:
        parts.append(src[start:end])
        pieces.append((length, state.base + start))
        length += end - start
    return MappedText("".join(parts).rstrip(), tuple(pieces))
