"""Blocks of the record in Word."""

import pytest
from msgspec.structs import replace

from docx_documents import (
    NBSP,
    bullets,
    full_view,
    numbered,
    par,
    text,
    with_blocks,
)
from docx_reading import ReadParagraph, W, paragraphs, text_of, texts, xml_of
from zapis.body import (
    Block,
    Card,
    CardField,
    CodeBlock,
    Conclusion,
    Directive,
    FieldLabel,
    Group,
    Groups,
    Heading,
    Milestone,
    Paragraph,
    Quote,
    RawTask,
    Resolution,
    Restricted,
    ReviewLine,
    Rule,
    Schedule,
    Table,
    TaskLine,
    Vote,
)
from zapis.inline import Image, Strong, TaskMention, Text
from zapis.render.docx import render_word
from zapis.source import MappedText, Span


def shown(*blocks: Block) -> list[ReadParagraph]:
    return [p for p in paragraphs(render_word(with_blocks(*blocks)))[3:] if p.text]


def pairs(*blocks: Block) -> list[tuple[str, str]]:
    return [(p.style, p.text) for p in shown(*blocks)]


RAW = MappedText("slova", ((0, 0),))


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (par("a"), [("", "a")]),
        (Heading(2, text("a")), [("Heading2", "a")]),
        (Heading(2, ()), []),
        (Quote((par("a"),)), [("Quote", "a")]),
        (CodeBlock("a\n\tb\n\n c"), [("ZapisKod", "a\n\tb\n\n c")]),
        (Rule(), []),
        (FieldLabel("Popis"), [("ZapisStitek", "Popis:")]),
        (RawTask(" ", RAW, Span(0, 5)), [("", "slova")]),
        (Directive("group", RAW, (par("a"),), Span(0, 5)), [("", "a")]),
        (
            Groups((par("otázka"), Group(text("Most"), (par("a"),)))),
            [("", "otázka"), ("ZapisSkupinaNazev", "Most"), ("ZapisSkupina", "a")],
        ),
        (Group((), (par("a"),)), [("ZapisSkupina", "a")]),
        (
            Conclusion((par("shoda"), par("b"))),
            [("ZapisZaver", "Závěr: shoda"), ("ZapisZaver", "b")],
        ),
        (Conclusion((par("Závěry jsou dva."),)), [("ZapisZaver", "Závěry jsou dva.")]),
        (Conclusion((bullets("a"),)), [("ZapisStitek", "Závěr"), ("ListParagraph", "a")]),
        (Conclusion(()), [("ZapisStitek", "Závěr")]),
        (
            Resolution("3/26", (par("a"),)),
            [("ZapisStitek", "Usnesení č.\N{NO-BREAK SPACE}3/26"), ("ZapisUsneseni", "a")],
        ),
        (Resolution("č. 3", ()), [("ZapisStitek", "Usnesení č.\N{NO-BREAK SPACE}3")]),
        (
            Resolution("", (par("a"),), Vote("7 – 0 – 1")),
            [
                ("ZapisStitek", "Usnesení"),
                ("ZapisUsneseni", "a"),
                ("ZapisHlasovani", "Hlasování: 7 – 0 – 1"),
            ],
        ),
        (
            Restricted("GDPR", (par("a"),)),
            [("ZapisNeverejneStitek", "Neveřejné: GDPR"), ("ZapisNeverejne", "a")],
        ),
        (Restricted("", ()), [("ZapisNeverejneStitek", "Neveřejné")]),
        (
            Schedule((Milestone(2026, text("a")), Milestone(None, text("b")))),
            [("ZapisMilnik", "2026\ta"), ("ZapisMilnik", "\tb")],
        ),
    ],
    ids=lambda value: type(value).__name__ if not isinstance(value, list) else "",
)
def test_a_block_is_printed_in_its_style(block: Block, expected: list[tuple[str, str]]) -> None:
    assert pairs(block) == expected


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ((2, 3, 4, 5, 6), [2, 3, 4, 5, 6]),
        ((4, 6, 2, 4), [2, 3, 2, 3]),
        ((1, 1), [2, 2]),
    ],
)
def test_headings_never_skip_a_level(levels: tuple[int, ...], expected: list[int]) -> None:
    made = pairs(*(Heading(level, text("x")) for level in levels))
    assert [int(style.removeprefix("Heading")) for style, _ in made] == expected


