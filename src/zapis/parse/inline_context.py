"""What a piece of a body must know about the rest of it to be read on its own."""

from collections.abc import Mapping

from msgspec import Struct, field


class LinkReference(Struct, frozen=True):
    """Where `[text][label]` leads: the address and title of `[label]: https://… "title"`."""

    href: str
    title: str = ""


class InlineContext(Struct, frozen=True):
    """What a body lends to parts of it that are read later, such as the text of a task.

    `footnotes` are the numbers of labels (case folded), `references` the targets of normalized
    link labels; `keep_line_breaks` says whether a typed line break stays one.
    """

    footnotes: Mapping[str, int] = field(default_factory=dict)
    references: Mapping[str, LinkReference] = field(default_factory=dict)
    keep_line_breaks: bool = True
