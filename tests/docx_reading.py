"""What the tests read back from finished Word files, with a strict XML parser."""

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from lxml import etree
from msgspec import Struct
from openxml_audit import OpenXmlValidator

from zapis.render.docx.package import press, write_package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class ReadParagraph(Struct, frozen=True):
    """A paragraph as Word shows it: style, number („2.“, „•“ or nothing) and words."""

    style: str
    number: str
    text: str


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def pack(parts: Mapping[str, bytes]) -> bytes:
    """The package of plain parts."""
    return write_package(press(name, data) for name, data in parts.items())


def xml_of(data: bytes, part: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(parts_of(data)[part], _PARSER)


def parse_all(data: bytes) -> int:
    """How many XML parts there are; raises where one is not well-formed."""
    texts = [text for name, text in parts_of(data).items() if name.endswith((".xml", ".rels"))]
    return len([etree.fromstring(text, _PARSER) for text in texts])


def audit(data: bytes, folder: Path) -> list[str]:
    """The findings of the validator."""
    file = folder / "zapis.docx"
    file.write_bytes(data)
    return [str(error) for error in OpenXmlValidator().validate(str(file)).errors]


def text_of(element: etree._Element) -> str:
    """The words of an element; tabs and line ends as characters."""
    pieces = []
    for node in element.iter(f"{W}t", f"{W}tab", f"{W}br"):
        in_properties = node.getparent().tag == f"{W}tabs"
        mark = {f"{W}tab": "\t", f"{W}br": "\n"}.get(node.tag, node.text or "")
        pieces.append("" if in_properties else mark)
    return "".join(pieces)


def paragraphs(data: bytes, part: str = "word/document.xml") -> list[ReadParagraph]:
    """All paragraphs with the numbers that Word counts for them."""
    counter = _Counter(xml_of(data, "word/numbering.xml"))
    return [
        ReadParagraph(_style(p), counter.number(p), text_of(p))
        for p in xml_of(data, part).iter(f"{W}p")
    ]


def texts(data: bytes, part: str = "word/document.xml") -> list[str]:
    return [paragraph.text for paragraph in paragraphs(data, part) if paragraph.text]


def whole_text(data: bytes) -> str:
    """The words of the record, the headers, footers and footnotes, a paragraph a line."""
    names = [name for name in parts_of(data) if re.match(r"word/(doc|head|foot)\w*\.xml", name)]
    read = [texts(data, name) for name in names if "fontTable" not in name]
    return "\n".join(line for lines in read for line in lines)


def numbered_texts(data: bytes) -> list[str]:
    """The paragraphs that have a number, as „2. text“."""
    return [f"{p.number} {p.text}" for p in paragraphs(data) if p.number]


def _style(paragraph: etree._Element) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else str(found.get(f"{W}val"))


class _Counter:
    """Counts as Word does: by definition and level; an instance restarts at its first use."""

    def __init__(self, numbering: etree._Element) -> None:
        self._definition = {}
        self._starts = {}
        for num in numbering.iter(f"{W}num"):
            key = num.get(f"{W}numId")
            self._definition[key] = num.find(f"{W}abstractNumId").get(f"{W}val")
            for override in num.iter(f"{W}lvlOverride"):
                start = override.find(f"{W}startOverride").get(f"{W}val")
                self._starts[key, override.get(f"{W}ilvl")] = int(start)
        self._looks = {
            (abstract.get(f"{W}abstractNumId"), level.get(f"{W}ilvl")): (
                level.find(f"{W}numFmt").get(f"{W}val"),
                level.find(f"{W}lvlText").get(f"{W}val"),
            )
            for abstract in numbering.iter(f"{W}abstractNum")
            for level in abstract.iter(f"{W}lvl")
        }
        self._counts: dict[tuple[str, str], int] = {}

    def number(self, paragraph: etree._Element) -> str:
        found = paragraph.find(f"{W}pPr/{W}numPr")
        if found is None:
            return ""
        key, level = found.find(f"{W}numId").get(f"{W}val"), found.find(f"{W}ilvl").get(f"{W}val")
        definition = self._definition[key]
        start = self._starts.pop((key, level), None)
        count = self._counts.get((definition, level), 0) + 1 if start is None else start
        self._counts[definition, level] = count
        for known in list(self._counts):
            if known[0] == definition and int(known[1]) > int(level):
                del self._counts[known]
        number_format, shown = self._looks[definition, level]
        value = _letters(count) if number_format == "lowerLetter" else str(count)
        return re.sub(r"%\d", value, shown)


def _letters(count: int) -> str:
    """a to z, then aa, bb, cc, as Word counts."""
    return _LETTERS[(count - 1) % len(_LETTERS)] * ((count - 1) // len(_LETTERS) + 1)
