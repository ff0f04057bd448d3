"""Activity cards: labels open fields, a schedule gives milestones."""

import re

from zapis.assemble.milestones import make_schedule
from zapis.body import Block, Blocks, Card, CardField, FieldLabel
from zapis.czech.folding import fold
from zapis.inline import Inlines, Text
from zapis.source import MappedText, Span

_NUMBER = re.compile(r"\s*(\d{1,3}(?:\.\d{1,3}){0,5}\.?|[A-Z]\d{1,3}(?:\.\d{1,3}){0,4})(?:\s+|$)")


def make_card(argument: MappedText, name: Inlines, blocks: Blocks, span: Span) -> Card:
    """A card from the line behind `::: karta` and its blocks.

    What stands above the first label is a field without a label.
    """
    number, name = split_number(argument.text, name)
    fields: list[CardField] = []
    label, start, content = "", span, list[Block]()
    for block in blocks:
        if isinstance(block, FieldLabel):
            _close(fields, label, content, start)
            label, start, content = block.label, block.span, []
        else:
            content.append(block)
    _close(fields, label, content, start)
    return Card(number, name, tuple(fields), span)


def split_number(text: str, name: Inlines) -> tuple[str, Inlines]:
    """The number that opens a name („2.1.2 Krizové lůžko“), and the name without it."""
    found = _NUMBER.match(text)
    if not found or not name or not isinstance(name[0], Text):
        return "", name
    rest = name[0].text[found.end() :].lstrip() if name[0].text.startswith(found[1]) else ""
    if not rest and len(name[0].text) > found.end():
        return "", name
    first = (Text(rest, name[0].span),) if rest else ()
    return found[1].rstrip("."), (*first, *name[1:])


def _close(fields: list[CardField], label: str, content: list[Block], start: Span) -> None:
    if not label and not content:
        return
    blocks = tuple(content)
    if fold(label).startswith("harmonogram"):
        blocks = make_schedule(blocks)
    fields.append(CardField(label, blocks, start))
