"""Links, pictures and marked spans."""

import pytest

from markdown_shapes import problems, shape


def _text(text: str) -> str:
    return shape(text).removeprefix("P(").removesuffix(")")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](b.pdf)", "<a b.pdf a>"),
        ("[a](cesta/k%20souboru.pdf)", "<a cesta/k%20souboru.pdf a>"),
        ("[a](<zápis 1.pdf>)", "<a zápis 1.pdf a>"),
        ('[a](b "titul")', "<a b|titul a>"),
        ("[a](b?x=1&amp;y=2)", "<a b?x=1&y=2 a>"),
        ("[a *b*](c)", "<a c a <em b>>"),
        (r"[a](\\server\_data\a\(2\).pdf)", r"<a \\server\_data\a(2).pdf a>"),
        ("[a](b?copy=1&copy=2)", "<a b?copy=1&copy=2 a>"),
        ("[a [b](c) d](e)", "[a <a c b> d](e)"),
        ("[[b](c)", "[<a c b>"),
        ("[![a](b)](c)", "<a c <img b a>>"),
        ("![a *b* `c`](d.png)", "<img d.png a b c>"),
        ("![](d.png)", "<img d.png >"),
        ("<https://x.cz/a>", "<a https://x.cz/a https://x.cz/a>"),
        ("<jana@x.cz>", "<a mailto:jana@x.cz jana@x.cz>"),
    ],
)
def test_links_keep_their_address_as_written(text: str, expected: str):
    assert _text(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("viz www.x.cz.", "viz <a http://www.x.cz www.x.cz>."),
        ("https://x.cz/a_b_c?d=1, dál", "<a https://x.cz/a_b_c?d=1 https://x.cz/a_b_c?d=1>, dál"),
        ("(http://x.cz/a_(b))", "(<a http://x.cz/a_(b) http://x.cz/a_(b)>)"),
        ("„www.x.cz“", "„<a http://www.x.cz www.x.cz>“"),
        ("**www.x.cz**", "<b <a http://www.x.cz www.x.cz>>"),
        ("jan_novak@x.cz, dál", "<a mailto:jan_novak@x.cz jan_novak@x.cz>, dál"),
        ("[www.a.cz](b)", "<a b www.a.cz>"),
        ("xwww.x.cz www. @jana jana@ a@b", "xwww.x.cz www. @jana jana@ a@b"),
        ("`www.x.cz`", "<code www.x.cz>"),
    ],
)
def test_bare_addresses_are_links_without_the_punctuation_behind(text: str, expected: str):
    assert _text(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "[a](javascript:alert)",
        "[a](JavaScript:alert)",
        "[a](<java\tscript:alert>)",
        "[a](vbscript:x)",
        "[a](data:text/html,x)",
        "[a](\u200bjavascript:x)",
        "![a](data:image/png;base64,x)",
    ],
)
def test_addresses_that_a_browser_would_run_are_text(text: str):
    assert _text(text) == text


def test_an_encoded_dangerous_address_is_no_link():
    assert "<a" not in _text("[a](&#x6a;avascript:x) [b](java&#10;script:x) [c](j&Tab;avascript:x)")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a][x] a [X]\n\n[x]: https://x.cz", "P(<a https://x.cz a> a <a https://x.cz X>)"),
        (
            "[x]: https://x.cz",
            "P([x]: <a https://x.cz https://x.cz>)",
        ),
        (
            "[z]\n\n[z]: https://a.cz\n\n[z]: https://b.cz",
            "P(<a https://a.cz z>) P(<a https://a.cz z>: <a https://b.cz https://b.cz>)",
        ),
    ],
)
def test_the_target_of_a_reference_vanishes_only_where_it_is_used(text: str, expected: str):
    assert shape(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[paní @Kuzníková *předá* téma]{.ukol}", "<ukol paní @Kuzníková <em předá> téma>"),
        ("[a]{.skryt}", "<skryt a>"),
        ("[a]{.termín}", "<termin a>"),
        ("[a]{ .SKRYT }", "<skryt a>"),
        ("[a [b]{.skryt}]{.ukol}", "<ukol a <skryt b>>"),
        ("[a [b]{.skryt}](c)", "<a c a <skryt b>>"),
        ("[a [b](c)]{.skryt}", "<skryt a <a c b>>"),
    ],
)
def test_known_marks_make_spans(text: str, expected: str):
    assert (_text(text), problems(text)) == (expected, [])


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("[a]{.skrytt}", ["{.skrytt}"]),
        ("[a]{.xyz}", ["{.xyz}"]),
        ("[a]{skryt}", ["{skryt}"]),
        ("[a]{viz příloha}", []),
        ("[a]{příloha}", []),
        ("a{.skryt}", ["{.skryt}"]),
        ("[a] {.skryt}", ["{.skryt}"]),
        ("[a]{.skryt .termin}", ["{.skryt .termin}"]),
        ("a{.příloha}", []),
    ],
)
def test_an_unknown_mark_is_text_with_a_warning(text: str, reported: list[str]):
    assert (_text(text), problems(text)) == (text, [("Z307", words) for words in reported])
