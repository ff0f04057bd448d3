"""Tables as JSON, column by column, with values that come again written once.

**Why** not a row of SQLite for each: this reads ten thousand tasks in a third of the time. Most of
them share their days, people and series, and rows are put together of columns without a loop.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from zapis.engine.index.values import reader_of, to_json

_AS_THEY_ARE = (str, int, bool)


class Column(NamedTuple):
    """Different values, and for each row which of them; without the latter they are one a row."""

    values: list[Any]
    codes: list[int] | None

    def rows(self) -> list[Any]:
        """A value for each row."""
        return self.values if self.codes is None else [*map(self.values.__getitem__, self.codes)]

    def map(self, make: Callable[[Any], Any]) -> "Column":
        """A column of what is made of the values."""
        return Column(list(map(make, self.values)), self.codes)


def pack(rows: Iterable[Sequence[object]]) -> str:
    """A table as text; its values can be hashed."""
    # One by one: JSON takes many times its length while it is written.
    columns = (to_json(_pack_column(values)) for values in zip(*rows, strict=True))
    return f"[{','.join(columns)}]"


def unpack(types: Sequence[Any], text: str) -> list[Column]:
    """The columns of a table, each of its type; all empty where there was no row."""
    packed = json.loads(text) or [([], None)] * len(types)
    columns = [Column(values, codes) for values, codes in packed]
    return [
        column if kind in _AS_THEY_ARE else column.map(reader_of(kind))
        for kind, column in zip(types, columns, strict=True)
    ]


def _pack_column(values: Sequence[object]) -> tuple[Sequence[object], Sequence[int] | None]:
    table: dict[object, int] = {}
    codes = [table.setdefault(value, len(table)) for value in values]
    return (tuple(table), codes) if len(table) * 2 < len(values) else (values, None)
