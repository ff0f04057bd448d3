"""Read Czech dates (ČSN 01 6910)."""

import re
from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from zapis.czech.date_calendar import DateMatch, resolve_day, resolve_range
from zapis.czech.date_grammar import (
    read_day,
    read_first_day,
    read_range_dash,
    read_weekday_before,
    read_weekday_behind,
)
from zapis.czech.phrases import fold_in_place, phrase

# Longer than any date with weekdays, so that reading at one place costs the same in any text.
_WINDOW = 120
_CANDIDATE = re.compile(r"(?<!\w)(?<!\d[.,:/])[0-9]{1,4}(?=[.\s–-])")
_BEFORE_WIDTH = len("ve čtvrtek, dne ") + 4
_WORD_START = phrase(r"(?<!\w)(?=[a-z])")


def match_date(text: str, pos: int = 0, anchor: date | None = None) -> DateMatch | None:
    """The date written exactly at `pos`, with a weekday before or behind it.

    A date without a year is the next such day on or after `anchor`. Section numbers („2.1.2“)
    and times („9.00“) are no dates.
    """
    return _match(text, pos, anchor, loose=False)


def match_announced_date(text: str, pos: int = 0, anchor: date | None = None) -> DateMatch | None:
    """As `match_date` where the words before say that a date follows („do“, `datum:`).

    Reads „20.3.26“, „20. 3“ and days of no calendar („32. 3.“, then with a problem) as well.
    """
    return _match(text, pos, anchor, loose=True)


def read_date(text: str, anchor: date | None = None) -> DateMatch | None:
    """The date that makes up the whole text; spaces around it and a last period are allowed."""
    start = len(text) - len(text.lstrip())
    found = match_announced_date(text, start, anchor)
    return found if found and not text[found.end :].strip().strip(".,;") else None


def find_date(text: str, pos: int = 0, anchor: date | None = None) -> DateMatch | None:
    """The first date at or behind `pos`; with its weekday and „v“ where they stand before it."""
    for candidate in _CANDIDATE.finditer(text, pos):
        found = match_date(text, candidate.start(), anchor)
        if found:
            longer = (match_date(text, at, anchor) for at in _words_before(text, pos, found.start))
            return next((match for match in longer if match and match.end >= found.end), found)
    return None


def _words_before(text: str, pos: int, start: int) -> Iterator[int]:
    first = max(pos, start - _BEFORE_WIDTH)
    folded = fold_in_place(text[max(0, first - 1) : start])
    shift = first - max(0, first - 1)
    for word in _WORD_START.finditer(folded, shift):
        yield first + word.start() - shift


def _match(text: str, pos: int, anchor: date | None, *, loose: bool) -> DateMatch | None:
    if pos and _follows_number(text, pos):
        return None
    window = fold_in_place(text[pos : pos + _WINDOW])
    before = read_weekday_before(window, 0)
    found = _match_span(window, before.end if before else 0, anchor, loose=loose)
    if found is None:
        return None
    if before:
        found = replace(found, weekday=before.weekday)
        if before.doubtful and not (found.value and found.weekday_fits):
            return None
    else:
        found = _with_weekday_behind(window, found)
    return found.moved(pos)


def _with_weekday_behind(window: str, found: DateMatch) -> DateMatch:
    behind = read_weekday_behind(window, found.end)
    if behind is None:
        return found
    of_end = found.end_value is not None
    named = replace(
        found,
        end=behind.end,
        weekday=None if of_end else behind.weekday,
        end_weekday=behind.weekday if of_end else None,
    )
    return found if behind.doubtful and not named.weekday_fits else named


def _follows_number(text: str, pos: int) -> bool:
    before = text[max(0, pos - 2) : pos]
    return before[-1].isalnum() or (
        len(before) > 1 and before[0].isdigit() and before[1] in ".,:/-–"
    )


def _match_span(text: str, pos: int, anchor: date | None, *, loose: bool) -> DateMatch | None:
    """A range or a single day at `pos` of folded text, its `end` relative to that text."""
    link = read_first_day(text, pos)
    if link and (last := read_day(text, link.end, loose=loose)):
        neighbours = link.day + 1 == last.day
        if neighbours or not link.by_and:
            return resolve_range(replace(last, day=link.day), last, anchor, link.weekday)
    start = read_day(text, pos, loose=loose)
    if start is None:
        return None
    link = read_range_dash(text, start.end)
    if link and (last := read_day(text, link.end, loose=loose)):
        return resolve_range(start, last, anchor, link.weekday)
    value, problem = resolve_day(start, anchor)
    return DateMatch(0, start.end, value, year_written=start.year is not None, problem=problem)
