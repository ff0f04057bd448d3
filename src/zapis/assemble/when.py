"""Read when the meeting was: the date, its range, and the time beside it or in its own line."""

import datetime as dt
import re

from msgspec.structs import replace

from zapis.assemble.clock import check_time, read_clock
from zapis.assemble.days import check_match, check_year
from zapis.assemble.located import LocatedText, locate
from zapis.codes import UNREADABLE_DATE
from zapis.czech.dates import DateMatch, find_date, format_date, match_announced_date, weekday_name
from zapis.czech.shortening import one_line
from zapis.czech.times import TimeMatch, read_time
from zapis.data_tree import DataTree
from zapis.diagnostics import Diagnostic, Diagnostics, Outcome
from zapis.model.meeting import When
from zapis.schema.header import Header, HeaderEntry

# What may stand before a date, or between it and a time, without saying anything more.
_LEAD = re.compile(r"\s*(?:(?:konan[áéo]|dne|dnes|ve?)\s+){0,3}", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s,;–-]*(?:(?:a|ve?|čas|hodina)(?=[\s:]):?\s*)?", re.IGNORECASE)
_END = re.compile(r"[\s.,;]*$")


def read_when(header: Header, tree: DataTree) -> Outcome[When]:
    """The date from `datum`; the time from `cas`, or from behind the date where that is missing.

    Where words stayed unread, or a weekday was written, the words are kept to be printed instead
    of what was read.
    """
    date_entry, time_entry = header.get("date"), header.get("time")
    when = When()
    problems: Diagnostics = ()
    if date_entry:
        when, problems = _read_date(date_entry, tree, with_time=time_entry is None)
    if time_entry:
        text = text_of(time_entry, tree)
        clock = read_clock(text)
        words = "" if clock.value and clock.whole else one_line(text.text)
        when = replace(when, time=clock.value, time_words=words)
        when = when if when.span else replace(when, span=time_entry.span)
        problems += clock.problems
    return Outcome(when, problems)


def text_of(entry: HeaderEntry, tree: DataTree) -> LocatedText:
    """The text of an entry that is one text, line ends as spaces."""
    item = entry.items[0]
    return locate(tree, entry.path, item if isinstance(item, str) else "").on_one_line()


def _read_date(entry: HeaderEntry, tree: DataTree, *, with_time: bool) -> tuple[When, Diagnostics]:
    text = text_of(entry, tree)
    whole = one_line(text.text)
    match = find_day(text.text)
    if match is None:
        message = f"datu „{whole[:60]}“ nelze porozumět"
        problem = Diagnostic(UNREADABLE_DATE, message, text.span(), "20. 3. 2026")
        return When(date_words=whole, span=entry.span), (problem,)
    time = _time_behind(text.text, match.end) if with_time else None
    rest = text.text[time.end if time else match.end :]
    alone = _LEAD.fullmatch(text.text[: match.start]) and _END.match(rest)
    when = When(
        match.value,
        match.end_value,
        time.value if time and alone else None,
        "" if alone and match.value and not match.problem else whole,
        span=entry.span,
    )
    if alone and match.weekday is not None and match.value and not match.problem:
        when = replace(when, date_words=_with_weekday(match, text.text))
    problems = check_match(match, text) + check_year(match.value, text, match)
    return when, problems + (check_time(time, text) if time else ())


def find_day(text: str, anchor: dt.date | None = None) -> DateMatch | None:
    """The date at the beginning of a text that announces one, else the first one in it."""
    lead = _LEAD.match(text)
    starts = (lead.end() if lead else 0, len(text) - len(text.lstrip()))
    found = (match_announced_date(text, start, anchor) for start in starts)
    return next((match for match in found if match), None) or find_date(text, 0, anchor)


def _time_behind(text: str, end: int) -> TimeMatch | None:
    """The time that makes up what follows the date."""
    between = _BETWEEN.match(text, end)
    start = between.end() if between else end
    found = read_time(text[start:])
    return replace(found, start=found.start + start, end=found.end + start) if found else None


def _with_weekday(match: DateMatch, text: str) -> str:
    """The date with its weekday as it was written, in the usual spelling where it is right."""
    if match.value is None or match.end_value or not match.weekday_fits:
        return one_line(text[match.start : match.end])
    return f"{weekday_name(match.value)} {format_date(match.value)}"
