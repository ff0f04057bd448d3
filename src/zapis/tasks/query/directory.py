"""All whom tasks may be assigned to, and in which forms tasks name them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct

from zapis.czech.folding import fold
from zapis.czech.names import Name, NameIndex, parse_name
from zapis.czech.names.given import is_given
from zapis.czech.persons import read_person
from zapis.tasks.query.known_person import KnownPerson, merge_people

_NOT_PLAIN = frozenset(".,(")
_SHORT_WORD = 3


class Forms(NamedTuple):
    """Assignees, as tasks write them, with the full names that each may mean.

    Of those in `doubtful` some are other people than those asked for.
    """

    certain: Mapping[str, tuple[str, ...]]
    doubtful: Mapping[str, tuple[str, ...]]

    @property
    def assignees(self) -> frozenset[str]:
        """Who is certainly one of the people asked for."""
        return frozenset(self.certain)

    @property
    def busy(self) -> frozenset[str]:
        """The full names of those who have a task."""
        return frozenset(name for names in self.certain.values() for name in names)


class Directory(Struct, frozen=True):
    """Known people and the assignees of tasks.

    `names` are full names, with `index` to find them; `others` are surnames alone, groups and
    offices. `typed` gives by a full name in another form („Evy Horákové“) the names it may mean,
    `bearers` by a given name or surname, in lower case, the full names that have it.
    """

    people: tuple[KnownPerson, ...]
    assignees: frozenset[str]
    names: tuple[str, ...]
    index: NameIndex
    others: tuple[str, ...]
    other_index: NameIndex
    typed: Mapping[str, tuple[str, ...]]
    bearers: Mapping[str, Sequence[str]]

    def find(self, written: str) -> tuple[str, ...]:
        """The full names that the words name best.

        **Why** exact names first: nothing else names better, and the index takes long to say so.
        """
        if exact := self.bearers.get(written.lower()):
            return tuple(exact)
        return tuple(self.names[number] for number in self.index.find(written))

    def find_others(self, written: str) -> tuple[str, ...]:
        """The surnames, groups and offices that the words name best."""
        return tuple(self.others[number] for number in self.other_index.find(written))

    def forms_of(self, names: Iterable[str]) -> Forms:
        """How tasks name these people, be it by a surname alone where nobody else bears it."""
        wanted = frozenset(self._in_full(names))
        certain: dict[str, tuple[str, ...]] = {name: (name,) for name in wanted & self.assignees}
        doubtful: dict[str, tuple[str, ...]] = {}
        for form, candidates in self._candidates(wanted):
            if wanted.issuperset(candidates):
                certain[form] = candidates
            elif not wanted.isdisjoint(candidates):
                doubtful[form] = candidates
        return Forms(certain, doubtful)

    def _in_full(self, names: Iterable[str]) -> Iterator[str]:
        """The names; beside a surname alone the only full name that it may be."""
        for name in names:
            yield name
            if " " not in name and len(full := self.find(name)) == 1:
                yield from full

    def _candidates(self, wanted: Iterable[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Assignees in other forms that begin as any word of the names, with all they may mean."""
        yield from self.typed.items()
        openings = {_opening(word) for name in wanted for word in name.replace("-", " ").split()}
        for other in self.others:
            if other in self.assignees and not openings.isdisjoint(_openings(other)):
                yield other, self.find(other) or (other,)


def build_directory(people: Iterable[KnownPerson], assignees: Iterable[str]) -> Directory:
    """The directory of known people and of the assignees of tasks.

    An assignee in no list is a person too, unless the name is a known one in another form.
    """
    known = {person.name: person for person in merge_people(people)}
    written = frozenset(name for name in assignees if name.strip())
    unknown = sorted(name for name in written if name not in known)
    parsed = {name: _parse(name) for name in (*known, *unknown)}
    typed = _typed_forms(known, unknown, parsed)
    full = tuple(name for name in parsed if parsed[name].given and name not in typed)
    rest = tuple(name for name in parsed if not parsed[name].given)
    return Directory(
        tuple(known.values()),
        written,
        full,
        _index(full, parsed, known),
        rest,
        _index(rest, parsed, known),
        typed,
        _bearers(full, parsed, known.values()),
    )


def _typed_forms(
    known: Iterable[str], unknown: Iterable[str], parsed: Mapping[str, Name]
) -> Mapping[str, tuple[str, ...]]:
    """Assignees that are known full names in another form, with the names that they may mean.

    Those with an unusual given name are compared last: they may be forms of the others.
    """
    full = [name for name in known if parsed[name].given]
    typed: dict[str, tuple[str, ...]] = {}
    strangers = [name for name in unknown if parsed[name].given]
    for usual in (True, False):
        likely = _Likely(parsed, full)
        for name in strangers:
            if is_given(parsed[name].given[0]) is usual:
                if candidates := likely.find(name):
                    typed[name] = candidates
                else:
                    full.append(name)
    return typed


def _parse(name: str) -> Name:
    """The parts of a name, titles, organisation and function left out where somebody typed them."""
    is_plain = _NOT_PLAIN.isdisjoint(name)
    return parse_name(name if is_plain else read_person(name).name)


def _index(
    names: Iterable[str], parsed: Mapping[str, Name], known: Mapping[str, KnownPerson]
) -> NameIndex:
    """Functions are left out: a task that is for „tajemník“ is for whoever is one."""
    return NameIndex(
        [(_declined(parsed[name]), known[name].aliases if name in known else ()) for name in names]
    )


def _declined(name: Name) -> Name:
    """The name; a given name that stands alone is no surname."""
    return name if name.given or not is_given(name.surname) else Name((name.surname,), "")


def _bearers(
    names: Iterable[str], parsed: Mapping[str, Name], people: Iterable[KnownPerson]
) -> Mapping[str, Sequence[str]]:
    """Full names by each of their words; a word that is also an alias is left to the index."""
    bearers: dict[str, list[str]] = {}
    for name in names:
        for word in dict.fromkeys((*parsed[name].given, parsed[name].surname)):
            bearers.setdefault(word.lower(), []).append(name)
    for alias in {alias.lower() for person in people for alias in person.aliases}:
        bearers.pop(alias, None)
    return bearers


class _Likely:
    """Full names by the letters with which given name and surname begin.

    **Why:** a form of a name begins as the name does, and one find among a thousand names would
    take longer than all others together.
    """

    __slots__ = ("_by_letters", "_parsed")

    def __init__(self, parsed: Mapping[str, Name], names: Iterable[str]) -> None:
        self._parsed = parsed
        self._by_letters: dict[frozenset[str], list[str]] = {}
        for name in names:
            self._by_letters.setdefault(_letters(parsed[name]), []).append(name)

    def find(self, written: str) -> tuple[str, ...]:
        near = self._by_letters.get(_letters(self._parsed[written]), ())
        index = NameIndex([(self._parsed[name], ()) for name in near])
        return tuple(near[number] for number in index.find(written)) if near else ()


def _letters(name: Name) -> frozenset[str]:
    return frozenset((_initial(name.given[0]), _initial(name.surname)))


def _initial(word: str) -> str:
    return fold(word[:1])


def _opening(word: str) -> str:
    """What all forms of a name begin with; of a short one („Pes“, „Lva“) a letter only."""
    return fold(word[: 1 if len(word) <= _SHORT_WORD else 2])


def _openings(word: str) -> tuple[str, str]:
    return fold(word[:1]), fold(word[:2])
