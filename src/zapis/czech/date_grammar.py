"""What a written date looks like: day, month and year as numbers, not yet a day of the calendar."""

import re

from msgspec import Struct

from zapis.czech.phrases import one_of, phrase

_MONTH_FORMS = (
    "ledna leden",
    "unora unor",
    "brezna brezen",
    "dubna duben",
    "kvetna kveten",
    "cervna cerven",
    "cervence cervenec",
    "srpna srpen",
    "zari",
    "rijna rijen",
    "listopadu listopad",
    "prosince prosinec",
)
_MONTHS = {form: n for n, forms in enumerate(_MONTH_FORMS, 1) for form in forms.split()}
_WEEKDAY_FORMS = (
    "pondeli pondelka pondelku po",
    "utery uterka uterku ut",
    "streda stredu stredy strede st",
    "ctvrtek ctvrtka ctvrtku ct",
    "patek patku pa",
    "sobota sobotu soboty sobote so",
    "nedele nedeli ne",
)
_WEEKDAYS = {form: n for n, forms in enumerate(_WEEKDAY_FORMS) for form in forms.split()}
_FULL_WEEKDAY = one_of(" ".join(form for form in _WEEKDAYS if len(form) > len("po")))
_WEEKDAY = one_of(" ".join(_WEEKDAYS))
# Abbreviations that are also „po“ (after) and „ne“ (no): weekdays only where the date agrees.
_OTHER_WORDS = frozenset({"po", "ne"})
_DAY_NUMBERS = range(1, 32)
_MONTH_NUMBERS = range(1, 13)

_ISO = phrase(r"(\d{4})-(\d{1,2})-(\d{1,2})(?![\w-])")
_WORDED = phrase(
    rf"(\d{{1,2}})\.?_({one_of(' '.join(_MONTHS))})(?: (?:roku |r\._)?(\d{{4}})(?!\w|_kc|_ks))?"
)
_NUMERIC = phrase(r"(\d{1,2})\.(_)(\d{1,2})(\.?)(?:(_)(\d{2,6})(?!\w))?")
_COUNTED = phrase(r"_(?:kc|eur|ks|%)")
_NOT_A_DAY = phrase(r"\d|_h(?:od\w*)?(?!\w)")
# „20. 4. 14:00“ and „20. 4. 14-16“ end in a time, „1.3.26-3.3.26“ in another day.
_CLAUSE_END = phrase(r"_(?:$|[,;)!?\]]|[:.](?!\d)|-(?!_\d)|-(?=_\d{1,2}\._\d{1,2}\.))")
_NEXT_NUMBER = phrase(r"_\d{1,2}\.(?!\d\d)")
_FIRST_DAY = phrase(rf"(\d{{1,2}})\.?(?:_-_| (az|a|-) )(?:({_FULL_WEEKDAY}) )?(?=\d)")
_BETWEEN = phrase(rf"(?:_--?_| az )(?:({_FULL_WEEKDAY}) )?(?=\d)")
_BEFORE = phrase(rf"(?:ve? )?({_WEEKDAY})(\.?),? (?:dne )?(?=\d)")
_BEHIND = phrase(rf"_\(_({_WEEKDAY})\.?_\)|(?:_,| -) ({_FULL_WEEKDAY})(?!_\d)")


class WrittenDay(Struct, frozen=True):
    """Numbers of one written day; `year` is None where none stands, `end` is behind it."""

    end: int
    day: int
    month: int
    year: int | None = None
    problem: str | None = None


class WrittenWeekday(Struct, frozen=True):
    """A weekday beside a date; `doubtful` where the word may be another one („po 20. 3.“)."""

    end: int
    weekday: int
    doubtful: bool = False


class WrittenLink(Struct, frozen=True):
    """What joins the two ends of a range, with the weekday of the second end.

    `day` is the first day where its month stands only at the second end; „a“ joins single days.
    """

    end: int
    weekday: int | None
    day: int = 0
    by_and: bool = False


