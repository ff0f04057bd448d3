"""Make refused YAML readable pair by pair, so that one slip does not hide the rest."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct, field

from zapis.codes import Severity
from zapis.parse.yaml_events import DEEPEST, Failure, find_failure
from zapis.parse.yaml_problems import misplaced
from zapis.parse.yaml_problems.draft import Draft, Row, read_rows
from zapis.parse.yaml_problems.outline import diagnose
from zapis.parse.yaml_problems.wording import Problem

# The settings may open as YAML documents do.
_FENCE = re.compile(r"---(?=[ \t]*(?:\n|\Z))")

MOST_PROBLEMS = 200
"""Behind as many nobody reads on, and looking for more would cost a second a megabyte."""


class Repair(Struct):
    """Text that the parser reads, as long as the author's, and what was wrong with his.

    Keys at the offsets `glued` stood without a space behind their colon. `damaged` are the
    bounds of the pairs that had an error.
    """

    masked: str = ""
    problems: list[Problem] = field(default_factory=list)
    glued: set[int] = field(default_factory=set)
    damaged: list[tuple[int, int]] = field(default_factory=list)

    def is_damaged(self, at: int) -> bool:
        """Whether a place lies in a pair that had an error."""
        index = bisect_right(self.damaged, (at, len(self.masked))) - 1
        return index >= 0 and at < self.damaged[index][1]


def repair(text: str, read: str) -> Repair:
    """Diagnose each refused pair of the outermost mapping and cover what was wrong in it.

    `read` is the text as YAML may read it. Pairs that the parser accepts stay as they are.
    """
    result = Repair()
    pieces: list[str] = []
    draft = Draft(text, list(read))
    if (fence := _FENCE.match(read)) is not None:
        draft.blank(0, fence.end())
    _align_beginning(draft)
    result.problems += draft.problems
    read = draft.masked
    for start, end, is_pair in _entries(read):
        piece = read[start:end]
        if len(result.problems) > MOST_PROBLEMS:
            break
        failure = find_failure(piece)
        if failure is not None or not is_pair:
            piece = _repair_entry(result, text[start:end], piece, start, failure)
        pieces.append(piece)
    result.masked = "".join(pieces).ljust(len(read))
    return result


def _entries(read: str) -> Iterator[tuple[int, int, bool]]:
    """The bounds of each outermost pair; the last value is False for what precedes the first."""
    starts = [row.start for row in read_rows(read) if _is_outer_pair(row)]
    if not starts or read[: starts[0]].strip():
        first = starts[0] if starts else len(read)
        has_pair = any(row.colon >= 0 and not row.dashes for row in read_rows(read[:first])[:1])
        yield 0, first, has_pair
    else:
        starts[0] = 0
    for index, start in enumerate(starts):
        yield start, starts[index + 1] if index + 1 < len(starts) else len(read), True


def _is_outer_pair(row: Row) -> bool:
    return row.indent == 0 and row.colon >= 0 and not row.dashes


def _repair_entry(result: Repair, text: str, read: str, start: int, failure: Failure | None) -> str:
    draft = Draft(text, list(read))
    if failure is not None and failure.too_deep:
        draft.report(misplaced.too_deep(text, min(failure.offset, len(text) - 1), DEEPEST))
    else:
        diagnose(draft, MOST_PROBLEMS)
    remaining = find_failure(draft.masked)
    if remaining is not None:
        if not draft.problems:
            draft.report(_unclear(text, read, (failure or remaining).offset))
        _cover_value(draft, read)
    if any(one.code.severity is Severity.ERROR for one in draft.problems):
        result.damaged.append((start, start + len(text)))
    result.problems += (problem.moved(start) for problem in draft.problems)
    result.glued.update(start + at for at in draft.glued)
    return draft.masked


def _unclear(text: str, read: str, offset: int) -> Problem:
    rows = read_rows(read)
    row = next((row for row in reversed(rows) if row.start <= offset), None)
    if row is None:
        return misplaced.unclear(text, 0, len(text.rstrip()))
    return misplaced.unclear(text, row.start + row.indent, row.end)


def _cover_value(draft: Draft, read: str) -> None:
    """Let the parser read the whole value of a pair as one text, or nothing at all."""
    rows = read_rows(read)
    if rows and rows[0].colon >= 0 and not rows[0].dashes:
        first, last = rows[0], rows[-1]
        draft.put(0, read)
        draft.blank(0, first.start, "\n")
        draft.cover(first.body, first.colon)
        start = first.value
        if start >= first.end and len(rows) > 1:
            start = rows[1].start + rows[1].indent
            draft.blank(first.colon + 1, start)
        draft.cover(start, last.end)
        draft.blank(last.end, len(draft.text), "\n")
    if find_failure(draft.masked) is not None:
        draft.blank(0, len(draft.text), "\n")


def _align_beginning(draft: Draft) -> None:
    """Bring pairs above the first one at the margin to the margin (Z110)."""
    rows = read_rows(draft.masked)
    outer = next((at for at, row in enumerate(rows) if _is_outer_pair(row)), 0)
    indent = min((row.indent for row in rows[:outer]), default=0)
    if not indent or rows[0].indent != indent or rows[0].colon < 0 or rows[0].dashes:
        return
    draft.report(misplaced.extra_indent(draft.text, rows[0]))
    for row in rows[:outer]:
        draft.blank(row.start, row.start + indent, "\n")
