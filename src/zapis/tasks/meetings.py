"""What the tracker needs of a meeting: its tasks and reviews as small plain values."""

import datetime as dt
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from zapis.czech.deadlines import Deadline
from zapis.czech.folding import fold
from zapis.model.meeting import Meeting
from zapis.model.person import Person
from zapis.model.tasks import Review, Task, TaskId, TaskStatus
from zapis.source import Span
from zapis.tasks.tracker import WITHOUT_SERIES

_DRAFTS = frozenset(("koncept", "k pripominkam"))
NO_WORDS = "(úkol bez textu)"


class TaskFacts(Struct, frozen=True, gc=False):
    """A task as its meeting set it."""

    sentence: str
    status: TaskStatus = TaskStatus.OPEN
    assignees: tuple[str, ...] = ()
    deadline: Deadline | None = None
    pinned: int | None = None
    span: Span | None = None


class ReviewFacts(Struct, frozen=True, gc=False):
    """What a meeting says of an older task; no assignees or deadline where it changes neither."""

    target: str
    status: TaskStatus
    assignees: tuple[str, ...] = ()
    deadline: Deadline | None = None
    comment: str = ""
    span: Span | None = None


class MeetingTasks(Struct, frozen=True):
    """A meeting as far as tasks go.

    `series` is its key, empty for none; `section` the name that stands above its tasks; `names`
    all that the series is called. `next_date` is the day that this meeting announced for the
    next. Tasks of a draft vanish without a trace. `span` is what the id comes from. `people` are
    the full names of those whom the header names.
    """

    id: str
    path: str
    date: dt.date | None = None
    series: str = ""
    section: str = WITHOUT_SERIES
    names: str = ""
    next_date: dt.date | None = None
    is_draft: bool = False
    tasks: tuple[TaskFacts, ...] = ()
    reviews: tuple[ReviewFacts, ...] = ()
    span: Span | None = None
    people: tuple[str, ...] = ()


class ReviewedTask(Struct, frozen=True):
    """An older task as the meeting that set it gave it."""

    id: TaskId
    sentence: str
    assignees: tuple[str, ...]
    deadline_words: str


class TrackerSlice(Struct, frozen=True):
    """What the documents of one meeting take from the tracker.

    `meeting_id` is the id its tasks are known by; `numbers` has one number a task, `reviews` one
    value a review, None for a review of an unknown task.
    """

    meeting_id: str
    numbers: tuple[int, ...] = ()
    reviews: tuple[ReviewedTask | None, ...] = ()


def meeting_tasks(meeting: Meeting) -> MeetingTasks:
    """The tasks and reviews of a meeting."""
    series = meeting.series
    name = (series.name or series.abbreviation or series.key) if series else ""
    return MeetingTasks(
        id=meeting.id,
        path=meeting.path,
        date=meeting.when.date,
        series=series.key if series else "",
        section=" ".join(name.split()) or WITHOUT_SERIES,
        names=f"{name} {series.abbreviation} {series.kind}" if series else meeting.kind,
        next_date=meeting.next_meeting.date if meeting.next_meeting else None,
        is_draft=fold(meeting.status) in _DRAFTS,
        tasks=tuple(_task_facts(task) for task in meeting.tasks),
        reviews=tuple(_review_facts(review) for review in meeting.reviews),
        span=meeting.spans.get("id") or meeting.spans.get("date"),
        people=tuple(dict.fromkeys(person.name for person in _people(meeting))),
    )


def slice_alone(meeting: Meeting) -> TrackerSlice:
    """The slice of a meeting outside any workspace: numbers in order, no older tasks."""
    pins = {task.pinned for task in meeting.tasks}
    free = (number for number in range(1, len(meeting.tasks) + 1 + len(pins)) if number not in pins)
    numbers = tuple(task.pinned or next(free) for task in meeting.tasks)
    return TrackerSlice(meeting.id, numbers, (None,) * len(meeting.reviews))


def apply_slice(meeting: Meeting, own: TrackerSlice) -> Meeting:
    """The meeting with the numbers of its tasks and the words of the tasks it reviews."""
    tasks = tuple(
        replace(task, number=number)
        for task, number in zip(meeting.tasks, own.numbers, strict=True)
    )
    reviews = tuple(
        _resolve(review, reviewed)
        for review, reviewed in zip(meeting.reviews, own.reviews, strict=True)
    )
    return replace(meeting, id=own.meeting_id, tasks=tasks, reviews=reviews)


def _people(meeting: Meeting) -> Iterator[Person]:
    for people in (*meeting.attendance, *meeting.officers):
        yield from people.persons
    yield from (signature.person for signature in meeting.signatures)
    yield from meeting.series.members if meeting.series else ()


def _resolve(review: Review, reviewed: ReviewedTask | None) -> Review:
    if reviewed is None:
        return review
    return replace(
        review,
        resolved=reviewed.id,
        sentence=reviewed.sentence,
        assignees=reviewed.assignees,
        deadline_words=reviewed.deadline_words,
    )


def _task_facts(task: Task) -> TaskFacts:
    return TaskFacts(
        sentence=task.sentence or NO_WORDS,
        status=task.status,
        assignees=tuple(dict.fromkeys(assignee.name for assignee in task.assignees)),
        deadline=_on_one_line(task.deadline),
        pinned=task.pinned,
        span=task.span,
    )


def _review_facts(review: Review) -> ReviewFacts:
    return ReviewFacts(
        target=review.target,
        status=review.status,
        assignees=tuple(dict.fromkeys(assignee.name for assignee in review.new_assignees)),
        deadline=_on_one_line(review.new_deadline),
        comment=" ".join(review.comment.split()),
        span=review.span,
    )


def _on_one_line(deadline: Deadline | None) -> Deadline | None:
    """The deadline with single spaces: its words may go over a line end of the minutes."""
    words = " ".join(deadline.words.split()) if deadline else ""
    return replace(deadline, words=words) if deadline and words != deadline.words else deadline
