"""Tasks as they are printed."""

import re
from functools import partial
from itertools import count

from msgspec.structs import replace

from zapis.model.kinds import Kind
from zapis.model.meeting import Meeting
from zapis.model.tasks import Assignee, Task, TaskStatus
from zapis.render.view_body import BodyTypesetter
from zapis.render.view_people import Typeset
from zapis.render.views import TaskView

_TIED = "\N{NO-BREAK SPACE}"
_APART = "\N{EN SPACE}"
_COMMA = ", "
_SHORT_NAME = 24
_PREPOSITION = re.compile(r"\b(do|od|ke|po|před) (?=\w)", re.IGNORECASE)


def make_tasks(
    meeting: Meeting, kind: Kind, typeset: Typeset, body: BodyTypesetter
) -> tuple[TaskView, ...]:
    """All tasks of a meeting; those without a number yet are counted by their place."""
    numbers = _numbers(meeting.tasks)
    make = partial(_spelled, kind=kind, typeset=typeset) if kind.spells_tasks else _with_arrow
    return tuple(
        make(_task(task, number, meeting, typeset, body))
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
    task: Task, number: int, meeting: Meeting, typeset: Typeset, body: BodyTypesetter
) -> TaskView:
    assignees = typeset(_names(task.assignees))
    deadline = make_deadline(task.deadline.words, meeting, typeset) if task.deadline else ""
    return TaskView(
        number=number,
        short=f"úkol\u00a0{number}",
        label=typeset(task.printed_label.rstrip(": ")),
        full_id=f"{meeting.id}/{number}" if task.number is not None else "",
        anchor=f"ukol_{number}",
        sentence=typeset(task.sentence),
        children=body.inlines(task.children),
        assignees=assignees,
        deadline=deadline,
        status=_status(task.status),
    )


def make_deadline(words: str, meeting: Meeting, typeset: Typeset) -> str:
    """The words of a deadline, whose prepositions stand on the lines of what follows them.

    **Why** beside `typeset`: in a column of deadlines „do“ and the day are all there is, and a
    line that ends with „do“ is read twice.
    """
    printed = typeset(words)
    return _PREPOSITION.sub(rf"\1{_TIED}", printed) if meeting.typography else printed


def _names(assignees: tuple[Assignee, ...]) -> str:
    return _COMMA.join(assignee.name for assignee in assignees)


def _whole_names(assignees: str) -> str:
    """Names that no line ends within, except where they are long, as those of departments are."""
    names = assignees.split(_COMMA)
    return _COMMA.join(
        name.replace(" ", _TIED) if len(name) <= _SHORT_NAME else name for name in names
    )


def _status(status: TaskStatus) -> str:
    return "" if status is TaskStatus.OPEN else status.value


def _with_arrow(view: TaskView) -> TaskView:
    """„… → Eva Horáková; do 20. 3. 2026 (úkol 1)“; a bare date says that it is a deadline."""
    due = f"termín {view.deadline}" if view.deadline[:1].isdecimal() else view.deadline
    told = "; ".join(filter(None, (_whole_names(view.assignees), due)))
    return replace(view, tail=f"→ {told}" if told else "")


def _spelled(view: TaskView, *, kind: Kind, typeset: Typeset) -> TaskView:
    """„Úkol 1: … Zodpovídá: Eva Horáková  Termín: do 20. 3. 2026“."""
    facts = (("assignees", _whole_names(view.assignees)), ("deadline", view.deadline))
    told = [f"{typeset(kind.labels[name])}:{_TIED}{text}" for name, text in facts if text]
    label = view.label or f"{typeset(kind.labels['task'])}{_TIED}{view.number}"
    tail = "".join(f"{_APART}{each}" for each in told)
    return replace(view, tail=tail, label=label, says_number=not view.label)


def make_tasks_note(meeting: Meeting) -> str:
    """The sentence that gives the full form of the numbers, once all of them are given."""
    if not meeting.tasks or any(task.number is None for task in meeting.tasks):
        return ""
    return full_form(meeting.id)


def full_form(meeting: str) -> str:
    """The sentence that says under which id the tasks of a meeting stand in the tracker."""
    return f"V seznamu úkolů pod označením {meeting}/číslo."
