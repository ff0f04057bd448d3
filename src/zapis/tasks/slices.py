"""What each meeting's documents take from the tracker."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from zapis.tasks.meetings import ReviewedTask, TrackerSlice
from zapis.tasks.numbered import Numbered, NumberedTask
from zapis.tasks.reviews import Reviews
from zapis.tasks.standing import Standing


def make_slices(
    numbered: Sequence[Numbered], reviews: Reviews, standing: Sequence[Standing]
) -> Mapping[str, TrackerSlice]:
    """The slices by the ids that meetings have in their minutes.

    **Why** a reviewed task is given as its own meeting set it, not as it is now: a document must
    not change because something happened afterwards.
    """
    wanted = {task for targets in reviews.targets.values() for task in targets if task}
    tasks = {
        task.id: _from_minutes(task)
        for item in numbered
        for task in item.tasks
        if task.id in wanted
    }
    if missing := wanted - tasks.keys():
        # Of two entries with one number the first keeps it.
        tasks |= {own.id: _from_entry(own) for own in reversed(standing) if own.id in missing}
    return MappingProxyType(
        {
            item.meeting.id: TrackerSlice(
                item.known_id,
                item.numbering.numbers[: len(item.meeting.tasks)],
                tuple(tasks[task] if task else None for task in reviews.targets[item.meeting.path]),
            )
            for item in numbered
        }
    )


def _from_minutes(task: NumberedTask) -> ReviewedTask:
    facts = task.facts
    words = facts.deadline.words if facts.deadline else ""
    return ReviewedTask(task.id, facts.sentence, facts.assignees, words)


def _from_entry(own: Standing) -> ReviewedTask:
    """From the file, where the minutes of the task have not been read."""
    said = own.setting
    words = said.deadline.words if said and said.deadline else ""
    names = (said.assignees or ()) if said else ()
    return ReviewedTask(own.id, own.head.sentence, names, words)
