"""What the author wrote under `udaje:` for a template of their own."""

from collections.abc import Mapping
from types import MappingProxyType

from zapis.czech.folding import key_fold


class OwnData:
    """A mapping whose keys are found however they are written („č. spisu“ as `c_spisu`)."""

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, object]) -> None:
        found = {_name(key): wrap(value) for key, value in values.items()}
        self._values = MappingProxyType(found)

    def find(self, name: str) -> object:
        """The value under a key; an empty text where the author gave none."""
        return self._values.get(_name(name), "")

    def __bool__(self) -> bool:
        return bool(self._values)

    def __str__(self) -> str:
        return ", ".join(map(str, self._values.values()))


def wrap(value: object) -> object:
    """The value with every mapping in it made safe to ask."""
    if isinstance(value, Mapping):
        return OwnData(value)
    return tuple(map(wrap, value)) if isinstance(value, tuple) else value


def _name(key: str) -> str:
    return "".join(char for char in key_fold(key) if char.isalnum())
