"""Titles and courtesies around a name are recognised with and without dots and spaces."""

import pytest

from zapis.czech.titles import read_titles_before, read_titles_behind


@pytest.mark.parametrize(
    ("text", "titles", "name"),
    [
        ("Ing. Novák", ("Ing.",), "Novák"),
        ("Ing Novák", ("Ing",), "Novák"),
        ("ing. Novák", ("ing.",), "Novák"),
        ("ING. NOVÁK", ("ING.",), "NOVÁK"),
        ("Ing.Novák", ("Ing.",), "Novák"),
        ("Ing. arch. Novák", ("Ing. arch.",), "Novák"),
        ("Ing.arch. Novák", ("Ing.arch.",), "Novák"),
        ("doc. Ing. Novák", ("doc.", "Ing."), "Novák"),
        ("Mgr. et Mgr. Novák", ("Mgr.", "et Mgr."), "Novák"),
        ("prof. MUDr. Novák", ("prof.", "MUDr."), "Novák"),
        ("dr. h. c. Novák", ("dr. h. c.",), "Novák"),
        ("akad. mal. Novák", ("akad. mal.",), "Novák"),
        ("Dipl.-Ing. Novák", ("Dipl.-Ing.",), "Novák"),
        ("plk. gšt. Novák", ("plk. gšt.",), "Novák"),
        ("pplk. Ing. Novák", ("pplk.", "Ing."), "Novák"),
        ("pan Novák", ("pan",), "Novák"),
        ("panem Novákem", ("panem",), "Novákem"),
        ("Paní Malá", ("Paní",), "Malá"),
        ("p. Novák", ("p.",), "Novák"),
        ("p.Novák", ("p.",), "Novák"),
        ("pí Malá", ("pí",), "Malá"),
        ("slečně Malé", ("slečně",), "Malé"),
        ("pan Ing. Novák", ("pan", "Ing."), "Novák"),
        ("Novák", (), "Novák"),
        ("Drahomíra", (), "Drahomíra"),
        ("Ingrid", (), "Ingrid"),
        ("Panenka", (), "Panenka"),
        ("por Novák", (), "por Novák"),
        ("p Novák", (), "p Novák"),
        ("P. Novák", ("P.",), "Novák"),
        ("  Ing.  Novák", ("Ing.",), "Novák"),
        ("", (), ""),
    ],
)
def test_titles_before(text: str, titles: tuple[str, ...], name: str):
    found, start = read_titles_before(text)
    assert (found, text[start:]) == (titles, name)


@pytest.mark.parametrize(
    ("behind", "titles", "rest"),
    [
        (", Ph.D.", ("Ph.D.",), ""),
        (" Ph. D., dál", ("Ph. D.",), ", dál"),
        (", PhD.", ("PhD.",), ""),
        (" PhD", ("PhD",), ""),
        (", CSc., MBA", ("CSc.", "MBA"), ""),
        (", Ph.D. et Ph.D.", ("Ph.D.", "et Ph.D."), ""),
        (", LL.M. (MMO)", ("LL.M.",), " (MMO)"),
        (", DiS., tajemnice", ("DiS.",), ", tajemnice"),
        (", M.A.", ("M.A.",), ""),
        (", dr. h. c.", ("dr. h. c.",), ""),
        (", MA", (), ", MA"),
        (", disident", (), ", disident"),
        (", Mgr. Malá", (), ", Mgr. Malá"),
        (", starosta", (), ", starosta"),
        ("", (), ""),
    ],
)
def test_titles_behind(behind: str, titles: tuple[str, ...], rest: str):
    text = "Novák" + behind
    found, end = read_titles_behind(text, len("Novák"))
    assert (found, text[end:]) == (titles, rest)


@pytest.mark.parametrize("unit", ["ing.", "Ing. ", "dr", "p.", "et ", " ", ".", "á", "h. c. "])
def test_long_repetitions_are_quick(unit: str):
    text = unit * (200_000 // len(unit))
    assert read_titles_before(text)[1] <= len(text)
    assert read_titles_behind(text, 0)[1] <= len(text)
