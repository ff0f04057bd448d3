"""Blocks `:::`: their names, what closes them, what is said when they do not fit."""

import pytest

from markdown_shapes import cut, parse, problems, shape
from zapis.body import Directive
from zapis.parse.markdown import parse_body
from zapis.source import SourceFile


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("::: skupiny", "groups „“"),
        ("::: skupina Most, Kotva + magistrát", "group „Most, Kotva + magistrát“"),
        ("::: karta 2.1.2 Krizové lůžko", "card „2.1.2 Krizové lůžko“"),
        ("::: Usnesení 12/2026", "resolution „12/2026“"),
        (":::usnesení", "resolution „“"),
        ("::: ZÁVĚR", "conclusion „“"),
        ("::: závěry", "conclusion „“"),
        ("::: neverejne osobní údaje", "restricted „osobní údaje“"),
        ("::::: zaver :::::", "conclusion „“"),
        (":::\u00a0zaver:", "conclusion „“"),
        ("    ::: zaver", "conclusion „“"),
    ],
)
def test_names_ignore_case_diacritics_and_plural(line: str, expected: str):
    assert shape(f"{line}\n\ntext\n\n:::\n\ndál") == f"{expected}(P(text)) P(dál)"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Text\n::: zaver\na\n:::\nb", "P(Text) conclusion „“(P(a)) P(b)"),
        ("- a\n::: zaver\n- b\n:::\n- c", "UL(I(P(a))) conclusion „“(UL(I(P(b)))) UL(I(P(c)))"),
        ("> a\n::: zaver\nb\n:::", "Q(P(a)) conclusion „“(P(b))"),
        ("- a\n  ::: zaver\n  b\n  :::\n- c", "UL(I(P(a))) conclusion „“(P(b)) UL(I(P(c)))"),
        ("::: skupiny\n::: skupina A\na\n:::\n:::", "groups „“(group „A“(P(a)))"),
        ("```\n::: zaver\n```", "CODE (::: zaver)"),
        ("> Text :::", "Q(P(Text :::))"),
        (":: cena", "P(:: cena)"),
    ],
)
def test_a_block_stands_anywhere_and_ends_what_is_before_it(text: str, expected: str):
    assert (shape(text), problems(text)) == (expected, [])


def test_a_new_group_closes_its_sibling():
    text = "::: skupiny\n::: skupina A\na\n::: skupina B\nb\n:::\n:::\n"
    expected = "groups „“(group „A“(P(a)) group „B“(P(b)))"
    assert (shape(text), problems(text)) == (expected, [])


def test_a_new_card_closes_the_one_before_with_a_warning():
    text = "::: karta 1\na\n::: karta 2\nb\n:::\n"
    expected = "card „1“(P(a)) card „2“(P(b))"
    assert (shape(text), problems(text)) == (expected, [("Z301", "::: karta 1")])


def test_the_end_of_the_file_closes_what_is_open_with_a_warning():
    assert problems("::: zaver\n\na\n") == [("Z301", "::: zaver")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# A\n::: zaver\na\n# B", "H1(A) conclusion „“(P(a)) H1(B)"),
        ("## A\n::: zaver\na\n## B", "H2(A) conclusion „“(P(a)) H2(B)"),
        ("::: zaver\na\n## B", "conclusion „“(P(a)) H2(B)"),
        ("# A\n::: zaver\na\n## B\n:::", "H1(A) conclusion „“(P(a) H2(B))"),
        ("::: zaver\na\n## B\n:::", "conclusion „“(P(a) H2(B))"),
    ],
)
def test_a_heading_of_a_section_closes_what_is_open(text: str, expected: str):
    assert shape(text) == expected


def test_a_block_cut_off_by_a_heading_names_the_line_that_opened_it():
    text = "# A\n\n::: zaver\n\na\n\n# B\n"
    (found,) = parse_body(SourceFile("a.md", text).whole).diagnostics
    assert found.span
    labels = [cut(text, label.span) for label in found.labels]
    assert (found.code.id, cut(text, found.span), labels) == ("Z301", "# B", ["::: zaver"])


def test_a_closing_line_that_closes_nothing_is_reported():
    assert (shape("a\n\n:::\n\nb"), problems("a\n\n:::\n\nb")) == ("P(a) P(b)", [("Z303", ":::")])


def test_an_unknown_block_is_looked_through_and_its_words_are_printed():
    text = "::: skuina Most\na\n:::\nb\n"
    assert (shape(text), problems(text)) == ("P(Most) P(a) P(b)", [("Z302", "skuina")])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("::: skuina Most", "::: skupina Most"),
        ("::: xyz", "známé bloky jsou karta, neverejne, skupina, skupiny, usneseni, zaver"),
    ],
)
def test_an_unknown_block_gets_a_suggestion(line: str, expected: str):
    (found,) = parse_body(SourceFile("a.md", f"{line}\n:::\n").whole).diagnostics
    assert found.cure == expected


def test_the_span_of_a_block_reaches_from_its_first_line_to_its_last_text():
    text = "a\n\n::: skupina Most\n\n- b\n\n:::\n"
    block = parse(text).blocks[1]
    assert isinstance(block, Directive)
    assert (cut(text, block.span), block.argument.offset(0)) == ("::: skupina Most\n\n- b", 15)
