"""Meetings and trackers that tests of tasks share."""

import datetime as dt

from zapis.czech.deadlines import read_deadline
from zapis.diagnostics import Diagnostics
from zapis.model.tasks import TaskStatus
from zapis.tasks.meetings import MeetingTasks, ReviewFacts, TaskFacts
from zapis.tasks.tracker_file import missing_tracker, read_tracker
from zapis.tasks.update import TrackerUpdate, update_tracker

TODAY = dt.date(2026, 4, 13)
SERIES = "Pracovní skupina Bezpečná čtvrť"
FIRST_DAY = dt.date(2026, 1, 23)
SECOND_DAY = dt.date(2026, 3, 20)


def task(
    sentence: str,
    *assignees: str,
    deadline: str = "",
    status: TaskStatus = TaskStatus.OPEN,
    day: dt.date = FIRST_DAY,
    pinned: int | None = None,
) -> TaskFacts:
    """A task whose deadline is understood from a day."""
    read = read_deadline(deadline, day) if deadline else None
    return TaskFacts(sentence, status, assignees, read, pinned)


def review(
    target: str,
    status: TaskStatus = TaskStatus.DONE,
    comment: str = "",
    *assignees: str,
    deadline: str = "",
) -> ReviewFacts:
    """A review of the second meeting."""
    read = read_deadline(deadline, SECOND_DAY) if deadline else None
    return ReviewFacts(target, status, assignees, read, comment)


def meeting(
    *tasks: TaskFacts,
    day: dt.date | None = FIRST_DAY,
    reviews: tuple[ReviewFacts, ...] = (),
    **changes: object,
) -> MeetingTasks:
    """A meeting of the series BC on a day, with the path that such minutes have."""
    values = {
        "id": f"BC-{day}",
        "path": f"zapisy/{day}-bc.md",
        "date": day,
        "series": "bc",
        "section": SERIES,
        "names": f"{SERIES} BC pracovní skupina",
        "tasks": tasks,
        "reviews": reviews,
    }
    return MeetingTasks(**{**values, **changes})  # type: ignore[arg-type]


def built(
    *meetings: MeetingTasks,
    old: str = "",
    kept: tuple[str, ...] = (),
    today: dt.date = TODAY,
    remembered: dict[str, str] | None = None,
) -> TrackerUpdate:
    """The tracker after an update of the one with the given text."""
    file = read_tracker("ukoly.md", old).value if old else missing_tracker("ukoly.md")
    return update_tracker(file, meetings, kept, today, remembered).value


def rebuilt(*meetings: MeetingTasks, old: TrackerUpdate, text: str = "") -> TrackerUpdate:
    """The tracker after a further update, with everything remembered from the former one."""
    return built(*meetings, old=text or old.text, remembered=dict(old.heads))


def warnings_of_tracker(
    *meetings: MeetingTasks, old: str, kept: tuple[str, ...] = ()
) -> Diagnostics:
    """What an update says of the tracker file itself."""
    file = read_tracker("ukoly.md", old).value
    return update_tracker(file, meetings, kept, TODAY).diagnostics


def entry_of(text: str, task_id: str) -> list[str]:
    """The lines of one entry in the text of a tracker."""
    blocks = text.split("\n\n")
    return next((block.splitlines() for block in blocks if f"#{task_id} " in f"{block} "), [])
