"""Tasks and reviews of older tasks as they are printed."""

from itertools import count

from zapis.czech.folding import fold
from zapis.inline import Inlines, Text, plain_text
from zapis.model.meeting import Meeting
from zapis.model.tasks import Assignee, Review, Task, TaskStatus
from zapis.render.view_body import BodyTypesetter
from zapis.render.view_people import Typeset
from zapis.render.views import ReviewView, TaskView

_ENDING = 2


def make_tasks(meeting: Meeting, typeset: Typeset, body: BodyTypesetter) -> tuple[TaskView, ...]:
    """All tasks of a meeting; those without a number yet are counted by their place."""
    numbers = _numbers(meeting.tasks)
    return tuple(
        _task(task, number, meeting.id, typeset, body)
        for task, number in zip(meeting.tasks, numbers, strict=True)
    )


def _numbers(tasks: tuple[Task, ...]) -> list[int]:
    """A number for every task; one that stands twice in the minutes keeps it."""
    own = [_own(task) for task in tasks]
    taken = set(own)
    free = (number for number in count(1) if number not in taken)
    return [next(free) if number is None else number for number in own]


def _own(task: Task) -> int | None:
    return task.number if task.number is not None else task.pinned


def _task(
    task: Task, number: int, meeting: str, typeset: Typeset, body: BodyTypesetter
) -> TaskView:
    assignees = typeset(_names(task.assignees))
    deadline = typeset(task.deadline.words) if task.deadline else ""
    return TaskView(
        number=number,
        short=f"úkol\u00a0{number}",
        label=typeset(task.printed_label.rstrip(": ")),
        full_id=f"{meeting}/{number}" if task.number is not None else "",
        anchor=f"ukol_{number}",
        sentence=typeset(task.sentence),
        children=body.inlines(task.children),
        assignees=assignees,
        deadline=deadline,
        status=_status(task.status),
        tail=_tail(assignees, deadline),
    )


def _names(assignees: tuple[Assignee, ...]) -> str:
    return ", ".join(assignee.name for assignee in assignees)


def _status(status: TaskStatus) -> str:
    return "" if status is TaskStatus.OPEN else status.value


def _tail(assignees: str, deadline: str) -> str:
    """„→ Eva Horáková; do 20. 3. 2026“; a bare date says that it is a deadline."""
    due = f"termín {deadline}" if deadline[:1].isdecimal() else deadline
    return "→ " + "; ".join(filter(None, (assignees, due))) if assignees or due else ""


def make_tasks_note(meeting: Meeting) -> str:
    """The sentence that gives the full form of the numbers, once all of them are given."""
    if not meeting.tasks or any(task.number is None for task in meeting.tasks):
        return ""
    return f"V seznamu úkolů pod označením {meeting.id}/číslo."


def make_reviews(
    meeting: Meeting, typeset: Typeset, body: BodyTypesetter
) -> tuple[ReviewView, ...]:
    """All reviews in the order of the text."""
    return tuple(_review(review, typeset, body) for review in meeting.reviews)


def _review(review: Review, typeset: Typeset, body: BodyTypesetter) -> ReviewView:
    return ReviewView(
        full_id=str(review.resolved) if review.resolved else review.target.lstrip("#"),
        sentence=typeset(review.sentence),
        assignees=typeset(", ".join(review.assignees)),
        deadline=typeset(review.deadline_words),
        status=review.status.value,
        comment=typeset(review.comment),
        children=body.inlines(said_of(review)),
    )


def said_of(review: Review) -> Inlines:
    """What this meeting says besides the state: its words, and changes that they do not name."""
    words = fold(plain_text(review.children))
    changes = []
    if (due := review.new_deadline) and fold(due.words) not in words:
        changes.append(f"nový termín {due.words}")
    if not all(_is_named(assignee, words) for assignee in review.new_assignees):
        changes.append(f"nově řeší {_names(review.new_assignees)}")
    said = _without_status(review)
    if not changes:
        return said
    return (Text("; ".join(changes)), *((Text(", "), *said) if said else ()))


def _is_named(assignee: Assignee, words: str) -> bool:
    """Whether a name or a form of it is in the words; its last letters change."""
    surname = fold(assignee.name).split()[-1:]
    return all(part[: max(len(part) - _ENDING, 1)] in words for part in surname)


def _without_status(review: Review) -> Inlines:
    """The words without the state that they may begin with, for it is printed before them."""
    first = review.children[0] if review.children else None
    status = review.status.value
    if not isinstance(first, Text) or not first.text.lower().startswith(status):
        return review.children
    behind = first.text[len(status) :]
    if behind[:1].isalpha():
        return review.children
    rest = behind.lstrip(" \u00a0,.;:–-")
    return (Text(rest, first.span), *review.children[1:]) if rest else review.children[1:]
