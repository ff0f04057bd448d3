"""The next meeting of a series, as seen from a day and not from a meeting."""

import datetime as dt
from collections.abc import Iterable

from zapis.model.tasks import TaskId
from zapis.tasks.meetings import MeetingTasks


def coming_meeting(meetings: Iterable[MeetingTasks], task: TaskId, day: dt.date) -> dt.date | None:
    """The day of the first meeting after `day` in the series of the meeting that set a task.

    Where there are no minutes of such a meeting yet it is the day that the newest one announced.
    """
    every = tuple(meetings)
    setting = next((meeting for meeting in every if meeting.id == task.meeting), None)
    if setting is None:
        return None
    own = [item for item in every if item.series == setting.series] if setting.series else [setting]
    dated = [(item.date, item.next_date) for item in own if item.date]
    if later := [held for held, _ in dated if held > day]:
        return min(later)
    _, announced = max(dated, key=lambda days: days[0], default=(None, None))
    return announced if announced and announced > day else None
