"""Tables of lines with pipes."""

import pytest

from markdown_shapes import shape
from zapis.body import Table
from zapis.parse.markdown import parse_body
from zapis.source import SourceFile


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("| a | b |\n|---|---|\n| 1 | 2 |", "T(a|b;1|2)"),
        ("a | b\n--|--\n1 | 2", "T(a|b;1|2)"),
        ("| a |\n|---|\n| 1 | 2 | 3 |\n| 4 |", "T(a||;1|2|3;4||)"),
        ("| a | b | c |\n|---|---|\n| 1 |", "T(a|b|c;1||)"),
        ("| a |\n|---|\n| x \\| *y* |", "T(a;x | <em y>)"),
        ("| a |\n|---|\n\ntext", "T(a) P(text)"),
        ("| a |\n|---|\n| 1 |\ntext", "T(a;1) P(text)"),
        ("Text\n| a |\n|---|\n| 1 |", "P(Text) T(a;1)"),
        ("- | a |\n  |---|\n  | 1 |", "UL(I(T(a;1)))"),
        ("> | a |\n> |---|\n> | 1 |", "Q(T(a;1))"),
        ("| a |\n|---|\n|  |", "T(a;)"),
        ("| a | b |", "P(| a | b |)"),
        ("a | b\n---", "P(a | b) HR"),
        ("a | b\n- | -", "P(a | b) UL(I(P(| -)))"),
    ],
)
def test_every_row_has_as_many_cells_as_the_longest(text: str, expected: str):
    assert shape(text) == expected


def test_columns_are_aligned_by_the_colons_of_the_ruler():
    text = "| a | b | c | d |\n|:--|:-:|--:|---|\n| 1 | 2 | 3 | 4 | 5 |\n"
    (table,) = parse_body(SourceFile("a.md", text).whole).value.blocks
    assert isinstance(table, Table)
    assert table.aligns == ("left", "center", "right", "", "")


def test_a_table_does_not_grow_beyond_what_was_written():
    """One long row and many short ones ask for a hundred million empty cells."""
    text = "|a|\n|-|\n" + "|b" * 10_000 + "\n" + "|c\n" * 10_000
    (table, *_) = parse_body(SourceFile("a.md", text).whole).value.blocks
    assert isinstance(table, Table)
    assert sum(len(row) for row in table.rows) < 100_000
