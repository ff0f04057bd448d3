"""Blocks `::: name argument … :::`, which nest in each other but not in lists or quotes."""

from zapis.codes import STRAY_CLOSING, UNCLOSED_BLOCK, UNKNOWN_BLOCK
from zapis.czech.folding import similar
from zapis.diagnostics import Label
from zapis.parse.markdown_rules.block_line import BLOCK_LINE, BlockLine, read_block_line
from zapis.parse.markdown_rules.block_state import BlockState, OpenBlock
from zapis.parse.markdown_rules.section_level import section_level

_KNOWN = ("karta", "neverejne", "skupina", "skupiny", "usneseni", "zaver")
# A new one of these ends the one that is open, wherever within it the author forgot to.
_SIBLINGS = frozenset({"groups", "group", "card"})


def find_block_lines(state: BlockState) -> None:
    """Note the lines that start with `:::` and move them to the margin.

    **Why:** such a line ends every list and quote, however it is indented.
    """
    if ":::" not in state.src:
        return
    starts = {found.start() for found in BLOCK_LINE.finditer(state.src)}
    lines = frozenset(line for line in range(state.lineMax) if state.bMarks[line] in starts)
    for line in lines:
        state.sCount[line] = 0
    state.block_lines = lines


def directive(state: BlockState, line: int) -> bool:
    """Read a line that opens or closes a block."""
    if line not in state.block_lines or state.place.depth:
        return False
    state.line = line + 1
    state.place.numberings.clear()
    start = state.start_of(line)
    read = read_block_line(state.src, start, state.eMarks[line])
    if read.name:
        _open(state, start, read)
    elif read.word:
        _open_unknown(state, start, read)
    elif state.place.blocks:
        _close_last(state)
    else:
        cure = "řádek smažte, nebo před začátek bloku napište ::: a název, třeba ::: zaver"
        state.notes.report(STRAY_CLOSING, "::: nic neuzavírá", state.span(start, read.end), cure)
    return True


def directive_interrupts(state: BlockState, line: int) -> bool:
    """Whether a block line follows a paragraph, list or quote: it ends them all."""
    return line in state.block_lines


def close_blocks(state: BlockState, line: int, level: int) -> None:
    """End all open blocks before a heading, if it is one of those that make sections."""
    if not state.place.blocks or level > section_level(state):
        return
    heading = state.span(state.start_of(line), state.eMarks[line])
    while state.place.blocks:
        block = _close_last(state)
        message = f"blok „{block.word}“ není před nadpisem uzavřen"
        labels = [Label(block.span, "tady blok začíná")]
        state.notes.report(UNCLOSED_BLOCK, message, heading, "před nadpis napište :::", labels)


def close_all(state: BlockState) -> None:
    """End all open blocks at the end of the file."""
    while state.place.blocks:
        _report_unclosed(state, _close_last(state))


def _open(state: BlockState, start: int, read: BlockLine) -> None:
    _close_sibling(state, read.name)
    argument = state.cut(read.argument, read.end)
    token = state.open("directive_open", start, name=read.name, argument=argument)
    state.place.end = max(state.place.end, read.end)
    block = OpenBlock(read.name, read.word, state.span(start, read.end), token)
    state.place.blocks.append(block)


def _open_unknown(state: BlockState, start: int, read: BlockLine) -> None:
    """Note a block that is none, so that its end is found; the words behind its name are text."""
    meant, argument = similar(read.word, _KNOWN), state.src[read.argument : read.end]
    cure = f"::: {meant} {argument}".rstrip() if meant else f"známé bloky jsou {', '.join(_KNOWN)}"
    span = state.span(read.start, read.start + len(state.src[read.start : read.argument].rstrip()))
    state.notes.report(UNKNOWN_BLOCK, f"neznámý blok „{read.word}“", span, cure)
    if argument:
        text = state.cut(read.argument, read.end)
        state.leaf("paragraph", read.argument, read.end, text=text)
    state.place.blocks.append(OpenBlock("", read.word, state.span(start, read.end)))


def _close_last(state: BlockState) -> OpenBlock:
    block = state.place.blocks.pop()
    if block.token:
        state.close("directive_close", block.token)
    return block


def _close_sibling(state: BlockState, name: str) -> None:
    """End the open block with the same name; only a group does not have to be closed."""
    if name not in _SIBLINGS or all(block.name != name for block in state.place.blocks):
        return
    while (block := _close_last(state)).name != name:
        _report_unclosed(state, block)
    if name != "group":
        _report_unclosed(state, block)


def _report_unclosed(state: BlockState, block: OpenBlock) -> None:
    message = f"blok „{block.word}“ není uzavřen"
    state.notes.report(UNCLOSED_BLOCK, message, block.span, "za konec bloku napište :::")
