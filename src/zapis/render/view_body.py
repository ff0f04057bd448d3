"""The body as it is printed: texts typeset, links seen from the output's place."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from msgspec.structs import replace

from zapis.body import (
    Block,
    Blocks,
    Card,
    CardField,
    Conclusion,
    Footnote,
    Group,
    Groups,
    Heading,
    List,
    ListItem,
    Milestone,
    Paragraph,
    Quote,
    Resolution,
    Restricted,
    ReviewLine,
    Schedule,
    Table,
    TaskLine,
    Vote,
)
from zapis.inline import Inlines
from zapis.render.view_inlines import InlineTypesetter


class BodyTypesetter:
    """Typesets body nodes with `typeset` and rewrites their links for the output's place.

    `said` are the words of every review, which stand in its line instead of those of the node.
    """

    def __init__(
        self, typeset: Callable[[str], str], link_base: str, said: tuple[Inlines, ...] = ()
    ) -> None:
        self.typeset = typeset
        self.said = said
        self._inlines = InlineTypesetter(typeset, link_base)

    def inlines(self, children: Inlines) -> Inlines:
        """Inline nodes of one paragraph."""
        return self._inlines.paragraph(children)

    def blocks(self, blocks: Blocks) -> Blocks:
        """The blocks with every text typeset, in the same order."""
        return tuple([self._block(block) for block in blocks])

    def footnotes(self, footnotes: tuple[Footnote, ...]) -> tuple[Footnote, ...]:
        """The footnotes, typeset."""
        return tuple(replace(one, blocks=self.blocks(one.blocks)) for one in footnotes)

    def _block(self, block: Block) -> Block:
        rule = _RULES.get(type(block))
        return rule(self, block) if rule else block


def _review(body: BodyTypesetter, node: ReviewLine) -> ReviewLine:
    return ReviewLine(node.index, body.inlines(body.said[node.index]), node.span)


def _list(body: BodyTypesetter, node: List) -> List:
    items = [ListItem(body.blocks(item.blocks), item.number, item.span) for item in node.items]
    return List(node.style, tuple(items), node.tight, node.delimiter, node.span)


def _table(body: BodyTypesetter, node: Table) -> Table:
    header = tuple([body.inlines(cell) for cell in node.header])
    rows = tuple([tuple([body.inlines(cell) for cell in row]) for row in node.rows])
    return Table(header, rows, node.aligns, node.span)


def _card(body: BodyTypesetter, node: Card) -> Card:
    fields = [
        CardField(body.typeset(field.label), body.blocks(field.blocks), field.span)
        for field in node.fields
    ]
    return Card(node.number, body.inlines(node.name), tuple(fields), node.span)


def _schedule(body: BodyTypesetter, node: Schedule) -> Schedule:
    steps = [
        Milestone(step.year, body.inlines(step.children), step.span) for step in node.milestones
    ]
    return Schedule(tuple(steps), node.span)


def _resolution(body: BodyTypesetter, node: Resolution) -> Resolution:
    vote = node.vote
    if vote:
        counts = (vote.in_favour, vote.against, vote.abstained)
        vote = Vote(body.typeset(vote.words), *counts, vote.unanimous, vote.span)
    return Resolution(body.typeset(node.number), body.blocks(node.blocks), vote, node.span)


# The table is keyed by type for speed, which its values cannot express: each takes its own node.
_RULES: Mapping[type, Callable[[BodyTypesetter, Any], Block]] = MappingProxyType(
    {
        Paragraph: lambda body, node: Paragraph(body.inlines(node.children), node.span),
        Heading: lambda body, node: Heading(node.level, body.inlines(node.children), node.span),
        TaskLine: lambda body, node: TaskLine(
            node.index, body.inlines(node.children), node.fields, node.span
        ),
        ReviewLine: _review,
        List: _list,
        Table: _table,
        Quote: lambda body, node: Quote(body.blocks(node.blocks), node.span),
        Conclusion: lambda body, node: Conclusion(body.blocks(node.blocks), node.span),
        Groups: lambda body, node: Groups(body.blocks(node.blocks), node.span),
        Group: lambda body, node: Group(
            body.inlines(node.name), body.blocks(node.blocks), node.span
        ),
        Restricted: lambda body, node: Restricted(
            body.typeset(node.reason), body.blocks(node.blocks), node.span
        ),
        Card: _card,
        Schedule: _schedule,
        Resolution: _resolution,
    }
)
