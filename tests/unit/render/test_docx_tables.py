"""Tables of the author in Word."""

import pytest
from lxml import etree

from docx_documents import NBSP, text, with_blocks
from docx_reading import W, text_of, xml_of
from zapis.body import Group, Table
from zapis.inline import Inlines
from zapis.render.docx import render_word
from zapis.render.docx.table_columns import SMALL, USUAL, choose_type, column_widths

_TEXT_WIDTH = 9072


def table_of(table: Table) -> etree._Element:
    return xml_of(render_word(with_blocks(table))).find(f".//{W}tbl")


def simple(columns: int, rows: int = 1) -> Table:
    line = tuple(text(f"b{n}") for n in range(columns))
    return Table(line, (line,) * rows, ("",) * columns)


def test_the_first_row_is_a_header_row_and_rows_are_not_broken() -> None:
    rows = table_of(simple(2, 3)).findall(f"{W}tr")
    marks = [[node.tag.removeprefix(W) for node in row.find(f"{W}trPr")] for row in rows]
    assert marks == [["cantSplit", "tblHeader"], *[["cantSplit"]] * 3]


def test_columns_are_aligned_as_written() -> None:
    table = Table((text("a"),) * 4, ((text("b"),) * 4,), ("left", "center", "right", ""))
    cells = table_of(table).findall(f"{W}tr")[1].iter(f"{W}p")
    aligned = [p.find(f"{W}pPr/{W}jc") for p in cells]
    assert [None if jc is None else jc.get(f"{W}val") for jc in aligned] == [
        "left",
        "center",
        "right",
        None,
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [()],
        [(text("a"),)],
        [(text("a"), text("b" * 500)), (text("c " * 500), ())],
        [(text("x"),) * 63],
        [(text("a"), text("nejneobhospodařovávatelnějšího " * 9)), (text("c"), text("d"))],
    ],
    ids=["nothing", "empty", "one", "long", "many", "words"],
)
def test_widths_add_up_to_the_room(rows: list[tuple[Inlines, ...]]) -> None:
    widths = column_widths(rows, _TEXT_WIDTH)
    assert (sum(widths), min(widths) > 0) == (_TEXT_WIDTH, True)


def test_a_column_of_numbers_is_narrower_than_one_of_sentences() -> None:
    numbers, words = column_widths([(text("120"), text("Zajistit podklady k rozpočtu " * 3))], 9072)
    assert numbers * 3 < words


def test_a_table_in_a_group_is_indented_and_keeps_inside_the_margin() -> None:
    group = Group(text("G"), (simple(3),))
    table = xml_of(render_word(with_blocks(group))).find(f".//{W}tbl/{W}tblPr")
    indent, width = (int(table.find(f"{W}{name}").get(f"{W}w")) for name in ("tblInd", "tblW"))
    assert (indent > 0, indent + width) == (True, _TEXT_WIDTH)


def test_more_columns_than_word_has_stand_in_the_last_one() -> None:
    rows = table_of(simple(70)).findall(f"{W}tr")
    cells = rows[1].findall(f"{W}tc")
    assert (len(cells), text_of(cells[-1]).split()) == (63, [f"b{n}" for n in range(62, 70)])


def test_a_short_row_is_filled_up() -> None:
    table = Table((text("a"), text("b")), ((text("c"),),), ())
    assert [len(row.findall(f"{W}tc")) for row in table_of(table).findall(f"{W}tr")] == [2, 2]


NUMBERS = tuple(text(f"{n}{NBSP}480{NBSP}000") for n in range(10, 18))
LONG = text("nejneobhospodařovávatelnějšího")


def test_type_is_smaller_where_words_would_be_torn() -> None:
    usual, small = (choose_type([NUMBERS[:count]], _TEXT_WIDTH) for count in (5, 8))
    assert (usual, small) == (USUAL, SMALL)


def test_the_longest_words_are_torn_and_short_ones_stay_whole() -> None:
    *numbers, long = column_widths([(*NUMBERS, LONG)], _TEXT_WIDTH, SMALL)
    needed = len("10 480 000") * SMALL.character + SMALL.margins
    assert (min(numbers) >= needed * 9 // 10, long < 20 * SMALL.character) == (True, True)


def test_a_small_table_stays_on_one_page_and_a_long_one_is_broken() -> None:
    kept = [len(list(table_of(simple(2, rows)).iter(f"{W}keepNext"))) // 2 for rows in (1, 8, 9)]
    assert kept == [1, 8, 0]


def test_small_type_brings_narrow_margins() -> None:
    table = table_of(Table(NUMBERS, (NUMBERS,), ()))
    styles = {p.get(f"{W}val") for p in table.iter(f"{W}pStyle")}
    sides = [node.get(f"{W}w") for node in table.find(f"{W}tblPr/{W}tblCellMar")]
    assert (styles, sides) == ({"ZapisBunkaDrobna", "ZapisBunkaZahlaviDrobna"}, ["54", "54"])
