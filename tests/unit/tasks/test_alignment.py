"""Elements that stand several times in a sequence, paired by their order."""

import pytest

from zapis.tasks.alignment import align


@pytest.mark.parametrize(
    ("before", "after", "pairs"),
    [
        ("AAA", "AAA", [(0, 0), (1, 1), (2, 2)]),
        ("AAA", "AxA", [(0, 0), (2, 2)]),
        ("AA", "xA", [(1, 1)]),
        ("AA", "Ax", [(0, 0)]),
        ("ABA", "BA", [(0, 1), (1, 2)]),
        ("ABA", "AB", [(0, 0), (1, 1)]),
        ("AB", "AAB", [(0, 0), (2, 1)]),
        ("ABAC", "AACB", [(0, 0), (1, 2), (2, 3)]),
        ("ABC", "", []),
        ("", "ABC", []),
    ],
)
def test_what_stands_around_tells_equal_elements_apart(
    before: str, after: str, pairs: list[tuple[int, int]]
) -> None:
    """The pairs are places after the change and before it."""
    assert sorted(align(after, before)) == pairs


def test_a_long_middle_is_left_to_others() -> None:
    before, after = "A" + "Bx" * 600 + "A", "A" + "yB" * 600 + "A"
    assert list(align(after, before)) == [(0, 0), (1201, 1201)]
