"""`{{p cely_zapis }}`: what the built-in template has below its title, in an office's styles."""

import re
from collections.abc import Mapping
from copy import deepcopy

from zapis.render.docx.office.tree import PARAGRAPH, TABLE, Element, W, read
from zapis.render.templating.places import WHOLE

_TAG = re.compile(r"\{\{p[\s\N{NO-BREAK SPACE}]*\(?[\s\N{NO-BREAK SPACE}]*" + WHOLE.name + r"\b")
_STYLES = (f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")
_FIRST = "{%p for cast in casti %}"
_LAST = "{%p endfor %}"
_TABLE_WIDTH = 9072


def asks_for_whole(text: str) -> bool:
    """Whether a paragraph is the place of the whole record."""
    return bool(_TAG.match(text.strip()))


def whole_record(document: bytes) -> list[Element]:
    """The paragraphs and tables of the built-in template from the first part to the last."""
    body = read("word/document.xml", document).find(f"{W}body")
    blocks = [] if body is None else [each for each in body if each.tag in (PARAGRAPH, TABLE)]
    texts = ["".join(map(str, block.itertext())).strip() for block in blocks]
    first = texts.index(_FIRST)
    last = max(at for at, text in enumerate(texts) if text == _LAST)
    return blocks[first : last + 1]


def styles_in(blocks: list[Element]) -> set[str]:
    """The identifiers of styles that blocks refer to."""
    return {found.get(f"{W}val", "") for block in blocks for found in block.iter(*_STYLES)}


def insert_whole(
    place: Element, blocks: list[Element], identifiers: Mapping[str, str], width: int
) -> None:
    """Puts copies of the blocks in the place of a paragraph, tables as wide as its text."""
    parent = place.getparent()
    if parent is None:
        return
    made = [deepcopy(block) for block in blocks]
    for block in made:
        for reference in block.iter(*_STYLES):
            key = reference.get(f"{W}val", "")
            reference.set(f"{W}val", identifiers.get(key, key))
        for measure in block.iter(f"{W}tblW", f"{W}tcW", f"{W}gridCol"):
            stated = int(measure.get(f"{W}w", "0"))
            measure.set(f"{W}w", str(round(stated * width / _TABLE_WIDTH)))
    at = parent.index(place)
    parent[at : at + 1] = made
