"""The formats of documents, each a function from the view to bytes."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from zapis.render.docx import render_word
from zapis.render.html import render_html
from zapis.render.views import DocumentView


def _html(view: DocumentView) -> bytes:
    return render_html(view).encode()


FORMATS: Mapping[str, Callable[[DocumentView], bytes]] = MappingProxyType(
    {"html": _html, "docx": render_word}
)
