"""The formats of documents, each a function from the view to bytes."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from zapis.render.views import DocumentView


def _html(view: DocumentView) -> bytes:
    from zapis.render.html import render_html  # noqa: PLC0415 - lists of tasks need no templates

    return render_html(view).encode()


def _docx(view: DocumentView) -> bytes:
    from zapis.render.docx import render_word  # noqa: PLC0415 - the slowest of all to load

    return render_word(view)


FORMATS: Mapping[str, Callable[[DocumentView], bytes]] = MappingProxyType(
    {"html": _html, "docx": _docx}
)
