"""Markdown for a wiki, read back by a parser that knows GitHub's tables."""

from itertools import pairwise

import pytest
from markdown_it import MarkdownIt
from msgspec import Struct

from export_cases import EMPTY, TABLE, row, table_of
from zapis.export.formats import export
from zapis.export.table import TaskTable


class Read(Struct, frozen=True):
    """What a reader of the page sees: headings, cells of all lines, links."""

    headings: list[str]
    cells: list[list[str]]
    links: list[str]


def read(table: TaskTable) -> Read:
    tokens = MarkdownIt().enable("table").parse(export("md", table).decode())
    headings: list[str] = []
    cells: list[list[str]] = []
    links: list[str] = []
    for before, token in pairwise(tokens):
        if before.type == "heading_open":
            headings.append(text_of(token))
        elif before.type == "tr_open":
            cells.append([])
        if before.type in {"td_open", "th_open"}:
            cells[-1].append(text_of(token))
        links += [
            str(child.attrs["href"]) for child in token.children or () if "href" in child.attrs
        ]
    return Read(headings, cells, links)


def text_of(token: object) -> str:
    return "".join(child.content for child in getattr(token, "children", None) or ())


def test_groups_have_headings_in_the_order_of_urgency():
    assert read(TABLE).headings == [
        "Úkoly – Město Horní Bělá",
        "Po termínu (2)",
        "Do týdne (1)",
        "Později (2)",
        "Trvalé a opakované (1)",
        "Bez termínu (1)",
        "Splněno (1)",
        "Zrušeno (1)",
    ]


def test_the_day_the_sums_and_the_selection_come_first():
    text = export("md", TABLE).decode()
    assert text.splitlines()[2:6] == [
        "Stav ke dni 13. 4. 2026: 7 otevřených úkolů, z toho 2 po termínu; 2 uzavřené.",
        "",
        "Výběr: do konce března = do 31. 3. 2026.",
        "",
    ]


def test_a_task_is_a_line():
    found = read(TABLE)
    series = "Pracovní skupina Bezpečná čtvrť"
    assert [found.cells[1], found.cells[2], found.cells[7]] == [
        [
            "20. 3. 2026, po termínu o 24 dní",
            "Zaslat nápady na vzdělávací akce – 11. 2. 2026: čeká se na potvrzení; lektor, \\ snad",
            "Eva Horáková, Petr Cháb",
            series,
            "BC-2026-01-23/1",
        ],
        [
            "12. 4. 2026, po termínu o 1 den",
            "Doplnit kontakty (rozpracováno)",
            "nepřiděleno",
            series,
            "BC-2026-01-23/2",
        ],
        [
            "od 1. 5. do 31. 5. 2026",
            "Vyřídit dotaz (nové)",
            "Petr Cháb",
            series,
            "BC-2026-01-23/7",
        ],
    ]


def test_numbers_lead_to_the_task_in_its_document():
    assert read(TABLE).links[0] == "zapisy/2026-01-23-bc.html#ukol_1"


def test_a_list_without_tasks_says_so():
    assert export("md", EMPTY).decode().splitlines()[2] == (
        "Stav ke dni 13. 4. 2026: 0 otevřených úkolů."
    )


@pytest.mark.parametrize(
    "text",
    [
        "a | b \\| c \\",
        "*a* _b_ ~~c~~ `d`",
        "[x](http://a) <b> &amp; &nbsp;",
        "<script>alert(1)</script>",
        "# nadpis #",
        "![x](y) \\* $a$",
        "-----",
        "@nekdo",
    ],
)
def test_text_is_never_markup(text: str):
    found = read(table_of(row(1, text, text, section=text), organization=text))
    assert (found.headings[0], found.cells[1][1:4]) == (f"Úkoly – {text}", [text] * 3)


def test_text_of_several_lines_stays_in_its_cell():
    assert read(table_of(row(1, "první\n| druhý\r\n\n# třetí"))).cells[1][1] == (
        "první | druhý # třetí"
    )


def test_a_link_with_odd_characters_stays_one():
    links = {"zapisy/2026-01-23-bc.md": "a b(1)<x>|ř.html"}
    assert read(table_of(row(1, "Úkol"), links=links)).links == [
        "a%20b%281%29%3Cx%3E%7C%C5%99.html#ukol_1"
    ]
