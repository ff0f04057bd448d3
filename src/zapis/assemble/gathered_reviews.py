"""Reviews of older tasks that stand under no heading, gathered into a section of their own."""

from collections.abc import Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from zapis.assemble.numbering import own_number
from zapis.assemble.sections import Part
from zapis.body import Block, Blocks, Heading, List, ListItem, Paragraph, ReviewLine
from zapis.czech.folding import fold
from zapis.inline import Strong, Text, plain_text
from zapis.model.meeting import AgendaItem

TITLE = "Kontrola úkolů"
"""The heading of the section, where the agenda has no other for it."""

_LONGEST_NAME = 60
_REVIEWING = ("kontrol", "plneni", "splneni", "minul", "predchoz")


def gather_reviews(parts: Sequence[Part], agenda: Sequence[AgendaItem]) -> tuple[Part, ...]:
    """The parts with reviews from before the first heading in a section that is made for them.

    The section begins where the first of them stood: text from there to the first heading follows
    them in it. Without any heading the section stands behind all text, which would else be taken
    for a part of it. Reviews under a heading of the author's stay, as do those introduced by a
    bold line or by one with a colon, and all of them where another heading names reviews.
    """
    if not parts or parts[0].is_titled or any(_names_reviews(part.written) for part in parts):
        return tuple(parts)
    opening = parts[0].blocks
    has_end = len(parts) > 1 and not any(isinstance(block, Heading) for block in opening)
    gathering = _Gathering(has_end)
    gathering.read(opening)
    if not gathering.lists:
        return tuple(parts)
    at = gathering.first if has_end else len(gathering.rest)
    before, behind = tuple(gathering.rest[:at]), tuple(gathering.rest[at:])
    title = next((item.title for item in agenda if _names_reviews(item.title)), "")
    words = (Text(own_number(title)[1] or TITLE),)
    made = Part((gathering.joined(), *behind), words, title, made=True)
    above = (replace(parts[0], blocks=before),) if before else ()
    return (*above, made, *parts[1:])


class _Gathering(Struct):
    """What has been gathered from a text, a list for every list, and what stays in its order.

    `first` is the place in `rest` where the first review stood; with `divides` that place may be
    inside a list.
    """

    divides: bool
    lists: list[List] = field(default_factory=list)
    rest: list[Block] = field(default_factory=list)
    first: int = 0

    def read(self, blocks: Blocks) -> None:
        """Take reviews from the blocks up to the first words that are as good as a heading."""
        before: Block | None = None
        for index, block in enumerate(blocks):
            is_headed = _has_reviews(block) and _introduces(before)
            if is_headed or isinstance(block, Heading):
                self.rest += blocks[index:]
                return
            self._take(block)
            before = block

    def _take(self, block: Block) -> None:
        if isinstance(block, ReviewLine):
            self._gather(List("bullet", (ListItem((block,), span=block.span),)))
        elif isinstance(block, List) and _has_reviews(block):
            self._split(block)
        else:
            self.rest.append(block)

    def _split(self, block: List) -> None:
        """Take the reviews from a list; what stands above the first one and below stay lists."""
        items = block.items
        at = 0
        if self.divides and not self.lists:
            at = next(index for index, item in enumerate(items) if _is_review(item))
        below = tuple(item for item in items[at:] if not _is_review(item))
        self.rest += (replace(block, items=items[:at]),) if at else ()
        self._gather(replace(block, items=tuple(filter(_is_review, items))))
        self.rest += (replace(block, items=below),) if below else ()

    def _gather(self, reviews: List) -> None:
        self.first = self.first if self.lists else len(self.rest)
        self.lists.append(reviews)

    def joined(self) -> List:
        """All of it as one list, bulleted unless it was one list of another style."""
        if len(self.lists) == 1:
            return self.lists[0]
        items = tuple(item for each in self.lists for item in each.items)
        return List("bullet", items, all(each.tight for each in self.lists))


def _has_reviews(block: Block) -> bool:
    match block:
        case ReviewLine():
            return True
        case List(_, items):
            return any(map(_is_review, items))
        case _:
            return False


def _is_review(item: ListItem) -> bool:
    return bool(item.blocks) and isinstance(item.blocks[0], ReviewLine)


def _introduces(block: Block | None) -> bool:
    """Whether a paragraph is a heading in all but its mark: bold, with a colon, or by its words."""
    match block:
        case Paragraph((Strong(),)):
            return True
        case Paragraph(children):
            words = plain_text(children).strip()
            return words.endswith(":") or _names_reviews(words)
        case _:
            return False


def _names_reviews(text: str) -> bool:
    """Whether a short text names the review of tasks: „Kontrola úkolů z minula“, „Plnění úkolů“."""
    words = fold(text).split() if len(text) <= _LONGEST_NAME else []
    return any(word.startswith("ukol") for word in words) and any(
        word.startswith(_REVIEWING) for word in words
    )
