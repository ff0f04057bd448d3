"""The page of a template, as far as the writer needs it."""

import re

from msgspec import Struct

_A4_WIDTH, _A4_HEIGHT = 11906, 16838
_MARGIN = 1417
_SECTION = re.compile(r"<w:sectPr[ >].*?</w:sectPr>", re.DOTALL)
_ELEMENT = re.compile(r"<w:(pgSz|pgMar)\s([^>]*)>")
_LENGTH = re.compile(r'w:(\w+)="(-?\d{1,9})"')
_LEAST = 2835


class Page(Struct, frozen=True):
    """Width and height of the text in twips, and where it is the last section that counts."""

    width: int
    height: int


def read_page(xml: str) -> Page:
    """The room for text in the last section of the record; A4 with 25 mm where nothing is said."""
    sections = _SECTION.findall(xml)
    lengths: dict[str, int] = {}
    for _, attributes in _ELEMENT.findall(sections[-1] if sections else ""):
        lengths |= {name: int(value) for name, value in _LENGTH.findall(attributes)}
    across = lengths.get("left", _MARGIN) + lengths.get("right", _MARGIN)
    down = abs(lengths.get("top", _MARGIN)) + abs(lengths.get("bottom", _MARGIN))
    return Page(
        max(lengths.get("w", _A4_WIDTH) - across, _LEAST),
        max(lengths.get("h", _A4_HEIGHT) - down, _LEAST),
    )
