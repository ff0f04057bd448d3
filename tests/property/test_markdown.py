"""Any text makes a body: nothing is raised, no word is lost, every place is right."""

import re
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from zapis import body, inline
from zapis.parse.markdown import ParsedBody, parse_body, parse_inline
from zapis.source import Region, SourceFile

_CONSTRUCTS = (
    *("# ", "#", "## ", "- ", "* ", "+ ", "– ", "• ", "· ", "1. ", "2. ", "7. ", "20. 3. ", "a) "),
    *("> ", ">", "[ ] ", "[x] ", "[]", "- [ ] ", "-[ ]", "☐ ", "Úkol: ", "**Úkol č. 3/26:** "),
    *("::: skupina ", "::: karta ", ":::", "::: zaver\n", ":::usneseni\n", "Popis: ", "Cíl:\n"),
    *("|", "|---|\n", "| a | b |\n|---|---|\n", "\\|", "\n", "\n", "\n\n", "  ", "    ", "\t", " "),
    *("*", "**", "_", "~~", "`", "[", "]", "](u)", "](<u>)", "{.skryt}", "{.ukol}", "{.x}", "!["),
    *("[^1]", "[^2]", "\n[^1]: ", "\n[^2]: ", "[z]", "\n[z]: https://u.cz\n", "\\", "&", "&amp;"),
    *("<", ">", "<b>", "https://u.cz", "www.u.cz", "j@u.cz", "@", ":", "---\n", "***", "\u00a0"),
    *("```\n", "\u2028", "\x0b", "\ufeff", "\t- ", "  - ", "   1. ", "**Úkol: ", "1) "),
    *(".", ",", "„", "“", "(", ")", "2*3", "=", "+", "\\\n", "  \n", "ledna ", "2026 "),
)
_WORD = re.compile(r"slovo\d+x")


@st.composite
def _documents(draw: st.DrawFn) -> str:
    """Constructs in any order with words between them, each of which occurs once."""
    pieces = draw(st.lists(st.sampled_from(_CONSTRUCTS) | st.none(), max_size=40))
    return "".join(
        f"slovo{number}x" if piece is None else piece for number, piece in enumerate(pieces)
    )


def _parse(text: str) -> ParsedBody:
    return parse_body(SourceFile("a.md", text).whole).value


def _blocks(blocks: body.Blocks) -> Iterator[body.Block]:
    for block in blocks:
        yield block
        if isinstance(block, body.List):
            for item in block.items:
                yield from _blocks(item.blocks)
        elif isinstance(block, body.Quote | body.Directive):
            yield from _blocks(block.blocks)


def _all_blocks(parsed: ParsedBody) -> Iterator[body.Block]:
    yield from _blocks(parsed.blocks)
    for note in parsed.footnotes:
        yield from _blocks(note.blocks)


def _inlines(nodes: inline.Inlines) -> Iterator[inline.Inline]:
    for node in nodes:
        yield node
        yield from _inlines(getattr(node, "children", ()))


def _inlines_of(block: body.Block, parsed: ParsedBody) -> Iterator[inline.Inline]:
    match block:
        case body.Paragraph() | body.Heading():
            yield from _inlines(block.children)
        case body.Table():
            for row in (block.header, *block.rows):
                for cell in row:
                    yield from _inlines(cell)
        case body.RawTask():
            yield from _inlines(parse_inline(block.content, parsed.context).value)
        case body.Directive():
            yield from _inlines(parse_inline(block.argument, parsed.context).value)


def _words_of(block: body.Block, parsed: ParsedBody) -> Iterator[str]:
    yield str(getattr(block, "label", ""))
    if isinstance(block, body.CodeBlock):
        yield f"{block.language} {block.text}"
    for node in _inlines_of(block, parsed):
        match node:
            case inline.Text(text) | inline.Code(text):
                yield text
            case inline.Image():
                yield f"{node.alt} {node.src} {node.title}"
            case inline.Link():
                yield f"{node.href} {node.title}"


@given(st.text(max_size=300))
@settings(max_examples=100, deadline=None)
def test_any_text_makes_a_body(text: str):
    assert isinstance(_parse(text), body.Body)


@given(_documents())
@settings(max_examples=100, deadline=None)
def test_no_word_is_lost(text: str):
    """What is not printed is named by a diagnostic: names of unknown blocks."""
    outcome = parse_body(SourceFile("a.md", text).whole)
    printed = " ".join(
        words for block in _all_blocks(outcome.value) for words in _words_of(block, outcome.value)
    )
    named = " ".join(item.message for item in outcome.diagnostics)
    info = " ".join(re.findall(r"(?:```|~~~)(.*)", text))
    assert [word for word in _WORD.findall(text) if word not in f"{printed} {named} {info}"] == []


@given(_documents())
@settings(max_examples=100, deadline=None)
def test_the_characters_of_a_text_stand_in_its_span(text: str):
    parsed = _parse(text)
    wrong = [
        node
        for block in _all_blocks(parsed)
        for node in _inlines_of(block, parsed)
        if isinstance(node, inline.Text) and not _is_in_place(node, text)
    ]
    assert wrong == []


def _is_in_place(node: inline.Text, text: str) -> bool:
    source = text[node.span.start : node.span.end]
    # A pipe of a table cell has lost its backslash; escapes and entities are nodes of their own.
    if node.text in {source, source.replace("\\|", "|")}:
        return True
    return len(node.text) == 1 and source[:1] in {"\\", "&"}


@given(_documents(), _documents())
@settings(max_examples=50, deadline=None)
def test_a_body_behind_other_text_is_the_same_body(before: str, text: str):
    whole = SourceFile("a.md", f"{before}\n{text}")
    start = len(before) + 1
    moved = parse_body(Region(whole, start, len(whole.text)))
    alone = parse_body(SourceFile("a.md", text).whole)
    codes = [(item.code.id, item.message) for item in alone.diagnostics]
    assert [(item.code.id, item.message) for item in moved.diagnostics] == codes


@given(_documents())
@settings(max_examples=100, deadline=None)
def test_blocks_stand_in_the_order_of_their_places(text: str):
    starts = [block.span.start for block in _blocks(_parse(text).blocks)]
    assert starts == sorted(starts)


@given(_documents())
@settings(max_examples=50, deadline=None)
def test_without_line_breaks_there_is_no_soft_one(text: str):
    """Joining lines changes nothing but the breaks between them."""
    kept, joined = (
        parse_body(SourceFile("a.md", text).whole, keep_line_breaks=keep).value
        for keep in (True, False)
    )
    assert _printed(kept) == _printed(joined)


def _printed(parsed: ParsedBody) -> list[str]:
    return [
        inline.plain_text(block.children)
        for block in _all_blocks(parsed)
        if isinstance(block, body.Paragraph | body.Heading)
    ]
