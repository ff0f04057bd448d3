"""Values of the model as JSON and back, led by their types alone.

**Why** not pickle: a cache may come with a folder from anywhere and must not be able to run code.
"""

import datetime as dt
import json
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from functools import cache
from itertools import islice
from sys import intern
from types import MappingProxyType, NoneType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from msgspec import Struct

from zapis.codes import CODES, Code

T = TypeVar("T")
_Read = Callable[[Any], Any]
_AT_ONCE = 500


def to_json(value: object) -> str:
    """A value made of structs, named tuples, tuples, mappings, days, times and enums, in ASCII.

    **Why** ASCII: one Czech letter makes Python take two bytes for each, and SQLite leaves another
    copy beside such a text. Ten thousand meetings take forty megabytes less.
    """
    return _ENCODER.encode(value)


def list_to_json(items: Iterable[object]) -> str:
    """A long list, in pieces: JSON takes many times its length while it is written."""
    rest = iter(items)
    pieces = iter(lambda: [*islice(rest, _AT_ONCE)], [])
    return f"[{','.join(to_json(piece)[1:-1] for piece in pieces)}]"


def from_json(kind: type[T], text: str) -> T:
    """The value of a type that `to_json` wrote; damage raises ValueError, TypeError, LookupError.

    Values written before a field was added count as damaged, too.
    """
    value: T = reader_of(kind)(json.loads(text))  # type: ignore[arg-type]  # types can be hashed
    return value


def _plain(value: object) -> object:
    """One layer taken apart; the JSON encoder asks again for what is inside."""
    if isinstance(value, Code):
        return value.id
    if isinstance(value, Struct):
        return [getattr(value, name) for name in value.__struct_fields__]
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(type(value))


_ENCODER = json.JSONEncoder(separators=(",", ":"), default=_plain)


@cache
def reader_of(kind: Any) -> _Read:  # noqa: ANN401 - types have no common type
    """What makes a value of a type from the plain data that JSON holds."""
    if kind is str:
        return _read_text
    if kind in (int, bool, NoneType):
        return _checked(kind)
    if isinstance(kind, type) and issubclass(kind, dt.date | dt.time):
        return kind.fromisoformat
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind is Code:
        return CODES.__getitem__
    inner = get_args(kind)
    origin = get_origin(kind)
    if origin is tuple:
        return _many(reader_of(inner[0]))
    if origin is Mapping:
        return _mapping(reader_of(inner[1]))
    if NoneType in inner:
        (only,) = (reader_of(item) for item in inner if item is not NoneType)
        return lambda data: None if data is None else only(data)
    return _record(kind)


def _read_text(data: object) -> str:
    """A text, one for all that are alike: names and places come again in thousands of values."""
    if type(data) is not str:
        raise TypeError(str)
    return intern(data)


def _checked(kind: type) -> _Read:
    def read(data: object) -> object:
        if type(data) is not kind:
            raise TypeError(kind)
        return data

    return read


def _many(item: _Read) -> _Read:
    return lambda data: tuple([item(own) for own in data])


def _mapping(item: _Read) -> _Read:
    return lambda data: MappingProxyType({key: item(own) for key, own in data.items()})


def _record(kind: Any) -> _Read:  # noqa: ANN401 - a struct or a named tuple
    """A reader of the list of the fields of a record, in their order."""
    hints = get_type_hints(kind)
    names = getattr(kind, "__struct_fields__", hints)
    readers = [reader_of(hints[name]) for name in names]

    def read(data: list[Any]) -> object:
        return kind(*[item(own) for item, own in zip(readers, data, strict=True)])

    return read
