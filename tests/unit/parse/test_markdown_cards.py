"""Activity cards: which lines are labels of fields."""

import pytest

from markdown_shapes import cut, parse, shape
from zapis.body import Directive, FieldLabel


def _card(text: str) -> str:
    return shape(f"::: karta\n{text}\n:::\n").removeprefix("card „“(").removesuffix(")")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Realizátor: NNO", "LABEL(Realizátor) P(NNO)"),
        ("Popis aktivity:\n\n- a", "LABEL(Popis aktivity) UL(I(P(a)))"),
        ("Popis:\ntext\ndál", "LABEL(Popis) P(text⏎dál)"),
        ("A: x\nB:\nC:\n\nD: y", "LABEL(A) P(x) LABEL(B) LABEL(C) LABEL(D) P(y)"),
        ("- a\nPopis: x", "UL(I(P(a))) LABEL(Popis) P(x)"),
        ("A: x\ny\nB: z", "LABEL(A) P(x⏎y⏎B: z)"),
        ("**Popis:** x", "LABEL(Popis) P(x)"),
        ("**Popis**: x", "LABEL(Popis) P(x)"),
    ],
)
def test_a_label_opens_a_field(text: str, expected: str):
    assert _card(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "malé písmeno: x",
        "Schůzka v 9:00",
        f"{'A' * 61}: x",
        "Text bez dvojtečky",
        "https://x.cz/a: b",
    ],
)
def test_other_lines_are_no_labels(text: str):
    assert "LABEL" not in _card(text)


def test_labels_are_looked_for_in_cards_only():
    assert shape("Realizátor: NNO\n\n::: zaver\nCíl: x\n:::") == (
        "P(Realizátor: NNO) conclusion „“(P(Cíl: x))"
    )


def test_a_task_inside_a_card_is_a_task():
    assert _card("Úkol: zaslat") == "TASK Úkol(zaslat)"


def test_the_span_of_a_label_is_its_words():
    text = "::: karta\n\n**Cílová skupina:** x\n:::\n"
    (card,) = parse(text).blocks
    assert isinstance(card, Directive)
    label = card.blocks[0]
    assert isinstance(label, FieldLabel)
    assert cut(text, label.span) == "Cílová skupina"
