"""The fields that follow each other from some place of a line on, before any other words."""

from collections.abc import Sequence
from typing import NamedTuple

from zapis.czech.deadlines import DeadlineMatch
from zapis.tasks.line_syntax import AssigneeSyntax, Token

_BETWEEN = " \t\n\u00a0,;:–—-"
_JOINERS = ("a ", "i ")


class LeadingFields(NamedTuple):
    """The fields and the offset behind the last of them; the last deadline counts."""

    assignees: tuple[AssigneeSyntax, ...]
    deadline: DeadlineMatch | None
    end: int


def read_leading(text: str, tokens: Sequence[Token], start: int) -> LeadingFields:
    """The fields from `start` on; `tokens` by their beginnings, groups before what they hold."""
    by_start: dict[int, Token] = {}
    for field in tokens:
        by_start.setdefault(field.start, field)
    end = start
    while found := by_start.get(_skip(text, end, by_start)):
        end = found.end
    inside = [field for field in tokens if start <= field.start and field.end <= end]
    names = tuple(assignee for field in inside for assignee in field.assignees)
    deadlines = [field.deadline for field in inside if field.deadline]
    return LeadingFields(names, deadlines[-1] if deadlines else None, end)


def _skip(text: str, position: int, by_start: dict[int, Token]) -> int:
    """Behind separators, and behind „a“ between two names."""
    while position < len(text) and text[position] in _BETWEEN:
        position += 1
    behind = position + len(_JOINERS[0])
    return behind if text.startswith(_JOINERS, position) and behind in by_start else position
