import datetime as dt

import pytest

from zapis.engine.index.columns import pack, unpack

DAY = dt.date(2026, 4, 13)


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [("a", 1, DAY)],
        [("a", 1, None), ("b", 2, DAY), ("a", 3, DAY), ("a", 3, DAY), ("a", 1, None)],
        [(str(number), number, None) for number in range(20)],
    ],
)
def test_a_table_comes_back_row_by_row(rows: list[tuple[str, int, dt.date | None]]):
    columns = unpack((str, int, dt.date | None), pack(rows))
    assert list(zip(*(column.rows() for column in columns), strict=True)) == rows


def test_what_comes_again_is_written_once():
    assert pack([("Eva Malá",)] * 9).count("Eva") == 1


@pytest.mark.parametrize("text", ["[]]", "[[1]]", '[[["a"],[7]]]', "[[[],null],[[],null]]", "7"])
def test_damage_is_an_error_that_the_index_expects(text: str):
    with pytest.raises((ValueError, TypeError, LookupError)):
        [column.rows() for column in unpack((str,), text)]
