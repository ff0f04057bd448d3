"""Put together persons whom YAML tore apart at commas: `[doc. Olga Malá, Ph.D., Jan Novák]`."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from zapis.assemble.located import LocatedText
from zapis.codes import DOUBTFUL_SPLIT
from zapis.czech.persons import is_attendance_text
from zapis.czech.titles import read_titles_behind
from zapis.data_tree import DataTree, Path
from zapis.diagnostics import Diagnostic
from zapis.source import MappedText

# In `[a, b]` items stand closer to each other than in lines which begin with a hyphen.
_WIDEST_COMMA = 2


def is_in_brackets(tree: DataTree, path: Path, count: int) -> bool:
    """Whether a list of so many items is written as `[a, b]` and not on lines."""
    spans = [tree.spans.get((*path, index)) for index in range(min(count, 3))]
    return any(a and b and 0 < b.start - a.end <= _WIDEST_COMMA for a, b in pairwise(spans))


def join_torn(
    texts: Sequence[LocatedText], *, in_brackets: bool
) -> Iterator[tuple[LocatedText, bool]]:
    """The texts of persons, with titles, functions and ends of parentheses back at their names.

    With each goes whether it was torn. On lines of their own only titles are joined: there a
    word in lower case is a group.
    """
    group: list[LocatedText] = []
    depth = 0
    for text in texts:
        if group and not _belongs_to(group[0].text, depth, text.text, in_brackets=in_brackets):
            yield _join(group), len(group) > 1
            group, depth = [], 0
        group.append(text)
        depth += text.text.count("(") - text.text.count(")")
    if group:
        yield _join(group), len(group) > 1


def doubt_of(text: LocatedText) -> Diagnostic:
    """The tip for a person who was put together."""
    message = f"„{' '.join(text.text.split())}“ se čte jako jedna osoba"
    return Diagnostic(DOUBTFUL_SPLIT, message, text.span(), f'"{text.text}"')


def _belongs_to(first: str, depth: int, text: str, *, in_brackets: bool) -> bool:
    """Whether the text continues the person who begins with `first`.

    `depth` is the number of parentheses that are still open there.
    """
    stripped = text.strip()
    titles, end = read_titles_behind(stripped, 0)
    if titles and end == len(stripped):
        return True
    if not in_brackets:
        return False
    is_function = stripped[:1].islower() and first.strip()[:1].isupper()
    return depth > 0 or (is_function and not is_attendance_text(stripped))


def _join(parts: Sequence[LocatedText]) -> LocatedText:
    if len(parts) == 1:
        return parts[0]
    text = ", ".join(part.text for part in parts)
    first, last = parts[0].whole, parts[-1].whole
    whole = first.to(last) if first and last else first
    pieces: list[tuple[int, int]] = []
    start = 0
    for part in parts:
        if part.mapped is None:
            return LocatedText(text, whole)
        pieces += ((own + start, at) for own, at in part.mapped.pieces)
        start += len(part.text)
        # The comma belongs to the part before it.
        pieces.append((start, part.mapped.offset(len(part.text))))
        start += len(", ")
    return LocatedText(text, whole, MappedText(text, tuple(pieces[:-1])))
