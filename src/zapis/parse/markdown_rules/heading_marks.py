"""The `#` marks of a heading, and what only looks like them."""

import re

from zapis.parse.markdown_rules.block_state import SPACES, BlockState

_MARKS = re.compile(r"#{1,6}(?!#)")
# `#12` and `#BC-2026-01-23/2` refer to tasks; `#1. Úvod` and `#1.1 Úvod` do not.
_TASK_REFERENCE = re.compile(r"#(?:\d+(?![\d.)]|\w)|\d+[.)]?$|[A-Za-z0-9._-]{1,100}/\d)")
_GLUED = re.compile(r"[^\W_]|[„\"‚'*_(\[]")


def read_marks(state: BlockState, line: int) -> re.Match[str] | None:
    """The marks of the heading on a line, None where it is none."""
    start, end = state.start_of(line), state.eMarks[line]
    marks = _MARKS.match(state.src, start, end)
    if marks is None or not state.src[marks.end() : end].strip(SPACES + "#"):
        return None
    if state.src[marks.end()] in SPACES:
        return marks
    if _TASK_REFERENCE.match(state.src, start, end):
        return None
    return marks if _GLUED.match(state.src, marks.end(), end) else None
