"""Word documents: the record is written from its tree, everything around it by a template."""

from zapis.render.docx.builtin import builtin_template
from zapis.render.docx.document import render_docx
from zapis.render.views import DocumentView


def render_word(view: DocumentView) -> bytes:
    """The Word document of a view in the built-in template."""
    return render_docx(view, builtin_template())
