from itertools import permutations

import pytest

from zapis.tasks.merge.weaving import weave


def woven(first: str, second: str) -> str:
    return "".join(weave(first, second, lambda mark: mark))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("", "", ""),
        ("abc", "", "abc"),
        ("abc", "abc", "abc"),
        ("ac", "b", "abc"),
        ("ax", "ab", "abx"),
        ("xz", "xyz", "xyz"),
        ("za", "m", "mza"),
        ("ab", "ba", "ab"),
        ("cab", "xby", "caxby"),
    ],
)
def test_both_keep_their_order_and_ranks_decide_the_rest(first: str, second: str, expected: str):
    assert (woven(first, second), woven(second, first)) == (expected, expected)


@pytest.mark.parametrize("own", sorted(permutations("abcd")))
def test_nothing_is_lost_where_the_orders_contradict_each_other(own: tuple[str, ...]):
    text = "".join(own)
    assert (sorted(woven("xaybcdz", text)), woven(text, "xaybcdz")) == (
        list("abcdxyz"),
        woven("xaybcdz", text),
    )
