"""From the page of HTML to the bytes of a PDF."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType

from weasyprint import HTML, Document

from zapis.render.html import render_page
from zapis.render.pdf.finishing import finish
from zapis.render.pdf.long_words import set_apart_long_words
from zapis.render.pdf.margins import margins_of
from zapis.render.pdf.missing_signs import draw_missing_signs
from zapis.render.pdf.preparing import prepare
from zapis.render.pdf.tools import counters, fetcher, fonts, sheet, styles
from zapis.render.views import DocumentView

_TEMPLATE = "zapis-pdf.html"
_OPTIONS: Mapping[str, object] = MappingProxyType(
    {
        # ISO 14289-1: a structure for screen readers, language, title.
        "pdf_variant": "pdf/ua-1",
        # Photographs are no finer than what a printer can show.
        "dpi": 300,
    }
)


def make_pdf(view: DocumentView) -> bytes:
    """The document as PDF/UA-1; the same view gives the same bytes on one machine.

    Nothing is fetched but pictures inside the page, and no date is written.
    """
    html = render_page(view, _TEMPLATE)
    data, missing = _write(html, frozenset())
    # Only layout finds out which signs no font has.
    return _write(html, missing)[0] if missing else data


def _write(html: str, missing: frozenset[str]) -> tuple[bytes, frozenset[str]]:
    """The PDF of a page, and the signs in it that no font has."""
    page = HTML(string=html, url_fetcher=fetcher())
    root = page.etree_element
    prepare(root)
    draw_missing_signs(root, missing)
    set_apart_long_words(root)
    sheets = [*styles(), sheet(margins_of(root))]
    with _fixed_clock():
        document = page.render(
            stylesheets=sheets, font_config=fonts(), counter_style=counters(), **_OPTIONS
        )
        data: bytes = document.write_pdf(finisher=finish, **_OPTIONS)
    return data, _missing(document)


def _missing(document: Document) -> frozenset[str]:
    return frozenset(chr(code) for font in document.fonts.values() for code in font.missing)


@contextmanager
def _fixed_clock() -> Iterator[None]:
    """The time in which fonts are written; fontTools takes their date from the environment."""
    name = "SOURCE_DATE_EPOCH"
    before = os.environ.get(name)
    os.environ[name] = "0"
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before
