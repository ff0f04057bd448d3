"""Marks that no template may leave out: that a document is a draft, and not meant for everybody."""

import re
from collections.abc import Iterable, Mapping, Sequence

from lxml import etree

from zapis.render.docx.office.tags import Line
from zapis.render.docx.office.tree import NAMESPACE, Element, W

STYLE = "ZapisUpozorneni"
"""The identifier of the character style in the built-in template."""

_MARKS = ("stav", "upozorneni")
_HEADER = f"{W}hdr"


def missing_marks(lines: Iterable[Line]) -> tuple[str, ...]:
    """Those of the marks that no tag of a template prints."""
    tags = [tag.words for line in lines for tag in line.tags]
    return tuple(name for name in _MARKS if not any(_is_used(name, words) for words in tags))


def _is_used(name: str, words: str) -> bool:
    return re.search(rf"(?<![\w.]){name}\b", words) is not None


def marks_to_add(
    roots: Mapping[str, Element], lines: Mapping[str, Sequence[Line]], main: str
) -> Mapping[str, tuple[str, ...]]:
    """What the parts of a template have to be given: every header, the text if there is none.

    **Why** every one: where the first page is another, a mark in the header of the later ones says
    nothing there, and most drafts have one page.
    """
    headers = [name for name, root in roots.items() if root.tag == _HEADER]
    apart = missing_marks(line for name in lines if name not in headers for line in lines[name])
    if not headers:
        return {main: apart} if apart else {}
    lacking = {name: set(missing_marks(lines[name])) for name in headers}
    added = {name: tuple(each for each in apart if each in lacking[name]) for name in headers}
    if _begins_bare(roots[main]):
        added[main] = apart
    return {name: marks for name, marks in added.items() if marks}


def _begins_bare(main: Element) -> bool:
    """Whether the first page is another one and has no header at all."""
    section = next(main.iter(f"{W}sectPr"), None)
    if section is None or section.find(f"{W}titlePg") is None:
        return False
    kinds = {reference.get(f"{W}type") for reference in section.iter(f"{W}headerReference")}
    return "first" not in kinds


def add_marks(root: Element, marks: tuple[str, ...], style: str) -> None:
    """Adds marks below a header, or above the text of the record.

    **Why** not leave it to the office: a full version must say on every page what it is.
    """
    body = root.find(f"{W}body")
    if body is None:
        root.extend(_paragraphs(marks, style))
    else:
        body[:0] = _paragraphs(marks, style)


def _paragraphs(names: tuple[str, ...], style: str) -> list[Element]:
    values = "{% if stav and upozorneni %} · {% endif %}".join(
        f"{{{{ {name} }}}}" for name in names
    )
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>'
    lines = ((f"{{%p if {' or '.join(names)} %}}", ""), (values, look), ("{%p endif %}", ""))
    made = "".join(
        f'<w:p><w:r>{ink}<w:t xml:space="preserve">{text}</w:t></w:r></w:p>' for text, ink in lines
    )
    return list(etree.fromstring(f'<w:body xmlns:w="{NAMESPACE}">{made}</w:body>'))
