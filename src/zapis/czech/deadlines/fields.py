"""Deadlines that count only where a deadline is asked for: „březen“, „2026“, „20. 3.“, „pátek“."""

from datetime import date, timedelta

from zapis.czech.deadlines.dates import dated, read_written_date, with_tail
from zapis.czech.deadlines.ends import coming_weekday
from zapis.czech.deadlines.ranges import part_of_period
from zapis.czech.deadlines.types import Deadline, Reading, Rule, Sentence
from zapis.czech.periods import match_bare_year, match_numeric_month, match_period
from zapis.czech.phrases import phrase

_ON = phrase(r"(?:dne |ve dnech )?")
_WEEKDAY = phrase(
    r"(?:ve? )?(?P<next>(?:pristi|dalsi) )?(?:(?P<d0>pondeli)|(?P<d1>utery)|(?P<d2>stred[au])"
    r"|(?P<d3>ctvrtek)|(?P<d4>patek)|(?P<d5>sobot[au])|(?P<d6>nedel[ei]))(?!\w)"
)
_PART = phrase(r"(?:(?P<begin>(?:zacatek|pocatek))|(?P<middle>(?:polovina|pulka))|(?P<end>konec)) ")
_DAY = phrase(r"(?:do |ke? )?(\d{1,2})\.(?=_(?:$|[.,;)]))")
_NEAR = phrase(r"(?:do )?(?:(?P<d0>dnes(?:ka)?)|(?P<d1>zitr(?:a|ek|ka))|(?P<d2>pozitri))(?!\w)")


def read_field_date(sentence: Sentence, pos: int) -> Reading | None:
    """„20. 3.“, „dne 20. 3. 2026 ve 12 hodin“, „14.–15. 3. 2026“."""
    opening = _ON.match(sentence.folded, pos)
    found = read_written_date(sentence, opening.end() if opening else pos)
    if found is None:
        return None
    starts = found.value if found.end_value else None
    return with_tail(sentence, dated(found, due=found.end_value or found.value, starts=starts))


def read_field_weekday(sentence: Sentence, pos: int) -> Reading | None:
    """„pátek“, „v pátek do 12 hodin“: the next one behind the day of the meeting."""
    found = _WEEKDAY.match(sentence.folded, pos)
    if found is None:
        return None
    weekday = next(number for number in range(7) if found[f"d{number}"])
    due = coming_weekday(sentence.meeting, weekday, next_week=bool(found["next"]))
    return with_tail(sentence, Reading(found.end(), Deadline("", due=due)))


def read_field_period(sentence: Sentence, pos: int) -> Reading | None:
    """„březen“, „podzim 2026“, „2. čtvrtletí“, „2026“, „3/2026“."""
    period = match_numeric_month(sentence.folded, pos)
    period = period or match_period(sentence.folded, pos, sentence.meeting)
    period = period or match_bare_year(sentence.folded, pos)
    if period is None or period.bare:
        return None
    seasonal = period.kind == "season"
    return Reading(
        period.end,
        Deadline(
            "",
            period.first,
            period.last,
            approximate=seasonal,
            year_written=period.year_written,
        ),
    )


def read_field_part(sentence: Sentence, pos: int) -> Reading | None:
    """„konec března“, „polovina března“, „začátek roku 2027“."""
    opening = _PART.match(sentence.folded, pos)
    period = match_period(sentence.folded, opening.end(), sentence.meeting) if opening else None
    if opening is None or period is None:
        return None
    return part_of_period(sentence, period, opening.lastgroup or "end")


def read_field_day(sentence: Sentence, pos: int) -> Reading | None:
    """„do 20.“: the next such day of a month, on or after the meeting."""
    found = _DAY.match(sentence.folded, pos)
    if found is None:
        return None
    due = _next_day(sentence.meeting, int(found[1]))
    return with_tail(sentence, Reading(found.end(), Deadline("", due=due))) if due else None


def _next_day(meeting: date, day: int) -> date | None:
    """The day of this month or the next one; None where that month has no such day."""
    month = meeting.replace(day=1)
    if day < meeting.day:
        month = (month + timedelta(days=31)).replace(day=1)
    try:
        return month.replace(day=day)
    except ValueError:
        return None


def read_field_near(sentence: Sentence, pos: int) -> Reading | None:
    """„dnes“, „zítra“, „do zítřka“, „pozítří“."""
    found = _NEAR.match(sentence.folded, pos)
    if found is None:
        return None
    days = next(number for number in range(3) if found[f"d{number}"])
    due = sentence.meeting + timedelta(days=days)
    return with_tail(sentence, Reading(found.end(), Deadline("", due=due)))


FIELD_RULES: tuple[Rule, ...] = (
    read_field_date,
    read_field_weekday,
    read_field_period,
    read_field_part,
    read_field_day,
    read_field_near,
)
