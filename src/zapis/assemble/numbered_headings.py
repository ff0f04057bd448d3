"""Numbered lines that are headings: those of the agenda, or all where the file has no `#`."""

from collections.abc import Sequence

from msgspec import Struct

from zapis import codes
from zapis.assemble.numbering import own_number, strip_number
from zapis.body import Block, Blocks, Heading, List, Paragraph
from zapis.czech.folding import fold
from zapis.diagnostics import Diagnostic, Outcome
from zapis.inline import Inlines, LineBreak, Text, plain_text
from zapis.source import Span


class _Candidate(Struct, frozen=True):
    """A numbered line at the margin: its place among the blocks, and what it would become."""

    index: int
    number: int
    heading: Heading
    rest: Blocks


def find_numbered_headings(blocks: Blocks, agenda: Sequence[str]) -> Outcome[Blocks]:
    """The blocks with numbered lines turned into headings where they are such.

    A line equal to an agenda item is its heading. In a file without any `#`, lines numbered 1, 2,
    3 … at the margin with text below them are headings; a tip says so. They keep their numbers.
    """
    candidates = [found for i, block in enumerate(blocks) if (found := _candidate(i, block))]
    titles = {fold(own_number(title)[1]) for title in agenda}
    chosen = [item for item in candidates if fold(plain_text(item.heading.children)) in titles]
    has_headings = any(isinstance(block, Heading) for block in blocks)
    if has_headings or not _is_sequence(candidates):
        return Outcome(_replace(blocks, chosen, _level(blocks)))
    first = candidates[0].heading
    tip = Diagnostic(
        codes.NUMBERED_HEADINGS,
        f"číslované řádky se čtou jako nadpisy ({len(candidates)})",
        first.span,
        f"# {plain_text(first.children)}",
    )
    return Outcome(_replace(blocks, candidates, 1), (tip,))


def _level(blocks: Blocks) -> int:
    return min((block.level for block in blocks if isinstance(block, Heading)), default=1)


def _candidate(index: int, block: Block) -> _Candidate | None:
    match block:
        case Paragraph(children, span):
            line, below = _first_line(children)
            number, title = strip_number(line)
            if number is None:
                return None
            return _Candidate(index, number, Heading(1, title, span), _paragraph(below, span))
        case List("decimal", (item,)) if item.number is not None and item.blocks:
            head = item.blocks[0]
            if not isinstance(head, Paragraph):
                return None
            line, below = _first_line(head.children)
            rest = (*_paragraph(below, head.span), *item.blocks[1:])
            return _Candidate(index, item.number, Heading(1, line, head.span), rest)
        case _:
            return None


def _first_line(children: Inlines) -> tuple[Inlines, Inlines]:
    for index, node in enumerate(children):
        if isinstance(node, LineBreak):
            return children[:index], children[index + 1 :]
    return children, ()


def _paragraph(children: Inlines, span: Span) -> Blocks:
    return (Paragraph(children, span),) if children else ()


def _is_sequence(candidates: list[_Candidate]) -> bool:
    """Whether they count 1, 2, 3 … and each but the last has text below it."""
    numbers = [item.number for item in candidates]
    if len(numbers) <= 1 or numbers != list(range(1, len(numbers) + 1)):
        return False
    ends = [item.index for item in candidates[1:]]
    return all(
        item.rest or end > item.index + 1 for item, end in zip(candidates[:-1], ends, strict=True)
    )


def _replace(blocks: Blocks, chosen: list[_Candidate], level: int) -> Blocks:
    by_index = {item.index: item for item in chosen}
    made: list[Block] = []
    for index, block in enumerate(blocks):
        item = by_index.get(index)
        if item is None:
            made.append(block)
        else:
            written = (Text(f"{item.number}. "), *item.heading.children)
            made.append(Heading(level, written, item.heading.span))
            made.extend(item.rest)
    return tuple(made)
