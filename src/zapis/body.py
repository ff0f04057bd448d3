"""The tree of formatted text: made once from Markdown, walked by HTML and Word alike.

Nodes are frozen and know nothing of looks. `parse` makes the first form of a body, in which tasks
are `RawTask` and blocks are `Directive`; `assemble` replaces both by their meaning.
"""

from msgspec import Struct

from zapis.inline import NOWHERE, Inlines
from zapis.source import MappedText, Span


class Paragraph(Struct, frozen=True):
    """A paragraph."""

    children: Inlines
    span: Span = NOWHERE


class Heading(Struct, frozen=True):
    """A heading; `level` is 1 to 6 as the author wrote it until `assemble` builds sections."""

    level: int
    children: Inlines
    span: Span = NOWHERE


class ListItem(Struct, frozen=True):
    """An item; `number` is the author's own in an ordered list, None in a bulleted one."""

    blocks: "Blocks"
    number: int | None = None
    span: Span = NOWHERE


class List(Struct, frozen=True):
    """A list; `style` is `bullet`, `decimal` or `alpha` (a, b, c), `delimiter` a period or `)`.

    A tight list has no blank lines between its items. Items of a list of tasks begin with a task.
    """

    style: str
    items: tuple[ListItem, ...]
    tight: bool = True
    delimiter: str = "."
    span: Span = NOWHERE


class Table(Struct, frozen=True):
    """A table with one header row; `aligns` are `left`, `center`, `right` or empty a column.

    Every row has as many cells as the longest one.
    """

    header: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    aligns: tuple[str, ...]
    span: Span = NOWHERE


class Quote(Struct, frozen=True):
    """A quotation."""

    blocks: "Blocks"
    span: Span = NOWHERE


class CodeBlock(Struct, frozen=True):
    """Literal lines, without the last line end."""

    text: str
    language: str = ""
    span: Span = NOWHERE


class Rule(Struct, frozen=True):
    """A horizontal line."""

    span: Span = NOWHERE


class RawTask(Struct, frozen=True):
    """A task as `parse` finds it; what stands indented below follows as blocks of its item.

    `box` is one of ` `, `/`, `x`, `-`, or empty where the task opens with a label (`Úkol:`), which
    is then in `label` as written. `content` is the Markdown source of its first paragraph behind
    box or label. `unusual` is set for a box that is not written `[ ]`.
    """

    box: str
    content: MappedText
    span: Span
    label: str = ""
    unusual: bool = False


class Directive(Struct, frozen=True):
    """A block `::: name argument` as `parse` finds it, with the name already canonical.

    Names: `groups`, `group`, `card`, `resolution`, `conclusion`, `restricted`; unknown ones do not
    get here, their content stands in their place.
    """

    name: str
    argument: MappedText
    blocks: "Blocks"
    span: Span


class FieldLabel(Struct, frozen=True):
    """A line `Label:` inside a card, which opens a field; its value follows as blocks."""

    label: str
    span: Span = NOWHERE


# Block nodes that `assemble` makes


class TaskLine(Struct, frozen=True):
    """A task where it stands: `index` into the tasks of the meeting and the printed sentence.

    `fields` says whether assignee and deadline were taken out of the sentence, so that they are
    printed behind it.
    """

    index: int
    children: Inlines
    fields: bool = False
    span: Span = NOWHERE


class ReviewLine(Struct, frozen=True):
    """A review of an older task where it stands: `index` into the reviews of the meeting."""

    index: int
    children: Inlines
    span: Span = NOWHERE


class Group(Struct, frozen=True):
    """What one group or side worked out; the name is printed as written."""

    name: Inlines
    blocks: "Blocks"
    span: Span = NOWHERE


class Groups(Struct, frozen=True):
    """Groups together with what they share."""

    blocks: "Blocks"
    span: Span = NOWHERE


class Milestone(Struct, frozen=True):
    """A step of a schedule; a step without a year has none, it is never guessed."""

    year: int | None
    children: Inlines
    span: Span = NOWHERE


class Schedule(Struct, frozen=True):
    """The schedule of an activity card, in the author's order."""

    milestones: tuple[Milestone, ...]
    span: Span = NOWHERE


class CardField(Struct, frozen=True):
    """A field of an activity card; an empty one is printed empty."""

    label: str
    blocks: "Blocks"
    span: Span = NOWHERE


class Card(Struct, frozen=True):
    """An activity card: its number (such as `2.1.2`, may be empty), name and fields."""

    number: str
    name: Inlines
    fields: tuple[CardField, ...]
    span: Span = NOWHERE


class Vote(Struct, frozen=True):
    """A vote as written in `words`, and its numbers where the words give them."""

    words: str
    in_favour: int | None = None
    against: int | None = None
    abstained: int | None = None
    unanimous: bool = False
    span: Span = NOWHERE


class Resolution(Struct, frozen=True):
    """A resolution: its number as written (may be empty), its text verbatim, its vote."""

    number: str
    blocks: "Blocks"
    vote: Vote | None = None
    span: Span = NOWHERE


class Conclusion(Struct, frozen=True):
    """A conclusion or an agreement."""

    blocks: "Blocks"
    span: Span = NOWHERE


class Restricted(Struct, frozen=True):
    """What is left out of the public version, and why (may be empty)."""

    reason: str
    blocks: "Blocks"
    span: Span = NOWHERE


Block = (
    Paragraph
    | Heading
    | List
    | Table
    | Quote
    | CodeBlock
    | Rule
    | RawTask
    | Directive
    | FieldLabel
    | TaskLine
    | ReviewLine
    | Group
    | Groups
    | Schedule
    | Card
    | Resolution
    | Conclusion
    | Restricted
)
Blocks = tuple[Block, ...]


class Footnote(Struct, frozen=True):
    """The text of a footnote; `number` counts from 1 in order of reference.

    One that nothing refers to is printed too, behind the others.
    """

    number: int
    blocks: Blocks
    span: Span = NOWHERE
    referenced: bool = True


class Body(Struct, frozen=True):
    """The body of a meeting: blocks in order and the footnotes they refer to."""

    blocks: Blocks = ()
    footnotes: tuple[Footnote, ...] = ()