def test_what_a_colon_announces_stays_on_its_page() -> None:
    data = render_word(with_blocks(par("Teze:"), bullets("a"), par("Konec:")))
    kept = [
        text_of(p) for p in xml_of(data).iter(f"{W}p") if p.find(f"{W}pPr/{W}keepNext") is not None
    ]
    assert kept == ["Bod", "Teze:"]


def test_the_line_of_a_block_stands_beside_its_lists_too() -> None:
    block = Conclusion((par("shoda"), bullets((par("a"), bullets("b")))))
    data = xml_of(render_word(with_blocks(block)))
    spaces = [p.find(f"{W}pPr/{W}pBdr/{W}left") for p in data.iter(f"{W}p")]
    assert [node.get(f"{W}space") for node in spaces if node is not None] == ["8", "28"]


def test_a_task_shows_fields_number_and_state() -> None:
    view = full_view()
    blocks = (
        bullets((TaskLine(0, text("Zaslat nápady"), fields=True), par("poznámka"))),
        TaskLine(1, text("Zvážit účast do příště."), fields=False),
        TaskLine(3, (Strong(text("Předložit")),)),
        Paragraph((Text("Paní "), TaskMention(2, text("předá téma")), Text(" školám."))),
    )
    view = with_blocks(*blocks, tasks=view.tasks)
    made = [text for text in texts(render_word(view)) if "úkol" in text][:4]
    assert made == [
        f"Zaslat nápady →{NBSP}Eva Horáková, Petr Cháb; do 20. 3. 2026 (úkol{NBSP}1)",
        "Zvážit účast do příště. (úkol\N{NO-BREAK SPACE}2)",
        "Úkol č. 3/26: Předložit (úkol\N{NO-BREAK SPACE}4, splněno)",
        "Paní předá téma (úkol\N{NO-BREAK SPACE}3) školám.",
    ]


def test_a_review_shows_the_older_task_and_what_is_said_of_it() -> None:
    view = with_blocks(
        ReviewLine(0, text("byli všichni")), ReviewLine(1, ()), reviews=full_view().reviews
    )
    assert texts(render_word(view))[2:] == [
        "Obvolat organizace (Petr Cháb; do 15. 1. 2026; BC-2025-11-20/2) – splněno: byli všichni",
        "Úkol BC-2025-11-20/3 – trvá",
    ]


def test_words_of_a_review_may_go_on_from_its_state() -> None:
    review = replace(full_view().reviews[1], flows=True)
    view = with_blocks(ReviewLine(0, text(", čeká se na cenu")), reviews=(review,))
    assert texts(render_word(view))[2:] == ["Úkol BC-2025-11-20/3 – trvá, čeká se na cenu"]


def test_a_task_is_a_place_that_can_be_linked_to() -> None:
    view = with_blocks(TaskLine(0, text("a")), TaskLine(0, text("b")), tasks=full_view().tasks)
    document = xml_of(render_word(view))
    assert [mark.get(f"{W}name") for mark in document.iter(f"{W}bookmarkStart")] == [
        "bod_1",
        "ukol_1",
    ]


def test_a_card_is_a_table_of_labels_and_contents() -> None:
    card = Card(
        "2.1",
        text("Lůžko"),
        (
            CardField("", (par("úvod"),)),
            CardField("Kdo", (par("město"), bullets("a"))),
            CardField("Prázdné", ()),
            CardField("Kolik", (Table((text("Kč"),), ((text("1"),),), ("right",)),)),
        ),
    )
    table = xml_of(render_word(with_blocks(card))).find(f".//{W}tbl")
    rows = [[text_of(cell) for cell in row.findall(f"{W}tc")] for row in table.findall(f"{W}tr")]
    last = [cell[-1].tag for cell in table.iter(f"{W}tc")]
    assert (rows, set(last)) == (
        [["2.1 Lůžko"], ["úvod"], ["Kdo", "městoa"], ["Prázdné", ""], ["Kolik", "Kč1"]],
        {f"{W}p"},
    )


def test_a_picture_that_is_not_there_is_its_description() -> None:
    made = shown(
        Paragraph((Image("a.png", "Mapa"), Image("b.png", "", "Plán"), Image("c.png", "")))
    )
    assert [p.text for p in made] == ["MapaPlánc.png"]


def test_lists_in_cells_and_quotes_are_complete() -> None:
    made = shown(Quote((numbered("a", "b"),)), Group(text("G"), (numbered("c"),)))
    assert [(p.number, p.text) for p in made] == [("1.", "a"), ("2.", "b"), ("", "G"), ("1.", "c")]
