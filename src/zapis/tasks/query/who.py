"""Understand the words of `--kdo`: whose tasks are meant."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from zapis.czech.folding import fold
from zapis.czech.names import Name, NameIndex, parse_name
from zapis.czech.titles import read_titles_before
from zapis.tasks.query.answers import (
    ORGANIZATION_OPTION,
    PEOPLE_OPTION,
    Found,
    clean,
    equation,
    join_found,
    listed,
    meant,
    near_matches,
    shown,
    typed,
)
from zapis.tasks.query.asked import FilterProblem
from zapis.tasks.query.directory import Directory
from zapis.tasks.query.offices import find_groups, find_holders, find_remote, is_group
from zapis.tasks.query.organizations import is_organization
from zapis.tasks.query.row_tests import NOBODY

_NOBODY_WORDS = frozenset(("nikdo", "nikoho", "neprideleno", "nepridelene", "bez resitele"))
_JOINT = re.compile(r"[,;]| (?:a|i|nebo) ")
_MOST_OFFERED = 3


class _Who(NamedTuple):
    """Who is meant: full names, other assignees, and why several are."""

    names: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    remark: str = ""


def understand_person(written: str, directory: Directory) -> Found[str]:
    """The assignees whom a name, function or group means; several names may be joined."""
    words = clean(written)
    if fold(words) in _NOBODY_WORDS:
        return Found(frozenset((NOBODY,)), f"{words} = úkoly bez řešitele")
    found = _understand_one(words, directory)
    pieces = [piece.strip() for piece in _JOINT.split(words) if piece.strip()]
    if found.problems and len(pieces) > 1:
        several = [_understand_one(piece, directory) for piece in pieces]
        if not any(answer.problems for answer in several):
            return join_found(several)
    return found


def _understand_one(words: str, directory: Directory) -> Found[str]:
    who = _find(words, directory)
    if isinstance(who, FilterProblem):
        return Found(problems=(who,))
    if not who.names and not who.others:
        return Found(problems=(_unknown(words, directory),))
    forms = directory.forms_of(who.names)
    assignees = forms.assignees | (directory.assignees & frozenset(who.others))
    meaning = listed(tuple(dict.fromkeys((*who.names, *_said_besides(who, directory)))))
    remarks = (
        *([who.remark] if who.remark else []),
        *([] if assignees else ["bez úkolů"]),
        *(
            _doubt(form, names, who.names)
            for form, names in sorted(forms.doubtful.items())
            if form not in assignees
        ),
    )
    return Found(assignees, equation(words, meaning, "řeší", remarks))


def _said_besides(who: _Who, directory: Directory) -> Iterable[str]:
    """The other assignees but for surnames of those who are named in full."""
    if not who.names:
        return who.others
    return (other for other in who.others if is_group(other) or not directory.find(other))


def _doubt(form: str, names: Iterable[str], wanted: Sequence[str]) -> str:
    """Why tasks with a surname alone are left out."""
    others = [name for name in names if name not in wanted]
    return f"bez úkolů psaných jen „{shown(form)}“, to může být i {listed(others)}"


def _find(words: str, directory: Directory) -> _Who | FilterProblem:
    """By name first, then by function; groups called so always, others where nothing else is."""
    names = directory.find(words)
    called = set(_called_by_surname(words, names, directory))
    by_given = [name for name in names if name not in called]
    others = dict.fromkeys(
        (*directory.find_others(words), *find_groups(words, directory, longer=not names))
    )
    if len(by_given) > 1:
        if called or others:
            return _several(tuple(name for name in names if name in called), tuple(others))
        return _choose(words, by_given, directory)
    if names:
        return _several(names, tuple(others))
    if holders := find_holders(words, directory):
        return _Who(holders, tuple(others), "podle funkce")
    return _Who((), tuple(others) or find_remote(words, directory))


def _several(names: tuple[str, ...], others: tuple[str, ...]) -> _Who:
    return _Who(names, others, "všichni toho jména" if len(names) > 1 else "")


def _called_by_surname(words: str, names: Iterable[str], directory: Directory) -> list[str]:
    """Those of the people whom more than a first name calls."""
    _, start = read_titles_before(words)
    if " " in words[start:]:
        return list(names)
    aliases = {person.name: person.aliases for person in directory.people}
    found: list[str] = []
    for name in names:
        parsed = parse_name(name)
        surname = Name((), parsed.surname, parsed.suffix)
        if NameIndex([(surname, aliases.get(name, ()))]).find(words):
            found.append(name)
    return found


def _choose(words: str, names: Sequence[str], directory: Directory) -> _Who | FilterProblem:
    """The only one of several people with that first name who has tasks."""
    with_tasks = directory.forms_of(names).busy
    busy = [name for name in names if name in with_tasks]
    if len(busy) == 1:
        return _Who((busy[0],), (), "jiní toho jména nemají úkoly")
    offered = (busy or names)[:_MOST_OFFERED]
    return FilterProblem(
        f"jménu „{shown(words)}“ odpovídá víc lidí: {listed(busy or names)}",
        "napište " + " nebo ".join(typed(PEOPLE_OPTION, name) for name in offered),
        PEOPLE_OPTION,
    )


def _unknown(words: str, directory: Directory) -> FilterProblem:
    message = f"nikdo jménem „{shown(words)}“ v zápisech ani v úkolech není"
    if is_organization(words, directory):
        cure = f"je to organizace: {typed(ORGANIZATION_OPTION, words)}"
    else:
        cure = meant(PEOPLE_OPTION, _near(words, directory))
    return FilterProblem(message, cure or "kdo má úkoly, vypíše zapis ukoly souhrn", PEOPLE_OPTION)


def _near(words: str, directory: Directory) -> tuple[str, ...]:
    """Full names, surnames, groups and functions that look like the words."""
    known: dict[str, str] = {}
    for name in (*directory.names, *directory.others):
        known.setdefault(name, name)
        known.setdefault(parse_name(name).surname or name, name)
    for person in directory.people:
        known.update((function, function) for function in person.functions)
    near = near_matches(words, known)
    return tuple(dict.fromkeys(known[found] for found in near))
