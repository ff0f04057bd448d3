"""Which templates a document is made with: an office's own, or the built-in ones."""

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:  # who only lists tasks loads no templates
    from zapis.render.docx.template import WordTemplate
    from zapis.render.page_template import PageTemplate


class Look(Struct, frozen=True):
    """The templates by format; None is the built-in one."""

    word: "WordTemplate | None" = None
    page: "PageTemplate | None" = None


BUILT_IN = Look()
"""The look of documents without a template of their own."""

BUILT_IN_NAME = "zapis"
"""What the built-in template is called; one's own of this name takes its place everywhere."""
