"""Rows of tasks that tests of queries share."""

import datetime as dt

from zapis.czech.deadlines import Deadline
from zapis.model.tasks import TaskId, TaskStatus
from zapis.tasks.query.rows import TaskRow, urgency_of
from zapis.tasks.tracker import Statement

TODAY = dt.date(2026, 4, 13)


def make_task(
    task: str,
    *assignees: str,
    due: dt.date | None = None,
    status: TaskStatus = TaskStatus.OPEN,
    section: str = "Porada vedení",
    sentence: str = "Objednat sál",
    words: str = "",
    recurring: bool = False,
    path: str = "",
    set_on: dt.date | None = None,
    note: str = "",
    history: tuple[str, ...] = (),
    gone: bool = False,
) -> TaskRow:
    """A row with the id `meeting/number`; `words` are those of a deadline without a day."""
    meeting, _, number = task.rpartition("/")
    deadline = Deadline(words, due=due, recurring=recurring) if due or words else None
    return TaskRow(
        id=TaskId(meeting, int(number)),
        sentence=sentence,
        status=status,
        assignees=assignees,
        deadline=deadline,
        section=section,
        urgency=urgency_of(status, deadline, TODAY, gone=gone),
        note=Statement(TODAY, note=note) if note else None,
        gone=gone,
        path=path,
        set_on=set_on,
        history=tuple(Statement(TODAY, note=words) for words in history),
    )


def tasks_of(*assignees: str) -> tuple[TaskRow, ...]:
    """One task each for assignees; names joined by a slash share a task."""
    return tuple(
        make_task(f"P-2026-03-16/{number}", *filter(None, names.split("/")))
        for number, names in enumerate(assignees, 1)
    )
