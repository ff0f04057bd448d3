"""Running text: what Markdown takes away, and what it must not."""

import pytest

from markdown_shapes import problems, shape


def _text(text: str) -> str:
    return shape(text).removeprefix("P(").removesuffix(")")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*a* **b** ***c*** _d_ __e__", "<em a> <b b> <em <b c>> <em d> <b e>"),
        ("*a **b** c*", "<em a <b b> c>"),
        ("~~a~~ a ~b~", "<s a> a ~b~"),
        ("`k *o* d` a ``x`y``", "<code k *o* d> a <code x`y>"),
        ("snake_case_slovo", "snake_case_slovo"),
        ("**„citace“**, dál", "<b „citace“>, dál"),
        ("**a", "**a"),
    ],
)
def test_emphasis_is_that_of_commonmark(text: str, expected: str):
    assert _text(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2*3 a 4*5", "2*3 a 4*5"),
        ("2* do roka a 3* týdně", "2* do roka a 3* týdně"),
        ("2*ročně a 3*ročně", "2*ročně a 3*ročně"),
        ("**2026** a *5*", "<b 2026> a <em 5>"),
        ("5 * 3 * 2", "5 * 3 * 2"),
    ],
)
def test_an_asterisk_behind_a_digit_multiplies(text: str, expected: str):
    assert _text(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"\\server\_x", r"\\server\_x"),
        (r"C:\Users\jana\-archiv", r"C:\Users\jana\-archiv"),
        (r"100\%", r"100\%"),
        (r"\*a\*", "*a*"),
        (r"\_a\_", "_a_"),
        (r"\[REDAKCE\]", "[REDAKCE]"),
        (r"2\*3", "2*3"),
        (r"\# a", "# a"),
        (r"a \# b", r"a \# b"),
        (r"1\. a", "1. a"),
        (r"20\. 3\.", r"20. 3\."),
        (r"\- a", "- a"),
        (r"\> 5", "> 5"),
        (r"\&amp; \& \&x", r"&amp; \& \&x"),
        (r"\<https://x.cz> \<b", r"<<a https://x.cz https://x.cz>> \<b"),
        (r"\![a](b)", "!<a b a>"),
        (r"[a]\{.skryt}", "[a]{.skryt}"),
        (r"\@Novák a jan\@x", r"@Novák a jan\@x"),
        (r"\~~a~~", "~~a~~"),
        ("\\", "\\"),
    ],
)
def test_a_backslash_vanishes_only_where_it_is_needed(text: str, expected: str):
    assert _text(text) == expected


@pytest.mark.parametrize(
    ("text", "kept", "joined"),
    [
        ("a\nb", "a⏎b", "a b"),
        ("a  \nb", "a⏎b", "a⏎b"),
        ("a\\\nb", "a⏎b", "a⏎b"),
        ("a \n   b", "a⏎b", "a b"),
        ("\\\\server\\slozka\\\nb", "\\\\server\\slozka\\⏎b", "\\\\server\\slozka\\ b"),
    ],
)
def test_a_typed_line_break_is_kept_unless_lines_are_to_be_joined(
    text: str, kept: str, joined: str
):
    both = (shape(text), shape(text, keep_line_breaks=False))
    assert both == (f"P({kept})", f"P({joined})")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("&amp; &sect; &#167; &nbsp;x", "& § § \u00a0x"),
        ("R&D &neznam; &amp", "R&D &neznam; &amp"),
    ],
)
def test_entities_are_decoded(text: str, expected: str):
    assert _text(text) == expected


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("<b>tučně</b> a <br/>", [("Z308", "<b>")]),
        ('<div class="x">', [("Z308", '<div class="x">')]),
        ("a < b a c > d", []),
        ("<3", []),
    ],
)
def test_html_is_text_with_one_tip(text: str, reported: list[tuple[str, str]]):
    assert (_text(text), problems(text)) == (text, reported)


@pytest.mark.parametrize(
    ("text", "expected", "reported"),
    [
        ("a <!-- b --> c", "P(a c)", ["<!-- b -->"]),
        ("<!-- b --> c", "P(c)", ["<!-- b -->"]),
        ("<!-- b -->", "", ["<!-- b -->"]),
        ("<!-- a --> <!-- b -->", "", ["<!-- a -->", "<!-- b -->"]),
        ("a\n<!-- b\n\n- c\n-->\nd", "P(a) P(d)", ["<!-- b\n\n- c\n-->"]),
        ("- a\n<!-- b -->\n- c", "UL~(I(P(a)) I(P(c)))", ["<!-- b -->"]),
        ("a <!-- b\n\nc --> d", "P(a) P(d)", ["<!-- b\n\nc -->"]),
        ("a <!-- b", "P(a <!-- b)", []),
        ("`<!-- a -->`", "P(<code <!-- a -->>)", []),
        ("```\n<!-- a -->\n```", "CODE (<!-- a -->)", []),
    ],
)
def test_a_comment_is_not_printed(text: str, expected: str, reported: list[str]):
    assert (shape(text), problems(text)) == (expected, [("Z305", words) for words in reported])


@pytest.mark.parametrize("text", ["[Novák]: souhlasí", "[REDAKCE]", "a [b] c [d][e]", "[a]: b.pdf"])
def test_brackets_are_text(text: str):
    assert _text(text) == text
