"""Texts sort as in a Czech dictionary."""

from zapis.czech.collation import sort_key


def test_czech_letters_have_their_places():
    words = [
        "Chalupa",
        "Hájek",
        "Ivan",
        "Cibulka",
        "Čáp",
        "Dvořák",
        "Šimek",
        "Sova",
        "Žák",
        "Zeman",
    ]
    expected = "Cibulka Čáp Dvořák Hájek Chalupa Ivan Sova Šimek Zeman Žák"
    assert " ".join(sorted(words, key=sort_key)) == expected


def test_different_texts_never_have_equal_keys():
    assert sort_key("a" * 300 + "b") != sort_key("a" * 300 + "c")


def test_long_text_is_quick():
    assert sort_key("č" * 1_000_000) < sort_key("d")
