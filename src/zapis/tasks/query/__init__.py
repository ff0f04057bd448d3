"""Questions to the tracker: rows of tasks, which of them are meant, and what they add up to."""

from zapis.tasks.query.rows import (
    OpenTasks,
    TaskRow,
    Urgency,
    count_unassigned,
    group_rows,
    make_row,
    open_tasks,
)

__all__ = [
    "OpenTasks",
    "TaskRow",
    "Urgency",
    "count_unassigned",
    "group_rows",
    "make_row",
    "open_tasks",
]
