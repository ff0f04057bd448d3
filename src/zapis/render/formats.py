"""The formats of documents, each a function from the view and its look to bytes."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol

from zapis.render.look import BUILT_IN, Look
from zapis.render.views import DocumentView


class Format(Protocol):
    """Makes the bytes of a document; raises `TemplateFailure` for a look that cannot be used."""

    def __call__(self, view: DocumentView, look: Look = BUILT_IN, /) -> bytes:
        """The document."""


def _html(view: DocumentView, look: Look = BUILT_IN) -> bytes:
    if look.page is not None:
        from zapis.render.own_page import render_own_page  # noqa: PLC0415 - most have none

        return render_own_page(view, look.page).encode()
    from zapis.render.html import render_html  # noqa: PLC0415 - lists of tasks need no templates

    return render_html(view).encode()


def _docx(view: DocumentView, look: Look = BUILT_IN) -> bytes:
    from zapis.render.docx import render_word  # noqa: PLC0415 - the slowest of all to load

    return render_word(view, look.word)


def _pdf(view: DocumentView, _look: Look = BUILT_IN) -> bytes:
    from zapis.render.pdf.library import load  # noqa: PLC0415 - only PDF pays for its library

    load()
    from zapis.render.pdf.document import make_pdf  # noqa: PLC0415 - the same

    return make_pdf(view)


FORMATS: Mapping[str, Format] = MappingProxyType({"html": _html, "docx": _docx, "pdf": _pdf})
