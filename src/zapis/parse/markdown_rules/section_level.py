"""Which headings make sections, and so end the blocks that are open."""

from zapis.parse.markdown_rules.block_line import read_block_line
from zapis.parse.markdown_rules.block_state import BlockState
from zapis.parse.markdown_rules.heading_marks import read_marks

Levels = list[int]


def section_level(state: BlockState) -> int:
    """The level of sections: the highest that stands outside of closed blocks, else 1.

    **Why:** a heading inside of a group belongs to the group, unless the author has forgotten to
    close that; so blocks are matched first and headings in unmatched ones count.
    """
    if state.place.section_level is None:
        state.place.section_level = min(_levels_outside(state), default=1)
    return state.place.section_level


def _levels_outside(state: BlockState) -> Levels:
    outside: Levels = []
    opened: list[tuple[str, Levels]] = []
    for line in range(state.lineMax):
        if line in state.block_lines:
            _match_block(state, line, opened)
        elif state.first_character(line) == "#" and (marks := read_marks(state, line)):
            levels = opened[-1][1] if opened else outside
            levels.append(len(marks[0]))
    return outside + [level for _, levels in opened for level in levels]


def _match_block(state: BlockState, line: int, opened: list[tuple[str, Levels]]) -> None:
    block = read_block_line(state.src, state.start_of(line), state.eMarks[line])
    ends_sibling = bool(opened) and block.name == "group" == opened[-1][0]
    if opened and (ends_sibling or not block.word):
        opened.pop()
    if block.word:
        opened.append((block.name, []))
