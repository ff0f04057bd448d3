"""Texts become short enough to be quoted, and short ones stay as they are."""

from zapis.czech.shortening import first_words, one_line, shorten


def test_line_ends_and_runs_of_spaces_become_one_space():
    assert one_line(" Rada\n města \u00a0Brna ") == "Rada města Brna"


def test_a_long_text_ends_with_an_ellipsis_and_a_short_one_stays():
    assert (shorten("abcdef", 6), shorten("abcdefg", 6)) == ("abcdef", "abcde…")


def test_words_stay_whole():
    words = "Zaslat nápady všem členům pracovní skupiny do"
    assert (first_words(f"{words} pátk"), first_words(f"{words} středy")) == (
        f"{words} pátk",
        f"{words}…",
    )


def test_one_endless_word_is_cut():
    assert first_words("a" * 1_000_000) == "a" * 50 + "…"
