"""Understand the words of `--organizace`: its own tasks and those of its people."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from zapis.czech.names.given import is_given
from zapis.czech.persons.words import is_legal_form
from zapis.czech.shortening import one_line
from zapis.tasks.query.answers import (
    ORGANIZATION_OPTION,
    PEOPLE_OPTION,
    Found,
    clean,
    equation,
    listed,
    meant,
    near_matches,
    shown,
    typed,
)
from zapis.tasks.query.asked import FilterProblem
from zapis.tasks.query.directory import Directory
from zapis.tasks.query.offices import is_group
from zapis.tasks.query.stems import are_same, folded_words, has_all, holds, opens

_DIVIDER = re.compile(r" ?[–—] ?| - |[,;()]")
_LONGEST = 300
_MOST_LISTED = 4
_SAME, _OPENS, _HAS, _ABBREVIATED = range(4)
_SHORTEST_ABBREVIATION = 2
_LONGEST_ABBREVIATION = 8

_Words = tuple[str, ...]


class _Body(NamedTuple):
    """An organisation as written, the words of the whole and those of its parts."""

    name: str
    whole: _Words
    parts: tuple[_Words, ...]


def understand_organization(written: str, directory: Directory) -> Found[str]:
    """The assignees that are the organisation, or belong to it by any list of people.

    „Doléčovací centrum – Renarkon“ is found by the whole and by either part, in any case form.
    """
    words = clean(written)
    wanted = _body(words)
    bodies = _closest(wanted, _affiliations(directory))
    held = [name for name in _assigned(directory) if holds(wanted.whole, _body(name).whole)]
    if not wanted.whole or not (bodies or held):
        return Found(problems=(_unknown(words, directory),))
    meant_ones = tuple(dict.fromkeys((*bodies, *held)))
    members = {
        name: [person.name for person in directory.people if name in person.organizations]
        for name in meant_ones
    }
    forms = directory.forms_of(name for own in members.values() for name in own)
    assignees = forms.assignees | directory.assignees.intersection(meant_ones)
    named = [_with_members(name, members[name], forms.busy) for name in meant_ones]
    remarks = () if assignees else ("bez úkolů",)
    return Found(
        assignees, equation(words, listed(named, _MOST_LISTED, "; "), "organizace", remarks)
    )


def _with_members(name: str, members: Iterable[str], busy: frozenset[str]) -> str:
    """The organisation with those of its people who have tasks."""
    shown_ones = [member for member in members if member in busy]
    return f"{name} ({listed(shown_ones)})" if shown_ones else name


def is_organization(words: str, directory: Directory) -> bool:
    """Whether somebody belongs to an organisation that is called so."""
    wanted = _body(words)
    return bool(wanted.whole and _closest(wanted, _affiliations(directory)))


def _affiliations(directory: Directory) -> tuple[str, ...]:
    return tuple(dict.fromkeys(own for person in directory.people for own in person.organizations))


def _assigned(directory: Directory) -> tuple[str, ...]:
    """Assignees that may be organisations, or name theirs in parentheses."""
    names = (name for name in directory.names if "(" in name or not is_given(name.split()[0]))
    return tuple(name for name in (*directory.others, *names) if name in directory.assignees)


def _body(name: str) -> _Body:
    pieces = [piece.strip() for piece in _DIVIDER.split(one_line(name[:_LONGEST]))]
    words = [folded_words(piece) for piece in pieces if piece and not is_legal_form(piece)]
    parts = tuple(own for own in words if own)
    return _Body(name, tuple(word for own in parts for word in own), parts)


def _closest(wanted: _Body, names: Iterable[str]) -> tuple[str, ...]:
    """The names that fit best: the same, then those that go on, then those that hold all words."""
    fitting: dict[int, list[str]] = {}
    for name in dict.fromkeys(names):
        distance = _distance(wanted, _body(name))
        if distance is not None:
            fitting.setdefault(distance, []).append(name)
    return tuple(fitting[min(fitting)]) if fitting else ()


def _distance(wanted: _Body, body: _Body) -> int | None:
    if not wanted.whole:
        return None
    if any(are_same(wanted.whole, part) for part in (body.whole, *body.parts)):
        return _SAME
    if any(_abbreviates(wanted.whole, part) for part in body.parts):
        return _SAME if _has_capitals(wanted.name) else _ABBREVIATED
    if any(_abbreviates(part, wanted.whole) for part in body.parts):
        return _SAME
    if any(opens(wanted.whole, part) for part in body.parts):
        return _OPENS
    return _HAS if has_all(wanted.whole, body.whole) else None


def _has_capitals(text: str) -> bool:
    """Whether the text is written as an abbreviation: „MMO“, „MěÚ“."""
    return sum(map(str.isupper, text)) > 1


def _abbreviates(short: _Words, words: Sequence[str]) -> bool:
    """Whether the only word of `short` is made of first letters: „MěÚ“ of „Městský úřad“, „MMO“."""
    if len(short) != 1 or not _SHORTEST_ABBREVIATION <= len(short[0]) <= _LONGEST_ABBREVIATION:
        return False
    word, ends = short[0], {0}
    for count, own in enumerate(words[:_LONGEST_ABBREVIATION], 1):
        ends = {
            end + size
            for end in ends
            for size in (1, 2)
            if end + size <= len(word) and word[end : end + size] == own[:size]
        }
        if len(word) in ends and count > 1:
            return True
    return False


def _unknown(words: str, directory: Directory) -> FilterProblem:
    message = f"organizace „{shown(words)}“ v zápisech ani v úkolech není"
    if directory.find(words):
        cure = f"je to člověk: {typed(PEOPLE_OPTION, words)}"
        return FilterProblem(message, cure, ORGANIZATION_OPTION)
    names = [*_affiliations(directory), *filter(is_group, _assigned(directory))]
    pieces = (piece.strip() for name in names for piece in _DIVIDER.split(name))
    near = near_matches(words, [*names, *(piece for piece in pieces if piece)])
    cure = meant(ORGANIZATION_OPTION, near)
    return FilterProblem(message, cure or _listed_cure(names), ORGANIZATION_OPTION)


def _listed_cure(names: Sequence[str]) -> str:
    if names:
        return f"v zápisech jsou: {listed(names, joint='; ')}"
    return "organizace se píše mezi přítomné do závorky za jméno"
