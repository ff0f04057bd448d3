"""Tasks as they are printed."""

from itertools import count

from zapis.model.meeting import Meeting
from zapis.model.tasks import Assignee, Task, TaskStatus
from zapis.render.view_body import BodyTypesetter
from zapis.render.view_people import Typeset
from zapis.render.views import TaskView


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
    return full_form(meeting.id)


def full_form(meeting: str) -> str:
    """The sentence that says under which id the tasks of a meeting stand in the tracker."""
    return f"V seznamu úkolů pod označením {meeting}/číslo."
