"""The plain values that every document is made from, so that no two can differ in what they say.

All texts here are typeset (no-break spaces, quotes) and in the words of the author; body nodes are
typeset too. Templates and writers decide look and never content.
"""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct, field

from zapis.body import Blocks, Footnote
from zapis.inline import Inlines
from zapis.model.assets import Asset
from zapis.model.kinds import DEFAULT_LABELS, PARTS


class FieldView(Struct, frozen=True):
    """A line of the header: `label` without a colon, `text` (a missing value is „–“)."""

    key: str
    label: str
    text: str


class PeopleView(Struct, frozen=True):
    """People under a label: `count` is None where only words were given („dle prezenční listiny“).

    `names` are ready to print, one string a person; `words` stands beside or instead of them.
    """

    key: str
    label: str
    names: tuple[str, ...]
    words: str
    count: int | None


class AgendaItemView(Struct, frozen=True):
    """An item of the agenda; `withdrawn` items say so in `note` („staženo“)."""

    number: int
    title: str
    presenter: str
    time: str
    note: str
    anchor: str


class SectionView(Struct, frozen=True):
    """A numbered part of the record; the first may have neither number nor title.

    `reviews` are printed as a table above the blocks: so zapis shows reviews that the author put
    under no heading. `reviews_note` below it gives the full form of their numbers, where all are
    from one meeting, so that the number alone stands in the table.
    """

    number: int | None
    title: Inlines
    blocks: Blocks
    anchor: str
    reviews: tuple["ReviewView", ...] = ()
    reviews_note: str = ""


class TaskView(Struct, frozen=True):
    """A task: `short` is „úkol 1“, `full_id` „BC-2026-01-23/1“, `anchor` the id in HTML and Word.

    `full_id` is empty while the tracker has given no number. `label` is the author's own („Úkol
    č. 3/26“), without a colon. `assignees` and `deadline` are ready to print and empty where the
    author gave none; `status` is the word of its state, empty for an open task. `children` is the
    printed sentence; where its fields were taken out, `tail` follows („→ Eva Horáková; do pátku“).
    `says_number` is true where the label names the number, so that nothing else must.
    """

    number: int
    short: str
    label: str
    full_id: str
    anchor: str
    sentence: str
    children: Inlines
    assignees: str
    deadline: str
    status: str
    tail: str = ""
    says_number: bool = False


class ReviewView(Struct, frozen=True):
    """What this meeting says of an older task; the task as its setting meeting gave it.

    `sentence` is empty where the task is not known; `name` is what it is called even then („Úkol 2
    z předchozího jednání“), `facts` what stands in parentheses behind that („Jana Malá; do pátku;
    P-2026-03-16/3“). `status` („splněno“, in the author's own word „trvá“) is printed before
    `children`, which hold all else that this meeting says; the review's line in the body has the
    same children. `flows` says that they go on from the status with their own punctuation.
    """

    full_id: str
    sentence: str
    assignees: str
    deadline: str
    status: str
    comment: str
    children: Inlines
    name: str = ""
    facts: str = ""
    flows: bool = False

    @property
    def number(self) -> str:
        """The number of the task in its own meeting."""
        return self.full_id.rpartition("/")[2]


class SignatureView(Struct, frozen=True):
    """Who signs: „Zapsala“, the name, „23. 3. 2026“ or nothing, `line` for a signature line.

    `role` is the canonical key of the header („recorder“), empty where the kind adds the line.
    """

    label: str
    name: str
    on: str
    line: bool
    role: str = ""


class AttachmentView(Struct, frozen=True):
    """An attachment: its number, its name and, where it is a file, a link from the output."""

    number: int
    name: str
    href: str


class LogoView(Struct, frozen=True):
    """A logo of the header or footer; `key` finds its bytes among the assets."""

    key: str
    alt: str


class PublicityView(Struct, frozen=True):
    """The running header and footer: lines of text and logos, all may be empty."""

    header: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()
    header_logos: tuple[LogoView, ...] = ()
    footer_logos: tuple[LogoView, ...] = ()


class DocumentView(Struct, frozen=True):
    """Everything a document prints.

    `title` names the document in its properties and in the browser's tab. `heading` is the title
    line („Zápis“ or the author's whole line), `subheading` stands below it („z jednání pracovní
    skupiny Bezpečná čtvrť“), `project` below that („v rámci projektu …“). `mark` is the draft mark
    („KONCEPT“), `notice` the line on every page of a full version not meant for publication.
    `fields` are the header's lines in order of printing (date, place, reference numbers, officers,
    the author's own); `closing` are lines behind the record (distribution, dates of posting).
    `show_agenda` says whether the author wrote an agenda. `tasks_note` is the sentence below
    the table of tasks with the full identity. `assets` are pictures by the `src` of image nodes and
    by the `key` of logos; a picture that is not there is printed as its alternative text.

    `parts` names the parts below the title line in their order: `fields`, `attendance`, `agenda`,
    `record` (the sections), `tasks`, `next_meeting`, `attachments`, `closing`, `signatures` (with
    place and day, and those on whose behalf they sign); an empty part is left out. `labels` are
    the words that documents add of their own, by the names of `DEFAULT_LABELS`. `values` are
    the single facts that a title line may name („datum“, „misto“); `data` is what the author wrote
    for a template of their own.
    """

    title: str
    heading: str
    subheading: str
    project: str
    mark: str
    notice: str
    organization: str
    fields: tuple[FieldView, ...]
    attendance: tuple[PeopleView, ...]
    agenda_label: str
    agenda: tuple[AgendaItemView, ...]
    show_agenda: bool
    sections: tuple[SectionView, ...]
    footnotes: tuple[Footnote, ...]
    tasks: tuple[TaskView, ...]
    tasks_label: str
    tasks_note: str
    reviews: tuple[ReviewView, ...]
    next_meeting_label: str
    next_meeting: str
    attachments_label: str
    attachments: tuple[AttachmentView, ...]
    closing: tuple[FieldView, ...]
    place_and_day: str
    signatures: tuple[SignatureView, ...]
    on_behalf_label: str
    on_behalf: tuple[str, ...]
    publicity: PublicityView
    footer_text: str
    assets: Mapping[str, Asset]
    parts: tuple[str, ...] = PARTS
    labels: Mapping[str, str] = field(default_factory=lambda: DEFAULT_LABELS)
    values: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    data: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
