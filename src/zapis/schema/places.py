"""Where in the written data an error stands: its path there has other keys and extra steps."""

from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from zapis.data_tree import Data, Path
from zapis.schema.entry import outline_of
from zapis.schema.front_matter import AgendaEntry, AttachmentEntry, NextEntry
from zapis.schema.key_folding import fold_key
from zapis.schema.people import BehalfEntry, PersonEntry
from zapis.schema.settings import (
    KindEntry,
    LogoEntry,
    LogosEntry,
    ProjectEntry,
    SeriesEntry,
    SettingsData,
)

_MODELS = (
    *(PersonEntry, BehalfEntry, AgendaEntry, NextEntry, AttachmentEntry),
    *(SettingsData, SeriesEntry, KindEntry, ProjectEntry, LogosEntry, LogoEntry),
)


class Place(Struct, frozen=True):
    """A value as written and the path to it."""

    path: Path
    node: Data


def find_place(data: Data, base: Path, location: Sequence[str | int]) -> Place:
    """The deepest written value on the way of an error's location from `base`.

    Steps that lead nowhere are passed over: the key that is missing, the index that one value has
    when it is read as a list of one.
    """
    node = data
    for part in base:
        node = _step(node, part)
    path = base
    for part in location:
        key = _written(node, part)
        if key is not None:
            node, path = _step(node, key), (*path, key)
    return Place(path, node)


def _step(node: Data, part: str | int) -> Data:
    if isinstance(node, dict):
        return node[str(part)]
    return node[int(part)] if isinstance(node, list) else node


def _written(node: Data, part: str | int) -> str | int | None:
    """The index, or the written form of the key, that the part of a location means."""
    if isinstance(node, list):
        return part if isinstance(part, int) and part < len(node) else None
    if not isinstance(node, dict) or isinstance(part, int):
        return None
    if part in node:
        return part
    return next((key for key in node if (fold_key(key), part) in _known_forms()), None)


@cache
def _known_forms() -> frozenset[tuple[str, str]]:
    return frozenset(pair for model in _MODELS for pair in outline_of(model).forms.items())
