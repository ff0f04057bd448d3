"""The one Markdown parser: the table of its rules, and how a body or a piece of one is read."""

from collections.abc import Mapping
from types import MappingProxyType

from markdown_it import MarkdownIt
from markdown_it.token import Token

from zapis.diagnostics import Outcome, in_order
from zapis.inline import Inlines, Text
from zapis.parse.body_builder import ParsedBody, build_body
from zapis.parse.inline_builder import build_inlines
from zapis.parse.inline_context import InlineContext
from zapis.parse.markdown_rules.autolink import autolink
from zapis.parse.markdown_rules.bare_link import bare_address, bare_mail
from zapis.parse.markdown_rules.block_parser import BlockParser
from zapis.parse.markdown_rules.block_state import BlockRule, BlockState
from zapis.parse.markdown_rules.bracket import bracket
from zapis.parse.markdown_rules.card_label import card_label, card_label_interrupts
from zapis.parse.markdown_rules.code_fence import code_fence, code_fence_interrupts
from zapis.parse.markdown_rules.code_span import code_span
from zapis.parse.markdown_rules.comment import comment, hide_comments
from zapis.parse.markdown_rules.directive import (
    close_all,
    directive,
    directive_interrupts,
    find_block_lines,
)
from zapis.parse.markdown_rules.emphasis import emphasis
from zapis.parse.markdown_rules.entity import entity
from zapis.parse.markdown_rules.escape import escape
from zapis.parse.markdown_rules.footnote_definition import footnote_definition, footnote_interrupts
from zapis.parse.markdown_rules.heading import heading, heading_interrupts
from zapis.parse.markdown_rules.image import image
from zapis.parse.markdown_rules.inline_parser import InlineParser, pair_delimiters
from zapis.parse.markdown_rules.inline_state import SPECIAL, InlineRule, InlineState
from zapis.parse.markdown_rules.link_definition import link_definition
from zapis.parse.markdown_rules.list_block import list_block, list_interrupts
from zapis.parse.markdown_rules.list_marker import BULLETS
from zapis.parse.markdown_rules.mark import stray_mark
from zapis.parse.markdown_rules.newline import newline
from zapis.parse.markdown_rules.notes import Notes, notes_of
from zapis.parse.markdown_rules.paragraph import paragraph
from zapis.parse.markdown_rules.quote import quote, quote_interrupts
from zapis.parse.markdown_rules.raw_html import raw_html
from zapis.parse.markdown_rules.strikethrough import strikethrough
from zapis.parse.markdown_rules.table import table, table_interrupts
from zapis.parse.markdown_rules.task import task, task_interrupts
from zapis.parse.markdown_rules.thematic_break import thematic_break, thematic_break_interrupts
from zapis.source import MappedText, Region

_BOXES = "☐☑☒"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_DIGITS = "0123456789"

Table = Mapping[str, tuple[BlockRule, ...]]

STARTS: Table = MappingProxyType(
    {
        **dict.fromkeys(_LETTERS + _DIGITS + "".join(BULLETS), (list_block,)),
        **dict.fromkeys("Uú" + "Ú" + _BOXES, (task,)),
        "u": (list_block, task),
        "#": (heading,),
        ">": (quote,),
        ":": (directive,),
        "-": (thematic_break, list_block),
        "*": (thematic_break, list_block, task),
        "_": (thematic_break, task),
        "[": (footnote_definition, link_definition, task),
        "`": (code_fence,),
        "~": (code_fence,),
    }
)
"""What may start a block, by the first character of its line, in order."""

OTHER_STARTS = (table, card_label, paragraph)

INTERRUPTS: Table = MappingProxyType(
    {
        **dict.fromkeys(_LETTERS + _DIGITS + "".join(BULLETS), (list_interrupts,)),
        **dict.fromkeys("UÚ" + _BOXES, (task_interrupts,)),
        "#": (heading_interrupts,),
        ">": (quote_interrupts,),
        ":": (directive_interrupts,),
        "-": (thematic_break_interrupts, list_interrupts),
        "*": (thematic_break_interrupts, list_interrupts, task_interrupts),
        "_": (thematic_break_interrupts, task_interrupts),
        "[": (footnote_interrupts, task_interrupts),
        "`": (code_fence_interrupts,),
        "~": (code_fence_interrupts,),
    }
)
"""What ends the paragraph, quote or table before it."""

OTHER_INTERRUPTS = (table_interrupts, card_label_interrupts)

INLINE_RULES: Mapping[str, tuple[InlineRule, ...]] = MappingProxyType(
    {
        "\n": (newline,),
        "\\": (escape,),
        "`": (code_span,),
        "*": (emphasis,),
        "_": (emphasis,),
        "~": (strikethrough,),
        "[": (bracket,),
        "!": (image,),
        "<": (comment, autolink, raw_html),
        "&": (entity,),
        "{": (stray_mark,),
        "@": (bare_mail,),
        **dict.fromkeys("hHwW", (bare_address,)),
    }
)
"""What may apply within a text, by the character on which it is tried, in order."""

_NO_CONTEXT = InlineContext()


class MinutesMarkdown(MarkdownIt):
    """The library's parser with the rules of minutes in place of its own."""

    def __init__(self) -> None:
        super().__init__("zero")
        self.block = BlockParser(STARTS, OTHER_STARTS, INTERRUPTS, OTHER_INTERRUPTS)
        self.inline = InlineParser(INLINE_RULES)

    def read_blocks(self, text: str, base: int, notes: Notes) -> list[Token]:
        """The tokens of the blocks of a text that stands at `base` in its source."""
        state = BlockState(hide_comments(text, base, notes), self, notes, base)
        find_block_lines(state)
        self.block.tokenize(state, 0, state.lineMax)
        close_all(state)
        return state.tokens

    def read_inlines(self, text: MappedText, notes: Notes) -> Inlines:
        """The nodes of a piece of inline Markdown; most pieces hold nothing that is special."""
        words = text.text
        if not SPECIAL.search(words):
            return (Text(words, text.span(0, len(words))),) if words else ()
        state = InlineState(text, self, notes)
        self.inline.tokenize(state)
        pair_delimiters(state)
        return build_inlines(state)


_MARKDOWN = MinutesMarkdown()


def parse_body(region: Region, *, keep_line_breaks: bool = True) -> Outcome[ParsedBody]:
    """The body of a meeting in its first form: tasks are `RawTask`, blocks are `Directive`.

    With `keep_line_breaks` a typed line break stays one, without it only a hard one does. The
    result has a `context`, with which `parse_inline` reads parts of the same body.
    """
    notes = Notes(keep_line_breaks=keep_line_breaks)
    tokens = _MARKDOWN.read_blocks(region.text, region.start, notes)
    body = build_body(tokens, notes, _MARKDOWN.read_inlines)
    return Outcome(body, in_order(notes.diagnostics))


def parse_inline(text: MappedText, context: InlineContext = _NO_CONTEXT) -> Outcome[Inlines]:
    """A piece of inline Markdown, such as the sentence of a task or the argument of a block.

    `context` is that of the body it was taken from; without one, footnotes are unknown.
    """
    notes = notes_of(context)
    nodes = _MARKDOWN.read_inlines(text, notes)
    return Outcome(nodes, in_order(notes.diagnostics))
