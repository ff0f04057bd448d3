"""The shortest ending of a task's id that people may type for it."""

from collections.abc import Collection

from zapis.model.tasks import TaskId
from zapis.tasks.query.ids import find_task

_FEWEST_PARTS = 2


def shortest_ending(task: TaskId, ids: Collection[TaskId]) -> str:
    """The id without as many of its leading parts as can be left out: „01-23/1“.

    At least two parts of the meeting stay, for a day alone says little to people.
    """
    parts = task.meeting.split("-")
    rivals = [other for other in ids if other.number == task.number]
    for start in range(max(len(parts) - _FEWEST_PARTS, 0), 0, -1):
        ending = f"{'-'.join(parts[start:])}/{task.number}"
        if find_task(ending, rivals) == task:
            return ending
    return str(task)
