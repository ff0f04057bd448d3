"""What must not stay empty in a finished part: Word calls such a file damaged."""

import re

_FILLED: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(<w:tc>|</w:tcPr>|</w:tbl>)\s*</w:tc>"), r"\1<w:p/></w:tc>"),
    (re.compile(r"<w:txbxContent>\s*</w:txbxContent>"), "<w:txbxContent><w:p/></w:txbxContent>"),
    (re.compile(r"(<w:(hdr|ftr)(?: [^>]*)?>)\s*</w:\2>"), r"\1<w:p/></w:\2>"),
    (
        re.compile(r"(<w:tblGrid/>|</w:tblGrid>)\s*</w:tbl>"),
        r"\1<w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
    ),
)


def fill_empty(xml: str) -> str:
    """The part with a paragraph in every cell, header and text box that tags have left empty."""
    for pattern, filling in _FILLED:
        xml = pattern.sub(filling, xml)
    return xml
