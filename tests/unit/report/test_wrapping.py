"""Words wrapped to a width."""

import pytest

from zapis.report.wrapping import hang, whole, wrap


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("", 10, []),
        (" \n ", 10, []),
        ("jedna dvě tři", 9, ["jedna dvě", "tři"]),
        ("jedna dvě tři", 100, ["jedna dvě tři"]),
        ("  jedna   dvě ", 100, ["jedna dvě"]),
        ("nejneobhospodařovávatelnější", 10, ["nejneobhos", "podařováva", "telnější"]),
        (
            "že nejneobhospodařovávatelnější je",
            10,
            ["že", "nejneobhos", "podařováva", "telnější", "je"],
        ),
        ("velmi-dlouhe-oznaceni/5", 14, ["velmi-dlouhe-", "oznaceni/5"]),
        ("日本日本", 5, ["日本", "日本"]),
        ("日本 je daleko", 7, ["日本 je", "daleko"]),
        ("a\nb\tc", 10, ["a b c"]),
        ("do\u00a020.\u00a03. a dál", 11, ["do 20. 3. a", "dál"]),
        ("termín do\u00a020.\u00a03.", 11, ["termín", "do 20. 3."]),
        ("\u00a0\u00a0a\u00a0\u00a0", 5, ["a"]),
        ("20.\u00a03.\u00a02026", 6, ["20. 3.", "2026"]),
        ("ab", 0, ["a", "b"]),
        ("e\u030c\u030ce", 1, ["e\u030c\u030c", "e"]),
    ],
)
def test_words_are_wrapped_to_the_width(text: str, columns: int, lines: list[str]) -> None:
    assert wrap(text, columns) == lines


def test_a_whole_text_is_not_broken_at_its_spaces() -> None:
    assert wrap(f"celkem {whole('9 700 úkolů')}", 15) == ["celkem", "9 700 úkolů"]


def test_lines_behind_the_first_are_indented() -> None:
    assert hang("» čeká se na potvrzení", 10) == ["» čeká", "  se na", "  potvrzen", "  í"]


def test_a_megabyte_of_anything_is_wrapped_without_losing_a_character() -> None:
    texts = ["a" * 1_000_000, "č-" * 500_000, "\u030c" * 1_000_000]
    assert ["".join(wrap(text, 40)) == text for text in texts] == [True] * 3
