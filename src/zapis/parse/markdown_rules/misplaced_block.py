"""A line of text that looks like the opening of a block `:::` but does not open one."""

import re

from zapis.codes import UNKNOWN_BLOCK
from zapis.parse.markdown_rules.block_line import read_block_line
from zapis.parse.markdown_rules.block_state import BlockState

_TWO_COLONS = re.compile(r"::[ \t\u00a0\u202f]*(?=[^\s:])")


def report_misplaced_block(state: BlockState, start: int, end: int) -> None:
    """Report a block line in a quote or an item, or one with two colons; it is printed as text.

    **Why:** the author believes that `::: neverejne` hides what is below it.
    """
    if state.src.startswith(":::", start, end):
        _report_place(state, start, end)
    elif colons := _TWO_COLONS.match(state.src, start, end):
        _report_colons(state, start, colons.end(), end)


def _report_place(state: BlockState, start: int, end: int) -> None:
    read = read_block_line(state.src, start, end)
    if not read.word:
        return
    message = f"blok „{read.word}“ uvnitř citátu nebo seznamu se tiskne jako text"
    cure = "řádky s ::: napište na začátek řádku, před citát nebo seznam a za něj"
    state.notes.report(UNKNOWN_BLOCK, message, state.span(start, read.end), cure)


def _report_colons(state: BlockState, start: int, name: int, end: int) -> None:
    line = state.src[start:end].rstrip()
    read = read_block_line(f":{line}", 0, len(line) + 1)
    if not read.name:
        return
    message = f"blok „{read.word}“ začíná jen dvěma dvojtečkami a tiskne se jako text"
    cure = f"::: {state.src[name:end].rstrip()}"
    state.notes.report(UNKNOWN_BLOCK, message, state.span(start, start + read.end - 1), cure)
