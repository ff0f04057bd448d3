"""Months, quarters, seasons, years and weeks named in text, as first and last days."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

from zapis.czech.period_days import (
    Span,
    months_span,
    school_half_span,
    school_year_span,
    upcoming_span,
    year_span,
)
from zapis.czech.phrases import one_of, phrase

Kind = Literal["week", "month", "quarter", "half", "season", "holidays", "year", "school year"]

_MONTH_FORMS = (
    "leden ledna lednu",
    "unor unora unoru",
    "brezen brezna breznu",
    "duben dubna dubnu",
    "kveten kvetna kvetnu",
    "cerven cervna cervnu",
    "cervenec cervence cervenci",
    "srpen srpna srpnu",
    "zari",
    "rijen rijna rijnu",
    "listopad listopadu",
    "prosinec prosince prosinci",
)
_MONTHS = {form: n for n, forms in enumerate(_MONTH_FORMS, 1) for form in forms.split()}
# First month of a season and how many months it has; summer holidays by vyhláška č. 16/2005 Sb.
_SEASON_FORMS = {
    "jaro jara jare": (3, 3),
    "leto leta lete": (6, 3),
    "podzim podzimu": (9, 3),
    "zima zimy zimu zime": (12, 3),
    "prazdniny prazdnin prazdninach": (7, 2),
}
_SEASONS = {form: span for forms, span in _SEASON_FORMS.items() for form in forms.split()}
_ORDINALS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "prv": 1, "dru": 2, "tre": 3, "ctv": 4, "pos": 4}

_THIS = "tohoto|tento|toto|tomto|letosni(?:ho|m)?|bezneho|aktualniho|soucasneho|kalendarniho"
_NEXT = "(?:pristi|nasledujici|dalsi|nadchazejici)(?:ho|m)?"
_RELATIVE = rf"(?:(?P<this>{_THIS})|(?P<next>{_NEXT}))"
_YEAR_NUMBER = r"(?P<year>(?:19|20|21)\d\d)(?!\d|[.,]\d|_kc|_ks|_%)(?:_/_\d{2,4}(?!\d))?"
_YEAR_BEHIND = (
    rf"(?: (?:roku |r\._)?{_YEAR_NUMBER}| {_RELATIVE} roku(?!\w)|(?P<same>_t\._r\.(?!\w)))?"
)
_ANY_MONTH = one_of(" ".join(_MONTHS))

_MONTH = phrase(
    rf"(?:mesic\w{{0,2}} )?(?P<first>{_ANY_MONTH})"
    rf"(?:(?:_[-/]_| (?:az|a|nebo|ci|do) )(?P<last>{_ANY_MONTH}))?{_YEAR_BEHIND}"
)
_PART = phrase(
    r"(?:(?:(?P<from>[1-4])\._(?:-|az|a)_)?(?P<digit>[1-4])\._|(?P<roman>i{1,3}|iv)\._"
    r"|(?P<word>prvni|druhe|treti|ctvrte|posledni)(?:ho|m)? )"
    r"(?P<unit>ctvrtlet|kvartal|pololet)\w{0,2}(?!\w)"
    rf"(?P<school> skolniho roku)?{_YEAR_BEHIND}"
)
_SHORT_QUARTER = phrase(
    rf"(?:q_(?P<digit>[1-4])|(?P<behind>[1-4])\.?_q)(?!\w)(?:_/?_{_YEAR_NUMBER})?"
)
_SEASON = phrase(
    rf"(?:letni\w{{0,2}} |hlavni\w{{0,2}} )?(?P<season>{one_of(' '.join(_SEASONS))}){_YEAR_BEHIND}"
)
_YEAR = phrase(rf"(?:roku?|roce|r\.)_{_YEAR_NUMBER}")
_BARE_YEAR = phrase(rf"{_YEAR_NUMBER}(?:_-_(?P<to>(?:19|20|21)\d\d)(?![-\w]))?(?!_-_\d)")
_SCHOOL_YEAR = phrase(
    rf"(?:{_RELATIVE} )?skolni(?:ho|m)? ro(?:k|ku|ce)(?!\w)(?: (?P<from>(?:20)\d\d)_/_\d{{2,4}})?"
)
_UNIT = phrase(
    rf"(?:{_RELATIVE} )?(?:kalendarni\w{{0,2}} )?(?:"
    r"(?P<week>tyden|tydne|tydnu)|(?P<month>mesic|mesice|mesici|t\._m\.)|(?P<quarter>ctvrtleti|kvartalu?)"
    r"|(?P<half>pololeti)|(?P<yr>rok|roku|roce|t\._r\.))(?!\w)"
)
_MONTH_YEAR = phrase(r"(?P<month>0?[1-9]|1[0-2])_/_(?P<year>20\d\d)(?!\w)")


class Period(Struct, frozen=True):
    """Days from `first` to `last`; `end` is the offset behind the words.

    `bare` is a unit alone („týdne“), which names a period only behind „konec“; `several` joins
    two months. `year_written` tells a named year from one concluded from the meeting.
    """

    end: int
    first: date
    last: date
    kind: Kind
    year_written: bool = False
    bare: bool = False
    several: bool = False


def match_period(text: str, pos: int, meeting: date) -> Period | None:
    """The period named at `pos` of folded text, in any case; the longest reading wins.

    A name without a year is the first such period that ends on or after the meeting.
    """
    found = (reader(text, pos, meeting) for reader in _READERS)
    return max((period for period in found if period), key=lambda period: period.end, default=None)


def match_bare_year(text: str, pos: int) -> Period | None:
    """„2026“, „2026/2027“ or „2026–2028“ at `pos`, years only where the words before say so."""
    found = _BARE_YEAR.match(text, pos)
    if found is None:
        return None
    first, last = year_span(int(found["year"]))
    if found["to"]:
        last = date(int(found["to"]), 12, 31)
    return Period(found.end(), first, last, "year", year_written=True) if first < last else None


def match_numeric_month(text: str, pos: int) -> Period | None:
    """„3/2026“ at `pos`, a month only where a date is asked for."""
    found = _MONTH_YEAR.match(text, pos)
    if found is None:
        return None
    month = int(found["month"])
    return _named(found, "month", date.min, lambda year: months_span(year, month, 1))


def _month(text: str, pos: int, meeting: date) -> Period | None:
    found = _MONTH.match(text, pos)
    if found is None:
        return None
    first = _MONTHS[found["first"]]
    last = _MONTHS[found["last"]] if found["last"] else first
    length = (last - first) % 12 + 1

    def span(year: int) -> Span:
        return months_span(year if first <= last else year - 1, first, length)

    return _named(found, "month", meeting, span, several=length > 1)


def _part(text: str, pos: int, meeting: date) -> Period | None:
    found = _PART.match(text, pos)
    if found is None:
        return None
    number = int(found["digit"] or 0) or _ORDINALS[found["roman"] or found["word"][:3]]
    halves = found["unit"] == "pololet"
    if halves and found["word"] == "posledni":
        number = 2
    if found["school"]:
        return _named(found, "half", meeting, school_half_span(number)) if halves else None
    if halves and number > 2:  # noqa: PLR2004 - a year has two halves
        return None
    unit = 6 if halves else 3
    first = min(int(found["from"] or number), number)
    month, length = (first - 1) * unit + 1, (number - first + 1) * unit
    kind: Kind = "half" if halves else "quarter"
    return _named(found, kind, meeting, lambda year: months_span(year, month, length))


def _short_quarter(text: str, pos: int, meeting: date) -> Period | None:
    found = _SHORT_QUARTER.match(text, pos)
    if found is None:
        return None
    number = int(found["digit"] or found["behind"])
    return _named(found, "quarter", meeting, lambda year: months_span(year, number * 3 - 2, 3))


def _season(text: str, pos: int, meeting: date) -> Period | None:
    found = _SEASON.match(text, pos)
    if found is None:
        return None
    month, length = _SEASONS[found["season"]]
    kind: Kind = "holidays" if found["season"].startswith("prazdnin") else "season"
    return _named(found, kind, meeting, lambda year: months_span(year, month, length))


def _year(text: str, pos: int, meeting: date) -> Period | None:
    found = _YEAR.match(text, pos)
    return _named(found, "year", meeting, year_span) if found else None


def _school_year(text: str, pos: int, meeting: date) -> Period | None:
    found = _SCHOOL_YEAR.match(text, pos)
    if found is None:
        return None
    if found["from"]:
        first, last = school_year_span(int(found["from"]))
    else:
        first, last = upcoming_span(school_year_span, meeting)
        if found["next"]:
            first, last = school_year_span(first.year + 1)
    return Period(found.end(), first, last, "school year", bool(found["from"]))


def _unit(text: str, pos: int, meeting: date) -> Period | None:
    found = _UNIT.match(text, pos)
    if found is None:
        return None
    ahead = int(bool(found["next"]))
    bare = not (ahead or found["this"])
    if found["week"]:
        monday = meeting + timedelta(days=7 * ahead - meeting.weekday())
        return Period(found.end(), monday, monday + timedelta(days=6), "week", bare=bare)
    units: tuple[tuple[Kind, str, int], ...] = (
        ("month", "month", 1),
        ("quarter", "quarter", 3),
        ("half", "half", 6),
        ("year", "yr", 12),
    )
    kind, length = next((kind, length) for kind, group, length in units if found[group])
    at = (meeting.month - 1) // length + ahead
    years, place = divmod(at, 12 // length)
    first, last = months_span(meeting.year + years, place * length + 1, length)
    return Period(found.end(), first, last, kind, bare=bare)


_READERS = (_month, _part, _short_quarter, _season, _school_year, _year, _unit)


def _named(
    found: re.Match[str],
    kind: Kind,
    meeting: date,
    span: Callable[[int], Span],
    *,
    several: bool = False,
) -> Period:
    """The period in the year written behind it, else the first not over by the meeting."""
    groups = found.groupdict()
    written = groups.get("year")
    if written:
        first, last = span(int(written))
    elif groups.get("this") or groups.get("next") or groups.get("same"):
        first, last = span(meeting.year + bool(groups.get("next")))
    else:
        first, last = upcoming_span(span, meeting)
    return Period(found.end(), first, last, kind, bool(written), several=several)
