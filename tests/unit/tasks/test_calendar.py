"""Which meeting of a series was before, which comes next."""

import datetime as dt

import pytest

from tracker_cases import SECOND_DAY, meeting
from zapis.czech.deadlines import Deadline
from zapis.tasks.calendar import make_calendar

FIRST, SECOND = meeting(), meeting(day=SECOND_DAY)
OTHER = meeting(day=dt.date(2026, 2, 1), series="rada", id="R-2026-02-01", path="r.md")
UNDATED = meeting(day=None, id="bez-data", path="bez-data.md")
CALENDAR = make_calendar([SECOND, UNDATED, OTHER, FIRST])


def test_meetings_of_other_series_do_not_count() -> None:
    assert (CALENDAR.previous(SECOND), CALENDAR.next_date(FIRST)) == (FIRST, SECOND_DAY)


def test_a_meeting_without_a_date_is_the_last() -> None:
    assert (CALENDAR.previous(UNDATED), CALENDAR.next_date(UNDATED)) == (SECOND, None)


def test_the_first_meeting_has_none_before() -> None:
    assert CALENDAR.previous(FIRST) is None


def test_without_a_series_only_the_announced_date_counts() -> None:
    alone = meeting(series="", next_date=dt.date(2026, 5, 5))
    calendar = make_calendar([alone, meeting(day=SECOND_DAY, series="")])
    assert (calendar.previous(alone), calendar.next_date(alone)) == (None, dt.date(2026, 5, 5))


@pytest.mark.parametrize(
    ("body", "due"),
    [(None, SECOND_DAY), ("pracovní skupiny", SECOND_DAY), ("BC", SECOND_DAY), ("rady", None)],
)
def test_the_next_meeting_of_another_body_stays_words(
    body: str | None, due: dt.date | None
) -> None:
    deadline = Deadline("do příštího jednání", next_meeting=True, meeting_of=body)
    resolved = CALENDAR.resolve(deadline, FIRST)
    assert resolved is not None
    assert resolved.due == due


@pytest.mark.parametrize("deadline", [None, Deadline("neurčen")])
def test_no_deadline_is_none(deadline: Deadline | None) -> None:
    assert CALENDAR.resolve(deadline, FIRST) is None


def test_the_next_meeting_is_on_a_later_day() -> None:
    twice = meeting(id="BC-b", path="b.md")
    calendar = make_calendar([twice, FIRST, SECOND, UNDATED])
    around = [(calendar.previous(own), calendar.next_date(own)) for own in (FIRST, twice)]
    assert around == [(None, SECOND_DAY), (FIRST, SECOND_DAY)]


def test_a_meeting_without_a_date_announces_none() -> None:
    undated = meeting(day=None, id="x", path="x.md", next_date=SECOND_DAY)
    assert make_calendar([undated]).next_date(undated) is None
