"""One walk over the body that turns raw tasks and directives into what they mean."""

from collections.abc import Callable
from typing import TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from zapis import codes
from zapis.assemble.cards import make_card
from zapis.assemble.resolutions import make_resolution
from zapis.body import (
    Block,
    Blocks,
    Conclusion,
    Directive,
    Group,
    Groups,
    Heading,
    List,
    ListItem,
    Paragraph,
    Quote,
    RawTask,
    Restricted,
    ReviewLine,
    Table,
    TaskLine,
)
from zapis.diagnostics import Diagnostic, Outcome
from zapis.inline import (
    CONTAINERS,
    Emphasis,
    Inline,
    Inlines,
    Link,
    Marked,
    Strikethrough,
    Strong,
    TaskMention,
    Text,
    plain_text,
    walk_inlines,
)
from zapis.model.tasks import Review, Task
from zapis.source import MappedText

T = TypeVar("T")


class AssembledTask(Struct, frozen=True):
    """A task or review and how it is printed: its words, and whether fields follow them."""

    task: Task | Review
    children: Inlines
    fields: bool


class Grammar(Struct, frozen=True):
    """What the walk needs of other rooms: how tasks, mentions and inline text are read."""

    task: Callable[[RawTask], Outcome[AssembledTask]]
    mention: Callable[[Marked], Outcome[AssembledTask]]
    inline: Callable[[MappedText], Outcome[Inlines]]


class BlockWalk(Struct):
    """Collects tasks, reviews and diagnostics of one body in the order of its text."""

    grammar: Grammar
    section: str = ""
    tasks: list[Task] = field(default_factory=list)
    reviews: list[Review] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    restricted: bool = False

    def blocks(self, blocks: Blocks) -> Blocks:
        """The blocks with their meaning, in the same order."""
        return tuple([self.block(block) for block in blocks])

    def block(self, block: Block) -> Block:
        """One block with everything inside it."""
        match block:
            case Paragraph(children) | Heading(_, children):
                walked = self.inlines(children)
                return block if walked is children else replace(block, children=walked)
            case RawTask():
                return self._task(block)
            case List(style, items, tight, delimiter, span):
                walked_items = [self._item(item) for item in items]
                return List(style, tuple(walked_items), tight, delimiter, span)
            case Directive():
                return self._directive(block)
            case Quote(blocks):
                return replace(block, blocks=self.blocks(blocks))
            case Table(header, rows):
                cells = tuple(tuple(self.inlines(cell) for cell in row) for row in rows)
                return replace(
                    block, header=tuple(self.inlines(cell) for cell in header), rows=cells
                )
            case _:
                return block

    def _item(self, item: ListItem) -> ListItem:
        return ListItem(self.blocks(item.blocks), item.number, item.span)

    def inlines(self, children: Inlines) -> Inlines:
        """Inline nodes with tasks inside running text found and `.termin` marks taken off.

        Where there is no mark the nodes are the very same.
        """
        if not _has_marks(children):
            return children
        return tuple(made for node in children for made in self._inline(node))

    def _inline(self, node: Inline) -> Inlines:
        match node:
            case Marked("ukol"):
                return (self._mention(node),)
            case Marked("termin", children):
                return self.inlines(children)
            case Marked("skryt", children):
                self.restricted = True
                return (replace(node, children=self.inlines(children)),)
            case (
                Emphasis(children) | Strong(children) | Strikethrough(children) | Link(_, children)
            ):
                return (replace(node, children=self.inlines(children)),)
            case _:
                return (node,)

    def _task(self, raw: RawTask) -> Block:
        made = self._keep(self.grammar.task(raw))
        if "{" in raw.content.text:
            # The whole line, as a mark may stand around a field that is taken out.
            self._notice_hidden(self.grammar.inline(raw.content).value)
        index = self._register(made)
        if isinstance(made.task, Review):
            return ReviewLine(index, made.children, raw.span)
        return TaskLine(index, made.children, made.fields, raw.span)

    def _mention(self, node: Marked) -> Inline:
        made = self._keep(self.grammar.mention(node))
        self._notice_hidden(node.children)
        return TaskMention(self._register(made), made.children, node.span)

    def _notice_hidden(self, children: Inlines) -> None:
        marks = (node.kind for node in walk_inlines(children) if isinstance(node, Marked))
        self.restricted = self.restricted or "skryt" in marks

    def _register(self, made: AssembledTask) -> int:
        if isinstance(made.task, Review):
            self.reviews.append(made.task)
            return len(self.reviews) - 1
        self.tasks.append(replace(made.task, section=self.section))
        return len(self.tasks) - 1

    def _directive(self, directive: Directive) -> Block:
        argument = directive.argument
        name = self.inlines(self._keep(self.grammar.inline(argument)) if argument.text else ())
        blocks = self.blocks(directive.blocks)
        match directive.name:
            case "card":
                return self._card(directive, name, blocks)
            case "group":
                return Group(name, blocks, directive.span)
            case "groups":
                return Groups((*_opening(name, argument), *blocks), directive.span)
            case "resolution":
                made = make_resolution(plain_text(name), blocks, directive.span)
                return self._keep(made)
            case "restricted":
                self.restricted = True
                return Restricted(plain_text(name), blocks, directive.span)
            case _:
                return Conclusion((*_opening(name, argument), *blocks), directive.span)

    def _card(self, directive: Directive, name: Inlines, blocks: Blocks) -> Block:
        card = make_card(directive.argument, name, blocks, directive.span)
        for item in card.fields:
            if item.label and not item.blocks:
                message = f"pole „{item.label}“ je prázdné, vytiskne se prázdné"
                cure = "doplňte text za dvojtečku, nebo řádek smažte"
                self.diagnostics.append(
                    Diagnostic(codes.EMPTY_CARD_FIELD, message, item.span, cure)
                )
        return card

    def _keep(self, outcome: Outcome[T]) -> T:
        self.diagnostics.extend(outcome.diagnostics)
        return outcome.value


def _has_marks(children: Inlines) -> bool:
    if len(children) == 1 and type(children[0]) is Text:
        return False
    return any(
        isinstance(node, CONTAINERS) and (isinstance(node, Marked) or _has_marks(node.children))
        for node in children
    )


def _opening(name: Inlines, argument: MappedText) -> Blocks:
    """Words behind the name of a block that has no title: they open its content."""
    return (Paragraph(name, argument.span(0, len(argument.text))),) if name else ()
