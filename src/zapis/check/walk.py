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

# Most blocks hold no others; asking for them would cost more than looking at the block.
_TASKS = frozenset((TaskLine, ReviewLine))
_LEAVES = frozenset((Paragraph, Heading, *_TASKS, Table))


def all_blocks(meeting: Meeting) -> list[Block]:
    """Every block of the record and of its footnotes, outer ones first."""
    found: list[Block] = []
    for section in meeting.sections:
        _walk(section.blocks, found)
    for note in meeting.footnotes:
        _walk(note.blocks, found)
    return found


def all_inlines(meeting: Meeting, *, tasks: bool = True) -> list[Inline]:
    """Every inline node of the record; without `tasks`, those inside tasks are left out."""
    found: list[Inline] = []
    for section in meeting.sections:
        found += walk_inlines(section.title)
    for block in all_blocks(meeting):
        if type(block) is Paragraph:
            found += walk_inlines(block.children)
        elif tasks or type(block) not in _TASKS:
            for children in _own_inlines(block):
                found += walk_inlines(children)
    return found


def _walk(blocks: Blocks, found: list[Block]) -> None:
    for block in blocks:
        found.append(block)
        if type(block) is List:
            for item in block.items:
                _walk(item.blocks, found)
        elif type(block) not in _LEAVES:
            for inner in _inner_blocks(block):
                _walk(inner, found)


def _inner_blocks(block: Block) -> Iterator[Blocks]:
    match block:
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
