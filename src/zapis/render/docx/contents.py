"""A table of contents with its lines filled in, so that Word has nothing to ask."""

import re
from collections.abc import Mapping

from msgspec import Struct

from zapis.render.docx.styles import Style

MARK = "\x00obsah\x00"
"""Stands for the contents until the part is finished; no text can hold it, as XML forbids it."""

_PARAGRAPH = re.compile(r'<w:p(?: [^>]*)?>\s*<w:pPr>\s*<w:pStyle w:val="([^"]*)"/>')
_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:(?:tab|br)/>")
_BOOKMARK = re.compile(r'<w:bookmarkStart [^>]*?w:name="([^"]*)"')
_PROPERTIES_END = "</w:pPr>"
_END = "</w:p>"
_LEVELS = (Style.HEADING_1, Style.HEADING_2, Style.HEADING_3)


class ContentsStyle(Struct, frozen=True):
    """How contents are printed: styles of their lines by level, how many levels there are."""

    lines: tuple[str, ...]

    @property
    def levels(self) -> int:
        """The deepest level of headings that is listed."""
        return len(self.lines)


class _Heading(Struct, frozen=True):
    level: int
    text: str
    bookmark: str


def fill_contents(
    xml: str,
    look: ContentsStyle,
    headings: Mapping[str, int],
    numbers: Mapping[str, str],
    first_bookmark: int,
) -> str:
    """The part with contents in the place of their mark.

    `headings` are levels by the identifiers of styles, `numbers` those of sections by the names of
    their bookmarks. Page numbers are left out: only Word knows them, and a wrong one is worse.
    """
    pieces: list[str] = []
    found: list[_Heading] = []
    position = 0
    for start in _PARAGRAPH.finditer(xml):
        level = headings.get(start[1], 0)
        end = xml.find(_END, start.end())
        if not 0 < level <= look.levels or end < 0 or start.start() < position:
            continue
        chunk = xml[start.start() : end]
        made, heading = _marked(chunk, level, first_bookmark + len(found), numbers)
        pieces += (xml[position : start.start()], made)
        position = end
        if heading.text:
            found.append(heading)
    pieces.append(xml[position:])
    return "".join(pieces).replace(MARK, _contents(found, look))


def _marked(chunk: str, level: int, key: int, numbers: Mapping[str, str]) -> tuple[str, _Heading]:
    """A heading with a bookmark around its words, and its line."""
    text = "".join(found[1] or " " for found in _TEXT.finditer(chunk)).strip()
    own = _BOOKMARK.search(chunk)
    if own:
        number = numbers.get(own[1], "")
        return chunk, _Heading(level, f"{number} {text}".strip(), own[1])
    name = f"_Toc{key:09d}"
    at = chunk.find(_PROPERTIES_END) + len(_PROPERTIES_END)
    marked = f'{chunk[:at]}<w:bookmarkStart w:id="{key}" w:name="{name}"/>{chunk[at:]}'
    return f'{marked}<w:bookmarkEnd w:id="{key}"/>', _Heading(level, text, name)


def _contents(headings: list[_Heading], look: ContentsStyle) -> str:
    if not headings:
        return "<w:p/>"
    lines = [_line(heading) for heading in headings]
    code = f' TOC \\o "1-{look.levels}" \\n \\h '
    lines[0] = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{lines[0]}'
    )
    lines[-1] += '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    return "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{look.lines[heading.level - 1]}"/></w:pPr>{line}</w:p>'
        for heading, line in zip(headings, lines, strict=True)
    )


def _line(heading: _Heading) -> str:
    return (
        f'<w:hyperlink w:anchor="{heading.bookmark}" w:history="1"><w:r>'
        f'<w:t xml:space="preserve">{heading.text}</w:t></w:r></w:hyperlink>'
    )


HEADING_STYLES = _LEVELS
"""The styles of headings that contents may list, from level 1."""
