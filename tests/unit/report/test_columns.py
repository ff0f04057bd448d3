"""Width of text, padding, and text that is safe for a terminal."""

import pytest

from zapis.report.columns import pad, pad_left, visible, width


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("abc", 3),
        ("ěšč – „…“ §", 11),
        ("e\u030c", 1),
        ("日本", 4),
        ("한국", 4),
        ("\u1112\u1161\u11ab", 2),
        ("👍", 2),
        ("👍🏽", 2),
        ("👩\u200d💻", 2),
        ("👩🏽\u200d🤝\u200d👨🏻", 2),
        ("❤", 1),
        ("❤\ufe0f", 2),
        ("1\ufe0f\u20e3", 2),
        ("a\ufe0f", 1),
        ("🇨🇿", 2),
        ("a\u200db", 2),
        ("日\u200d本", 4),
    ],
)
def test_width_is_that_of_a_terminal(text: str, columns: int) -> None:
    assert width(text) == columns


def test_padding_counts_columns_and_not_characters() -> None:
    assert (pad("日", 4), pad_left("日", 4), pad("č", 3)) == ("日  ", "  日", "č  ")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31m\u202eb\u00a0c\n", "a\ufffd[31m\ufffdb c "),
        ("a\x9b2Jb\x7f", "a\ufffd2Jb\ufffd"),
        ("a\rb\tc\u2028d", "a b c d"),
        ("vzdě\u00adlá\u200bvání\ufeff", "vzdělávání"),
        ("\ud800", "\ufffd"),
        ("👩\u200d💻", "👩\u200d💻"),
    ],
)
def test_nothing_that_steers_a_terminal_gets_through(text: str, shown: str) -> None:
    assert visible(text) == shown
