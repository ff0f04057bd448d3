"""Top-level headings make sections, numbered once and paired with the agenda."""

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from zapis.assemble.agenda_match import match_agenda
from zapis.assemble.numbering import strip_number
from zapis.body import Block, Blocks, Heading
from zapis.inline import Inlines, plain_text
from zapis.model.meeting import AgendaItem, Section
from zapis.source import Span

_DEEPEST = 6


class Part(Struct, frozen=True):
    """A stretch of a body: its heading as `written` and without the author's `number`.

    The text before the first heading has none. `made` marks the part that zapis adds for reviews;
    `written` is then the item of the agenda that it records, or empty.
    """

    blocks: Blocks
    title: Inlines = ()
    written: str = ""
    number: int | None = None
    span: Span | None = None
    made: bool = False

    @property
    def is_titled(self) -> bool:
        """Whether the part has a heading, be it an empty one."""
        return self.made or self.span is not None


class Outline(Struct, frozen=True):
    """The sections of a body and the agenda that knows where its items are recorded."""

    sections: tuple[Section, ...]
    agenda: tuple[AgendaItem, ...]


def split_parts(blocks: Blocks) -> tuple[Part, ...]:
    """The blocks split at the headings of the highest level used."""
    top = min((block.level for block in blocks if isinstance(block, Heading)), default=1)
    parts: list[tuple[Heading | None, list[Block]]] = [(None, [])]
    for block in blocks:
        if isinstance(block, Heading) and block.level == top:
            parts.append((block, []))
        else:
            parts[-1][1].append(block)
    return tuple(_part(*part) for part in (parts if parts[0][1] else parts[1:]))


def _part(heading: Heading | None, content: Sequence[Block]) -> Part:
    if heading is None:
        return Part(_shift(content))
    number, title = strip_number(heading.children)
    return Part(_shift(content), title, plain_text(heading.children), number, heading.span)


def make_outline(parts: Sequence[Part], agenda: tuple[AgendaItem, ...]) -> Outline:
    """The parts as numbered sections.

    With an agenda a section has the number of its item and an unforeseen one has none; without
    it sections keep the author's numbers if all of them differ, else they count from 1.
    """
    matched = [index for index, part in enumerate(parts) if part.is_titled and _is_written(part)]
    found = match_agenda([item.title for item in agenda], [parts[at].written for at in matched])
    items = {matched[heading]: item for heading, item in found.items()}
    numbers = _numbers(parts, agenda, items)
    sections = tuple(
        Section(part.title, part.blocks, numbers.get(index), items.get(index), part.span, part.made)
        for index, part in enumerate(parts)
    )
    places = {item: index for index, item in items.items()}
    recorded = tuple(replace(item, section=places.get(at)) for at, item in enumerate(agenda))
    return Outline(sections, recorded)


def _is_written(part: Part) -> bool:
    """Whether the part has a heading of the author's, or an item of the agenda for it."""
    return not part.made or bool(part.written)


def _numbers(
    parts: Sequence[Part], agenda: tuple[AgendaItem, ...], items: Mapping[int, int]
) -> Mapping[int, int | None]:
    """Numbers by the place of the part; a section that zapis made never shifts the author's."""
    if agenda:
        return {index: agenda[item].number for index, item in items.items()}
    titled = [index for index, part in enumerate(parts) if part.is_titled]
    own = [parts[index].number for index in titled if not parts[index].made]
    if any(number is not None for number in own):
        titled = [index for index in titled if not parts[index].made]
        if None not in own and len(set(own)) == len(own):
            return dict(zip(titled, own, strict=True))
    if len(titled) == 1:
        return {}
    return {index: number for number, index in enumerate(titled, 1)}


def _shift(blocks: Sequence[Block]) -> Blocks:
    """Headings below a section count from 2 and skip no level."""
    stack: list[int] = []
    shifted: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading):
            while stack and stack[-1] >= block.level:
                stack.pop()
            stack.append(block.level)
            shifted.append(replace(block, level=min(len(stack) + 1, _DEEPEST)))
        else:
            shifted.append(block)
    return tuple(shifted)
