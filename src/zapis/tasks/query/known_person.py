"""Somebody whom lists of people name."""

from collections.abc import Iterable
from typing import NamedTuple


class KnownPerson(NamedTuple):
    """Somebody whom a list of people names: a person, a group or an office.

    `organizations` are affiliations as written („Doléčovací centrum – Renarkon“).

    **Why** a named tuple: ten thousand meetings name a hundred thousand people.
    """

    name: str
    aliases: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()


def merge_people(people: Iterable[KnownPerson]) -> tuple[KnownPerson, ...]:
    """One entry a name, in the order of the first ones, with all that is known of it."""
    by_name: dict[str, list[KnownPerson]] = {}
    for person in dict.fromkeys(people):
        by_name.setdefault(person.name, []).append(person)
    return tuple(same[0] if len(same) == 1 else _together(same) for same in by_name.values())


def _together(same: Iterable[KnownPerson]) -> KnownPerson:
    """The same person from several lists."""
    first, *others = same
    fields = zip(first[1:], *(other[1:] for other in others), strict=True)
    return KnownPerson(first.name, *(_each_once(values) for values in fields))


def _each_once(values: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for own in values for value in own))
