"""Read who was there and who was not, who led the meeting, and who speaks for whom."""

import re
from collections.abc import Iterator

from msgspec import Struct

from zapis.assemble.persons import ReadPersons, read_persons
from zapis.data_tree import DataTree
from zapis.diagnostics import Diagnostics, Outcome
from zapis.model.person import People, Person
from zapis.schema.entry import Entry
from zapis.schema.header import Header, HeaderEntry, Items
from zapis.schema.people import BehalfEntry
from zapis.schema.places import find_place

OFFICERS = frozenset(("convened_by", "opened_by", "chair", "facilitator"))
ATTENDANCE = frozenset(("present", "excused", "absent", "unexcused", "guests"))
_GROUP = re.compile(r"\s*([^:\n]{1,60}):\s+(?=\S)")
_WITH_REASON = frozenset(("excused", "absent", "unexcused"))


class Behalf(Struct, frozen=True):
    """Who speaks for a group: „Za PS PP“ and the persons."""

    label: str = ""
    persons: tuple[Person, ...] = ()
    problems: Diagnostics = ()


def read_people(
    header: Header, tree: DataTree, keys: frozenset[str]
) -> Outcome[tuple[People, ...]]:
    """The people under each of the keys, in the author's order and under the author's labels."""
    found: list[People] = []
    problems: Diagnostics = ()
    for entry in header.entries:
        if entry.key.name in keys and not entry.empty:
            read = read_persons(
                entry.items,
                tree,
                entry.path,
                is_list=entry.is_list,
                dash_is_reason=entry.key.name in _WITH_REASON,
            )
            found.append(_people(entry, read))
            problems += read.problems
    return Outcome(tuple(found), problems)


def _people(entry: HeaderEntry, read: ReadPersons) -> People:
    persons = tuple(person.undated for person in read.persons)
    return People(entry.key.name, entry.label, persons, read.words, entry.key_span or entry.span)


def read_behalf(header: Header, tree: DataTree, abbreviation: str) -> Behalf:
    """The persons under `za`; the group is `koho:`, words before a colon, or the series."""
    entry = header.get("on_behalf_of")
    if entry is None:
        return Behalf()
    groups, items = _groups(entry)
    read = [read_persons(items, tree, entry.path, is_list=entry.is_list)]
    read += _nested(entry, tree)
    named = [person.undated for part in read for person in part.persons]
    named += [Person(part.words, span=entry.span) for part in read if part.words]
    problems = tuple(problem for part in read for problem in part.problems)
    label = f"{entry.label} {', '.join(groups) or abbreviation}".strip()
    return Behalf(label, tuple(named), problems)


def _groups(entry: HeaderEntry) -> tuple[tuple[str, ...], Items]:
    """The groups that are named, and the items without them."""
    groups: list[str] = []
    items: list[str | Entry] = []
    for item in entry.items:
        if isinstance(item, BehalfEntry):
            groups.append(" ".join(item.group.split()))
            items.append(item if item.name.strip() else "")
        elif isinstance(item, str) and not entry.is_list and (found := _GROUP.match(item)):
            groups.append(found[1].strip())
            items.append(item[found.end() :])
        else:
            items.append(item)
    return tuple(dict.fromkeys(group for group in groups if group)), tuple(items)


def _nested(entry: HeaderEntry, tree: DataTree) -> Iterator[ReadPersons]:
    """The persons under `osoby:` beside `koho:`."""
    for index, item in enumerate(entry.items):
        if isinstance(item, BehalfEntry) and item.persons:
            place = find_place(tree.data, entry.item_path(index), ("osoby",))
            is_list = isinstance(place.node, list)
            yield read_persons(item.persons, tree, place.path, is_list=is_list)
