"""Raw tasks to tasks of the model: names to people, words to deadlines, numbers to references."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable, Sequence

from msgspec import Struct

from zapis.assemble.blocks import AssembledTask
from zapis.assemble.task_people import PeopleIndex
from zapis.assemble.task_problems import LineReport
from zapis.body import RawTask
from zapis.diagnostics import Outcome
from zapis.inline import Inlines, Marked, plain_text
from zapis.model.tasks import Assignee, Review, Task, TaskStatus
from zapis.source import MappedText, SourceFile, Span
from zapis.tasks.line import (
    AssigneeSyntax,
    Mode,
    Range,
    ReviewSyntax,
    TaskSyntax,
    parse_review_line,
    parse_task_line,
)

_STATUSES = {status.box: status for status in TaskStatus}


class TaskContext(Struct, frozen=True):
    """What the tasks of one meeting are read with.

    `parse_inline` turns Markdown inside a line into nodes; `source` is the file itself.
    """

    meeting_id: str
    date: dt.date | None
    people: PeopleIndex
    source: SourceFile
    parse_inline: Callable[[MappedText], Outcome[Inlines]]


def assemble_task(raw: RawTask, context: TaskContext) -> Outcome[AssembledTask]:
    """A task of this meeting, or its review of an older one."""
    report = LineReport(raw.content, context.people.persons)
    if raw.unusual:
        report.unusual_box(raw, context.source)
    review = parse_review_line(raw.content.text, context.people, context.date)
    if review and not _own_number(review.reference.target, context.meeting_id):
        return _make_review(raw, review, context, report)
    syntax = parse_task_line(raw.content.text, context.people, context.date)
    return _make_task(raw, syntax, context, report)


def assemble_task_mention(node: Marked, context: TaskContext) -> Outcome[AssembledTask]:
    """A task `[…]{.ukol}` inside running text; all its words are printed where they stand."""
    content = _inside(node.span, context.source)
    raw = RawTask(" ", content, node.span)
    report = LineReport(content, context.people.persons)
    syntax = parse_task_line(content.text, context.people, context.date, Mode.MENTION)
    return _make_task(raw, syntax, context, report)


def _make_task(
    raw: RawTask, syntax: TaskSyntax, context: TaskContext, report: LineReport
) -> Outcome[AssembledTask]:
    children = _parse(raw.content, syntax.pieces, context, report)
    pinned = None
    if syntax.reference:
        pinned = report.pinned(syntax.reference, context.meeting_id)
    report.problems(syntax.problems)
    task = Task(
        sentence=" ".join(plain_text(children).split()),
        children=children,
        status=_STATUSES.get(raw.box, TaskStatus.OPEN),
        assignees=_assignees(syntax.assignees, raw.content, context, report),
        deadline=syntax.deadline.deadline if syntax.deadline else None,
        pinned=pinned,
        printed_label=raw.label.rstrip(": \t\u00a0"),
        span=raw.span,
    )
    report.deadline(syntax.deadline, context.date)
    report.missing(task, has_words=not syntax.only_fields)
    return Outcome(AssembledTask(task, children, syntax.tail_cut), tuple(report.diagnostics))


def _make_review(
    raw: RawTask, syntax: ReviewSyntax, context: TaskContext, report: LineReport
) -> Outcome[AssembledTask]:
    children = _parse(raw.content, syntax.pieces, context, report)
    # Read a second time for its plain words only: its problems are known from the whole.
    comment = context.parse_inline(cut_out(raw.content, syntax.comment)).value
    report.problems(syntax.problems)
    report.deadline(syntax.deadline, context.date)
    reference = syntax.reference
    review = Review(
        target=reference.target,
        status=syntax.status or _STATUSES.get(raw.box, TaskStatus.OPEN),
        children=children,
        comment=" ".join(plain_text(comment).split()) if syntax.comment else "",
        state_words=raw.content.text[slice(*syntax.state)] if syntax.state else "",
        new_assignees=_assignees(syntax.assignees, raw.content, context, report),
        new_deadline=syntax.deadline.deadline if syntax.deadline else None,
        span=raw.content.span(reference.start, reference.end),
    )
    return Outcome(AssembledTask(review, children, fields=False), tuple(report.diagnostics))


def cut_out(content: MappedText, ranges: Sequence[Range]) -> MappedText:
    """The ranges of a text put together, each character still knowing its place."""
    parts: list[str] = []
    pieces: list[tuple[int, int]] = []
    length = 0
    for start, end in ranges:
        pieces.append((length, content.offset(start)))
        first = bisect_right(content.pieces, start, key=lambda piece: piece[0])
        for own, source in content.pieces[first:]:
            if own >= end:
                break
            pieces.append((length + own - start, source))
        parts.append(content.text[start:end])
        length += end - start
    return MappedText("".join(parts), tuple(pieces) or ((0, content.offset(0)),))


def _parse(
    content: MappedText, ranges: Sequence[Range], context: TaskContext, report: LineReport
) -> Inlines:
    outcome = context.parse_inline(cut_out(content, ranges))
    report.diagnostics += outcome.diagnostics
    return outcome.value


def _assignees(
    found: Sequence[AssigneeSyntax],
    content: MappedText,
    context: TaskContext,
    report: LineReport,
) -> tuple[Assignee, ...]:
    """The assignees, each once; a name that fits several people or nobody stays as written."""
    assignees: dict[str, Assignee] = {}
    for item in found:
        is_known = len(item.people) == 1
        if not is_known:
            report.assignee(item)
        name = context.people.persons[item.people[0]].name if is_known else item.words
        span = content.span(item.start, item.end)
        assignees.setdefault(name, Assignee(" ".join(name.split()), is_known, span))
    return tuple(assignees.values())


def _own_number(target: str, meeting_id: str) -> bool:
    meeting, _, number = target.rpartition("/")
    return bool(number) and meeting.lower() == meeting_id.lower()


def _inside(span: Span, source: SourceFile) -> MappedText:
    """The text between the brackets of a marked span, without quote marks at line starts."""
    start = span.start + 1
    end = source.text.rfind("]", start, span.end)
    parts: list[str] = []
    pieces: list[tuple[int, int]] = []
    length = 0
    for number, line in enumerate(source.text[start : max(start, end)].split("\n")):
        text = line.lstrip(" \t>") if number else line
        pieces.append((length, start + len(line) - len(text)))
        parts.append(text)
        length += len(text) + 1
        start += len(line) + 1
    return MappedText("\n".join(parts), tuple(pieces))
