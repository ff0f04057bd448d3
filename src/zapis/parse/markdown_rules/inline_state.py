"""The state of reading one piece of inline Markdown, which remembers where tokens stood."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from zapis.codes import Code
from zapis.parse.markdown_rules.notes import Notes
from zapis.source import MappedText

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

# Where a rule may have something to say; the text between such places is taken over unread.
# Every branch starts with a literal character: only then does `re` skip ahead quickly.
SPECIAL = re.compile(
    r"\n|\\(?=[\n*_`\[\]<&!~>#+.\-)=|:@{])|`|\*|_|\[|\]|~~|@|!\[|&(?=[#A-Za-z])|<(?=[A-Za-z/!?])"
    r"|\{(?=[. \u00a0])|http://|https://|www\.|HTTP://|HTTPS://|Http://|Https://|WWW\.|Www\."
)


class InlineState(StateInline):
    """The library's state with places: `Token.map` holds [start, end) within the text read.

    `silent` says that a rule only looks how far it would reach, without making tokens.
    Links never nest: `linked` holds the starts of brackets that are a link or contain one,
    `unlinkable` those of labels that contain one.
    """

    def __init__(self, text: MappedText, md: "MarkdownIt", notes: Notes) -> None:
        super().__init__(text.text, md, {}, [])
        self.text = text
        self.notes = notes
        self.silent = False
        self.linked: set[int] = set()
        self.unlinkable: set[int] = set()
        self.html_reported = False
        self._pending_at = 0

    def append_pending(self, text: str) -> None:
        """Add literal text that stands at the current place."""
        if not self._pending_buffer and not self._pending:
            self._pending_at = self.pos
        self._pending_buffer.append(text)

    def pushPending(self) -> Token:  # noqa: N802 - overrides the library's method
        """Make a token of the literal text read so far."""
        token = super().pushPending()
        token.map = [self._pending_at, self._pending_at + len(token.content)]
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Make a token, which stands at the current place until its rule says otherwise."""
        token = super().push(ttype, tag, nesting)
        token.map = [self.pos, self.pos]
        return token

    def report(self, code: Code, message: str, start: int, end: int, cure: str) -> None:
        """Add a diagnostic on a part of the text read."""
        self.notes.report(code, message, self.text.span(start, end), cure)


InlineRule = Callable[[InlineState], bool]
"""Reads what stands at `state.pos`, moves it behind and says so; or leaves all as it was."""
