"""A table of contents that Word has put into a template becomes a place for ours."""

import re

from lxml import etree

from zapis.render.docx.office.tree import PARAGRAPH, RUN, TEXT, Element, W, own_paragraph
from zapis.render.templating.places import CONTENTS

TAG = f"{{{{p {CONTENTS.name} }}}}"
_ASKED = re.compile(r"\{\{p[\s\N{NO-BREAK SPACE}(]+" + CONTENTS.name)
_LEVELS = re.compile(r'\\o\s*"?\d-(\d)')
_CODE = re.compile(r"\s*TOC\b")
_FIELD = f"{W}fldChar"
_KIND = f"{W}fldCharType"
_MOST_LEVELS = 3


def asks_for_contents(text: str) -> bool:
    """Whether a paragraph is the place of contents."""
    return bool(_ASKED.search(text))


def replace_contents(root: Element) -> int:
    """Puts the tag of contents in place of the first such field; how many levels it lists.

    Returns 0 where the part has no such field. What Word had filled in, page numbers above all,
    belongs to another document.
    """
    for code in root.iter(f"{W}instrText"):
        if _CODE.match(code.text or ""):
            first, last = _borders(root, code)
            if first is not None and last is not None and first.getparent() is last.getparent():
                _replace(first, last)
                found = _LEVELS.search(code.text or "")
                return min(int(found[1]), _MOST_LEVELS) if found and int(found[1]) else 1
    return 0


def _borders(root: Element, code: Element) -> tuple[Element | None, Element | None]:
    """The paragraphs in which the field of a code begins and ends."""
    depth = 0
    begun: list[Element] = []
    inside = False
    for element in root.iter(_FIELD, f"{W}instrText"):
        if element is code:
            inside, depth = True, 1
        elif element.tag != _FIELD:
            continue
        elif element.get(_KIND) == "begin":
            begun.append(element)
            depth += 1
        elif element.get(_KIND) == "end":
            depth -= 1
            if inside and depth == 0:
                start = _opening(begun, code)
                return own_paragraph(code if start is None else start), own_paragraph(element)
    return None, None


def _opening(begun: list[Element], code: Element) -> Element | None:
    """The last beginning of a field before its code."""
    home = own_paragraph(code)
    return next((each for each in reversed(begun) if own_paragraph(each) is home), None)


def _replace(first: Element, last: Element) -> None:
    parent = first.getparent()
    if parent is None:
        return
    start, end = parent.index(first), parent.index(last)
    made = etree.Element(PARAGRAPH)
    text = etree.SubElement(etree.SubElement(made, RUN), TEXT)
    text.text = TAG
    parent[start : end + 1] = [made]
