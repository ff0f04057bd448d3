"""Read what a meeting says of an older task: words of state, a new deadline, new assignees."""

import datetime as dt
import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from zapis.czech.deadlines import DeadlineMatch, find_deadlines, read_deadline
from zapis.model.tasks import TaskStatus
from zapis.tasks.line_fields import LineFields, find_fields, problem_of
from zapis.tasks.line_people import read_people
from zapis.tasks.line_syntax import (
    AssigneeSyntax,
    KnownPeople,
    Mode,
    Problem,
    Range,
    Reference,
    ReviewSyntax,
    Token,
)
from zapis.tasks.line_tail import cut_pieces, find_chain, find_tail

_STATUS_WORDS = (
    (TaskStatus.DONE, r"splněn[oaáýéy]?|hotov[oaáýéy]?|vyřízen[oaáýéy]?|vyřešen[oaáýéy]?"),
    (TaskStatus.CANCELLED, r"zrušen[oaáýéy]?|odvolán[oaáýéy]?"),
    (TaskStatus.IN_PROGRESS, r"rozpracován[oaáýéy]?|probíhá"),
    (TaskStatus.OPEN, r"trvá|trvají|otevřen[oaáýéy]?|pokračuje"),
)
_STATUS = re.compile(
    "|".join(f"(?P<{status.name}>{words})" for status, words in _STATUS_WORDS), re.IGNORECASE
)
_GAP = "[ \t\u00a0]"
_BEHIND_WORD = re.compile(
    rf"(?!\w)(?:(?!{_GAP}+[^\W\d_])|(?={_GAP}+(?:nový|řeší|do|k)(?!\w)))", re.IGNORECASE
)
_NEW_DEADLINE = re.compile(rf"nov(?:ý|ého) termín{_GAP}*:?{_GAP}*(?:je{_GAP}+)?", re.IGNORECASE)
_ASSIGNEES = re.compile(rf"(?:nově{_GAP}+)?řeší{_GAP}*:?{_GAP}+", re.IGNORECASE)
_SEPARATORS = " \t\n\u00a0,.;:–—-"
_END_OF_DEADLINE = re.compile(r"[,;–—\n]|\s-\s|(?<=\w\w\w)\.(?=\s)|(?<=[0-9]{4})\.(?=\s)")


class _Found(Struct, frozen=True):
    """What was understood at the beginning, and where the comment begins."""

    end: int
    status: TaskStatus | None = None
    assignees: tuple[AssigneeSyntax, ...] = ()
    deadline: DeadlineMatch | None = None
    state: Range | None = None


def read_review(
    text: str, reference: Reference, people: KnownPeople, date: dt.date | None
) -> ReviewSyntax:
    """Words of state, „nový termín …“ and „řeší …“ at the beginning, fields at the end."""
    fields = find_fields(text, people, date)
    start = _skip(text, reference.end)
    found = _read_beginning(fields.line.text, start, people, date)
    tail = find_tail(fields, Mode.MINUTES, found.end, may_be_all=True)
    last = [token for token in find_chain(fields) if token.start >= found.end]
    cut = [token.deadline for token in fields.tokens if tail is not None and token.start >= tail]
    deadline = found.deadline or next((match for match in reversed(cut) if match), None)
    deadline = deadline or _mentioned_deadline(fields.line.text, found.end, date)
    return ReviewSyntax(
        reference,
        found.status,
        cut_pieces(text, fields, start, None),
        () if tail == found.end else cut_pieces(text, fields, found.end, tail),
        found.assignees or _assignees(fields, last),
        deadline,
        _problems(fields, deadline),
        found.state,
    )


def _assignees(fields: LineFields, last: Sequence[Token]) -> tuple[AssigneeSyntax, ...]:
    """The assignees named among the last fields of the line, in the order of the text."""
    start = min((token.start for token in last), default=len(fields.line.text))
    return tuple(assignee for assignee in fields.assignees if assignee.start >= start)


def _read_beginning(text: str, start: int, people: KnownPeople, date: dt.date | None) -> _Found:
    found = _Found(start)
    while found.end < len(text):
        further = _read_status(text, found) or _read_fields(text, found, people, date)
        if further is None:
            break
        if further.status and found.end == start:
            further = replace(further, state=(start, further.end))
        found = replace(further, end=_skip(text, further.end))
    return found


def _read_status(text: str, found: _Found) -> _Found | None:
    word = _STATUS.match(text, found.end)
    if word is None or found.status or not _BEHIND_WORD.match(text, word.end()):
        return None
    return replace(found, end=word.end(), status=TaskStatus[word.lastgroup or "OPEN"])


def _read_fields(
    text: str, found: _Found, people: KnownPeople, date: dt.date | None
) -> _Found | None:
    if label := _NEW_DEADLINE.match(text, found.end):
        match = _read_new_deadline(text, label.end(), date)
        return replace(found, end=match.end, deadline=match) if match else None
    if label := _ASSIGNEES.match(text, found.end):
        limit = min((at for at in (text.find("\n", label.end()),) if at >= 0), default=len(text))
        read = read_people(text, label.end(), limit, people)
        if read.assignees:
            return replace(found, end=read.end, assignees=read.assignees)
    if found.status and found.status.is_open:
        inside = find_deadlines(text[found.end :], date)
        if inside and inside[0].start == 0:
            match = DeadlineMatch(found.end, found.end + inside[0].end, inside[0].deadline)
            return replace(found, end=match.end, deadline=match)
    return None


def _mentioned_deadline(text: str, start: int, date: dt.date | None) -> DeadlineMatch | None:
    """„nový termín …“ inside the comment, which keeps all its words."""
    label = _NEW_DEADLINE.search(text, start)
    return _read_new_deadline(text, label.end(), date) if label else None


def _read_new_deadline(text: str, start: int, date: dt.date | None) -> DeadlineMatch | None:
    """The deadline that begins at `start`, or the words up to the next comma or sentence."""
    inside = find_deadlines(text[start:], date)
    if inside and inside[0].start == 0:
        return DeadlineMatch(start, start + inside[0].end, inside[0].deadline)
    cut = _END_OF_DEADLINE.search(text, start)
    end = cut.start() if cut else len(text.rstrip())
    if start >= end:
        return None
    return DeadlineMatch(start, end, read_deadline(text[start:end], date))


def _problems(fields: LineFields, deadline: DeadlineMatch | None) -> tuple[Problem, ...]:
    if deadline is None or not deadline.deadline.problem:
        return fields.problems
    return (*fields.problems, problem_of(deadline))


def _skip(text: str, position: int) -> int:
    while position < len(text) and text[position] in _SEPARATORS:
        position += 1
    return position
