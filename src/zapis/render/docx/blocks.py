"""Blocks as paragraphs and tables of Word; `WRITERS` says which function writes which block."""

from collections.abc import Mapping
from types import MappingProxyType

from zapis.body import (
    Card,
    CodeBlock,
    Conclusion,
    Directive,
    FieldLabel,
    Group,
    Groups,
    Heading,
    List,
    Paragraph,
    Quote,
    RawTask,
    Resolution,
    Restricted,
    ReviewLine,
    Rule,
    Schedule,
    Table,
    TaskLine,
)
from zapis.inline import plain_text
from zapis.render.docx.cards import card, schedule
from zapis.render.docx.escaping import characters
from zapis.render.docx.framed import conclusion, group, resolution, restricted
from zapis.render.docx.inline import label, plain, runs
from zapis.render.docx.lists import write_list
from zapis.render.docx.part import BlockWriter, Part
from zapis.render.docx.place import Place, paragraph
from zapis.render.docx.styles import Style
from zapis.render.docx.tables import table
from zapis.render.docx.tasks import review_line, task_line

_HEADINGS = (
    Style.HEADING_2,
    Style.HEADING_3,
    Style.HEADING_4,
    Style.HEADING_5,
    Style.HEADING_6,
)
"""Styles of headings inside a section, which is itself at level 1."""


def _paragraph(part: Part, node: Paragraph, place: Place) -> str:
    return paragraph(runs(part, node.children, place.room), place)


def _heading(part: Part, node: Heading, place: Place) -> str:
    """A heading below that of the section; a level is never skipped, for readers who listen."""
    words = runs(part, node.children, place.room)
    if not plain_text(node.children).strip():
        return paragraph(words, place)
    part.heading = min(max(node.level, 2), part.heading + 1, len(_HEADINGS) + 1)
    return paragraph(words, place, part.document.styles[_HEADINGS[part.heading - 2]], keep=True)


def _quote(part: Part, node: Quote, place: Place) -> str:
    return part.blocks(node.blocks, place.within(part.document.styles[Style.QUOTE]))


def _code_block(part: Part, node: CodeBlock, place: Place) -> str:
    code = part.document.styles[Style.CODE_BLOCK]
    return paragraph(f"<w:r>{characters(node.text)}</w:r>", place, code)


def _rule(part: Part, _node: Rule, place: Place) -> str:
    return paragraph("", place, part.document.styles[Style.RULE])


def _groups(part: Part, node: Groups, place: Place) -> str:
    return part.blocks(node.blocks, place)


def _field_label(part: Part, node: FieldLabel, place: Place) -> str:
    return paragraph(label(f"{node.label}:"), place, part.document.styles[Style.LABEL])


def _raw_task(_part: Part, node: RawTask, place: Place) -> str:
    return paragraph(plain(node.content.text), place)


def _directive(part: Part, node: Directive, place: Place) -> str:
    return part.blocks(node.blocks, place)


WRITERS: Mapping[type, BlockWriter] = MappingProxyType(
    {
        Paragraph: _paragraph,
        Heading: _heading,
        List: write_list,
        Table: table,
        Quote: _quote,
        CodeBlock: _code_block,
        Rule: _rule,
        RawTask: _raw_task,
        Directive: _directive,
        FieldLabel: _field_label,
        TaskLine: task_line,
        ReviewLine: review_line,
        Group: group,
        Groups: _groups,
        Schedule: schedule,
        Card: card,
        Resolution: resolution,
        Conclusion: conclusion,
        Restricted: restricted,
    }
)
