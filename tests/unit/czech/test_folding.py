"""Words compare without case and diacritics, and near misses are told from other words."""

import unicodedata

import pytest

from zapis.czech.folding import fold, key_fold, similar, slug, strip_diacritics

KEYS = (
    *("nazev", "predmet", "titulek", "typ", "serie", "id", "poradi", "cislo", "cj", "spzn"),
    *("datum", "cas", "misto", "svolal", "pritomni", "omluveni", "hoste", "program", "zapsal"),
    *("overil", "za", "pristi", "prilohy", "rozdelovnik", "stav", "skryt", "projekt", "sablona"),
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Příliš ŽLUŤOUČKÝ kůň", "prilis zlutoucky kun"),
        ("Øre Łódź Đ", "ore lodz d"),
        ("abc", "abc"),
        ("", ""),
        ("§ 5 – „a“", "§ 5 – „a“"),
    ],
)
def test_fold_drops_case_and_diacritics(text: str, folded: str):
    assert fold(text) == folded


def test_fold_is_the_same_for_composed_and_decomposed_text():
    text = "Žluťoučký kůň"
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


def test_strip_diacritics_keeps_case():
    assert strip_diacritics("Příští ŽÁK") == "Pristi ZAK"


@pytest.mark.parametrize(
    "key", ["Příští jednání", "pristi_jednani", "pristi-jednani", "PŘÍŠTÍ\u00a0jednání"]
)
def test_key_fold_drops_what_divides_words(key: str):
    assert key_fold(key) == "pristijednani"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PS PP", "PS-PP"),
        ("Porada vedení č. 3/2026", "Porada-vedeni-c.-3-2026"),
        ("2026-03-20-porada", "2026-03-20-porada"),
        ("_a.b", "_a.b"),
        ("..", ""),
        ("„…“", ""),
        ("Řeka", "Reka"),
    ],
)
def test_slug_keeps_safe_characters(text: str, expected: str):
    assert slug(text) == expected


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("pritomi", "pritomni"),
        ("Přítomní", None),
        ("přitommni", "pritomni"),
        ("datm", "datum"),
        ("dautm", "datum"),
        ("datun", "datum"),
        ("mistto", "misto"),
        ("nzaev", "nazev"),
        ("omluveny", "omluveni"),
        ("rozdelovník", None),
        ("rozdeovnk", "rozdelovnik"),
        ("progam", "program"),
        ("csa", "cas"),
    ],
)
def test_typing_error_leads_to_the_key(word: str, key: str | None):
    assert similar(word, KEYS) == key


@pytest.mark.parametrize(
    "word",
    [
        *("Město", "Stavba", "Stát", "Část", "Cena", "Téma", "Most", "Na", "Kraj", "Rok"),
        *("Počasí", "Spisová značka", "Místnost", "Předkladatel", "Jazyk", "Verze", "Cíl", "Role"),
        *("", "x", "a" * 100_000),
    ],
)
def test_another_word_is_no_typing_error(word: str):
    assert similar(word, KEYS) is None


def test_nearest_candidate_wins_as_it_was_given():
    assert similar("usnesni", ("Zápis", "Usnesení", "usnesenost")) == "Usnesení"
