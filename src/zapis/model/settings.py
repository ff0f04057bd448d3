"""What `zapis.yaml` says: series, projects, persons and where things are."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct, field

from zapis.model.forms import NO_CHANGE, FormChange
from zapis.model.person import Person
from zapis.source import Span


class Series(Struct, frozen=True):
    """A series of meetings, what its meetings have in common."""

    key: str
    name: str = ""
    abbreviation: str = ""
    kind: str = ""
    heading: str = ""
    organization: str = ""
    members: tuple[Person, ...] = ()
    project: str = ""
    template: str = ""
    form: FormChange = NO_CHANGE
    span: Span | None = None
    template_span: Span | None = None


class Logo(Struct, frozen=True):
    """A picture of a header or footer: its path in the workspace and what it shows."""

    path: str
    alt: str = ""
    span: Span | None = None


class Project(Struct, frozen=True):
    """A project and the publicity it obliges to: running texts and logos."""

    key: str
    name: str = ""
    number: str = ""
    header: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()
    header_logos: tuple[Logo, ...] = ()
    footer_logos: tuple[Logo, ...] = ()
    span: Span | None = None


class Settings(Struct, frozen=True):
    """The settings of a workspace; every field has a default that serves.

    `form` is what holds for all documents, `kinds` for those of single kinds.
    """

    organization: str = ""
    formats: tuple[str, ...] = ("html", "docx")
    sources: tuple[str, ...] = ("**/*.md",)
    exclude: tuple[str, ...] = ()
    output: str = "vystup"
    overviews: tuple[str, ...] = ()
    persons: tuple[Person, ...] = ()
    series: Mapping[str, Series] = field(default_factory=lambda: MappingProxyType({}))
    projects: Mapping[str, Project] = field(default_factory=lambda: MappingProxyType({}))
    form: FormChange = NO_CHANGE
    kinds: tuple[FormChange, ...] = ()
