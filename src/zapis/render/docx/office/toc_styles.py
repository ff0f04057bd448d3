"""The styles of the built-in template and of contents, which it does not print itself."""

from functools import cache

from lxml import etree

from zapis.render.docx.builtin import builtin_parts
from zapis.render.docx.office.tree import NAMESPACE, Element, read

_STEP = 240
CONTENTS_STYLES = ("TOC1", "TOC2", "TOC3")
"""The identifiers of the styles of lines of contents."""


@cache
def source_styles() -> Element:
    """All styles that a template may be completed with."""
    root = read("word/styles.xml", builtin_parts()["word/styles.xml"])
    for level, key in enumerate(CONTENTS_STYLES):
        root.append(
            etree.fromstring(
                f'<w:style xmlns:w="{NAMESPACE}" w:type="paragraph" w:styleId="{key}">'
                f'<w:name w:val="toc {level + 1}"/><w:basedOn w:val="Normal"/>'
                '<w:next w:val="Normal"/><w:uiPriority w:val="39"/><w:unhideWhenUsed/>'
                f'<w:pPr><w:spacing w:after="60"/><w:ind w:left="{_STEP * level}"/></w:pPr>'
                "</w:style>"
            )
        )
    return root
