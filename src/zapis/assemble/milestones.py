"""The schedule of an activity card: steps with the year that stands first or last in them."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from zapis.body import Block, Blocks, List, Milestone, Paragraph, Schedule
from zapis.inline import Inlines, Text, split_lines
from zapis.source import Span

_YEAR_FIRST = re.compile(r"\s*((?:19|20|21)\d\d)(?:\s*[:–—-]\s*(?!\d)|\s+(?=[^\W\d]))")
_YEAR_LAST = re.compile(r"(?:\s+[–—-])?\s+\(?((?:19|20|21)\d\d)\)?\.?\s*$")
_YEAR_ALONE = re.compile(r"\s*((?:19|20|21)\d\d)\s*:?\s*$")
_RANGE_BEFORE = re.compile(r"\d{4}\s*[–—/-]\s*$|\b(?:do|od|a|až|roku|letech|roce)\s*$")


def make_schedule(blocks: Blocks) -> Blocks:
    """The blocks of a schedule field with every list, or else every line, read as steps."""
    if any(isinstance(block, List) for block in blocks):
        return tuple(_list_schedule(block) for block in blocks)
    if all(isinstance(block, Paragraph) for block in blocks):
        lines = [
            (line, block.span)
            for block in blocks
            if isinstance(block, Paragraph)
            for line in split_lines(block.children)
        ]
        return (_schedule(lines),) if lines else ()
    return blocks


def _list_schedule(block: Block) -> Block:
    if not isinstance(block, List):
        return block
    lines: list[tuple[Inlines, Span]] = []
    for item in block.items:
        match item.blocks:
            case (Paragraph(children),):
                lines.append((children, item.span))
            case _:
                return block
    return _schedule(lines)


def _schedule(lines: list[tuple[Inlines, Span]]) -> Schedule:
    steps = tuple(step for children, span in lines for step in _steps(children, span))
    return Schedule(steps, lines[0][1].to(lines[-1][1]))


def _steps(children: Inlines, span: Span) -> Iterator[Milestone]:
    """One line as steps: behind a leading year a semicolon separates them.

    A step that opens with another year belongs to that one: „2026: sběr; 2027: vydání“.
    """
    year, rest = _split_year(children)
    if year is None:
        yield Milestone(None, rest, span)
        return
    for part in _split_semicolons(rest):
        own, words = _leading_year(part)
        year = own or year
        yield Milestone(year, words, span)


def _split_year(children: Inlines) -> tuple[int | None, Inlines]:
    """A leading or else a closing year and what is left; a range of years is not a year."""
    year, rest = _leading_year(children)
    if year is not None:
        return year, rest
    first, last = children[0], children[-1]
    if isinstance(first, Text) and len(children) == 1 and (found := _YEAR_ALONE.match(first.text)):
        return int(found[1]), ()
    if isinstance(last, Text) and (found := _YEAR_LAST.search(last.text)):
        before = last.text[: found.start()]
        if not _RANGE_BEFORE.search(before):
            return int(found[1]), (*children[:-1], replace(last, text=before))
    return None, children


def _leading_year(children: Inlines) -> tuple[int | None, Inlines]:
    first = children[0] if children else None
    if not isinstance(first, Text) or not (found := _YEAR_FIRST.match(first.text)):
        return None, children
    rest = replace(first, text=first.text[found.end() :])
    return int(found[1]), _without_empty(rest, children[1:])


def _without_empty(first: Text, rest: Inlines) -> Inlines:
    return (first, *rest) if first.text else rest


def _split_semicolons(children: Inlines) -> tuple[Inlines, ...]:
    match children:
        case (Text(text) as node,) if ";" in text:
            parts = [part.strip() for part in text.split(";")]
            return tuple((replace(node, text=part),) for part in parts if part)
        case _:
            return (children,)
