"""Deadlines that name a span or a start: „v březnu“, „od 1. 3. do 20. 3.“, „od září 2017“."""

import re
from datetime import date

from zapis.czech.deadlines.dates import dated, read_written_date, with_tail
from zapis.czech.deadlines.types import Deadline, Reading, Sentence
from zapis.czech.period_days import shift_year
from zapis.czech.periods import Period, match_period
from zapis.czech.phrases import phrase

_IN = phrase(r"(?:behem|v prubehu|v obdobi|v mesici|ve?|na|o|pres)(?: (?:od )?)")
_ON_SEASON = phrase(r"(?:na (?:podzim|jare)|o prazdninach|pres (?:leto|zimu|prazdniny))(?!\w)")
_OPENS_CLAUSE = re.compile(r"^$|[:;,(]$|[^\d.] *-$")
_CLAUSE_END = phrase(r"_(?:$|[.,;:)-])")
_COMING = phrase(r"(?:pristi|tento) (?:tyden|mesic|rok)(?!\w)")
_NOT_BEFORE_COMING = re.compile(r"(?:na|pro|za|o|ten|na cely|i) {1,3}$")
_PART = phrase(
    r"(?:(?P<begin>(?:zacatkem|pocatkem|na zacatku|na pocatku))|(?P<middle>v polovine|v pulce"
    r"|uprostred)|(?P<end>(?:koncem|na konci|ke konci))) "
)
_AROUND = phrase(r"(?:kolem|okolo) (?P<middle>poloviny )?")
_ON_DATES = phrase(r"v (?:termin[ue]|obdobi) (?:od )?")
_PARTS = {"begin": (1, 10), "middle": (11, 20), "end": (21, 31)}


def read_period_range(sentence: Sentence, pos: int) -> Reading | None:
    """„v březnu 2026“, „v roce 2017“, „na podzim“, „během 1. čtvrtletí“.

    A season is approximate: its meteorological months. In a sentence a period that is over is
    history, no deadline.
    """
    folded, meeting = sentence.folded, sentence.meeting
    opening = _IN.match(folded, pos)
    if opening is None:
        return None
    seasonal = _ON_SEASON.match(folded, pos)
    if folded[pos] in "onp" and not seasonal:
        return None
    period = match_period(folded, opening.end(), meeting)
    if period is None or period.bare or (folded[pos] == "n" and not seasonal):
        return None
    return _span(sentence, period, period.first, period.last)


def read_named_quarter(sentence: Sentence, pos: int) -> Reading | None:
    """„1. čtvrtletí 2026“ as a clause of its own; „zpráva za 1. čtvrtletí 2026“ is a report."""
    folded = sentence.folded
    before = folded[max(0, pos - 9) : pos].rstrip()
    if not folded[pos : pos + 1].isdigit() or not _OPENS_CLAUSE.search(before):
        return None
    period = match_period(folded, pos, sentence.meeting)
    if period is None or not _CLAUSE_END.match(folded, period.end):
        return None
    named = period.kind in ("quarter", "half")
    return _span(sentence, period, period.first, period.last) if named else None


def read_coming_period(sentence: Sentence, pos: int) -> Reading | None:
    """„příští týden“, but not „na příští rok“ or „pro příští rok“."""
    if _COMING.match(sentence.folded, pos) is None:
        return None
    if _NOT_BEFORE_COMING.search(sentence.folded[max(0, pos - 10) : pos]):
        return None
    period = match_period(sentence.folded, pos, sentence.meeting)
    return _span(sentence, period, period.first, period.last) if period else None


def read_part_of_period(sentence: Sentence, pos: int) -> Reading | None:
    """„začátkem března“, „koncem března“: thirds of the month; of a year its first, last month."""
    opening = _PART.match(sentence.folded, pos)
    period = match_period(sentence.folded, opening.end(), sentence.meeting) if opening else None
    if opening is None or period is None or period.several:
        return None
    part = opening.lastgroup or "end"
    return part_of_period(sentence, period, part)


def part_of_period(sentence: Sentence, period: Period, part: str) -> Reading | None:
    """The beginning, middle or end of a month or year, approximately."""
    first, last = _PARTS[part]
    if period.kind == "month":
        ends = period.last.day
        days = period.first.replace(day=first), period.last.replace(day=min(last, ends))
    elif period.kind == "year" and part != "middle":
        month = 1 if part == "begin" else 12
        days = date(period.first.year, month, 1), date(period.first.year, month, 31)
    else:
        return None
    if days[1] < sentence.meeting and not period.year_written:
        days = shift_year(days[0], 1), shift_year(days[1], 1)
    reading = _span(sentence, period, *days)
    return reading.changed(approximate=True) if reading else None


def read_around(sentence: Sentence, pos: int) -> Reading | None:
    """„kolem března“, „kolem 20. 3.“, „kolem poloviny března“."""
    opening = _AROUND.match(sentence.folded, pos)
    if opening is None:
        return None
    if written := read_written_date(sentence, opening.end()):
        reading = dated(written, due=written.end_value or written.value)
        return with_tail(sentence, reading).changed(approximate=True)
    period = match_period(sentence.folded, opening.end(), sentence.meeting)
    if period is None or period.bare:
        return None
    if opening["middle"]:
        return part_of_period(sentence, period, "middle")
    reading_of_period = _span(sentence, period, period.first, period.last)
    return reading_of_period.changed(approximate=True) if reading_of_period else None


def read_dates_range(sentence: Sentence, pos: int) -> Reading | None:
    """„v termínu 14.–15. 3. 2026“."""
    opening = _ON_DATES.match(sentence.folded, pos)
    if opening is None:
        return None
    written = read_written_date(sentence, opening.end())
    if written is None:
        return None
    starts = written.value if written.end_value else None
    return with_tail(
        sentence, dated(written, due=written.end_value or written.value, starts=starts)
    )


def _span(sentence: Sentence, period: Period, first: date, last: date) -> Reading | None:
    if last < sentence.meeting and not sentence.is_field:
        return None
    return Reading(
        period.end,
        Deadline(
            "",
            first,
            last,
            approximate=period.kind == "season",
            year_written=period.year_written,
        ),
    )
