import datetime as dt

import pytest

from zapis.model.tasks import TaskId
from zapis.tasks.coming import coming_meeting
from zapis.tasks.meetings import MeetingTasks


def day(month: int, number: int) -> dt.date:
    return dt.date(2026, month, number)


def meeting(
    name: str, date: dt.date | None, series: str = "rada", next_date: dt.date | None = None
) -> MeetingTasks:
    return MeetingTasks(name, f"{name}.md", date, series, next_date=next_date)


MEETINGS = (
    meeting("R-1", day(3, 1), next_date=day(4, 10)),
    meeting("R-2", day(4, 15), next_date=day(5, 20)),
    meeting("R-bez-data", None),
    meeting("K-1", day(3, 20), "komise"),
    meeting("P-1", day(3, 5), "", next_date=day(6, 1)),
    meeting("P-2", day(3, 30), ""),
)


@pytest.mark.parametrize(
    ("task", "seen_from", "expected"),
    [
        ("R-1", day(3, 5), day(4, 15)),
        ("R-1", day(4, 15), day(5, 20)),
        ("R-2", day(5, 19), day(5, 20)),
        ("R-2", day(5, 20), None),
        ("R-1", day(2, 1), day(3, 1)),
        ("K-1", day(3, 20), None),
        ("P-1", day(3, 6), day(6, 1)),
        ("P-2", day(3, 1), day(3, 30)),
        ("P-2", day(4, 1), None),
        ("R-bez-data", day(4, 1), day(4, 15)),
        ("neznámé", day(3, 1), None),
    ],
)
def test_the_next_meeting_is_held_or_announced(
    task: str, seen_from: dt.date, expected: dt.date | None
):
    assert coming_meeting(MEETINGS, TaskId(task, 1), seen_from) == expected
