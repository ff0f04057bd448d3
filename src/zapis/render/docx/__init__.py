"""Word documents: the record is written from its tree, everything around it by a template."""

from zapis.render.docx.builtin import builtin_template
from zapis.render.docx.document import render_docx
from zapis.render.docx.template import WordTemplate
from zapis.render.views import DocumentView


def render_word(view: DocumentView, template: WordTemplate | None = None) -> bytes:
    """The Word document of a view in a template, by default the built-in one.

    Raises `TemplateFailure` for a template of one's own that fails when it is filled.
    """
    return render_docx(view, template or builtin_template())
