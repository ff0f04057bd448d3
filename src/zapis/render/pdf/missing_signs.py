"""Signs that no font of this machine has: a drawn box that is read aloud as what it stands for."""

import re
from collections.abc import Collection
from xml.etree.ElementTree import Element

from zapis.render.pdf.splitting import split_texts

_BOX = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 10'%3E"
    "%3Cpath d='M1 1h6v8H1z' fill='none' stroke='%23525a64'/%3E%3C/svg%3E"
)


def draw_missing_signs(root: Element, signs: Collection[str]) -> None:
    """Replace the signs by pictures: ISO 14289-1, 7.21.8, forbids letters that a font lacks."""
    if signs:
        pattern = re.compile("([" + "".join(map(re.escape, sorted(signs))) + "])")
        split_texts(root, pattern, _make)


def _make(sign: str) -> Element:
    return Element("img", {"class": "chybi", "alt": sign, "src": _BOX})
