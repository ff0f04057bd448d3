"""The table of reviews that stood under no heading, in HTML and in Word."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from docx_documents import EMPTY_VIEW, par, text
from docx_reading import W, audit, paragraphs, text_of, texts, xml_of
from html_page import Page
from zapis.inline import FootnoteRef, Link, Strong, Text
from zapis.render.docx import render_word
from zapis.render.html import render_html
from zapis.render.views import DocumentView, ReviewView, SectionView

HEADER = ["Č.", "Úkol", "Zodpovídá", "Termín", "Stav"]
NOTE = "V seznamu úkolů pod označením P-2026-03-16/číslo."
DONE = ReviewView(
    *("P-2026-03-16/1", "Obvolat organizace", "Petr Cháb, Jana Malá", "do 27. 3. 2026"),
    *("splněno", "", text("odpovědělo všech devět"), "Obvolat organizace"),
)
OPEN = ReviewView(
    *("P-2026-03-16/12", "Objednat sál", "", "", "trvá", "", text(", nový termín 20. 4. 2026")),
    *("Objednat sál", "", True),
)
SHORT = [
    ["1", "Obvolat organizace", "Petr Cháb, Jana Malá", "do 27. 3. 2026", "splněno – odpovědělo"],
    ["12", "Objednat sál", "–", "–", "trvá, nový termín 20. 4. 2026"],
]


def _view(*reviews: ReviewView, note: str = NOTE) -> DocumentView:
    section = SectionView(
        1, text("Kontrola úkolů"), (par("Pan Cháb odešel."),), "bod_1", reviews, note
    )
    return replace(EMPTY_VIEW, sections=(section,), reviews=reviews)


def _in_html(view: DocumentView) -> list[list[str]]:
    page = Page(render_html(view))
    head, *rows = [page.words("th"), *_chunks(page.words("td"))]
    return [head, *rows]


def _chunks(cells: list[str]) -> list[list[str]]:
    return [cells[at : at + 5] for at in range(0, len(cells), 5)]


def _in_word(view: DocumentView) -> list[list[str]]:
    rows = xml_of(render_word(view)).find(f".//{W}tbl").findall(f"{W}tr")
    return [[text_of(cell) for cell in row.findall(f"{W}tc")] for row in rows]


def _rows(view: DocumentView) -> list[list[str]]:
    html, word = _in_html(view), _in_word(view)
    assert html == word
    return word


def test_both_formats_print_the_task_as_set_and_its_state():
    done = replace(DONE, children=text("odpovědělo"))
    assert _rows(_view(done, OPEN)) == [HEADER, *SHORT]


def test_without_a_note_numbers_are_in_full():
    rows = _rows(_view(DONE, OPEN, note=""))
    assert [row[0] for row in rows[1:]] == ["P-2026-03-16/1", "P-2026-03-16/12"]


def test_the_note_and_the_text_that_follows_stand_below():
    view = _view(DONE)
    html = Page(render_html(view)).words("section", "bod")[0]
    assert (texts(render_word(view))[-2:], html.endswith(f" {NOTE} Pan Cháb odešel.")) == (
        [NOTE, "Pan Cháb odešel."],
        True,
    )


def test_word_has_a_header_row_and_real_styles():
    data = render_word(_view(DONE))
    rows = xml_of(data).find(f".//{W}tbl").findall(f"{W}tr")
    headers = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
    styles = {p.style for p in paragraphs(data)}
    assert (headers, {"Heading1", "ZapisBunka", "ZapisBunkaZahlavi"} - styles) == (
        [True, False],
        set(),
    )


def test_a_date_is_not_broken_in_word():
    """The widest word that no-break spaces hold together fits into its column."""
    view = _view(replace(DONE, deadline="do\u00a031.\u00a03.\u00a02026"), OPEN)
    widths = [int(c.get(f"{W}w")) for c in xml_of(render_word(view)).iter(f"{W}gridCol")]
    assert (widths[3] >= 14 * 120, widths[0] < widths[1]) == (True, True)


def test_cells_are_named_where_a_phone_shows_them_one_below_the_other():
    cells = Page(render_html(_view(DONE))).find("td")
    assert [cell.attributes.get("data-nazev", "") for cell in cells] == ["", "", *HEADER[2:]]


def test_formatting_links_and_footnotes_of_a_comment_are_kept():
    said = (Text("viz "), Link("https://example.cz", (Strong(text("zpráva")),)), FootnoteRef(1))
    html = render_html(_view(replace(DONE, children=said)))
    assert '– viz <a href="https://example.cz"><strong>zpráva</strong></a><sup>1</sup></td>' in html


@pytest.mark.parametrize("hostile", ["<b>{{ 7*7 }}</b>", "{% raw %}&amp;\"'"])
def test_hostile_text_stays_text(hostile: str):
    review = replace(DONE, sentence=hostile, assignees=hostile, children=text(hostile))
    row = _rows(_view(review))[1]
    assert row[1:] == [hostile, hostile, "do 27. 3. 2026", f"splněno – {hostile}"]


def test_the_page_is_well_formed_and_the_word_document_valid(tmp_path: Path):
    view = _view(DONE, OPEN)
    page = Page(render_html(view))
    assert (page.faults, page.skipped_levels, page.dead_references) == ([], [], set())
    assert audit(render_word(view), tmp_path) == []


def test_the_section_stands_in_the_contents_of_long_minutes():
    view = _view(DONE)
    others = [SectionView(n, text(f"Bod {n}"), (), f"bod_{n}") for n in range(2, 7)]
    page = Page(render_html(replace(view, sections=(*view.sections, *others))))
    assert page.words("nav")[0].startswith("Obsah 1. Kontrola úkolů 2. Bod 2")
