"""From a meeting of the model to the tracker and back."""

import datetime as dt

from zapis.czech.deadlines import Deadline
from zapis.inline import Text
from zapis.model.meeting import Meeting, NextMeeting, When
from zapis.model.settings import Series
from zapis.model.tasks import Assignee, Review, Task, TaskId, TaskStatus
from zapis.tasks.meetings import (
    MeetingTasks,
    ReviewedTask,
    ReviewFacts,
    TaskFacts,
    TrackerSlice,
    apply_slice,
    meeting_tasks,
    slice_alone,
)

DUE = Deadline("do příště", next_meeting=True)
EVA = Assignee("Eva Horáková", known=True)
MEETING = Meeting(
    "BC-2026-01-23",
    "zapisy/bc.md",
    series=Series("bc", "Bezpečná  čtvrť", "BC", "pracovní skupina"),
    when=When(dt.date(2026, 1, 23)),
    next_meeting=NextMeeting("20. 3. 2026", dt.date(2026, 3, 20)),
    status="K připomínkám",
    tasks=(
        Task("Zaslat", (Text("Zaslat"),), TaskStatus.OPEN, (EVA, EVA), DUE),
        Task("Svolat", (Text("Svolat"),), TaskStatus.DONE, pinned=1),
        Task("", (), TaskStatus.OPEN),
    ),
    reviews=(Review("2", TaskStatus.DONE, (), "všech devět"),),
)


def test_a_meeting_gives_its_tasks_as_small_values() -> None:
    assert meeting_tasks(MEETING) == MeetingTasks(
        id="BC-2026-01-23",
        path="zapisy/bc.md",
        date=dt.date(2026, 1, 23),
        series="bc",
        section="Bezpečná čtvrť",
        names="Bezpečná  čtvrť BC pracovní skupina",
        next_date=dt.date(2026, 3, 20),
        is_draft=True,
        tasks=(
            TaskFacts("Zaslat", TaskStatus.OPEN, ("Eva Horáková",), DUE),
            TaskFacts("Svolat", TaskStatus.DONE, pinned=1),
            TaskFacts("(úkol bez textu)"),
        ),
        reviews=(ReviewFacts("2", TaskStatus.DONE, comment="všech devět"),),
    )


def test_outside_a_workspace_numbers_are_given_in_order_around_pinned_ones() -> None:
    assert slice_alone(MEETING) == TrackerSlice("BC-2026-01-23", (2, 1, 3), (None,))


def test_a_slice_numbers_the_tasks_and_resolves_the_reviews() -> None:
    reviewed = ReviewedTask(TaskId("M", 2), "Obvolat", ("Petr",), "do pátku")
    numbered = apply_slice(MEETING, TrackerSlice("BC-OLD", (4, 1, 5), (reviewed,)))
    review = numbered.reviews[0]
    assert (numbered.id, [task.number for task in numbered.tasks]) == ("BC-OLD", [4, 1, 5])
    assert (review.resolved, review.sentence, review.assignees, review.deadline_words) == (
        TaskId("M", 2),
        "Obvolat",
        ("Petr",),
        "do pátku",
    )