def read_day(text: str, pos: int, *, loose: bool) -> WrittenDay | None:
    """One day written at `pos` of folded text.

    `loose` says that the context announces a date („do …“, `datum:`): then a year of two digits,
    a missing last period and impossible numbers are read as a date, which elsewhere would turn
    section numbers and times into dates.
    """
    if iso := _ISO.match(text, pos):
        year, month, day = (int(number) for number in iso.groups())
        return WrittenDay(iso.end(), day, month, year)
    if worded := _WORDED.match(text, pos):
        day_text, month_name, year_text = worded.groups()
        written_year = int(year_text) if year_text else None
        return WrittenDay(worded.end(), int(day_text), _MONTHS[month_name], written_year)
    return _read_numeric(text, pos, loose=loose)


def _read_numeric(text: str, pos: int, *, loose: bool) -> WrittenDay | None:
    found = _NUMERIC.match(text, pos)
    if found is None:
        return None
    day, month, dotted = int(found[1]), int(found[3]), bool(found[4])
    if found[6]:
        compact = dotted and found.start(6) == found.end(4)
        year = _read_year(text, found.end(), found[6], compact=compact, loose=loose)
        if isinstance(year, str):
            return WrittenDay(found.end(), day, month, problem=year)
        if year is not None and (dotted or month in _MONTH_NUMBERS):
            return WrittenDay(found.end(), day, month, year)
        if year is not None or compact:
            return None
    readable = _is_loose_day if loose else _is_strict_day
    return WrittenDay(found.end(4), day, month) if readable(text, found) else None


def _is_strict_day(text: str, found: re.Match[str]) -> bool:
    """Whether „20. 3.“ in running text is a day: no section number, no „9.00“."""
    end = found.end(4)
    return (
        bool(found[4])
        and int(found[1]) in _DAY_NUMBERS
        and int(found[3]) in _MONTH_NUMBERS
        and _NOT_A_DAY.match(text, end) is None
        and _NEXT_NUMBER.match(text, end) is None
    )


def _is_loose_day(text: str, found: re.Match[str]) -> bool:
    """The same where a date is announced: „20. 3“ and „45. 3.“ are meant as one, „11.30“ is not."""
    end = found.end(4)
    like_a_time = not found[2] and len(found[3]) == len("30")
    impossible = int(found[3]) not in _MONTH_NUMBERS
    if _NOT_A_DAY.match(text, end) or (impossible and (like_a_time or found[3] == "00")):
        return False
    return bool(found[4]) or (not like_a_time and _ends(text, end))


def _read_year(text: str, end: int, digits: str, *, compact: bool, loose: bool) -> int | str | None:
    """The year, why the digits are none, or None where they are no year but the next words."""
    if len(digits) == len("2026"):
        believable = digits[:2] in ("19", "20", "21") and not _COUNTED.match(text, end)
        return int(digits) if believable or compact or (loose and _ends(text, end)) else None
    if not loose or not _ends(text, end):
        return None
    return 2000 + int(digits) if len(digits) == len("26") else f"rok {digits} nemá čtyři číslice"


def _ends(text: str, pos: int) -> bool:
    return _CLAUSE_END.match(text, pos) is not None


def read_first_day(text: str, pos: int) -> WrittenLink | None:
    """The „14.–“ of „14.–15. 3. 2026“."""
    found = _FIRST_DAY.match(text, pos)
    if found is None:
        return None
    return WrittenLink(found.end(), _WEEKDAYS.get(found[3]), int(found[1]), by_and=found[2] == "a")


def read_range_dash(text: str, pos: int) -> WrittenLink | None:
    """The dash or „až“ between two whole dates."""
    found = _BETWEEN.match(text, pos)
    return WrittenLink(found.end(), _WEEKDAYS.get(found[1])) if found else None


def read_weekday_before(text: str, pos: int) -> WrittenWeekday | None:
    """„v pátek “ or „pá “ at `pos`, in front of a number."""
    found = _BEFORE.match(text, pos)
    if found is None:
        return None
    doubtful = found[1] in _OTHER_WORDS and not found[2]
    return WrittenWeekday(found.end(), _WEEKDAYS[found[1]], doubtful)


def read_weekday_behind(text: str, pos: int) -> WrittenWeekday | None:
    """„ (pátek)“, „ (pá)“ or „, pátek“ at `pos`, behind a date."""
    found = _BEHIND.match(text, pos)
    if found is None:
        return None
    name = found[1] or found[2]
    return WrittenWeekday(found.end(), _WEEKDAYS[name], name in _OTHER_WORDS)
