"""People: who was there, who speaks for whom, who signs."""

from msgspec import Struct

from zapis.source import Span


class Person(Struct, frozen=True):
    """A person as written in one place; only `name` is always there.

    `name` is without titles and may be a group or a role („členové rady“, „starosta“).
    `affiliation` is the organisation with its unit in the order of the author; `note` is what
    stands beside a name at one meeting: „od 17.25“, „distančně“, the reason of an excuse.
    """

    name: str
    titles_before: tuple[str, ...] = ()
    titles_after: tuple[str, ...] = ()
    organization: str = ""
    unit: str = ""
    affiliation: str = ""
    role: str = ""
    email: str = ""
    note: str = ""
    aliases: tuple[str, ...] = ()
    span: Span | None = None

    @property
    def full_name(self) -> str:
        """The name with titles: „Mgr. Eva Horáková, Ph.D.“."""
        front = " ".join((*self.titles_before, self.name))
        return ", ".join((front, *self.titles_after))


class People(Struct, frozen=True):
    """Persons of one header field under the label they are printed with.

    `words` holds text that names nobody („dle prezenční listiny“, „12 osob“).
    """

    role: str
    label: str
    persons: tuple[Person, ...] = ()
    words: str = ""
    span: Span | None = None


class Signature(Struct, frozen=True):
    """Who signs, in the author's grammatical form („Zapsala“), and when (words as written)."""

    role: str
    label: str
    person: Person
    on: str = ""
    span: Span | None = None
