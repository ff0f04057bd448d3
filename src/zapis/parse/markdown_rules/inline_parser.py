"""The driver of inline rules: finds places where one may apply and asks those of its character."""

from collections.abc import Mapping
from typing import cast

from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline, emphasis, link_pairs, strikethrough

from zapis.parse.markdown_rules.inline_state import SPECIAL, InlineRule, InlineState

NESTING = 20
"""How deep brackets are looked into; the library's own limit for CommonMark."""


class InlineParser(ParserInline):
    """The library's inline parser with rules found by their first character.

    **Why** not its own loop: it asks every rule at every special character, which is most of
    the time that Markdown takes.
    """

    def __init__(self, rules: Mapping[str, tuple[InlineRule, ...]]) -> None:
        super().__init__()
        self.rules = rules

    def tokenize(self, state: StateInline) -> None:
        """Make the tokens of a text up to `posMax`; delimiters are paired afterwards."""
        inline = cast("InlineState", state)
        src, end = inline.src, inline.posMax
        rules = self.rules if inline.level < NESTING else {}
        while inline.pos < end:
            found = SPECIAL.search(src, inline.pos, end)
            at = found.start() if found else end
            if at > inline.pos:
                inline.append_pending(src[inline.pos : at])
                inline.pos = at
            if found and not any(rule(inline) for rule in rules.get(src[at], ())):
                inline.append_pending(src[at])
                inline.pos = at + 1
        if inline.pending:
            inline.pushPending()

    def skipToken(self, state: StateInline) -> None:  # noqa: N802 - overrides the library's
        """Move behind what stands at the current place without making tokens."""
        inline = cast("InlineState", state)
        start = inline.pos
        known = inline.cache.get(start)
        inline.pos = known if known is not None else self._end_of_token(inline, start)
        inline.cache[start] = inline.pos

    def _end_of_token(self, state: InlineState, start: int) -> int:
        found = SPECIAL.search(state.src, start, state.posMax)
        if found is None or found.start() > start:
            return found.start() if found else state.posMax
        if state.level >= NESTING:
            return state.posMax
        silent, state.silent = state.silent, True
        state.level += 1
        matched = any(rule(state) for rule in self.rules.get(state.src[start], ()))
        state.level -= 1
        state.silent = silent
        return state.pos if matched else start + 1


def pair_delimiters(state: InlineState) -> None:
    """Decide which asterisks, underscores and tildes of a text that has been read make pairs."""
    link_pairs(state)
    strikethrough.postProcess(state)
    emphasis.postProcess(state)
