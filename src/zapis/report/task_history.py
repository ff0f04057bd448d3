"""What meetings and people said of a task, in words."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from zapis.czech.dates import format_date, weekday_name
from zapis.czech.deadlines import Deadline
from zapis.report.numbers import counted
from zapis.report.wrapping import whole
from zapis.tasks.tracker import NO_DEADLINE, Statement


class Event(NamedTuple):
    """A day („23. 1. 2026“), what kind of source it was, what it said, the path of minutes."""

    day: str
    source: str
    words: str
    path: str


def events(history: Iterable[Statement]) -> Iterator[Event]:
    """The statements in their order."""
    for item in history:
        day = format_date(item.date) if item.date else "bez data"
        yield Event(day, "zápis" if item.path else "ukoly.md", _describe(item), item.path)


def describe_deadline(deadline: Deadline) -> str:
    """„do 20. 3. 2026“, „do konce března (31. 3. 2026)“, or the words alone."""
    if deadline == NO_DEADLINE:
        return "bez termínu"
    if deadline.due is None or deadline.recurring:
        return deadline.words
    day = whole(format_date(deadline.due))
    return f"{deadline.words} ({day})" if says_more(deadline) else f"do\u00a0{day}"


def describe_day(deadline: Deadline) -> str:
    """„pátek 20. 3. 2026“, with the time where there is one; the words where there is no day."""
    if deadline.due is None or deadline.recurring:
        return deadline.words
    about = "asi " if deadline.approximate else ""
    time = f", {deadline.time.hour}.{deadline.time.minute:02} hodin" if deadline.time else ""
    return whole(f"{about}{weekday_name(deadline.due)} {format_date(deadline.due)}{time}")


def describe_distance(due: dt.date, today: dt.date) -> str:
    """„o 24 dní po termínu“, „dnes“, „zítra“, „za 4 dny“."""
    days = (due - today).days
    if days in (0, 1):
        return ("dnes", "zítra")[days]
    words = counted(abs(days), "den", "dny", "dní")
    return whole(f"za {words}" if days > 0 else f"o {words} po termínu")


def says_more(deadline: Deadline) -> bool:
    """Whether the words of a deadline say more than its day, as „do příště“ does."""
    words = f"{deadline.words} ".removeprefix("do ")
    return deadline.time is not None or any(mark.isalpha() for mark in words)


def _describe(item: Statement) -> str:
    if item.is_note:
        return f"» {item.note}"
    parts = [item.status.value] if item.status else []
    if item.assignees:
        parts.append(f"{'' if item.path else 'řeší '}{', '.join(item.assignees)}")
    elif item.assignees is not None and not item.path:
        parts.append("bez řešitele")
    if item.deadline is not None:
        is_bare = item.path or item.deadline == NO_DEADLINE
        parts.append(f"{'' if is_bare else 'termín '}{describe_deadline(item.deadline)}")
    said = ", ".join(parts)
    return f"{said}; {item.note}" if item.note else said
