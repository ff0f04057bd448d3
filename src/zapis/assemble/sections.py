"""Top-level headings make sections, numbered once and paired with the agenda."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from zapis.assemble.agenda_match import match_agenda
from zapis.assemble.numbering import strip_number
from zapis.body import Block, Blocks, Heading
from zapis.inline import plain_text
from zapis.model.meeting import AgendaItem, Section

_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Outline:
    """The sections of a body and the agenda that knows where its items are recorded."""

    sections: tuple[Section, ...]
    agenda: tuple[AgendaItem, ...]


def make_outline(blocks: Blocks, agenda: tuple[AgendaItem, ...]) -> Outline:
    """Split blocks at the headings of the highest level used and number the sections.

    With an agenda a section has the number of its item and an unforeseen one has none; without
    it sections keep the author's numbers if all of them differ, else they count from 1.
    """
    parts = _split(blocks)
    titled = [(heading, content) for heading, content in parts if heading is not None]
    titles = [plain_text(heading.children) for heading, _ in titled]
    pairs = match_agenda([item.title for item in agenda], titles)
    numbers = _numbers(titled, agenda, pairs)
    opening = tuple(Section((), _shift(content)) for heading, content in parts if heading is None)
    sections = tuple(
        _section(heading, content, numbers[index], pairs.get(index))
        for index, (heading, content) in enumerate(titled)
    )
    found = {item: len(opening) + heading for heading, item in pairs.items()}
    items = tuple(replace(item, section=found.get(index)) for index, item in enumerate(agenda))
    return Outline(opening + sections, items)


def _split(blocks: Blocks) -> list[tuple[Heading | None, list[Block]]]:
    top = min((block.level for block in blocks if isinstance(block, Heading)), default=1)
    parts: list[tuple[Heading | None, list[Block]]] = [(None, [])]
    for block in blocks:
        if isinstance(block, Heading) and block.level == top:
            parts.append((block, []))
        else:
            parts[-1][1].append(block)
    return parts if parts[0][1] else parts[1:]


def _section(
    heading: Heading, content: Sequence[Block], number: int | None, item: int | None
) -> Section:
    _, title = strip_number(heading.children)
    return Section(title, _shift(content), number, item, heading.span)


def _numbers(
    titled: list[tuple[Heading, list[Block]]],
    agenda: tuple[AgendaItem, ...],
    pairs: Mapping[int, int],
) -> list[int | None]:
    if agenda:
        return [
            agenda[pairs[index]].number if index in pairs else None for index in range(len(titled))
        ]
    own = [strip_number(heading.children)[0] for heading, _ in titled]
    if all(number is not None for number in own) and len(set(own)) == len(own):
        return own
    if len(titled) == 1:
        return [None]
    return list(range(1, len(titled) + 1))


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
