"""The page for people who do not have zapis: what it says, and that it is sound HTML."""

import re

import pytest

from export_cases import EMPTY, TABLE, row, table_of
from html_page import Page
from zapis.export.formats import export
from zapis.export.table import TaskTable

ATTACKS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style><script>alert(1)</script>",
    "{{ 7 * 7 }}{% raw %}",
    "<!-- ",
    "&lt;b&gt;",
    "javascript:alert(1)",
)


def page(table: TaskTable) -> Page:
    return Page(export("html", table).decode())


def test_it_is_well_formed_with_one_heading_and_no_skipped_level():
    made = page(TABLE)
    ids = made.ids
    assert (made.faults, made.skipped_levels, made.dead_references) == ([], [], set())
    assert (made.levels.count(1), len(ids), made.find("html")[0].attributes) == (
        1,
        len(set(ids)),
        {"lang": "cs"},
    )


def test_it_fetches_nothing_and_runs_nothing():
    text = export("html", TABLE).decode()
    outside = re.findall(r"src=|@import|url\(|<link", text)
    assert (outside, "<script" in text, "default-src 'none'" in text) == ([], False, True)


def test_it_says_of_what_day_it_is():
    made = page(TABLE)
    assert (made.words("title"), made.words("p")[:4]) == (
        ["Úkoly – Město Horní Bělá, stav ke dni 13. 4. 2026"],
        [
            "Město Horní Bělá",
            "Stav ke dni 13. 4. 2026",
            "7 otevřených úkolů, z toho 2 po termínu; 2 uzavřené",
            "Přehled vznikl ze zápisů z jednání. Číslo úkolu vede na zápis, který ho uložil.",
        ],
    )


def test_every_group_is_a_table_with_a_caption_and_scopes():
    made = page(TABLE)
    headings = made.words("h2")[1:]
    scopes = {cell.attributes["scope"] for cell in made.find("th")}
    assert (made.words("caption"), len(made.find("table")), scopes) == (
        headings,
        7,
        {"col", "row"},
    )


def test_a_late_task_says_so_in_words():
    made = page(TABLE)
    assert made.words("td", "termin")[:3] == [
        "20. 3. 2026 po termínu o 24 dní",
        "12. 4. 2026 po termínu o 1 den",
        "17. 4. 2026",
    ]


def test_what_is_known_of_a_task_stands_with_it():
    made = page(TABLE)
    sentences = [cell.words for cell in made.find("th") if cell.attributes["scope"] == "row"]
    assert (sentences[:2], sentences[5:]) == (
        [
            "Zaslat nápady na vzdělávací akce 11. 2. 2026: čeká se na potvrzení; lektor, \\ snad",
            "Doplnit kontakty rozpracováno",
        ],
        [
            "Svolat společné setkání",
            "Obejít organizace",
            "Obvolat organizace splněno 20. 3. 2026",
            "Koupit projektor zrušeno 1. 4. 2026",
        ],
    )


def test_who_is_to_do_it_may_be_nobody():
    assert page(TABLE).words("td", "kdo")[:2] == ["Eva Horáková, Petr Cháb", "nepřiděleno"]


def test_numbers_lead_to_the_task_in_its_document():
    links = [link.attributes["href"] for link in page(TABLE).find("a")]
    assert [link for link in links if not link.startswith("#")] == [
        f"zapisy/2026-01-23-bc.html#ukol_{number}" for number in (1, 2, 3, 4, 7, 5, 6, 8, 9)
    ]


def test_without_a_document_a_number_is_plain():
    made = page(table_of(row(1, "Úkol")))
    assert (made.words("span", "cislo"), len(made.find("a"))) == (["BC-2026-01-23/1"], 1)


def test_a_word_document_is_linked_as_a_whole():
    links = {"zapisy/2026-01-23-bc.md": "bc.docx"}
    made = page(table_of(row(1, "Úkol"), links=links))
    assert made.find("a")[-1].attributes["href"] == "bc.docx"


def test_a_list_without_tasks_says_so():
    assert "Žádný úkol tu není." in page(EMPTY).words("p")


@pytest.mark.parametrize("text", ATTACKS)
def test_text_is_text_everywhere(text: str):
    task = row(1, text, text, section=text)._replace(path=text)
    links = {text: text}
    made = page(table_of(task, organization=text, filters=(text,), links=links))
    tags = {element.tag for element in made.elements}
    usual = {element.tag for element in page(TABLE).elements}
    events = [name for element in made.elements for name in element.attributes if name[:2] == "on"]
    assert (tags - usual, events, made.faults) == (set(), [], [])
    assert made.words("td", "kdo") == [text.strip()]
