"""Find a task by what people type of its id: all of it, or any unambiguous ending."""

import re
from collections.abc import Collection, Iterable, Sequence
from difflib import get_close_matches
from operator import ne
from typing import NamedTuple

from zapis.czech.folding import fold, strip_diacritics
from zapis.czech.shortening import one_line, shorten
from zapis.model.tasks import TaskId

_ENDING = re.compile(r"(?:(?P<meeting>[^/]*)/)?(?P<number>[0-9]{1,9})")
_BOUNDARIES = frozenset("-._")
_DASHES = str.maketrans("‐‑‒–—−", "------")
_AROUND = "„“”\"'‚‘’»«()[].,;:"
_LONGEST = 200
_SHOWN = 60
_MOST_NEAR = 5
_MOST_SLIPS = 2
_LETTERS_A_SLIP = 4
_MOST_COMPARED = 2000
_LIST_CURE = "čísla úkolů vypíše zapis ukoly"
_SAME, _SAME_FOLDED, _PARTS, _LETTERS = range(4)


class NotFound(NamedTuple):
    """Why no single task is meant, in one Czech clause, and the cure."""

    message: str
    cure: str


class Ending(NamedTuple):
    """The meetings whose id ends in something; `is_part` says that it begins a part of the id."""

    meetings: tuple[str, ...] = ()
    is_part: bool = False


def find_task(written: str, ids: Collection[TaskId]) -> TaskId | NotFound:
    """The task whose id is, or ends in, what was written: `01-23/1`, `#BC-2026-01-23/1`, `1`.

    Letter case, diacritics, spaces and the kind of dashes do not matter. The whole id beats an
    ending that begins with a part of it, which beats one that begins within a part: of
    `P-3/1` and `BC-2026-01-23/1` it is the first that `3/1` means.
    """
    text = clean_id(written)
    found = _ENDING.fullmatch(text)
    if found is None:
        return _not_an_id(written, text, ids)
    number, ending = int(found["number"]), found["meeting"] or ""
    numbered = [task for task in ids if task.number == number]
    meetings = dict.fromkeys(task.meeting for task in numbered)
    fitting = meetings_ending(ending, meetings).meetings if ending else tuple(meetings)
    tasks = list(dict.fromkeys(task for task in numbered if task.meeting in fitting))
    if len(tasks) == 1:
        return tasks[0]
    return _ambiguous(written, tasks) if tasks else _unknown(written, ending, number, ids)


def clean_id(written: str) -> str:
    """The text without diacritics, spaces, quotes, `#` and punctuation around it."""
    text = "".join(strip_diacritics(written[:_LONGEST]).split()).translate(_DASHES)
    return text.strip(_AROUND).lstrip("#").strip(_AROUND)


def meetings_ending(ending: str, meetings: Iterable[str]) -> Ending:
    """The ids of meetings that are, or end in, the cleaned text, as closely as any does.

    Closest is the very id, then one in another letter case, then an ending that begins with a
    part („01-23“ of `BC-2026-01-23`), then any other ending.
    """
    closest: dict[int, list[str]] = {}
    folded = fold(ending)
    for meeting in meetings if ending else ():
        distance = _SAME if meeting == ending else _distance(folded, meeting.lower())
        if distance is not None:
            closest.setdefault(distance, []).append(meeting)
    nearest = min(closest, default=_LETTERS)
    return Ending(tuple(closest.get(nearest, ())), nearest < _LETTERS)


def _distance(ending: str, meeting: str) -> int | None:
    if not meeting.endswith(ending):
        return None
    if len(meeting) == len(ending):
        return _SAME_FOLDED
    begins_part = meeting[-len(ending) - 1] in _BOUNDARIES or ending[0] in _BOUNDARIES
    return _PARTS if begins_part else _LETTERS


def _not_an_id(written: str, text: str, ids: Collection[TaskId]) -> NotFound:
    """The id of a meeting without a number, or something else."""
    shown = shorten(one_line(written), _SHOWN)
    meetings = meetings_ending(text, dict.fromkeys(task.meeting for task in ids)).meetings
    if meetings:
        own = [task for task in ids if task.meeting == meetings[0]]
        return NotFound(f"„{shown}“ je jednání, ne úkol", f"napište i číslo úkolu: {_listed(own)}")
    return NotFound(f"„{shown}“ není číslo úkolu", f"napište například 01-23/1; {_LIST_CURE}")


def _ambiguous(written: str, tasks: Sequence[TaskId]) -> NotFound:
    shown = shorten(one_line(written), _SHOWN)
    message = f"číslu „{shown}“ odpovídá víc úkolů: {_listed(tasks)}"
    return NotFound(message, "napište z čísla víc, třeba celé")


def _unknown(written: str, ending: str, number: int, ids: Collection[TaskId]) -> NotFound:
    message = f"úkol „{shorten(one_line(written), _SHOWN)}“ neexistuje"
    near = _near(ending, number, ids) if ending else ()
    return NotFound(message, f"mysleli jste {_listed(near)}?" if near else _LIST_CURE)


def _near(ending: str, number: int, ids: Collection[TaskId]) -> Sequence[TaskId]:
    """The nearest numbers of the meeting that is meant, else of one that is called similarly."""
    by_meeting: dict[str, list[TaskId]] = {}
    for task in ids:
        by_meeting.setdefault(task.meeting, []).append(task)
    meetings = meetings_ending(ending, by_meeting).meetings or _similar_meetings(ending, by_meeting)
    tasks = [task for meeting in meetings for task in by_meeting[meeting]]
    return sorted(tasks, key=lambda task: (abs(task.number - number), str(task)))[:_MOST_NEAR]


def _similar_meetings(ending: str, meetings: Iterable[str]) -> tuple[str, ...]:
    """The meeting of whose id as much of the end as was written looks most similar.

    **Why** letters are compared first: difflib takes a second over ten thousand meetings.
    """
    folded = fold(ending)
    ends: dict[str, str] = {}
    for meeting in meetings:
        ends.setdefault(meeting[-len(folded) :].lower(), meeting)
    slips = {end: sum(map(ne, end, folded)) for end in ends if len(end) == len(folded)}
    nearest = min(slips, key=slips.__getitem__, default="")
    if nearest and slips[nearest] <= min(_MOST_SLIPS, len(folded) // _LETTERS_A_SLIP):
        return (ends[nearest],)
    near = get_close_matches(folded, ends, 1) if len(ends) <= _MOST_COMPARED else []
    return tuple(ends[end] for end in near)


def _listed(tasks: Sequence[TaskId]) -> str:
    shown = sorted(tasks, key=lambda task: (task.meeting, task.number))[:_MOST_NEAR]
    rest = len(tasks) - len(shown)
    return ", ".join(map(str, shown)) + (f" a další ({rest})" if rest else "")
