"""The statements of an entry from both sides, each known by what it says and not by its line."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from zapis.model.tasks import TaskStatus
from zapis.tasks.merge.choice import choose
from zapis.tasks.merge.lines import Lines, merge_lines
from zapis.tasks.merge.weaving import weave
from zapis.tasks.tracker import Statement, moment
from zapis.tasks.tracker_file import Block
from zapis.tasks.tracker_lines import print_fact_line
from zapis.tasks.tracker_words import print_assignee, print_deadline


class Group(NamedTuple):
    """A statement line with somebody's own lines below it."""

    statement: Statement
    text: str
    below: Lines = ()


class Key(NamedTuple):
    """What a statement is known by: its minutes, for a fact its words; `nth` counts equal ones."""

    path: str
    words: str
    nth: int


Groups = Mapping[Key, Group]

_NOTHING: Lines = ()


def split_lines(block: Block) -> tuple[Lines, tuple[Group, ...]]:
    """Somebody's own lines right below the head, and the statements with those below them."""
    above: list[str] = []
    found: list[tuple[Statement, str, list[str]]] = []
    for text, statement in block.lines:
        if statement:
            found.append((statement, text, []))
        else:
            (found[-1][2] if found else above).append(text)
    return tuple(above), tuple(Group(said, text, tuple(below)) for said, text, below in found)


def by_key(groups: Iterable[Group]) -> dict[Key, Group]:
    """The groups of an entry by what they say, in their order."""
    seen: Counter[tuple[str, str]] = Counter()
    found: dict[Key, Group] = {}
    for group in groups:
        said = group.statement
        own = (said.path, "" if said.path else _words(group))
        found[Key(*own, seen[own])] = group
        seen[own] += 1
    return found


def _words(group: Group) -> str:
    said = group.statement
    if said.date is None:
        return group.text.strip()
    return print_fact_line(said)


def unite(base: Groups, ours: Groups, theirs: Groups) -> tuple[dict[Key, Group], Lines]:
    """The statements of both sides in the order of both, and foreign lines that have lost theirs.

    One that a side took away and the other left is gone. A line of a meeting on which the sides
    differ is taken from either: the next build writes what the minutes say.
    """
    every = dict.fromkeys((*base, *ours, *theirs))
    found: dict[Key, Group] = {}
    lost: list[str] = []
    for key in every:
        versions = base.get(key), ours.get(key), theirs.get(key)
        below = merge_lines(*map(_below, versions))
        own, here, there = map(_text, versions)
        chosen = choose(own, here, there, _any_of)
        group = next((group for group in versions if group and group.text == chosen), None)
        if group is None:
            lost += below
        else:
            found[key] = group._replace(below=below)
    stay = [[key for key in side if key in found] for side in (ours, theirs)]
    order = weave(stay[0], stay[1], lambda key: (moment(found[key].statement), key))
    return {key: found[key] for key in order}, tuple(lost)


def _below(group: Group | None) -> Lines:
    return group.below if group else _NOTHING


def _text(group: Group | None) -> str | None:
    return group.text if group else None


def _any_of(ours: str | None, theirs: str | None) -> str | None:
    """A changed line before a deleted one, else the same of two whichever side has it."""
    return min(text for text in (ours, theirs) if text is not None)


def find_conflicts(base: Groups, ours: Groups, theirs: Groups) -> tuple[set[Key], set[Key]]:
    """The facts of each side that contradict those of the other; empty sets for none.

    They do if both sides wrote down something new about one property of the task on one day, and
    the last words of each differ.
    """
    here = _new_facts(ours, {*base, *theirs})
    there = _new_facts(theirs, {*base, *ours})
    wrong = [
        about
        for about in here.keys() & there.keys()
        if here[about][-1].value != there[about][-1].value
    ]
    return (
        {fact.key for about in wrong for fact in here[about]},
        {fact.key for about in wrong for fact in there[about]},
    )


_Value = TaskStatus | tuple[str, ...] | str
_About = tuple[str, dt.date | None]


class _Fact(NamedTuple):
    key: Key
    value: _Value


def _new_facts(side: Groups, known: set[Key]) -> dict[_About, list[_Fact]]:
    """Facts that only one side has, by the property and the day they speak of."""
    found: dict[_About, list[_Fact]] = {}
    for key, group in side.items():
        if key not in known and not key.path:
            for name, value in _values(group.statement):
                found.setdefault((name, group.statement.date), []).append(_Fact(key, value))
    return found


def _values(said: Statement) -> Iterator[tuple[str, _Value]]:
    """What a fact says of each property, as it is compared."""
    if said.status is not None:
        yield "status", said.status
    if said.assignees is not None:
        yield "assignees", tuple(sorted(map(print_assignee, said.assignees)))
    if said.deadline is not None:
        yield "deadline", print_deadline(said.deadline)
