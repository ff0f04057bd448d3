"""Hostile Markdown is built whole, and the work grows with its length."""

import sys
from collections.abc import Callable
from itertools import count
from types import FrameType

import pytest

from markdown_shapes import blocks_shape, parse, problems, shape
from zapis import body, inline
from zapis.parse.markdown import parse_body
from zapis.source import SourceFile

_SIZES = (1_500, 3_000)
# Twice the length must not take much more than twice the calls; one run warms caches of `re`.
_GROWTH = 2.3


def _repeat(piece: str) -> Callable[[int], str]:
    return lambda size: piece * (size // len(piece))


def _nest(opening: str, middle: str, closing: str) -> Callable[[int], str]:
    def make(size: int) -> str:
        times = size // (len(opening) + len(closing))
        return opening * times + middle + closing * times

    return make


def _number(pattern: str) -> Callable[[int], str]:
    def make(size: int) -> str:
        lines = (pattern.replace("#", str(number)) for number in count(1))
        return "".join(next(lines) for _ in range(size // (len(pattern) + 2)))

    return make


REPEATED = (
    *("[", "[a](", "[ (](", "![[]()", "![", "](", "[a](<b", '[a](b "', "[a](b (", "[^", "[^a]"),
    *("*a **a ", "c* ", "a_ ", "_a ", "*a_ ", "*_", "*", "~~a ", "~", "**x [a*b**c*](d)"),
    *("*[a](b)", "`", "` ``", "```\n", "~~~\n", "<", "<a", '<a b="', "<b>", "<!--", "<!-- x "),
    *("<!---->", " <!---->", "<!--a-->\n", "<?", "<![CDATA[", "<http://a ", "<a@b.", "http://a "),
    *("www.", "@", "a@b.", "a@", "a@b.cz ", "a", "a.", "&", "&amp", "&#1", "\\", "\\*", "\\_"),
    *("\\\n", "1\\. ", ">", "> ", "> a\n", "-", "- ", "- a\n", "1. ", "7. a\n", "7. a\n\n"),
    *("7. a\n\nb\n\n", "1. 2. ", "1. 2. a\n", "b) a\n", "• a\n", "– ", "   7. a\n    b\n"),
    *("20. 3. a\n", "+ 3\n", "> 3\n", "> - ", "|", "|-|\n", "a|b\n-|-\n", ":::\n", ":"),
    *("::: zaver\n", "::: skupina a\n", "::: x\n", "::: zaver\n# a\n", "::: zaver\n## a\n:::\n"),
    *("[ ] ", "- [ ] a\n", "[ ] a\n", "Úkol: a\n", "**Úkol: ", "[^a]: ", "[^a]: b\n"),
    *("[a]: http://b\n", "[a]{.skryt}", "[a]{.x}", "]{.", "#", "# ", "#a\n", "#1\n", "\n", " "),
    *("\t", "a   \n", "\u00a0", " \n", "a\n=\n", "\u2028"),
)

MADE = {
    "brackets": _nest("[", "a", "]("),
    "links": _nest("[", "a", "](b)"),
    "images": _nest("![", "a", "](b)"),
    "marks": _nest("[", "a", "]{.skryt}"),
    "emphasis": _nest("*a **a ", "b", " a** a*"),
    "lines of a table": lambda size: "|a|b|\n|-|-|\n" + "|a|b|\n" * (size // 6),
    "columns of a table": lambda size: "a|" * (size // 4) + "\n" + "-|" * (size // 4),
    "a square table": lambda size: (
        "a|" * (size // 6) + "\n" + "-|" * (size // 6) + "\n|" * (size // 6)
    ),
    "escaped pipes": lambda size: "a|b\n-|-\n" + "\\|" * (size // 2),
    "numbers going down": lambda size: "".join(f"{size - n}. a\n" for n in range(size // 7)),
    "lazy lines": lambda size: "- a\n" + "b\n" * (size // 2),
    "lazy lines of deep lists": lambda size: "7. " * (size // 6) + "\n" + "  a\n" * (size // 8),
    "deep quotes": lambda size: (">" * 60 + " a\n") * (size // 63),
    "labels": lambda size: "::: karta\n" + "A: b\n" * (size // 5),
    "long labels": lambda size: "::: karta\n" + ("A" * 61 + "\n") * (size // 62),
    "footnotes": lambda size: (
        _number("[^#] ")(size // 2) + "\n\n" + _number("[^#]: a\n")(size // 2)
    ),
    "targets": lambda size: (
        _number("[a#] ")(size // 2) + "\n\n" + _number("[a#]: http://b\n")(size)
    ),
    "open parentheses": lambda size: "[a](" + "(" * size,
    "closed parentheses": lambda size: "www.a.cz" + ")" * size,
}

CASES = {**{repr(piece): _repeat(piece) for piece in REPEATED}, **MADE}


def _count_calls(text: str) -> int:
    calls = 0

    def note(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    region = SourceFile("a.md", text).whole
    before = sys.getprofile()
    sys.setprofile(note)
    try:
        parse_body(region)
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("name", CASES)
def test_the_work_grows_with_the_length(name: str):
    """Calls are counted, so that the test says the same on a slow machine."""
    shorter, longer = (_count_calls(CASES[name](size)) for size in _SIZES)
    assert longer <= shorter * _GROWTH + 2_000


def test_ten_thousand_open_brackets_are_kept():
    assert shape("[" * 10_000 + "a") == f"P({'[' * 10_000}a)"


def test_five_thousand_quotes_are_kept():
    found = shape(">" * 5_000 + " a")
    assert (found.count("Q("), found.count(">"), found.endswith("a" + ")" * 51)) == (
        50,
        4_950,
        True,
    )


def test_what_is_deeper_than_fifty_levels_becomes_a_paragraph_with_one_warning():
    text = "".join(f"{'  ' * level}- bod{level}x\n" for level in range(80))
    found = shape(text)
    words = [f"bod{level}x" for level in range(80)]
    kept = [word for word in words if word in found]
    codes = [code for code, _ in problems(text)]
    assert (found.count("UL("), kept, codes) == (50, words, ["Z314"])


def test_deep_emphasis_makes_no_deep_tree():
    text = "*a **a " * 2_000 + "b" + " a** a*" * 2_000
    (paragraph,) = parse(text).blocks
    assert isinstance(paragraph, body.Paragraph)
    words = inline.plain_text(paragraph.children)
    assert (_depth(paragraph.children) <= 40, words.count("a")) == (True, 8_000)


def _depth(nodes: inline.Inlines) -> int:
    return max((1 + _depth(getattr(node, "children", ())) for node in nodes), default=0)


@pytest.mark.parametrize("text", ["", "\n", "   ", "\t\n\n", "\u00a0\n"])
def test_nothing_makes_an_empty_body(text: str):
    assert blocks_shape(parse(text).blocks) == ""
