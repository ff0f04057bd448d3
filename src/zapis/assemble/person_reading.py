"""Make one person of the model from a text or from a mapping."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from zapis.assemble.located import LocatedText
from zapis.czech.persons import PersonText, read_person
from zapis.czech.shortening import one_line
from zapis.czech.titles import read_titles_before, read_titles_behind
from zapis.data_tree import DataTree, Path
from zapis.model.person import Person
from zapis.schema.people import PersonEntry
from zapis.schema.places import find_place
from zapis.source import Span


class ReadPerson(Struct, frozen=True):
    """A person, and the words of a date behind the name, which a signature prints."""

    person: Person
    on: str = ""
    on_span: Span | None = None

    @property
    def undated(self) -> Person:
        """The person with the date among the notes, where no signature would print it."""
        if not self.on:
            return self.person
        notes = (self.person.note, f"dne {self.on}")
        return replace(self.person, note=", ".join(note for note in notes if note))


def person_from_text(read: PersonText, text: LocatedText) -> ReadPerson:
    """The person read from a part of the text."""
    span = text.span(read.start, read.end)
    person = Person(
        name=one_line(read.name),
        titles_before=read.titles_before,
        titles_after=read.titles_after,
        organization=one_line(read.organization or ""),
        unit=one_line(read.unit or ""),
        affiliation=one_line(read.affiliation),
        role=one_line(read.role or ""),
        note=one_line(read.note or ""),
        span=span,
    )
    if not read.on:
        return ReadPerson(person, "", span)
    at = text.text.find(read.on, read.start, read.end)
    on_span = text.span(at, at + len(read.on)) if at >= 0 else span
    return ReadPerson(person, one_line(read.on), on_span)


def person_from_mapping(entry: PersonEntry, tree: DataTree, path: Path) -> ReadPerson:
    """The person of a mapping; what the name says besides holds where no other key does."""
    span = tree.span(path)
    read = read_person(entry.name)
    before, behind = _read_titles(entry.titles)
    organization, unit = one_line(entry.organization), one_line(entry.unit)
    affiliation = " – ".join(part for part in (organization, unit) if part)
    person = Person(
        name=one_line(read.name),
        titles_before=read.titles_before + before,
        titles_after=read.titles_after + behind,
        organization=organization or one_line(read.organization or ""),
        unit=unit or one_line(read.unit or ""),
        affiliation=affiliation or one_line(read.affiliation),
        role=one_line(entry.role) or one_line(read.role or ""),
        email=entry.email.strip(),
        note=one_line(read.note or ""),
        aliases=tuple(alias for alias in map(one_line, entry.aliases) if alias),
        span=span,
    )
    if not entry.on:
        return ReadPerson(person, one_line(read.on or ""), span)
    on_span = tree.span(find_place(tree.data, path, ("dne",)).path)
    return ReadPerson(person, one_line(entry.on).removeprefix("dne "), on_span)


def _read_titles(texts: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Titles before and behind the name; what is no known title stands before it."""
    before: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    for part in (part for text in texts for part in text.split(",")):
        titles, end = read_titles_before(part)
        others, end = read_titles_behind(part, end)
        rest = part[end:].strip(" ,")
        before += (*titles, rest) if rest else titles
        behind += others
    return before, behind
