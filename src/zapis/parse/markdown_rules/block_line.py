"""A line `::: name argument`, which opens a block, or `:::`, which closes one."""

import re
from types import MappingProxyType

from msgspec import Struct

from zapis.czech.folding import fold

NAMES = MappingProxyType(
    {
        "skupiny": "groups",
        "skupina": "group",
        "karta": "card",
        "karty": "card",
        "usneseni": "resolution",
        "zaver": "conclusion",
        "zavery": "conclusion",
        "neverejne": "restricted",
        "neverejny": "restricted",
        "neverejna": "restricted",
    }
)
"""Canonical names by the words, folded, that authors write."""

BLOCK_LINE = re.compile(r"^[ \t\u00a0\u202f]*:::", re.MULTILINE)
_COLONS = re.compile(r":{3,}\s*")
_WORD = re.compile(r"(?:[^\s:]+:?|\S+)\s*")
_LONGEST_TAIL = 80
_CLOSING_COLONS = re.compile(r"(?:\s|^):{3,}$")


class BlockLine(Struct, frozen=True):
    """A block line: where its name starts, where its argument does and where that ends.

    `name` is the canonical one, empty where `word` is unknown; a closing line has no word.
    """

    word: str
    name: str
    start: int
    argument: int
    end: int


def read_block_line(src: str, start: int, end: int) -> BlockLine:
    """Read the block line whose colons stand at `start`; colons behind the words are ignored."""
    end = start + len(src[start:end].rstrip())
    colons = _COLONS.match(src, start, end)
    name_start = colons.end() if colons else end
    rest = src[name_start:end]
    if rest.endswith(":::") and _CLOSING_COLONS.search(rest[-_LONGEST_TAIL:]):
        end = name_start + len(rest.rstrip(":").rstrip())
    found = _WORD.match(src, name_start, end)
    if found is None:
        return BlockLine("", "", name_start, end, end)
    raw = found[0].strip()
    word = raw.strip(":{}").lstrip(".") or raw
    return BlockLine(word, NAMES.get(fold(word), ""), name_start, found.end(), end)
