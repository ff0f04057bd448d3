"""A meeting: the whole of what one minutes file says."""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct, field

from zapis.body import Blocks, Footnote
from zapis.czech.times import TimeRange
from zapis.data_tree import Data
from zapis.inline import Inlines
from zapis.model.forms import FormChange
from zapis.model.person import People, Person, Signature
from zapis.model.settings import Project, Series
from zapis.model.tasks import Review, Task
from zapis.source import Span


class When(Struct, frozen=True):
    """When it was: what could be read, and the words where that is not all.

    Where there are words they are printed instead of what was read: „pátek 20. 3. 2026“.
    """

    date: dt.date | None = None
    end_date: dt.date | None = None
    time: TimeRange | None = None
    date_words: str = ""
    time_words: str = ""
    span: Span | None = None


class HeaderField(Struct, frozen=True):
    """A line of the header: `key` is the canonical name, empty for the author's own lines.

    An empty `text` is printed as „–“.
    """

    key: str
    label: str
    text: str
    span: Span | None = None


class AgendaItem(Struct, frozen=True):
    """An item of the agenda: its own number, text, and who presents it when."""

    number: int
    title: str
    presenter: str = ""
    time: str = ""
    withdrawn: bool = False
    section: int | None = None
    span: Span | None = None


class Section(Struct, frozen=True):
    """A part of the record under a top-level heading; the first may have none (`title` empty).

    `number` is printed before the title; `agenda` is the index of the item it records. `made` says
    that the author wrote no heading: the section gathers reviews that stood under none.
    """

    title: Inlines
    blocks: Blocks
    number: int | None = None
    agenda: int | None = None
    span: Span | None = None
    made: bool = False


class NextMeeting(Struct, frozen=True):
    """When and where the next meeting is: the author's words, and what could be read."""

    words: str
    date: dt.date | None = None
    time: TimeRange | None = None
    place: str = ""
    span: Span | None = None


class Attachment(Struct, frozen=True):
    """An attachment: its name, and the path of its file within the workspace where given."""

    name: str
    path: str = ""
    span: Span | None = None


class Meeting(Struct, frozen=True):
    """One meeting; everything optional is empty where the author left it out.

    `labels` gives the author's form of a header key by its canonical name. `fields` are texts of
    the header in the author's order: reference numbers, counts, dates of posting, distribution and
    lines of the author's own.
    """

    id: str
    path: str
    kind: str = ""
    series: Series | None = None
    project: Project | None = None
    organization: str = ""
    subject: str = ""
    heading: str = ""
    ordinal: str = ""
    when: When = When()
    place: str = ""
    officers: tuple[People, ...] = ()
    attendance: tuple[People, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    fields: tuple[HeaderField, ...] = ()
    signatures: tuple[Signature, ...] = ()
    on_behalf_of: tuple[Person, ...] = ()
    on_behalf_label: str = ""
    next_meeting: NextMeeting | None = None
    attachments: tuple[Attachment, ...] = ()
    status: str = ""
    redacted: tuple[str, ...] = ()
    restricted: bool = False
    sections: tuple[Section, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    tasks: tuple[Task, ...] = ()
    reviews: tuple[Review, ...] = ()
    labels: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    template: str = ""
    forms: tuple[FormChange, ...] = ()
    typography: bool = True
    keep_line_breaks: bool = True
    data: Mapping[str, Data] = field(default_factory=lambda: MappingProxyType({}))
    spans: Mapping[str, Span] = field(default_factory=lambda: MappingProxyType({}))
