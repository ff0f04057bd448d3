"""A paragraph: lines up to a blank one or the start of another block."""

from zapis.parse.markdown_rules.block_state import BlockState
from zapis.parse.markdown_rules.misplaced_block import report_misplaced_block
from zapis.source import MappedText


def paragraph(state: BlockState, line: int) -> bool:
    """Read a paragraph; anything is one where no other rule applies."""
    start = state.start_of(line)
    text = read_lines(state, line, start)
    state.leaf("paragraph", start, text.offset(len(text.text)) - state.base, text=text)
    return True


def read_lines(state: BlockState, line: int, start: int) -> MappedText:
    """The text of the paragraph that starts at an offset of a line, moving behind it.

    Lines are joined by line ends and stripped of indentation; a first line without text, which
    only has a marker before `start`, is left out.
    """
    following, last = line + 1, state.lineMax
    while following < last and not state.isEmpty(following):
        # A negative indent marks a lazy line of a quote, which has been looked at.
        if state.sCount[following] >= 0 and state.is_interrupted(following):
            break
        following += 1
    state.line = following
    report_misplaced_block(state, start, state.eMarks[line])
    if following == line + 1:
        return MappedText(
            state.src[start : state.eMarks[line]].rstrip(), ((0, state.base + start),)
        )
    starts = [start, *(state.start_of(number) for number in range(line + 1, following))]
    ends = state.eMarks[line:following]
    for begin, end in zip(starts[1:], ends[1:], strict=True):
        report_misplaced_block(state, begin, end)
    if start >= ends[0]:
        starts, ends = starts[1:], ends[1:]
    return _join(state, starts, ends)


def _join(state: BlockState, starts: list[int], ends: list[int]) -> MappedText:
    parts, pieces, length = [], [], 0
    for start, end in zip(starts, ends, strict=True):
        parts.append(state.src[start:end])
        pieces.append((length, state.base + start))
        length += end - start + 1
    return MappedText("\n".join(parts).rstrip(), tuple(pieces))
