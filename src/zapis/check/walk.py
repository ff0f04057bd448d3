"""Walking a body in the order of its text, for rules that look at every node."""

from collections.abc import Iterator

from zapis.body import (
    Block,
    Blocks,
    Card,
    Conclusion,
    Group,
    Groups,
    Heading,
    List,
    Paragraph,
    Quote,
    Resolution,
    Restricted,
    ReviewLine,
    Schedule,
    Table,
    TaskLine,
)
from zapis.inline import Inline, Inlines, walk_inlines
from zapis.model.meeting import Meeting


def all_blocks(meeting: Meeting) -> Iterator[Block]:
    """Every block of the record and of its footnotes, outer ones first."""
    for section in meeting.sections:
        yield from _blocks(section.blocks)
    for note in meeting.footnotes:
        yield from _blocks(note.blocks)


def all_inlines(meeting: Meeting, *, tasks: bool = True) -> Iterator[Inline]:
    """Every inline node of the record; without `tasks`, those inside tasks are left out."""
    for section in meeting.sections:
        yield from walk_inlines(section.title)
    for block in all_blocks(meeting):
        if tasks or not isinstance(block, TaskLine | ReviewLine):
            for children in _own_inlines(block):
                yield from walk_inlines(children)


def _blocks(blocks: Blocks) -> Iterator[Block]:
    for block in blocks:
        yield block
        for inner in _inner_blocks(block):
            yield from _blocks(inner)


def _inner_blocks(block: Block) -> Iterator[Blocks]:
    match block:
        case List():
            yield from (item.blocks for item in block.items)
        case Card():
            yield from (field.blocks for field in block.fields)
        case Quote() | Group() | Groups() | Resolution() | Conclusion() | Restricted():
            yield block.blocks
        case _:
            return


def _own_inlines(block: Block) -> Iterator[Inlines]:
    match block:
        case Paragraph() | Heading() | TaskLine() | ReviewLine():
            yield block.children
        case Table():
            yield from block.header
            for row in block.rows:
                yield from row
        case Group() | Card():
            yield block.name
        case Schedule():
            yield from (step.children for step in block.milestones)
        case _:
            return
