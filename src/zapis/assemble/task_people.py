"""Who a task may name: people of the meeting first, then of its series, then of the settings."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from zapis.czech.folding import fold
from zapis.czech.names import NameIndex, parse_name
from zapis.czech.titles import read_titles_before
from zapis.model.meeting import Meeting
from zapis.model.person import Person
from zapis.model.settings import Settings

_AREAS = frozenset(("města", "obce", "městyse", "kraje", "školy", "úřadu", "spolku", "odboru"))


class PeopleIndex(Struct, frozen=True):
    """Known people; the answers are indexes into `persons`.

    Each tier is the index of its first person and their names. A longer name wins over a shorter
    one, and of names of one length that of the earlier tier.

    **Why** tiers: a document depends on its own file first, so that a namesake in the settings
    never makes a name in the minutes ambiguous.
    """

    persons: tuple[Person, ...] = ()
    tiers: tuple[tuple[int, NameIndex], ...] = ()

    def find(self, written: str) -> tuple[int, ...]:
        """The people whom the whole of the words names, of the first tier that has any."""
        for first, names in self.tiers:
            if found := names.find(written):
                return tuple(first + index for index in found)
        return ()

    def match_at(self, text: str, position: int) -> tuple[int, tuple[int, ...]] | None:
        """Where the longest known name at the position ends, and whose it is."""
        best: tuple[int, tuple[int, ...]] | None = None
        for first, names in self.tiers:
            found = names.match_at(text, position)
            if found and (best is None or found[0] > best[0]):
                best = found[0], tuple(first + index for index in found[1])
        return best


def build_people_index(meeting: Meeting, settings: Settings) -> PeopleIndex:
    """The people a task of this meeting may name."""
    members = meeting.series.members if meeting.series else ()
    shared = (members, settings.persons)
    own = _complete(_merge(_people_of(meeting)), [_names(group) for group in shared])
    persons: list[Person] = []
    tiers: list[tuple[int, NameIndex]] = []
    for group, names_of in ((own, _index), (members, _names), (settings.persons, _names)):
        if group:
            tiers.append((len(persons), names_of(group)))
            persons += group
    return PeopleIndex(tuple(persons), tuple(tiers))


def _people_of(meeting: Meeting) -> Iterator[Person]:
    for people in (*meeting.attendance, *meeting.officers):
        yield from people.persons
    yield from (signature.person for signature in meeting.signatures)
    yield from meeting.on_behalf_of
    for item in meeting.agenda:
        _, start = read_titles_before(item.presenter)
        name = item.presenter[start:].partition(",")[0].partition("(")[0].strip()
        if name:
            yield Person(name, span=item.span)


def _merge(people: Iterable[Person]) -> tuple[Person, ...]:
    """Each person once, however often and fully the header names them."""
    full: dict[tuple[str, str], Person] = {}
    brief: list[Person] = []
    for person in people:
        if not person.name:
            continue
        if not parse_name(person.name).given and " " not in person.name:
            brief.append(person)
            continue
        key = fold(person.name), ""
        first = full.get(key)
        if first and first.organization and person.organization:
            other = fold(person.organization) != fold(first.organization)
            key = (key[0], fold(person.organization)) if other else key
        known = full.get(key)
        full[key] = _together(known, person) if known else person
    merged = tuple(full.values())
    if not brief:
        return merged
    names = _index(merged)
    alone = {fold(person.name): person for person in brief if len(names.find(person.name)) != 1}
    return (*merged, *alone.values())


def _together(first: Person, second: Person) -> Person:
    return replace(
        first,
        role=first.role or second.role,
        organization=first.organization or second.organization,
        aliases=tuple(dict.fromkeys((*first.aliases, *second.aliases))),
    )


def _complete(people: Sequence[Person], tiers: Sequence[NameIndex]) -> tuple[Person, ...]:
    """Surnames alone stay names of this meeting only if nobody better known bears them."""
    return tuple(
        person
        for person in people
        if parse_name(person.name).given
        or " " in person.name
        or all(len(tier.find(person.name)) != 1 for tier in tiers)
    )


@lru_cache(maxsize=64)
def _names(people: tuple[Person, ...]) -> NameIndex:
    """**Why** kept: people of a series and of the settings are those of many meetings."""
    return _index(people)


def _index(people: Sequence[Person]) -> NameIndex:
    """The names with aliases and functions; a function of several people is nobody's."""
    calls = [_callings(person) for person in people]
    counts = Counter(call for own in calls for call in own)
    return NameIndex(
        [
            (
                parse_name(person.name),
                (*person.aliases, *(call for call in own if counts[call] == 1)),
            )
            for person, own in zip(people, calls, strict=True)
        ]
    )


def _callings(person: Person) -> tuple[str, ...]:
    """What a person is called by function: „starosta města“, „starosta“."""
    role = person.role.strip()
    if not role or not role[0].islower():
        return ()
    words = role.split()
    is_office = len(words) > 1 and words[1].lower() in _AREAS
    return (role, words[0]) if is_office else (role,)
