"""Width of text and wrapping of words."""

import pytest

from zapis.report.columns import pad, pad_left, visible, width, wrap


@pytest.mark.parametrize(
    ("text", "columns"),
    [("", 0), ("abc", 3), ("ěšč", 3), ("e\u030c", 1), ("日本", 4), ("👍", 2), ("a\u200db", 2)],
)
def test_width_is_that_of_a_terminal(text: str, columns: int) -> None:
    assert width(text) == columns


def test_padding_counts_columns_and_not_characters() -> None:
    assert (pad("日", 4), pad_left("日", 4)) == ("日  ", "  日")


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("", 10, []),
        ("jedna dvě tři", 9, ["jedna dvě", "tři"]),
        ("jedna dvě tři", 100, ["jedna dvě tři"]),
        ("nejneobhospodařovávatelnější", 10, ["nejneobhos", "podařováva", "telnější"]),
        ("velmi-dlouhe-oznaceni/5", 14, ["velmi-dlouhe-", "oznaceni/5"]),
        ("日本日本", 5, ["日本", "日本"]),
        ("a\nb\tc", 10, ["a b c"]),
        ("ab", 0, ["a", "b"]),
    ],
)
def test_words_are_wrapped_to_the_width(text: str, columns: int, lines: list[str]) -> None:
    assert wrap(text, columns) == lines


def test_nothing_that_steers_a_terminal_gets_through() -> None:
    assert visible("a\x1b[31m\u202eb\u00a0c\n") == "a\ufffd[31m\ufffdb c "
