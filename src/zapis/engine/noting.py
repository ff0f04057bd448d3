"""What one source turns out to depend on while it is read, noted as it is asked for."""

import json
from collections.abc import Collection, Iterator, Mapping
from typing import TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from zapis.check.surroundings import Surroundings
from zapis.engine.dependencies import (
    ALL,
    FILE,
    FORM,
    ORGANIZATION,
    OUTSIDE,
    PERSONS,
    PROJECT,
    SERIES,
    TEMPLATES,
    THERE,
    States,
)
from zapis.model.settings import Settings

T = TypeVar("T")


class Notes(Struct):
    """The things that one source turned out to depend on, with their states."""

    states: States
    seen: dict[str, str] = field(default_factory=dict)

    def add(self, kind: str, name: str = "") -> str:
        """Note a thing in its present state, and tell it."""
        key = f"{kind}:{name}"
        if key not in self.seen:
            self.seen[key] = self.states(key)
        return self.seen[key]

    def as_text(self) -> str:
        """The keys in order with their states; equal for minutes that depend on the same."""
        return json.dumps(dict(sorted(self.seen.items())))

    def settings(self, settings: Settings) -> Settings:
        """The same settings, which note what is asked of them."""
        self.add(ORGANIZATION)
        self.add(PERSONS)
        self.add(FORM)
        return replace(
            settings,
            series=_NotedMapping(settings.series, SERIES, self),
            projects=_NotedMapping(settings.projects, PROJECT, self),
        )

    def surroundings(self, asked: Surroundings) -> Surroundings:
        """The answers about files that the states give, and those about templates, noted.

        **Why** not those of `asked`: the same files would be looked at twice.
        """

        def exists(path: str) -> bool:
            return self.add(FILE, path) == THERE

        def contains(path: str) -> bool:
            return self.add(FILE, path) != OUTSIDE

        return Surroundings(exists, contains, lambda: _NotedNames(asked.templates(), self))


class _NotedMapping(Mapping[str, T]):
    """A part of the settings that notes which of its entries are looked at."""

    def __init__(self, entries: Mapping[str, T], kind: str, notes: Notes) -> None:
        self._entries, self._kind, self._notes = entries, kind, notes

    def __getitem__(self, key: str) -> T:
        # One that is missing, too: it may come.
        self._notes.add(self._kind, key)
        return self._entries[key]

    def __iter__(self) -> Iterator[str]:
        self._notes.add(self._kind, ALL)
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)


class _NotedNames(Collection[str]):
    """Names of templates, which notes whether one of them is asked for or all."""

    def __init__(self, names: Collection[str], notes: Notes) -> None:
        self._names, self._notes = names, notes

    def __contains__(self, name: object) -> bool:
        self._notes.add(TEMPLATES, str(name))
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        self._notes.add(TEMPLATES, ALL)
        return iter(self._names)

    def __len__(self) -> int:
        self._notes.add(TEMPLATES, ALL)
        return len(self._names)
