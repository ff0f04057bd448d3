"""Deadlines counted from a day: „do 14 dnů“, „do týdne“, „do 5 pracovních dnů“."""

import re
from calendar import monthrange
from datetime import date, timedelta

from zapis.czech.deadlines.dates import dated, read_written_date
from zapis.czech.deadlines.types import Deadline, Reading, Sentence, words_only
from zapis.czech.holidays import add_working_days
from zapis.czech.phrases import one_of, phrase

_NUMERALS = {
    "jednoho": 1,
    "dvou": 2,
    "tri": 3,
    "ctyr": 4,
    "peti": 5,
    "sesti": 6,
    "sedmi": 7,
    "osmi": 8,
    "deviti": 9,
    "deseti": 10,
    "jedenacti": 11,
    "dvanacti": 12,
    "ctrnacti": 14,
    "patnacti": 15,
    "dvaceti": 20,
    "triceti": 30,
    "sedesati": 60,
    "devadesati": 90,
}
_WITHIN = r"(?:do|behem|v prubehu|ve lhute(?: do)?) "
_UNIT = (
    r"(?:(?P<working>pracovni(?:ch|ho) )|kalendarni(?:ch|ho) )?(?:(?P<day>dnu|dni|dne|dny)"
    r"|(?P<week>tydn[ue]|tydny)|(?P<month>mesicu?|mesice)|(?P<year>let|rok[uya])"
    r"|(?P<hour>hodin|hod\.))(?!\w)"
)
_COUNTED = phrase(
    rf"{_WITHIN}(?:(?:(?P<low>\d{{1,3}})_(?:-|az)_)?(?P<digits>\d{{1,3}})(?:-?ti|-?mi)?"
    rf"|(?P<numeral>{one_of(' '.join(_NUMERALS))})) {_UNIT}"
)
_SINGLE = phrase(
    r"do (?:(?P<half>pul_roku)|(?P<quarter>ctvrt_roku)|(?P<fortnight>ctrnacti dnu)"
    r"|(?P<week>tydne)|(?P<month>mesice)|(?P<year>roka))(?!\w)"
)
_FROM_MEETING = phrase(
    r" (?:ode?|po) (?:dne )?(?:(?:dnesni(?:ho|m)|tohoto|tomto) \w{3,12}|dneska|dnes)(?!\w)"
)
_FROM_DATE = phrase(r" (?:od|ode|po) (?:dne )?(?=\d)")
_FROM_EVENT = phrase(
    r" (?:od|ode|po|pred) (?:dne |data |okamziku )?(?=[a-z])"
    r"\w{2,30}(?: \w{2,30}(?=_(?:$|[.,;:)!?])))?"
)
_AGE = phrase(r" veku(?!\w)")
_AT_LATEST_BEFORE = re.compile(r"(?:nejpozdeji|nejdele) {1,3}$")
_SINGLE_LENGTHS = {
    "half": ("month", 6),
    "quarter": ("month", 3),
    "fortnight": ("day", 14),
    "week": ("week", 1),
    "month": ("month", 1),
    "year": ("month", 12),
}
_MONTHS_IN = {"month": 1, "year": 12}
_HOURS = 24


def read_duration_end(sentence: Sentence, pos: int) -> Reading | None:
    """„do 14 dnů“ from the meeting or from a date written behind it.

    Counted from something else („do 14 dnů od podpisu“) it stays words. Hours that are not whole
    days, ages („děti do 3 let“) and names of events („do Týdne knihoven“) are no deadlines. Where
    two numbers stand, the later one counts, approximately.
    """
    found = _COUNTED.match(sentence.folded, pos)
    if found and _is_age(sentence, found):
        return None
    if found:
        count = int(found["digits"] or 0) or _NUMERALS.get(found["numeral"] or "", 0)
        unit = next(name for name in ("day", "week", "month", "year", "hour") if found[name])
        return _count(sentence, found, "working" if found["working"] else unit, count)
    found = _SINGLE.match(sentence.folded, pos)
    if found is None or sentence.is_named(found.start(found.lastgroup or 0)):
        return None
    unit, count = _SINGLE_LENGTHS[found.lastgroup or "week"]
    return _count(sentence, found, unit, count)


def _is_age(sentence: Sentence, found: re.Match[str]) -> bool:
    if found["year"] is None:
        return False
    if _AGE.match(sentence.folded, found.end()):
        return True
    before = sentence.folded[max(0, found.start() - 14) : found.start()]
    return found["year"] == "let" and not (sentence.is_field or _AT_LATEST_BEFORE.search(before))


def _count(sentence: Sentence, found: re.Match[str], unit: str, count: int) -> Reading | None:
    folded, end, base = sentence.folded, found.end(), sentence.meeting
    if from_meeting := _FROM_MEETING.match(folded, end):
        end = from_meeting.end()
    elif from_date := _FROM_DATE.match(folded, end):
        written = read_written_date(sentence, from_date.end())
        if written and not written.value:
            return dated(written, due=None)
        end, base = (written.end, written.value) if written and written.value else (end, base)
    elif event := _FROM_EVENT.match(folded, end):
        return words_only(event.end())
    if unit == "hour":
        if count == 0 or count % _HOURS:
            return None
        unit, count = "day", count // _HOURS
    due = add_duration(base, unit, count)
    approximate = bool(found.groupdict().get("low"))
    return Reading(end, Deadline("", due=due, approximate=approximate))


def add_duration(day: date, unit: str, count: int) -> date:
    """The day that many days, working days, weeks, months or years later.

    A day a shorter month does not have becomes its last one (§ 605 odst. 2 zákona
    č. 89/2012 Sb.). Raises OverflowError or ValueError behind the year 9999.
    """
    if unit == "working":
        return add_working_days(day, count)
    if unit in _MONTHS_IN:
        months = day.month - 1 + count * _MONTHS_IN[unit]
        year, month = day.year + months // 12, months % 12 + 1
        return date(year, month, min(day.day, monthrange(year, month)[1]))
    return day + timedelta(days=count * (7 if unit == "week" else 1))
