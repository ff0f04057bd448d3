"""Put together persons whom YAML tore apart at commas: `[doc. Olga Malá, Ph.D., Jan Novák]`."""

from collections.abc import Sequence
from itertools import pairwise

from zapis.assemble.located import LocatedText
from zapis.codes import DOUBTFUL_SPLIT
from zapis.czech.person_text import is_attendance_text
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


def join_torn(texts: Sequence[LocatedText], *, in_brackets: bool) -> tuple[LocatedText, ...]:
    """The texts of persons, with titles, functions and ends of parentheses back at their names.

    On lines of their own only titles are joined: there a word in lower case is a group.
    """
    joined: list[LocatedText] = []
    for text in texts:
        if joined and _belongs_to(joined[-1].text, text.text, in_brackets=in_brackets):
            joined[-1] = _join(joined[-1], text)
        else:
            joined.append(text)
    return tuple(joined)


def doubt_of(text: LocatedText) -> Diagnostic:
    """The tip for a person who was put together."""
    message = f"„{' '.join(text.text.split())}“ se čte jako jedna osoba"
    return Diagnostic(DOUBTFUL_SPLIT, message, text.span(), f'"{text.text}"')


def _belongs_to(before: str, text: str, *, in_brackets: bool) -> bool:
    stripped = text.strip()
    if not stripped:
        return False
    titles, end = read_titles_behind(stripped, 0)
    if titles and end == len(stripped):
        return True
    if not in_brackets:
        return False
    is_open = before.count("(") > before.count(")")
    is_function = stripped[0].islower() and before.strip()[:1].isupper()
    return is_open or (is_function and not is_attendance_text(stripped))


def _join(left: LocatedText, right: LocatedText) -> LocatedText:
    text = f"{left.text}, {right.text}"
    whole = left.whole.to(right.whole) if left.whole and right.whole else left.whole
    if left.mapped is None or right.mapped is None:
        return LocatedText(text, whole)
    behind = len(left.text)
    comma = (behind, left.mapped.offset(behind))
    pieces = ((own + behind + len(", "), at) for own, at in right.mapped.pieces)
    return LocatedText(text, whole, MappedText(text, (*left.mapped.pieces, comma, *pieces)))
