"""Headings, rules and fences."""

import pytest

from markdown_shapes import problems, shape


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Úvod", "H1(Úvod)"),
        ("#\u00a0Úvod", "H1(Úvod)"),
        ("## 1. Úvod **a** dál ##", "H2(1. Úvod <b a> dál)"),
        ("# C#", "H1(C#)"),
        ("Text\n# Úvod", "P(Text) H1(Úvod)"),
        ("####### sedm", "P(####### sedm)"),
        ("#", "P(#)"),
    ],
)
def test_a_heading_has_marks_and_a_space(text: str, expected: str):
    assert (shape(text), problems(text)) == (expected, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("#Úvod", "H1(Úvod)"),
        ("##Různé a **další**", "H2(Různé a <b další>)"),
        ("#1. Úvod", "H1(1. Úvod)"),
        ("#1.1 Úvod", "H1(1.1 Úvod)"),
        ("##2 Úvod", "H2(2 Úvod)"),
        ("#„Uvozovky“", "H1(„Uvozovky“)"),
    ],
)
def test_a_heading_without_the_space_is_one_with_a_tip(text: str, expected: str):
    marks = "##" if text.startswith("##") else "#"
    assert (shape(text), problems(text)) == (expected, [("Z304", marks)])


@pytest.mark.parametrize(
    "text", ["#1", "#12 hotovo", "#BC-2026-01-23/2 trvá", "#bc/1", "#12.", "#12)", "#?"]
)
def test_a_reference_to_a_task_is_no_heading(text: str):
    assert (shape(text), problems(text)) == (f"P({text})", [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Text\n---\ndál", "P(Text) HR P(dál)"),
        ("Text\n===", "P(Text⏎===)"),
        ("* * *", "HR"),
        ("______", "HR"),
        ("- a\n- - -\n- b", "UL(I(P(a))) HR UL(I(P(b)))"),
        ("--", "P(--)"),
    ],
)
def test_a_line_of_dashes_is_a_rule_never_a_heading(text: str, expected: str):
    assert shape(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("```\n# a\n\n- b\n```\ntext", "CODE (# a\n\n- b) P(text)"),
        ("~~~ python\nx\n~~~", "CODE python(x)"),
        ("- a\n  ```\n  x\n  ```", "UL(I(P(a) CODE (x)))"),
        ("```\nx", "CODE (x)"),
        ("    odsazeno\n    dál", "P(odsazeno⏎dál)"),
    ],
)
def test_only_a_fence_makes_code(text: str, expected: str):
    assert shape(text) == expected
