"""What a reader must find in a document, line by line, told from the view alone.

Nothing here asks a writer: the tests compare finished documents with it.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from zapis.body import (
    Block,
    Blocks,
    Card,
    CodeBlock,
    Conclusion,
    FieldLabel,
    Group,
    Groups,
    Heading,
    List,
    Paragraph,
    Quote,
    Resolution,
    Restricted,
    ReviewLine,
    Rule,
    Schedule,
    Table,
    TaskLine,
)
from zapis.inline import Code, FootnoteRef, Image, Inlines, LineBreak, TaskMention, Text, plain_text
from zapis.render.views import DocumentView, ReviewView, SectionView, TaskView
from zapis.render.words import REVIEW_COLUMNS, REVIEW_JOINT, resolution_label, restricted_label

BULLET = "•"
_MISSING = "–"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Line(Struct, frozen=True):
    """A paragraph or a cell: its number or bullet, and its words; line ends inside are kept."""

    label: str
    text: str

    def __str__(self) -> str:
        return f"{self.label} {self.text}".strip()


def folded(text: str) -> str:
    """The words with one plain space between them."""
    return " ".join(text.split())


def _folded_lines(text: str) -> str:
    return "\n".join(filter(None, map(folded, text.split("\n"))))


def split_lines(lines: Iterable[Line]) -> list[Line]:
    """The lines as programs print them that know no line ends within a paragraph."""
    return [
        Line("" if index else line.label, text)
        for line in lines
        for index, text in enumerate(line.text.split("\n"))
    ]


class Reader(Struct):
    """Reads a view.

    `label_apart` says that „Usnesení č. 1“ stands above its words, and the number of an item above
    a quotation, as Word needs it.
    """

    view: DocumentView
    label_apart: bool = True
    tables: list[list[list[str]]] = field(default_factory=list)

    def record(self) -> list[Line]:
        """All lines of the record."""
        return [line for section in self.view.sections for line in self._section(section)]

    def footnotes(self) -> list[list[Line]]:
        """The lines of every footnote that something refers to, in their order."""
        return [self.lines(note.blocks) for note in self.view.footnotes if note.referenced]

    def forgotten(self) -> list[Line]:
        """The lines of footnotes that nothing refers to, their numbers in front."""
        return [
            replace(line, text=folded(f"{note.number} {line.text}")) if index == 0 else line
            for note in self.view.footnotes
            if not note.referenced
            for index, line in enumerate(self.lines(note.blocks))
        ]

    def lines(self, blocks: Blocks) -> list[Line]:
        """The lines of blocks; those without a letter or a picture's words are no lines."""
        return [line for block in blocks for line in self._block(block) if line.text or line.label]

    def _section(self, section: SectionView) -> list[Line]:
        title = self.text(section.title)
        number = f"{section.number}." if section.number is not None else ""
        heading = [Line(number, title)] if plain_text(section.title).strip() else []
        return heading + self._reviews(section) + self.lines(section.blocks)

    def _reviews(self, section: SectionView) -> list[Line]:
        if not section.reviews:
            return []
        rows = [tuple(self.view.labels[name] for name in REVIEW_COLUMNS)]
        for review in section.reviews:
            number = review.number if section.reviews_note else review.full_id
            state = self._said(review, review.children, REVIEW_JOINT)
            facts = (number, review.sentence, review.assignees, review.deadline)
            rows.append((*(fact or _MISSING for fact in facts), state))
        note = [Line("", folded(section.reviews_note))] if section.reviews_note else []
        return [Line("", folded(cell)) for row in self._table(rows) for cell in row] + note

    def _table(self, rows: list[tuple[str, ...]]) -> list[list[str]]:
        cells = [[folded(cell) for cell in row] for row in rows]
        self.tables.append(cells)
        return cells

    def tasks(self) -> list[list[str]]:
        """The rows of the table of tasks without its header; the last cell tells the state."""
        stated = any(task.status for task in self.view.tasks)
        return [
            [
                str(task.number),
                self.text(task.children, copied=True),
                folded(task.assignees or _MISSING),
                folded(task.deadline or _MISSING),
                *([task.status or "otevřeno"] if stated else []),
            ]
            for task in self.view.tasks
        ]

    def text(self, inlines: Inlines, *, copied: bool = False) -> str:
        """The words of inline nodes."""
        return _folded_lines("".join(self._words(inlines, copied=copied)))

    def _words(self, inlines: Inlines, *, copied: bool) -> Iterator[str]:
        for node in inlines:
            match node:
                case Text(text) | Code(text):
                    yield text
                case LineBreak():
                    yield "\n"
                case Image():
                    yield "" if node.src in self.view.assets else node.alt or node.src
                case FootnoteRef(number):
                    yield "" if copied else str(number)
                case TaskMention():
                    yield from self._words(node.children, copied=copied)
                    yield "" if copied else f" {_told(self.view.tasks[node.index])}"
                case _:
                    yield from self._words(node.children, copied=copied)

    def _block(self, block: Block) -> list[Line]:  # noqa: C901, PLR0912 - one case a type of block
        match block:
            case Paragraph() | Heading():
                return [Line("", self.text(block.children))]
            case TaskLine():
                return [Line("", self._task(block))]
            case ReviewLine():
                return [Line("", self._review(block))]
            case CodeBlock():
                return [Line("", _folded_lines(block.text))]
            case FieldLabel():
                return [Line("", f"{block.label}:")]
            case Rule():
                return []
            case List():
                return self._list(block)
            case Table():
                rows = [block.header, *block.rows]
                cells = self._table([tuple(map(self.text, row)) for row in rows])
                return [Line("", cell) for row in cells for cell in row]
            case Group():
                return [Line("", self.text(block.name)), *self.lines(block.blocks)]
            case Quote() | Groups():
                return self.lines(block.blocks)
            case Card():
                return self._card(block)
            case Schedule():
                return [
                    Line("", folded(f"{step.year or ''} {self.text(step.children)}"))
                    for step in block.milestones
                ]
            case Conclusion():
                return self._labelled(self.view.labels["conclusion"], block.blocks, apart=False)
            case Resolution():
                label = folded(resolution_label(self.view.labels["resolution"], block.number))
                made = self._labelled(label, block.blocks, apart=self.label_apart)
                named = self.view.labels["vote"]
                vote = [Line("", folded(f"{named}: {block.vote.words}"))] if block.vote else []
                return made + vote
            case Restricted():
                label = restricted_label(self.view.labels["restricted"], block.reason)
                return [Line("", folded(label)), *self.lines(block.blocks)]
            case _:
                raise TypeError(block)

    def _labelled(self, label: str, blocks: Blocks, *, apart: bool) -> list[Line]:
        lines = self.lines(blocks)
        joined = bool(blocks) and isinstance(blocks[0], Paragraph) and not apart
        if joined and lines[0].text.casefold().startswith(label.casefold()):
            return lines
        if joined:
            return [replace(lines[0], text=f"{label}: {lines[0].text}"), *lines[1:]]
        return [Line("", label if self.label_apart else f"{label}:"), *lines]

    def _list(self, node: List) -> list[Line]:
        made: list[Line] = []
        for item in node.items:
            label = _label(node, item.number)
            lines = self.lines(item.blocks)
            if lines and not lines[0].label and self._opens_beside(item.blocks[0]):
                made += [replace(lines[0], label=label), *lines[1:]]
            else:
                made += [Line(label, ""), *lines]
        return made

    def _opens_beside(self, block: Block) -> bool:
        """Whether a block at the start of an item stands on the line of its number."""
        if self.label_apart:
            return isinstance(block, Paragraph | TaskLine | ReviewLine | Heading)
        return not isinstance(block, Table | Card)

    def _card(self, card: Card) -> list[Line]:
        title = folded(f"{card.number} {self.text(card.name)}")
        place = len(self.tables)
        rows: list[list[str]] = [[title]]
        made = [Line("", title)]
        for item in card.fields:
            content = self.lines(item.blocks)
            label = [folded(item.label)] if item.label else []
            made += [*(Line("", words) for words in label), *content]
            rows.append([*label, folded(" ".join(line.text for line in content))])
        self.tables.insert(place, rows)
        return made

    def _task(self, node: TaskLine) -> str:
        task = self.view.tasks[node.index]
        label = f"{task.label}: " if task.label else ""
        tail = f" {task.tail}" if node.fields else ""
        return _folded_lines(f"{label}{self.text(node.children)}{tail} {_told(task)}".rstrip())

    def _review(self, node: ReviewLine) -> str:
        review = self.view.reviews[node.index]
        facts = f" ({review.facts})" if review.facts else ""
        return _folded_lines(f"{review.name}{facts} – {self._said(review, node.children, ': ')}")

    def _said(self, review: ReviewView, children: Inlines, joint: str) -> str:
        words = self.text(children)
        if not children:
            return review.status
        return f"{review.status}{words if review.flows else joint + words}"


