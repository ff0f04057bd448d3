"""Footnotes: their numbers, and those that nothing refers to."""

import pytest

from markdown_shapes import inlines_shape, parse, problems, shape
from zapis.body import List, RawTask
from zapis.parse.markdown import parse_inline


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "a[^x] b[^y]\n\n[^y]: druhá\n[^x]: první",
            "P(a<fn 1> b<fn 2>) FN1(P(první)) FN2(P(druhá))",
        ),
        ("a[^1] b[^1]\n\n[^1]: pozn", "P(a<fn 1> b<fn 1>) FN1(P(pozn))"),
        ("a[^1]\n\n[^1]: b\n\n    c\n\n  - d", "P(a<fn 1>) FN1(P(b) P(c) UL(I(P(d))))"),
        ("a[^1]\n\n[^1]: b[^2]\n[^2]: c", "P(a<fn 1>) FN1(P(b<fn 2>)) FN2(P(c))"),
        (
            "| a[^1] |\n|---|\n\n# B[^2]\n\n[^1]: x\n[^2]: y",
            "T(a<fn 1>) H1(B<fn 2>) FN1(P(x)) FN2(P(y))",
        ),
        ("a[^Á]\n[^á]: b", "P(a<fn 1>) FN1(P(b))"),
        ("a[^1]\n\n[^1]:\n\nb", "P(a<fn 1>) P(b) FN1()"),
    ],
)
def test_footnotes_are_numbered_in_order_of_reference(text: str, expected: str):
    assert (shape(text), problems(text)) == (expected, [])


def test_a_reference_without_a_footnote_stays_text():
    assert (shape("a [^nic]."), problems("a [^nic].")) == ("P(a [^nic].)", [("Z315", "[^nic]")])


def test_a_footnote_that_nothing_refers_to_is_printed_at_the_end():
    text = "a[^2]\n\n[^1]: první\n[^2]: druhá\n"
    assert (shape(text), problems(text)) == (
        "P(a<fn 1>) FN1(P(druhá)) FN2(P(první))",
        [("Z316", "[^1]: první")],
    )


def test_the_second_footnote_with_one_label_is_printed_too():
    text = "a[^1]\n\n[^1]: první\n[^1]: druhá\n"
    assert (shape(text), problems(text)) == (
        "P(a<fn 1>) FN1(P(první)) FN2(P(druhá))",
        [("Z316", "[^1]: druhá")],
    )


def test_a_footnote_of_a_task_is_numbered_with_the_others():
    text = "a[^x]\n\n- [ ] úkol[^y]\n\nb[^z]\n\n[^x]: 1\n[^y]: 2\n[^z]: 3\n"
    parsed = parse(text)
    tasks = parsed.blocks[1]
    assert isinstance(tasks, List)
    task = tasks.items[0].blocks[0]
    assert isinstance(task, RawTask)
    sentence = parse_inline(task.content, parsed.context)
    assert (shape(text), inlines_shape(sentence.value), sentence.diagnostics) == (
        "P(a<fn 1>) UL(I(TASK [ ](úkol[^y]))) P(b<fn 3>) FN1(P(1)) FN2(P(2)) FN3(P(3))",
        "úkol<fn 2>",
        (),
    )


def test_the_argument_of_a_block_may_refer_to_a_footnote():
    text = "::: skupina Most[^1]\na[^2]\n:::\n\n[^2]: b\n[^1]: c\n"
    assert shape(text) == "group „Most[^1]“(P(a<fn 2>)) FN1(P(c)) FN2(P(b))"
