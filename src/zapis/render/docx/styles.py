"""The styles that the writer uses, found in a template by their names."""

import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from msgspec import Struct

_STYLE = re.compile(r"<w:style\s[^>]*>")
_ID = re.compile(r'w:styleId="([^"]*)"')
_NAME = re.compile(r'<w:name\s+w:val="([^"]*)"')
_BORDERS = re.compile(r"<w:pBdr>.*?</w:pBdr>", re.DOTALL)
_SPACE = re.compile(r'(<w:left\s[^>]*?w:space=")(\d{1,9})(")')
_LEFT = re.compile(r'<w:ind\s[^>]*?w:(?:left|start)="(\d{1,9})"')
_END = "</w:style>"
_MOST_SPACE = 31
_TWIPS_PER_POINT = 20


class Style(StrEnum):
    """A style by the identifier it has in the built-in template; a text, so that it prints."""

    HEADING_1 = "Heading1"
    HEADING_2 = "Heading2"
    HEADING_3 = "Heading3"
    HEADING_4 = "Heading4"
    HEADING_5 = "Heading5"
    HEADING_6 = "Heading6"
    LIST = "ListParagraph"
    QUOTE = "Quote"
    FOOTNOTE = "FootnoteText"
    LABEL = "ZapisStitek"
    GROUP_NAME = "ZapisSkupinaNazev"
    GROUP = "ZapisSkupina"
    CONCLUSION = "ZapisZaver"
    RESOLUTION = "ZapisUsneseni"
    VOTE = "ZapisHlasovani"
    RESTRICTED = "ZapisNeverejne"
    RESTRICTED_LABEL = "ZapisNeverejneStitek"
    MILESTONE = "ZapisMilnik"
    CODE_BLOCK = "ZapisKod"
    RULE = "ZapisCara"
    CELL = "ZapisBunka"
    HEADER_CELL = "ZapisBunkaZahlavi"
    SMALL_CELL = "ZapisBunkaDrobna"
    SMALL_HEADER_CELL = "ZapisBunkaZahlaviDrobna"
    SPACER = "ZapisMezera"
    NOTE = "ZapisPoznamka"
    HYPERLINK = "Hyperlink"
    FOOTNOTE_REFERENCE = "FootnoteReference"
    CODE = "ZapisKodVTextu"
    TASK = "ZapisUkol"
    TABLE = "ZapisTabulka"
    CARD = "ZapisKarta"


STYLE_NAMES: Mapping[Style, str] = MappingProxyType(
    {
        Style.HEADING_1: "heading 1",
        Style.HEADING_2: "heading 2",
        Style.HEADING_3: "heading 3",
        Style.HEADING_4: "heading 4",
        Style.HEADING_5: "heading 5",
        Style.HEADING_6: "heading 6",
        Style.LIST: "List Paragraph",
        Style.QUOTE: "Quote",
        Style.FOOTNOTE: "footnote text",
        Style.LABEL: "Zápis – štítek",
        Style.GROUP_NAME: "Zápis – název skupiny",
        Style.GROUP: "Zápis – skupina",
        Style.CONCLUSION: "Zápis – závěr",
        Style.RESOLUTION: "Zápis – usnesení",
        Style.VOTE: "Zápis – hlasování",
        Style.RESTRICTED: "Zápis – neveřejné",
        Style.RESTRICTED_LABEL: "Zápis – štítek neveřejného",
        Style.MILESTONE: "Zápis – milník",
        Style.CODE_BLOCK: "Zápis – kód",
        Style.RULE: "Zápis – čára",
        Style.CELL: "Zápis – buňka",
        Style.HEADER_CELL: "Zápis – buňka záhlaví",
        Style.SMALL_CELL: "Zápis – drobná buňka",
        Style.SMALL_HEADER_CELL: "Zápis – drobná buňka záhlaví",
        Style.SPACER: "Zápis – mezera",
        Style.NOTE: "Zápis – poznámka",
        Style.HYPERLINK: "Hyperlink",
        Style.FOOTNOTE_REFERENCE: "footnote reference",
        Style.CODE: "Zápis – kód v textu",
        Style.TASK: "Zápis – úkol",
        Style.TABLE: "Zápis – tabulka",
        Style.CARD: "Zápis – karta",
    }
)
"""Names as Word stores them; identifiers differ with the language of the Word that made a file."""


class Bar(Struct, frozen=True):
    """The borders of a block, whose line on the left must not follow the indents of lists."""

    before: str = ""
    space: int = 0
    after: str = ""

    def moved(self, twips: int) -> str:
        """The borders of a paragraph that begins so much further to the right."""
        if not self.before:
            return ""
        space = min(self.space + round(twips / _TWIPS_PER_POINT), _MOST_SPACE)
        return f"{self.before}{space}{self.after}"


class ParagraphStyle(Struct, frozen=True):
    """A style as the writer needs it: identifier, own left indent in twips, own borders.

    `unnumbered` is what takes the number or bullet from a paragraph of a style that gives one.
    """

    id: str
    left: int = 0
    bar: Bar = Bar()
    unnumbered: str = ""


Styles = Mapping[Style, ParagraphStyle]


def read_styles(xml: str, unnumbered: str = "") -> Styles:
    """The styles of a template by what they are for; a missing one has its built-in identifier."""
    known = read_named(xml, unnumbered)
    return MappingProxyType(
        {
            style: known.get(name.lower()) or ParagraphStyle(style.value)
            for style, name in STYLE_NAMES.items()
        }
    )


def read_named(xml: str, unnumbered: str = "") -> Mapping[str, ParagraphStyle]:
    """All styles of a template by their names in small letters."""
    read = (_read_style(definition, unnumbered) for definition in _definitions(xml))
    return {found.name: found.style for found in read}


class _Named(Struct, frozen=True):
    name: str
    style: ParagraphStyle


def _definitions(xml: str) -> list[str]:
    starts = [found.start() for found in _STYLE.finditer(xml)]
    return [xml[start : xml.find(_END, start)] for start in starts]


def _read_style(definition: str, unnumbered: str) -> _Named:
    identifier, name = _ID.search(definition), _NAME.search(definition)
    left, borders = _LEFT.search(definition), _BORDERS.search(definition)
    return _Named(
        name[1].lower() if name else "",
        ParagraphStyle(
            identifier[1] if identifier else "",
            int(left[1]) if left else 0,
            _bar(borders[0]) if borders else Bar(),
            unnumbered if "<w:numPr>" in definition else "",
        ),
    )


def _bar(borders: str) -> Bar:
    found = _SPACE.search(borders)
    if not found:
        return Bar()
    return Bar(borders[: found.end(1)], int(found[2]), borders[found.start(3) :])
