"""Marks that no template may leave out: that a document is a draft, and not meant for everybody."""

import re
from collections.abc import Iterable

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


def add_marks(
    roots: Iterable[Element], main: Element, missing: tuple[str, ...], style: str
) -> None:
    """Adds what is missing below every header, or above the text where there is no header.

    **Why** not leave it to the office: a full version must say on every page what it is.
    """
    headers = [root for root in roots if root.tag == _HEADER]
    for header in headers:
        header.extend(_paragraphs(missing, style))
    body = main.find(f"{W}body")
    if not headers and body is not None:
        body[:0] = _paragraphs(missing, style)


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
