"""Read and write times of day and their ranges (ČSN 01 6910)."""

import re
from datetime import time

from msgspec import Struct
from msgspec.structs import replace

from zapis.czech.dates import match_date
from zapis.czech.phrases import fold_in_place, phrase

_CLOCK = r"(\d{1,2})(?:([.:,])(\d{2})|\.(?=_-|_az |_do |_hod))?(?!\d|[.:,]\d)"
_UNIT = r"(?:_(h(?:od(?:in[auye]?|inou)?)?)(?!\w)\.?|(?!\w))"
_TIME = phrase(rf"(?:(od|do|ve?) )?{_CLOCK}{_UNIT}(?:(_--?_| az | do ){_CLOCK}{_UNIT})?")
_SINGLE = phrase(rf"(?:(od|do|ve?) )?{_CLOCK}{_UNIT}")
_COUNTED = phrase(r"_(?:kc|eur|mil|tis|m2?|km|kg|ks|bod\w*)(?!\w)|_%")
_CANDIDATE = phrase(r"(?<!\w)(?<!\d[.,:/–-])[0-9]{1,2}(?![0-9])")
_PREPOSITION = re.compile(r"(?<!\w)(?:od|do|ve?) {1,3}$")
# Longer than any range of times, so that reading at one place costs the same in any text.
_WINDOW = 60
_HOURS = 24
_MINUTES = 60


class TimeRange(Struct, frozen=True):
    """When something begins and ends; either may be unknown („od 17 hodin“, „do 11 hodin“).

    `since` tells „od 17 hodin“ from a plain „17.00“. An end of 24.00 is kept as 0.00 and does not
    cross midnight.
    """

    start: time | None
    end: time | None = None
    crosses_midnight: bool = False
    since: bool = False


class TimeMatch(Struct, frozen=True):
    """A written time; `value` is None when it does not exist, `problem` says why in Czech."""

    start: int
    end: int
    value: TimeRange | None
    problem: str | None = None


class _Clock(Struct, frozen=True):
    hour: int
    mark: str
    minute: int
    unit: bool

    @property
    def value(self) -> time:
        return time(self.hour % _HOURS, self.minute)

    @property
    def problem(self) -> str | None:
        if self.hour > _HOURS or (self.hour == _HOURS and self.minute):
            return f"hodina {self.hour} neexistuje"
        return f"minuta {self.minute} neexistuje" if self.minute >= _MINUTES else None


def match_time(text: str, pos: int = 0) -> TimeMatch | None:
    """The time or range of times written exactly at `pos`, with „od“, „do“, „v“ before it.

    Bare hours need a unit („9–11 h“), „16,30“ a unit or a preposition; „20.03.“ is a date.
    """
    return _match(text, pos, announced=False)


def find_time(text: str, pos: int = 0) -> TimeMatch | None:
    """The first time at or behind `pos`, with its preposition."""
    for candidate in _CANDIDATE.finditer(text, pos):
        first = candidate.start()
        opening = max(pos, first - 6)
        before = _PREPOSITION.search(fold_in_place(text[opening:first]))
        found = _match(text, opening + before.start() if before else first, announced=False)
        if found:
            return found
    return None


def read_time(text: str) -> TimeMatch | None:
    """The time that makes up the whole text, where bare hours count too („9-11“).

    Spaces around it and a last period are allowed.
    """
    found = _match(text, len(text) - len(text.lstrip()), announced=True)
    return found if found and not text[found.end :].strip().strip(".,;") else None


def _match(text: str, pos: int, *, announced: bool) -> TimeMatch | None:
    window = fold_in_place(text[pos : pos + _WINDOW])
    if pos and text[pos - 1].isalnum():
        return None
    for pattern in (_TIME, _SINGLE):
        found = pattern.match(window)
        if found and (announced or _is_time(window, found)):
            return replace(_interpret(found), start=pos, end=pos + found.end())
    return None


def _clocks(found: re.Match[str]) -> tuple[_Clock, ...]:
    groups = found.groups()
    parts = (groups[1:5], groups[6:10])
    return tuple(
        _Clock(int(hour), mark or "", int(minute or 0), bool(unit))
        for hour, mark, minute, unit in (part for part in parts if part and part[0])
    )


def _is_time(window: str, found: re.Match[str]) -> bool:
    """Whether the numbers are a time although no field says so."""
    clocks, preposition = _clocks(found), found[1]
    if any(clock.unit or clock.mark == ":" for clock in clocks):
        return True
    if any(clock.problem for clock in clocks) or _COUNTED.match(window, found.end()):
        return False
    if all(clock.mark == "." for clock in clocks[:1]) or (clocks[-1].mark == "."):
        return preposition in ("v", "ve") or not match_date(window, found.start(2))
    return bool(preposition) and all(clock.mark for clock in clocks)


def _interpret(found: re.Match[str]) -> TimeMatch:
    clocks = _clocks(found)
    problem = next((clock.problem for clock in clocks if clock.problem), None)
    if problem:
        return TimeMatch(0, 0, None, problem)
    first = clocks[0].value
    if len(clocks) == 1:
        alone = found[1] or ""
        value = TimeRange(None, first) if alone == "do" else TimeRange(first, since=alone == "od")
        return TimeMatch(0, 0, value)
    last = clocks[1].value
    crosses = last < first and clocks[1].hour != _HOURS
    return TimeMatch(0, 0, TimeRange(first, last, crosses))


def format_time(value: time) -> str:
    """„9.00“: a period, no zero before the hour."""
    return f"{value.hour}.{value.minute:02d}"


def format_time_range(value: TimeRange) -> str:
    """„9.00–11.30“, „od 17.00“, „do 11.00“ or „9.00“; an end at midnight is „24.00“."""
    at_midnight = value.end == time(0) and not value.crosses_midnight
    end = "24.00" if at_midnight else format_time(value.end) if value.end else ""
    if value.start is None:
        return f"do {end}" if end else ""
    start = format_time(value.start)
    if end:
        return f"{start}–{end}"
    return f"od {start}" if value.since else start
