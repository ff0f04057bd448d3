"""The properties of a document: its title and language; no person and no date of a template."""

from zapis.render.docx.escaping import escape
from zapis.render.views import DocumentView

LANGUAGE = "cs-CZ"

APP_XML = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    'extended-properties"><Application>zapis</Application></Properties>'
)
"""The part that names the program, the same for every document.

A program that saves the document later puts its own name there, so that a build knows it.
"""


_CORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator>"
    f"<dc:language>{LANGUAGE}</dc:language></cp:coreProperties>"
)
EMPTY_CORE_XML = _CORE.format(title="", creator="")
"""The properties of a template that has none."""


def core_xml(view: DocumentView) -> str:
    """The part with title and language; no date, so that the same minutes are the same file."""
    return _CORE.format(title=escape(view.title), creator=escape(view.organization or "zapis"))
