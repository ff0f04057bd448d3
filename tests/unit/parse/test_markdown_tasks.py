"""Tasks: boxes in all the ways people write them, and `Úkol:`."""

import pytest

from markdown_shapes import cut, parse, shape
from zapis.body import List, RawTask


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- [ ] Zaslat", "UL(I(TASK [ ](Zaslat)))"),
        ("- [/] Zaslat", "UL(I(TASK [/](Zaslat)))"),
        ("- [x] Zaslat", "UL(I(TASK [x](Zaslat)))"),
        ("- [X] Zaslat", "UL(I(TASK [x](Zaslat)))"),
        ("- [-] Zaslat", "UL(I(TASK [-](Zaslat)))"),
        ("• [ ] Zaslat", "UL(I(TASK [ ](Zaslat)))"),
        ("1. [ ] Zaslat", "OL.(1(TASK [ ](Zaslat)))"),
        ("> - [ ] Zaslat", "Q(UL(I(TASK [ ](Zaslat))))"),
        ("- [ ]", "UL(I(TASK [ ]()))"),
    ],
)
def test_an_item_with_a_box_is_a_task(text: str, expected: str):
    assert shape(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- [] Zaslat", "UL(I(TASK [ ]!(Zaslat)))"),
        ("- [x ] Zaslat", "UL(I(TASK [x]!(Zaslat)))"),
        ("- [ ]Zaslat", "UL(I(TASK [ ]!(Zaslat)))"),
        ("-[ ] Zaslat", "UL(I(TASK [ ]!(Zaslat)))"),
        ("-[] Zaslat", "UL(I(TASK [ ]!(Zaslat)))"),
        ("- ☐ Zaslat", "UL(I(TASK [ ]!(Zaslat)))"),
        ("☐ Zaslat", "TASK [ ]!(Zaslat)"),
        ("☑ Zaslat", "TASK [x]!(Zaslat)"),
        ("☒ Zaslat", "TASK [x]!(Zaslat)"),
        ("[ ] Zaslat", "TASK [ ]!(Zaslat)"),
        ("- [\u00a0] Zaslat", "UL(I(TASK [ ]!(Zaslat)))"),
        ("Úkoly:\n[ ] a\n[ ] b", "P(Úkoly:) TASK [ ]!(a) TASK [ ]!(b)"),
        ("- [ ] [ ] a", "UL(I(TASK [ ]([ ] a)))"),
    ],
)
def test_an_unusual_box_is_a_box(text: str, expected: str):
    assert shape(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- [x](https://x.cz)", "UL(I(P(<a https://x.cz x>)))"),
        ("- [x]{.skryt}", "UL(I(P(<skryt x>)))"),
        ("- [abc] text", "UL(I(P([abc] text)))"),
        ("```\n- [ ] a\n```", "CODE (- [ ] a)"),
        ("-[odkaz](https://x.cz)", "P(-<a https://x.cz odkaz>)"),
    ],
)
def test_other_brackets_are_no_box(text: str, expected: str):
    assert shape(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Úkol: Objednat sál, T: 20. 4.", "TASK Úkol(Objednat sál, T: 20. 4.)"),
        ("úkol: objednat sál", "TASK úkol(objednat sál)"),
        ("ÚKOL: objednat sál", "TASK ÚKOL(objednat sál)"),
        ("Úkol č. 3/26: zaslat", "TASK Úkol č. 3/26(zaslat)"),
        ("Úkol č.3: zaslat", "TASK Úkol č.3(zaslat)"),
        ("Úkol 5: zaslat", "TASK Úkol 5(zaslat)"),
        ("**Úkol:** zaslat", "TASK Úkol(zaslat)"),
        ("**Úkol č. 3**: zaslat", "TASK Úkol č. 3(zaslat)"),
        ("**Úkol: zaslat**\na dál", "TASK Úkol(zaslat\na dál)"),
        ("- Úkol: zaslat", "UL(I(TASK Úkol(zaslat)))"),
        ("Text.\nÚkol: a\nÚkol: b", "P(Text.) TASK Úkol(a) TASK Úkol(b)"),
        ("Úkoly: zaslat", "P(Úkoly: zaslat)"),
        ("Úkol:\n\n- a", "P(Úkol:) UL(I(P(a)))"),
        ("Hlavní úkol: zaslat", "P(Hlavní úkol: zaslat)"),
        ("Hlavní\núkol: zaslat", "P(Hlavní⏎úkol: zaslat)"),
    ],
)
def test_a_paragraph_that_opens_with_the_word_is_a_task(text: str, expected: str):
    assert shape(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- [ ] a\n  b", "UL(I(TASK [ ](a\nb)))"),
        ("- [ ] a\nb", "UL(I(TASK [ ](a\nb)))"),
        ("- [ ]\n  b", "UL(I(TASK [ ](b)))"),
        ("- [ ] a\n\n  poznámka", "UL~(I(TASK [ ](a) P(poznámka)))"),
        ("- [ ] a\n  - poznámka", "UL(I(TASK [ ](a) UL(I(P(poznámka)))))"),
        ("- [ ] a **b** @Cháb", "UL(I(TASK [ ](a **b** @Cháb)))"),
    ],
)
def test_a_task_is_its_first_paragraph_as_written(text: str, expected: str):
    assert shape(text) == expected


def test_the_text_of_a_task_knows_the_place_of_every_character():
    text = "# A\n\n> - [ ] zaslat\n>   vyúčtování\n\n**Úkol: objednat**\n  sál\n"
    quote, label = (block for block in parse(text).blocks if not hasattr(block, "level"))
    boxed = quote.blocks[0].items[0].blocks[0]  # type: ignore[union-attr]
    places = [
        "".join(text[task.content.offset(at)] for at in range(len(task.content.text)))
        for task in (boxed, label)
        if isinstance(task, RawTask)
    ]
    assert places == ["zaslat\nvyúčtování", "objednat\nsál"]


def test_the_span_of_a_task_reaches_from_the_box_to_the_end_of_its_paragraph():
    text = "- [ ] zaslat\n  vyúčtování\n\n  poznámka\n"
    (tasks,) = parse(text).blocks
    assert isinstance(tasks, List)
    task = tasks.items[0].blocks[0]
    assert isinstance(task, RawTask)
    assert cut(text, task.span) == "[ ] zaslat\n  vyúčtování"
