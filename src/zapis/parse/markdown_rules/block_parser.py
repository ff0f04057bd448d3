"""The driver of block rules: asks those of a line's first character, in order."""

from collections.abc import Mapping
from typing import cast

from markdown_it.parser_block import ParserBlock
from markdown_it.rules_block import StateBlock

from zapis.parse.markdown_rules.block_state import BlockRule, BlockState


class BlockParser(ParserBlock):
    """The library's block parser with rules found by the first character of a line.

    `starts` has the rules that may read a line with such a character, `other` those for every
    line (the last one always reads it); `interrupts` and `other_interrupts` say likewise what ends
    a paragraph before a line.
    Depth is limited by the rules of lists and quotes, which leave a paragraph behind: the
    library's own limit drops what is deeper.
    """

    def __init__(
        self,
        starts: Mapping[str, tuple[BlockRule, ...]],
        other: tuple[BlockRule, ...],
        interrupts: Mapping[str, tuple[BlockRule, ...]],
        other_interrupts: tuple[BlockRule, ...],
    ) -> None:
        super().__init__()
        self.ruler.enableOnly([])
        # Quotes are read by the library, which asks its ruler what ends them.
        self.ruler.push("interrupts", self._interrupts_quote, {"alt": ["blockquote"]})
        self.starts = {char: (*rules, *other) for char, rules in starts.items()}
        self.other = other
        self.interrupts = {char: (*rules, *other_interrupts) for char, rules in interrupts.items()}
        self.other_interrupts = other_interrupts

    def tokenize(
        self,
        state: StateBlock,
        startLine: int,  # noqa: N803 - the library's name
        endLine: int,  # noqa: N803 - the same
    ) -> None:
        """Read the blocks of a container; the parameters are named by the library."""
        block = cast("BlockState", state)
        line, has_blank = startLine, False
        while line < endLine:
            block.line = line = block.skipEmptyLines(line)
            if line >= endLine or block.sCount[line] < block.blkIndent:
                break
            block.end_line = endLine
            self._read_block(block, line)
            block.tight = not has_blank
            line = block.line
            has_blank = has_blank or block.isEmpty(line - 1)
            if line < endLine and block.isEmpty(line):
                has_blank = True
                line += 1
                block.line = line

    def _read_block(self, state: BlockState, line: int) -> None:
        for rule in self.starts.get(state.first_character(line), self.other):
            if rule(state, line):
                return

    def is_interrupted(self, state: BlockState, line: int) -> bool:
        """Whether a line starts a block of its own although a paragraph stands before it."""
        rules = self.interrupts.get(state.first_character(line), self.other_interrupts)
        return any(rule(state, line) for rule in rules)

    def _interrupts_quote(
        self,
        state: StateBlock,
        line: int,
        _end: int,
        _silent: bool,  # noqa: FBT001 - the library's signature of rules
    ) -> bool:
        return self.is_interrupted(cast("BlockState", state), line)
