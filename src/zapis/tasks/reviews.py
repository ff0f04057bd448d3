"""Find the tasks that reviews speak of; say so where there is none."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from types import MappingProxyType

from msgspec import Struct, field
from msgspec.structs import replace

from zapis import codes
from zapis.czech.shortening import first_words
from zapis.diagnostics import Diagnostic, Diagnostics
from zapis.model.tasks import TaskId
from zapis.source import Span
from zapis.tasks.calendar import Calendar
from zapis.tasks.meetings import MeetingTasks, ReviewFacts
from zapis.tasks.numbered import Numbered
from zapis.tasks.tracker import Statement

_MOST_NEAR = 3


class References(Struct, frozen=True):
    """All tasks that can be reviewed: their sentences by id, and the ids of meetings.

    `ids` gives the id in the tracker by the id of the meeting in lower case, and by its path;
    `unread` the path by the id of a meeting whose tasks are not known yet because it has errors.
    """

    sentences: Mapping[TaskId, str]
    ids: Mapping[str, str]
    calendar: Calendar
    unread: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def find(self, meeting: MeetingTasks, review: ReviewFacts) -> TaskId | Diagnostic:
        """The task under review, or an error that names the nearest ones."""
        written, _, number = review.target.rpartition("/")
        if not written:
            before = self.calendar.previous(meeting)
            if before is None:
                return _no_previous(review)
            known_id = self.ids.get(before.path, before.id)
        else:
            known_id = self.ids.get(written.lower(), written)
        task = TaskId(known_id, int(number))
        return task if task in self.sentences else self._unknown(meeting, review, task)

    def _unknown(self, meeting: MeetingTasks, review: ReviewFacts, task: TaskId) -> Diagnostic:
        if path := self.unread.get(task.meeting):
            message = f"úkol „#{review.target}“ zatím nemá číslo, zápis „{path}“ má chybu"
            cure = f"opravte nejdřív chyby v souboru {path}"
            return Diagnostic(codes.UNKNOWN_TASK, message, review.span, cure)
        near = tuple(self._near(meeting, review, task))
        listed = "; ".join(f"#{other} {first_words(self.sentences[other])}" for other in near)
        of_meeting = f" (hledán #{task})" if "/" not in review.target else ""
        message = f"úkol „#{review.target}“ neexistuje{of_meeting}"
        cure = f"mysleli jste {listed}?" if near else "čísla úkolů vypíše zapis ukoly"
        return Diagnostic(codes.UNKNOWN_TASK, message, review.span, cure)

    def _near(self, meeting: MeetingTasks, review: ReviewFacts, task: TaskId) -> Iterator[TaskId]:
        """Tasks of the same meeting, else the same number in other meetings of a similar id.

        A bare number means the previous meeting and no other.
        """
        own = [other for other in self.sentences if other.meeting == task.meeting]
        if own:
            yield from sorted(own, key=lambda other: abs(other.number - task.number))[:_MOST_NEAR]
            return
        if "/" not in review.target:
            return
        meetings = {other.meeting for other in self.sentences} - {meeting.id}
        for similar in get_close_matches(task.meeting, sorted(meetings), _MOST_NEAR):
            if (other := TaskId(similar, task.number)) in self.sentences:
                yield other


class Reviews(Struct, frozen=True):
    """What meetings say of older tasks: statements by task, in the order of the meetings.

    `targets` are the tasks of a meeting's reviews by its path, None for unknown ones.
    """

    statements: Mapping[TaskId, Sequence[Statement]]
    targets: Mapping[str, tuple[TaskId | None, ...]]
    diagnostics: Mapping[str, Diagnostics]


def review_tasks(
    numbered: Iterable[Numbered], references: References, calendar: Calendar
) -> Reviews:
    """Find what every review speaks of; two reviews of a task in one meeting are one statement."""
    statements: dict[TaskId, list[Statement]] = {}
    targets: dict[str, tuple[TaskId | None, ...]] = {}
    diagnostics: dict[str, Diagnostics] = {}
    for item in numbered:
        meeting = item.meeting
        found = [references.find(meeting, review) for review in meeting.reviews]
        own = tuple(task if isinstance(task, TaskId) else None for task in found)
        pairs = zip(own, meeting.reviews, strict=True)
        said: dict[TaskId, Statement] = {}
        for task, review in pairs:
            if task and not item.is_own(task):
                statement = review_statement(meeting, review, calendar)
                said[task] = _both(said[task], statement) if task in said else statement
        for task, statement in said.items():
            statements.setdefault(task, []).append(statement)
        targets[meeting.path] = own
        problems = [task for task in found if isinstance(task, Diagnostic)]
        diagnostics[meeting.path] = (*problems, *_find_repeated(item, own))
    return Reviews(statements, targets, diagnostics)


def review_statement(meeting: MeetingTasks, facts: ReviewFacts, calendar: Calendar) -> Statement:
    """What a later meeting says of a task."""
    deadline = calendar.resolve(facts.deadline, meeting)
    names = facts.assignees or None
    return Statement(meeting.date, facts.status, names, deadline, facts.comment, meeting.path)


def _both(first: Statement, second: Statement) -> Statement:
    """What a meeting says of a task in two places: the second counts where both speak."""
    notes = dict.fromkeys(filter(None, (first.note, second.note)))
    return replace(
        second,
        assignees=first.assignees if second.assignees is None else second.assignees,
        deadline=first.deadline if second.deadline is None else second.deadline,
        note="; ".join(notes),
    )


def _find_repeated(item: Numbered, targets: Iterable[TaskId | None]) -> Iterator[Diagnostic]:
    """A tip for every task that a meeting speaks of twice."""
    seen: set[TaskId] = set()
    for review, task in zip(item.meeting.reviews, targets, strict=True):
        if task in seen:
            yield _twice(review.target, review.span)
        if task and not item.is_own(task):
            seen.add(task)
    for index in sorted(item.numbering.repeated):
        facts = item.facts[index]
        yield _twice(f"{item.meeting.id}/{facts.pinned}", facts.span)


def _twice(target: str, span: Span | None) -> Diagnostic:
    message = f"úkol „#{target}“ je v zápisu dvakrát, počítá se jednou"
    return Diagnostic(codes.TASK_TWICE, message, span, "nechte ho v zápisu jen jednou")


def _no_previous(review: ReviewFacts) -> Diagnostic:
    message = f"„#{review.target}“ je úkol předchozího jednání série, to ale není známo"
    cure = f"napište celé označení, například #BC-2026-01-23/{review.target}"
    return Diagnostic(codes.NO_PREVIOUS_MEETING, message, review.span, cure)
