"""Lists in Word: the author's own numbers as real numbering."""

import pytest

from docx_documents import bullets, numbered, par, with_blocks
from docx_reading import W, numbered_texts, text_of, xml_of
from zapis.body import Blocks, CodeBlock, List, ListItem, Quote
from zapis.render.docx import render_word


def shown(*blocks: object) -> list[str]:
    return numbered_texts(render_word(with_blocks(*blocks)))[1:]


def test_a_list_restarts() -> None:
    assert shown(numbered("a", "b"), par("mezi"), numbered("c")) == ["1. a", "2. b", "1. c"]


def test_the_first_item_is_not_left_alone_at_the_end_of_a_page() -> None:
    """Unless it is the only one, or long by itself."""
    made = xml_of(render_word(with_blocks(bullets("a", "b", "c"), bullets("d"))))
    kept = [text_of(p) for p in made.iter(f"{W}p") if p.find(f"{W}pPr/{W}keepNext") is not None]
    assert kept == ["Bod", "a"]


def test_jumping_numbers_are_kept() -> None:
    made = numbered(*"abcd", numbers=(1, 2, 4, 7))
    assert shown(made) == ["1. a", "2. b", "4. c", "7. d"]


def test_a_list_may_begin_anywhere_even_at_zero_or_in_the_past() -> None:
    assert shown(numbered("a", "b", "c", numbers=(0, 1, 1))) == ["0. a", "1. b", "1. c"]


@pytest.mark.parametrize(
    ("style", "delimiter", "first"),
    [
        ("decimal", ".", "1. x"),
        ("decimal", ")", "1) x"),
        ("alpha", ".", "a. x"),
        ("alpha", ")", "a) x"),
        ("bullet", ".", "• x"),
    ],
)
def test_numbers_look_as_the_author_wrote_them(style: str, delimiter: str, first: str) -> None:
    item = ListItem((par("x"),), None if style == "bullet" else 1)
    assert shown(List(style, (item,), delimiter=delimiter)) == [first]


def test_nested_lists_of_any_mix_count_on_their_own() -> None:
    inner = numbered("x", "y", style="alpha", delimiter=")")
    made = numbered((par("první"), inner), (par("druhý"), inner), (par("třetí"), bullets("z")))
    assert shown(made, bullets((par("odrážka"), numbered("p", "q")))) == [
        "1. první",
        "a) x",
        "b) y",
        "2. druhý",
        "a) x",
        "b) y",
        "3. třetí",
        "– z",
        "• odrážka",
        "1. p",
        "2. q",
    ]


@pytest.mark.parametrize(
    "blocks",
    [
        (),
        (CodeBlock("x"),),
        (Quote((par("x"),)),),
        (bullets("x"),),
        (par("x"), par("další")),
    ],
    ids=["empty", "code", "quote", "list", "paragraphs"],
)
def test_every_item_has_exactly_one_number_of_its_own(blocks: Blocks) -> None:
    made = [text for text in shown(numbered(blocks, "y")) if text[0].isdigit()]
    assert [text.split()[0] for text in made] == ["1.", "2."]


def test_lists_deeper_than_word_counts_keep_text_and_numbers() -> None:
    made: Blocks = (par("dno"),)
    for _ in range(50):
        made = (numbered(made),)
    levels = {
        node.get(f"{W}val") for node in xml_of(render_word(with_blocks(*made))).iter(f"{W}ilvl")
    }
    assert (shown(*made)[-1], max(levels, key=int)) == ("1. dno", "8")


def test_text_keeps_room_however_deep_the_list() -> None:
    made: Blocks = (par("dno"),)
    for _ in range(50):
        made = (bullets(made),)
    document = xml_of(render_word(with_blocks(*made)))
    assert max(int(node.get(f"{W}left")) for node in document.iter(f"{W}ind")) <= 9072 - 2268


def test_items_of_a_loose_list_stand_apart() -> None:
    tight, loose = (
        len(list(xml_of(render_word(with_blocks(made))).iter(f"{W}contextualSpacing")))
        for made in (numbered("a", "b"), numbered("a", "b", tight=False))
    )
    assert (tight, loose) == (0, 2)


def test_two_lists_in_a_row_do_not_run_into_each_other() -> None:
    document = xml_of(render_word(with_blocks(bullets("a"), numbered("b"))))
    styles = [node.get(f"{W}val") for node in document.iter(f"{W}pStyle")]
    assert styles[-3:] == ["ListParagraph", "ZapisMezera", "ListParagraph"]
