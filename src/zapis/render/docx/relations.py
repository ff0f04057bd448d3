"""Relationships between parts, and the content types of parts."""

import re
from collections.abc import Iterator

from msgspec import Struct, field

from zapis.render.docx.escaping import attribute

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN = f"{OFFICE}/officeDocument"
APP = f"{OFFICE}/extended-properties"
CORE = f"{PACKAGE}/relationships/metadata/core-properties"
STYLES = f"{OFFICE}/styles"
THEME = f"{OFFICE}/theme"
SETTINGS = f"{OFFICE}/settings"
NUMBERING = f"{OFFICE}/numbering"
FOOTNOTES = f"{OFFICE}/footnotes"
HEADER = f"{OFFICE}/header"
FOOTER = f"{OFFICE}/footer"
IMAGE = f"{OFFICE}/image"
HYPERLINK = f"{OFFICE}/hyperlink"

_EMPTY = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<Relationships xmlns="{PACKAGE}/relationships"></Relationships>'
)
_ELEMENT = re.compile(r"<(?:\w+:)?Relationship\s([^>]*)>")
_ATTRIBUTE = re.compile(r"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_EMPTY_ROOT = re.compile(r"<Relationships([^>]*)/>\s*\Z")
_END = "</Relationships>"
_EXTERNAL = ' TargetMode="External"'


class Relation(Struct, frozen=True):
    """A relationship that a package states; `target` is the name of a part, without `/` first."""

    kind: str
    target: str


class Relations(Struct):
    """The relationships of one part: those it has, as XML, and those added."""

    base: str
    added: dict[tuple[str, str, bool], str] = field(default_factory=dict)
    prefix: str = "zapis"

    def __post_init__(self) -> None:
        while f'"{self.prefix}' in self.base:
            self.prefix += "_"

    def add(self, kind: str, target: str, *, external: bool = False) -> str:
        """The identifier of a relationship, the same for the same target."""
        key = (kind, target, external)
        if key not in self.added:
            self.added[key] = f"{self.prefix}{len(self.added) + 1}"
        return self.added[key]

    def xml(self) -> str:
        """The part with all relationships."""
        made = "".join(
            f'<Relationship Id="{key}" Type="{kind}" Target="{attribute(target)}"'
            f"{_EXTERNAL if external else ''}/>"
            for (kind, target, external), key in self.added.items()
        )
        return insert_last(self.base, made)


def opened(xml: str) -> str:
    """The relationships of a part with an end tag to insert before; may be empty before."""
    return _EMPTY_ROOT.sub(r"<Relationships\1></Relationships>", xml) or _EMPTY


def relations_name(part: str) -> str:
    """The name of the part that holds the relationships of a part; the package's own for „“."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"


def read_relations(part: str, xml: str) -> Iterator[Relation]:
    """The internal relationships of a part."""
    folder = part.rpartition("/")[0]
    for element in _ELEMENT.finditer(xml):
        found = {name: first or second for name, first, second in _ATTRIBUTE.findall(element[1])}
        if found.get("TargetMode") != "External":
            yield Relation(found.get("Type", ""), _resolved(folder, found.get("Target", "")))


def insert_last(xml: str, addition: str, end: str = _END) -> str:
    """The XML with an addition before its last end tag."""
    at = xml.rfind(end)
    return f"{xml[:at]}{addition}{xml[at:]}" if at >= 0 else xml


def _resolved(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    parts = folder.split("/") if folder else []
    for piece in target.split("/"):
        if piece == "..":
            parts = parts[:-1]
        elif piece not in ("", "."):
            parts.append(piece)
    return "/".join(parts)
