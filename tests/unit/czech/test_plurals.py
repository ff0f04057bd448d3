"""Numbers and their words agree."""

import pytest

from zapis.czech.plurals import choose, count


@pytest.mark.parametrize(
    ("n", "expected"),
    [
        (0, "0 úkolů"),
        (1, "1 úkol"),
        (2, "2 úkoly"),
        (4, "4 úkoly"),
        (5, "5 úkolů"),
        (11, "11 úkolů"),
        (21, "21 úkolů"),
        (22, "22 úkolů"),
        (101, "101 úkolů"),
    ],
)
def test_count(n: int, expected: str):
    assert count(n, "úkol", "úkoly", "úkolů") == expected


@pytest.mark.parametrize(
    ("n", "expected"), [(1, "nový"), (3, "nové"), (5, "nových"), (0, "nových")]
)
def test_choose(n: int, expected: str):
    assert choose(n, "nový", "nové", "nových") == expected
