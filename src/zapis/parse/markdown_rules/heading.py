"""A heading `# Text`, also without the space."""

from zapis.codes import HEADING_WITHOUT_SPACE
from zapis.parse.markdown_rules.block_state import SPACES, BlockState
from zapis.parse.markdown_rules.directive import close_blocks
from zapis.parse.markdown_rules.heading_marks import read_marks


def heading(state: BlockState, line: int) -> bool:
    """Read a heading; one that makes a section ends all blocks that are open."""
    marks = read_marks(state, line)
    if marks is None:
        return False
    level = len(marks[0])
    start, end = _trim(state.src, marks.end(), state.eMarks[line])
    if start == marks.end():
        _report_missing_space(state, marks.start(), end, level)
    if state.place.depth == 0:
        close_blocks(state, line, level)
        state.place.numberings.clear()
    state.leaf("heading", marks.start(), end, level=level, text=state.cut(start, end))
    state.line = line + 1
    return True


def heading_interrupts(state: BlockState, line: int) -> bool:
    """Whether a heading may follow a paragraph without a blank line: any may."""
    return read_marks(state, line) is not None


def _trim(src: str, start: int, end: int) -> tuple[int, int]:
    """The words between the marks and the closing marks, which stand behind a space."""
    while src[start] in SPACES:
        start += 1
    end = start + len(src[start:end].rstrip())
    bare = start + len(src[start:end].rstrip("#"))
    if bare < end and src[bare - 1] in SPACES:
        end = start + len(src[start:bare].rstrip())
    return start, end


def _report_missing_space(state: BlockState, start: int, end: int, level: int) -> None:
    words, marks = state.src[start + level : end], "#" * level
    message = f"nadpis „{words}“ nemá mezeru za {marks}"
    span = state.span(start, start + level)
    state.notes.report(HEADING_WITHOUT_SPACE, message, span, f"{marks} {words}")
