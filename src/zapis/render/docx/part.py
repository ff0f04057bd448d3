"""What the writers share while a document is made: its parts and all that they collect."""

import re
from collections.abc import Callable, Mapping
from itertools import zip_longest
from typing import Any

from msgspec import Struct, field

from zapis.body import (
    Block,
    Blocks,
    CodeBlock,
    Conclusion,
    Group,
    Groups,
    Heading,
    List,
    Paragraph,
    Quote,
    Resolution,
    Restricted,
    ReviewLine,
    TaskLine,
)
from zapis.inline import Text, plain_text
from zapis.render.docx.footnotes import Footnotes
from zapis.render.docx.media import Media
from zapis.render.docx.numbering import Kind, Numbering
from zapis.render.docx.place import Place, paragraph, plain_paragraph
from zapis.render.docx.relations import Relations
from zapis.render.docx.styles import ParagraphStyle, Style, Styles
from zapis.render.views import DocumentView

BlockWriter = Callable[["Part", Any, Place], str]
"""Writes one kind of block at a place as XML. **Why** `Any`: a table by class loses the class."""

_NOT_IN_NAMES = re.compile(r"[^0-9A-Za-z_]")
_LONGEST_NAME = 40
_NOWHERE = Place(0)
_OPENED = frozenset({Paragraph, Heading, TaskLine, ReviewLine})
_FRAMED = frozenset({Group, Groups, Conclusion, Resolution, Restricted})
_CLOSE_BELOW = frozenset(
    {Paragraph, List, Groups, TaskLine, ReviewLine, Conclusion, Resolution, Restricted}
)
_MERGED = frozenset({List, Quote, CodeBlock})


class Bookmarks(Struct):
    """The bookmarks of one document; Word wants short names that are used once.

    `last` is the highest identifier that the template uses.
    """

    names: dict[str, str] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    made: set[str] = field(default_factory=set)
    last: int = 0

    def name(self, anchor: str) -> str:
        """The name of the bookmark of an anchor."""
        if anchor not in self.names:
            name = _NOT_IN_NAMES.sub("_", anchor)[: _LONGEST_NAME - 5]
            name = name if name[:1].isalpha() or name[:4] == "_Ref" else f"z_{name}"
            self.names[anchor] = f"{name}_{len(self.names)}" if name in self.taken else name
            self.taken.add(self.names[anchor])
        return self.names[anchor]

    def mark(self, anchor: str, content: str) -> str:
        """The content with its bookmark, where this is the first to ask for it."""
        name = self.name(anchor)
        if not anchor or name in self.made:
            return content
        self.made.add(name)
        key = self.last + len(self.made)
        return (
            f'<w:bookmarkStart w:id="{key}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{key}"/>'
        )


class DocumentState(Struct):
    """All that one document collects while its parts are written."""

    view: DocumentView
    styles: Styles
    numbering: Numbering
    footnotes: Footnotes
    writers: Mapping[type, BlockWriter]
    anchors: frozenset[str]
    media: Media
    bookmarks: Bookmarks = field(default_factory=Bookmarks)
    items: Mapping[Kind, ParagraphStyle] = field(default_factory=dict)

    def item_style(self, kind: Kind) -> ParagraphStyle:
        """The style for items of a kind of list."""
        return self.items.get(kind) or self.styles[Style.LIST]


class Part(Struct):
    """A part that is being written; `width` and `height` are those of its text, in twips.

    `main` says whether footnotes may be referred to, which Word allows in the record only;
    `heading` is the level of the last heading, `place` that of text between the margins.
    """

    document: DocumentState
    relations: Relations
    width: int
    height: int
    main: bool = False
    heading: int = 1
    nested_notes: list[int] = field(default_factory=list)
    place: Place = _NOWHERE

    def __post_init__(self) -> None:
        self.place = Place(self.width)

    def blocks(self, blocks: Blocks, place: Place) -> str:
        """Blocks one after the other; the opening of a place goes to its first paragraph."""
        writers = self.document.writers
        if len(blocks) == 1 and type(blocks[0]) in _OPENED:
            return writers[type(blocks[0])](self, blocks[0], place)
        made: list[str] = []
        if (place.opening or place.lead) and not (blocks and type(blocks[0]) in _OPENED):
            made.append(paragraph("", place))
            place = place.rest
        previous: Block | None = None
        for block, following in zip_longest(blocks, blocks[1:]):
            if previous is not None and _needs_gap(type(previous), type(block)):
                made.append(self.gap())
            here = place.kept if following is not None and _announces(block) else place
            made.append(writers[type(block)](self, block, here))
            previous, place = block, place.rest
        return "".join(made)

    def gap(self) -> str:
        """The narrow empty line between blocks that Word would join, and behind tables."""
        return plain_paragraph("", self.document.styles[Style.SPACER].id)


def _needs_gap(previous: type, block: type) -> bool:
    """Whether Word would show two blocks as one, or text too close below a line on the left."""
    return (previous in _FRAMED and block in _CLOSE_BELOW) or (
        previous is block and block in _MERGED
    )


def _announces(block: Block) -> bool:
    """Whether a paragraph ends in a colon, so that what follows belongs to it."""
    if type(block) is not Paragraph or not block.children:
        return False
    last = block.children[-1]
    words = last.text if type(last) is Text else plain_text((last,))
    return words.rstrip().endswith(":")