def _told(task: TaskView) -> str:
    named = ", ".join(filter(None, ("" if task.says_number else task.short, task.status)))
    return f"({folded(named)})" if named else ""


def _label(node: List, number: int | None) -> str:
    if number is None or node.style == "bullet":
        return BULLET
    if node.style == "alpha" and number > 0:
        turns, place = divmod(number - 1, len(_LETTERS))
        return _LETTERS[place] * (turns + 1) + node.delimiter
    return f"{number}{node.delimiter}"


def facts(view: DocumentView) -> list[str]:
    """What else stands in a document: its title, header, closing and running lines."""
    people = [
        part
        for group in view.attendance
        for part in (group.label, *group.names, group.words, str(group.count or ""))
    ]
    agenda = [
        part
        for item in view.agenda
        for part in (f"{item.number}.", item.title, item.presenter, item.time, item.note)
        if view.show_agenda
    ]
    ends = [f"{item.number}. {item.name}" for item in view.attachments]
    ends = [view.attachments[0].name] if len(ends) == 1 else ends
    signed = [part for item in view.signatures for part in (item.label, item.name, item.on)]
    lines = [
        *(view.heading, view.subheading, view.project, view.mark, view.notice),
        *(part for item in view.fields for part in (item.label, item.text)),
        *people,
        *agenda,
        *(view.next_meeting, view.tasks_note, *ends),
        *(part for item in view.closing for part in (item.label, *item.text.split("\n"))),
        *(view.place_and_day, *signed, *view.on_behalf),
        *(view.organization, *view.publicity.header, *view.publicity.footer, view.footer_text),
    ]
    return [folded(line) for line in lines if line]
