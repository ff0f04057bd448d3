import pytest

from zapis.tasks.merge.lines import merge_lines, merge_paragraphs

PARAGRAPHS = ("úvod", "", "závěr")


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "expected"),
    [
        ("a b", "a b", "a b", "a b"),
        ("a b", "a x b", "a b", "a x b"),
        ("a b", "a x b", "a b y", "a x b y"),
        ("a b", "b", "a b y", "b y"),
        ("a b", "b", "a", ""),
        ("a", "a x", "a x", "a x"),
        ("a", "a y", "a x", "a x y"),
        ("a", "b", "c", "b c"),
        ("a b", "a x", "a b", "a x"),
        ("", "#nadpis a", "#nadpis b", "#nadpis a b"),
        ("a b c", "c a b", "a b c y", "c a b y"),
    ],
)
def test_lines_of_both_sides_stay(base: str, ours: str, theirs: str, expected: str):
    versions = (tuple(text.split()) for text in (base, ours, theirs))
    own, here, there = versions
    wanted = tuple(expected.split())
    assert (merge_lines(own, here, there), merge_lines(own, there, here)) == (wanted, wanted)


def test_paragraphs_written_at_one_place_stay_apart():
    ours, theirs = (*PARAGRAPHS, "", "od Petra", "dál"), (*PARAGRAPHS, "", "od Evy", "")
    assert merge_paragraphs(PARAGRAPHS, ours, theirs) == (
        *PARAGRAPHS,
        *("", "od Evy"),
        *("", "od Petra", "dál"),
        "",
    )


def test_items_of_a_list_keep_what_stands_below_them():
    ours = ("  - a", "    podrobnosti k a", "  - c")
    theirs = ("  - b", "    - [ ] krok b")
    assert merge_lines((), ours, theirs) == (
        *("  - a", "    podrobnosti k a"),
        *("  - b", "    - [ ] krok b"),
        "  - c",
    )


def test_many_equal_lines_take_no_time():
    base = ("stejný řádek",) * 20_000
    merged = merge_lines(base, (*base, "náš"), ("jejich", *base))
    assert {"náš", "jejich", "stejný řádek"} == set(merged)
