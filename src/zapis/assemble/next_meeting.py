"""Read when and where the next meeting is, and keep the words in which it was announced."""

import datetime as dt

from zapis.assemble.clock import check_time, read_clock
from zapis.assemble.days import check_distance, check_match
from zapis.assemble.located import LocatedText, locate
from zapis.assemble.when import find_day, text_of
from zapis.codes import UNREADABLE_DATE
from zapis.czech.dates import DateMatch, find_date, format_date_range, read_date
from zapis.czech.times import find_time, format_time_range
from zapis.data_tree import DataTree, Path
from zapis.diagnostics import Diagnostic, Diagnostics, Outcome
from zapis.model.meeting import NextMeeting
from zapis.schema.front_matter import NextEntry
from zapis.schema.header import Header, HeaderEntry
from zapis.schema.places import find_place


def read_next_meeting(
    header: Header, tree: DataTree, meeting: dt.date | None
) -> Outcome[NextMeeting | None]:
    """The next meeting; a date without a year is the next such day after this `meeting`."""
    entry = header.get("next_meeting")
    if entry is None:
        return Outcome(None)
    item = entry.items[0]
    if isinstance(item, NextEntry):
        return _read_mapping(item, entry, tree, meeting)
    return _read_words(text_of(entry, tree), entry, meeting)


def _read_words(
    text: LocatedText, entry: HeaderEntry, meeting: dt.date | None
) -> Outcome[NextMeeting | None]:
    day = read_date(text.text, meeting) or find_date(text.text, 0, meeting)
    clock = find_time(text.text, day.end if day else 0)
    problems = _check_day(day, meeting, text) + (check_time(clock, text) if clock else ())
    value = NextMeeting(
        " ".join(text.text.split()),
        day.value if day else None,
        clock.value if clock else None,
        span=entry.span,
    )
    return Outcome(value, problems)


def _check_day(day: DateMatch | None, meeting: dt.date | None, text: LocatedText) -> Diagnostics:
    """What is wrong with the date; a missing year is only a fault where nothing gives it."""
    if day is None or (day.value is None and not day.problem):
        return ()
    return check_match(day, text) + check_distance(day, meeting, text, later=True)


def _read_mapping(
    item: NextEntry, entry: HeaderEntry, tree: DataTree, meeting: dt.date | None
) -> Outcome[NextMeeting | None]:
    def part(key: str, text: str) -> LocatedText:
        path: Path = find_place(tree.data, entry.path, (key,)).path
        return locate(tree, path, text).on_one_line()

    date, problems = _read_date(part("datum", item.date), meeting)
    clock = read_clock(part("cas", item.time)) if item.time.strip() else None
    time = clock.value if clock and clock.whole else None
    place = " ".join(item.place.split())
    words = (
        _date_words(date, item.date),
        format_time_range(time) if time else " ".join(item.time.split()),
        place,
    )
    value = NextMeeting(
        ", ".join(word for word in words if word),
        date.value if date else None,
        clock.value if clock else None,
        place,
        entry.span,
    )
    return Outcome(value, problems + (clock.problems if clock else ()))


def _read_date(text: LocatedText, meeting: dt.date | None) -> tuple[DateMatch | None, Diagnostics]:
    if not text.text.strip():
        return None, ()
    match = find_day(text.text, meeting)
    if match is None:
        message = f"datu „{' '.join(text.text.split())[:60]}“ nelze porozumět"
        return None, (Diagnostic(UNREADABLE_DATE, message, text.span(), "20. 3. 2026"),)
    return match, check_match(match, text) + check_distance(match, meeting, text, later=True)


def _date_words(match: DateMatch | None, written: str) -> str:
    """The date in the usual spelling, or the author's words where they say more than the date."""
    words = " ".join(written.split())
    alone = match and match.weekday is None and not match.problem and read_date(written)
    if not alone or match is None or match.value is None:
        return words
    return format_date_range(match.value, match.end_value or match.value)
