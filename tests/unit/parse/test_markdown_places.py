"""Places: every node points at the characters it was made of."""

import pytest

from markdown_shapes import cut, inlines_shape, parse
from zapis import body, inline
from zapis.parse.markdown import parse_body, parse_inline
from zapis.source import MappedText, Region, SourceFile


def _inlines(nodes: inline.Inlines) -> list[inline.Inline]:
    found: list[inline.Inline] = []
    for node in nodes:
        found += [node, *_inlines(getattr(node, "children", ()))]
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ěé 😀 **tučně** dál", ["ěé 😀 ", "tučně", " dál"]),
        ("první\n  druhý *x* [a](b)", ["první", "druhý ", "x", " ", "[a](b)", "a"]),
        ("a ![b](c) d", ["a ", "![b](c)", " d"]),
        ("[a]{.skryt} b", ["[a]{.skryt}", "a", " b"]),
        ("a &amp; \\*b", ["a ", "&amp;", " ", "\\*", "b"]),
        ("viz www.x.cz.", ["viz ", "www.x.cz", "www.x.cz", "."]),
        ("a <j@x.cz>", ["a ", "<j@x.cz>", "j@x.cz"]),
        ("a[^1]\n\n[^1]: b", ["a", "[^1]"]),
        ("a ** b ~~ c", ["a ** b ~~ c"]),
        ("a <!-- x --> b", ["a ", "b"]),
    ],
)
def test_inline_nodes_point_at_their_characters(text: str, expected: list[str]):
    paragraph = parse(text).blocks[0]
    assert isinstance(paragraph, body.Paragraph)
    nodes = [node for node in _inlines(paragraph.children) if hasattr(node, "span")]
    assert [cut(text, node.span) for node in nodes] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("> - a **b**\n>   c", ["a ", "b", "c"]),
        ("| a \\| b | c |\n|---|---|\n| d | *e* |", ["a \\| b", "c", "d", "e"]),
        ("1. a\n\n   > b\n   > c", ["a", "b", "c"]),
        ("#  Nadpis *x* ##", ["Nadpis ", "x"]),
        ("a[^1]\n\n[^1]: b\n    c", ["a", "b", "c"]),
    ],
)
def test_texts_inside_blocks_point_at_their_characters(text: str, expected: list[str]):
    parsed = parse(text)
    notes = [block for note in parsed.footnotes for block in note.blocks]
    texts = [node.span for node in _texts((*parsed.blocks, *notes))]
    assert [cut(text, span) for span in texts] == expected


def _texts(blocks: body.Blocks) -> list[inline.Text]:
    found: list[inline.Inline] = []
    for block in blocks:
        match block:
            case body.Paragraph() | body.Heading():
                found += _inlines(block.children)
            case body.List():
                for item in block.items:
                    found += _texts(item.blocks)
            case body.Table():
                for row in (block.header, *block.rows):
                    found += [node for cell in row for node in _inlines(cell)]
            case body.Quote():
                found += _texts(block.blocks)
    return [node for node in found if isinstance(node, inline.Text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb\n\nc", ["a\nb", "c"]),
        ("- a\n\n- b\n\nc", ["- a\n\n- b", "c"]),
        ("> a\n> b\n\n---", ["> a\n> b", "---"]),
        ("| a |\n|---|\n| b |\n", ["| a |\n|---|\n| b |"]),
        ("```\na\n```\n", ["```\na\n```"]),
        ("## A ##\n\nb  \n", ["## A", "b"]),
    ],
)
def test_blocks_point_at_their_lines(text: str, expected: list[str]):
    assert [cut(text, block.span) for block in parse(text).blocks] == expected


def test_a_body_behind_front_matter_counts_from_the_start_of_the_file():
    text = "---\nnazev: x\n---\n\n- a **b**\n"
    source = SourceFile("a.md", text)
    parsed = parse_body(Region(source, text.index("\n\n") + 1, len(text))).value
    assert [cut(text, node.span) for node in _texts(parsed.blocks)] == ["a ", "b"]


def test_a_text_in_pieces_is_read_with_the_places_of_its_pieces():
    """As the sentence of a task out of which its fields were cut."""
    source = "zaslat @Cháb **nápady** dál"
    text = MappedText("zaslat **nápady** dál", ((0, 0), (7, 13)))
    nodes = parse_inline(text).value
    places = [cut(source, node.span) for node in _inlines(nodes) if isinstance(node, inline.Text)]
    assert (inlines_shape(nodes), places) == (
        "zaslat <b nápady> dál",
        ["zaslat ", "nápady", " dál"],
    )
