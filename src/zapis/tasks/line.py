"""The grammar of a task line, one for minutes and tracker: its fields, its sentence, its number."""

import datetime as dt
import re
from collections.abc import Sequence

from zapis.czech.deadlines import DeadlineMatch
from zapis.tasks.line_fields import LineFields, find_fields, problem_of, same_deadline
from zapis.tasks.line_leading import LeadingFields, read_leading
from zapis.tasks.line_review import read_review
from zapis.tasks.line_syntax import (
    AssigneeSyntax,
    KnownPeople,
    Mode,
    Nobody,
    Problem,
    ProblemKind,
    Range,
    Reference,
    ReviewSyntax,
    TaskSyntax,
    Token,
)
from zapis.tasks.line_tail import cut_pieces, find_tail

__all__ = [
    "AssigneeSyntax",
    "KnownPeople",
    "LeadingFields",
    "Mode",
    "Nobody",
    "Problem",
    "ProblemKind",
    "Range",
    "Reference",
    "ReviewSyntax",
    "TaskSyntax",
    "find_reference",
    "parse_leading_fields",
    "parse_review_line",
    "parse_task_line",
]

_REFERENCE = re.compile(r"\s*#((?:[A-Za-z0-9._-]{1,200}/)?[0-9]{1,9})(?![\w/])[ \t\u00a0]*")


def find_reference(text: str) -> Reference | None:
    """The number directly behind the box: `#BC-2026-01-23/2`, `#2`; „chyba #12“ is text."""
    found = _REFERENCE.match(text)
    if found is None:
        return None
    return Reference(found[1], found.start(1) - 1, found.end(1))


def parse_task_line(
    text: str,
    people: KnownPeople,
    date: dt.date | None,
    mode: Mode = Mode.MINUTES,
    start: int = 0,
) -> TaskSyntax:
    """Take the Markdown source of a task apart.

    `date` is the day from which deadlines are understood; without one they stay words. With
    `start` only what follows there is read, and it may be fields and nothing else.
    """
    reference = find_reference(text) if mode is Mode.MINUTES and not start else None
    fields = find_fields(text, people, date, mode)
    first = _skip_spaces(text, reference.end if reference else start)
    tail = find_tail(fields, mode, first, may_be_all=start > 0)
    if mode is Mode.TRACKER:
        fields = _only_from(fields, len(text) if tail is None else tail)
    deadline, problems = _choose_deadline(fields.tokens)
    if mode is Mode.MINUTES and _would_lose_deadline(fields, tail, deadline):
        tail = None
    return TaskSyntax(
        reference,
        cut_pieces(text, fields, first, tail),
        fields.assignees,
        deadline,
        tail is not None,
        tail is None and _has_only_fields(fields, first),
        _in_order((*fields.problems, *problems)),
    )


def parse_leading_fields(
    text: str, people: KnownPeople, date: dt.date | None, start: int
) -> LeadingFields:
    """The fields of a line of the tracker that follow each other from `start` on."""
    tokens = find_fields(text, people, date, Mode.TRACKER).tokens
    return read_leading(text, tokens, start)


def parse_review_line(text: str, people: KnownPeople, date: dt.date | None) -> ReviewSyntax | None:
    """What stands behind the number of an older task; None where there is no number."""
    reference = find_reference(text)
    return read_review(text, reference, people, date) if reference else None


def _has_only_fields(fields: LineFields, start: int) -> bool:
    if not fields.tokens or fields.tokens[0].start != start:
        return False
    return find_tail(fields, Mode.MINUTES, start, may_be_all=True) == start


def _only_from(fields: LineFields, tail: int) -> LineFields:
    tokens = tuple(token for token in fields.tokens if token.start >= tail)
    return LineFields(fields.line, tokens, ())


def _choose_deadline(
    tokens: Sequence[Token],
) -> tuple[DeadlineMatch | None, tuple[Problem, ...]]:
    """The deadline that is meant: the one marked, else the last one that can be read."""
    matches = [token.deadline for token in tokens if token.deadline]
    problems = [problem_of(match) for match in matches if match.deadline.problem]
    chosen = [token.deadline for token in tokens if token.deadline and token.is_chosen]
    valid = [match for match in matches if match.deadline.due or not match.deadline.problem]
    last = next((group[-1] for group in (chosen, valid, matches) if group), None)
    others = [match for match in valid if last and not same_deadline(match.deadline, last.deadline)]
    if others and last and not chosen:
        value = others[-1].deadline.words
        problems.append(Problem(ProblemKind.TWO_DEADLINES, last.start, last.end, value))
    return last, tuple(problems)


def _would_lose_deadline(
    fields: LineFields, tail: int | None, chosen: DeadlineMatch | None
) -> bool:
    """Whether the tail holds another deadline than the one that is printed as the field."""
    if tail is None or chosen is None:
        return False
    inside = (token.deadline for token in fields.tokens if token.start >= tail)
    return any(match and not same_deadline(match.deadline, chosen.deadline) for match in inside)


def _in_order(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: problem.start))


def _skip_spaces(text: str, start: int) -> int:
    return start + len(text[start:]) - len(text[start:].lstrip())
