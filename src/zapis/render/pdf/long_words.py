"""Words that fit on no line: addresses, and what only a mistake or malice writes."""

import re
from xml.etree.ElementTree import Element

from zapis.render.pdf.splitting import split_texts

# Longer than any Czech word.
_LONG_WORD = re.compile(r"([^ \t\r\n]{40,})")
# Longer than any address that people write.
_ENDLESS = 200
_PIECE = re.compile(r".{1,20}")


def set_apart_long_words(root: Element) -> None:
    """Put long words into elements in which any letter may end a line; cut endless ones.

    **Why** not by hyphens: the time that WeasyPrint needs for a word grows with the cube of its
    length then, and at any letter still with its square.
    """
    split_texts(root, _LONG_WORD, _make)


def _make(word: str) -> Element:
    is_endless = len(word) >= _ENDLESS
    span = Element("span", {"class": "nekonecne" if is_endless else "dlouhe"})
    span.text = "\u200b".join(_PIECE.findall(word)) if is_endless else word
    return span
