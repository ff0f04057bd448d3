"""Ends of pages: no heading, label or first line of a list stays there without what follows."""

import pytest

from pdf_reading import needs_pdf, page_lines, view_of
from zapis.render.views import DocumentView

pytestmark = needs_pdf

# Lines with this word may not be the last of a page.
KEEP = "DRŽ"
PARTS = (
    f"## {KEEP} nadpis\n\nText.",
    f"## {KEEP} nadpis\n\n### {KEEP} podnadpis\n\nText.",
    f"## {KEEP} nadpis\n\n- jedna\n- dvě",
    f"## {KEEP} nadpis\n\n| {KEEP} A | B |\n|---|---|\n| {KEEP} 1 | 2 |\n| 3 | 4 |\n| 5 | 6 |",
    f"{KEEP} před seznamem:\n\n- {KEEP} jedna\n- dvě\n- tři",
    f"{KEEP} před čísly:\n\n1. {KEEP} jedna\n2. dvě",
    f"{KEEP} před tabulkou:\n\n| {KEEP} A | B |\n|---|---|\n| 1 | 2 |",
    f"{KEEP} před citací:\n\n> citace",
    f"{KEEP} před úkoly:\n\n- [ ] {KEEP} první\n- [ ] druhý",
    f"::: zaver\n{KEEP} závěr\n\nkonec závěru\n:::",
    f"::: usneseni 1\n{KEEP} Rada\n\n1. {KEEP} bere\n2. {KEEP} ukládá\n\nHlasování: pro 5\n:::",
    f"::: neverejne {KEEP}\nText.\n:::",
    f"::: skupina {KEEP} Skupina\n- {KEEP} jedna\n- dvě\n:::",
    f"::: karta 1 {KEEP} Karta\n{KEEP} A: x\n\nHarmonogram:\n2026: {KEEP}\n2027: poslední\n:::",
)
HEADER = "datum: 20. 3. 2026\npritomni: [Jan Novák]\nzapsal: Eva Říhová"


def filled(seed: int) -> DocumentView:
    """Minutes in which the parts meet the ends of pages at ever other places."""
    texts = []
    for index in range(70):
        texts.append(PARTS[(index * 5 + seed) % len(PARTS)])
        lengths = [(index * 7 + line * 11 + seed * 13) % 33 for line in range((index + seed) % 5)]
        texts += ["výplň " * (length + 3) for length in lengths]
    return view_of("\n\n".join(texts), HEADER)


@pytest.mark.parametrize("seed", range(3))
def test_nothing_is_left_at_the_end_of_a_page(seed: int):
    pages = page_lines(filled(seed))
    # The last line is the footer.
    last = [page[-2] for page in pages]
    assert len(pages) > 12
    assert [line for line in last if KEEP in line] == []


@pytest.mark.parametrize("lines", range(24, 40, 3))
def test_signatures_are_never_alone_on_a_page(lines: int):
    body = "\n\n".join(f"řádek {number}" for number in range(lines)) + "\n\n- [ ] úkol"
    last = page_lines(view_of(body, HEADER))[-1]
    assert len([line for line in last if "Zapsal:" in line]) == 1
    assert len(last) > 2


def test_the_header_of_a_table_is_repeated():
    rows = "\n".join(f"| {number} | x |" for number in range(120))
    pages = page_lines(view_of(f"| HLAVA | B |\n|---|---|\n{rows}"))
    assert [" ".join(page).count("HLAVA") for page in pages] == [1] * len(pages)


def test_a_row_is_not_torn():
    rows = "\n".join(f"| č{number}a {'slovo ' * 30} č{number}z | x |" for number in range(60))
    pages = [" ".join(page) for page in page_lines(view_of(f"| A | B |\n|---|---|\n{rows}"))]
    torn = [
        number
        for number in range(60)
        for page in pages
        if (f"č{number}a" in page) != (f"č{number}z" in page)
    ]
    assert len(pages) > 2
    assert torn == []


def test_a_card_that_fits_is_in_one_piece():
    card = "::: karta {0} Karta\n" + "\n\n".join(f"Pole {n}: {{0}}-{n}" for n in range(6)) + "\n:::"
    pages = [
        " ".join(page)
        for page in page_lines(
            view_of("\n\n".join(card.format(f"k{number}") for number in range(30)))
        )
    ]
    torn = [n for n in range(30) for p in pages if (f"k{n}-0" in p) != (f"k{n}-5" in p)]
    assert len(pages) > 3
    assert torn == []
