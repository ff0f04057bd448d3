"""From what a command wants to the facts that are to be written down for a task."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from zapis.czech.dates import format_date
from zapis.model.tasks import TaskStatus
from zapis.tasks.change_words import (
    ChangeProblem,
    PeopleNames,
    one_line,
    understand_assignees,
    understand_deadline,
)
from zapis.tasks.tracker import NO_DEADLINE, Entry, State, Statement, fold, moment, newest_date
from zapis.tasks.tracker_lines import as_read_back, print_fact_line
from zapis.tasks.tracker_words import print_assignees, print_deadline


class Wanted(Struct, frozen=True):
    """What a command asks to be written down, in the user's own words; None for no change.

    `day` is the day of the facts; without it they are of today and win over all that is known.
    """

    status: TaskStatus | None = None
    assignees: tuple[str, ...] | None = None
    deadline: str | None = None
    note: str = ""
    day: dt.date | None = None


class Planned(NamedTuple):
    """The facts to be written, one change each, as they will be read back.

    `notices` are Czech clauses on how words were understood and on what stays as it is. With
    `problems` nothing may be written.
    """

    facts: tuple[Statement, ...] = ()
    notices: tuple[str, ...] = ()
    problems: tuple[ChangeProblem, ...] = ()


def plan_changes(
    entry: Entry,
    wanted: Wanted,
    people: PeopleNames,
    today: dt.date,
    next_meeting: dt.date | None = None,
) -> Planned:
    """What is to be written for a task so that it becomes as wanted.

    `next_meeting` is the day that „do příště“ means for the task, None where it is not known.

    Facts stand in the order in which a change by hand would be noted: state, assignees, deadline;
    the note goes with the last of them, or alone. What the task already is on that day is not
    written again.
    """
    day = wanted.day or newest_date(entry.statements, today)
    known = tuple(item for item in entry.statements if moment(item) <= (day, True))
    found, notices, problems = _read(wanted, people, day, today, next_meeting)
    state = fold(known)
    changes = [fact for fact in found if not _is_so(fact, state)]
    same = [_already(fact, day if wanted.day else None) for fact in found if _is_so(fact, state)]
    if wanted.day and wanted.day > today:
        notices = (*notices, f"{format_date(wanted.day)} teprve přijde")
    note = one_line(wanted.note)
    if note and not changes and any(_has_note(item, day, note) for item in known):
        same.append("stejná poznámka už tam je")
        note = ""
    if note:
        last = changes.pop() if changes else Statement(day)
        changes.append(replace(last, note=note))
    facts = tuple(as_read_back(fact) for fact in changes)
    if facts and wanted.day is None and day > today:
        notices = (*notices, f"zapsáno k {format_date(day)}: dnešní by přebil novější řádek úkolu")
    later = tuple(item for item in entry.statements if moment(item) > (day, True))
    return Planned(facts, (*notices, *same, *_overridden(facts, later)), problems)


def _read(
    wanted: Wanted,
    people: PeopleNames,
    day: dt.date,
    today: dt.date,
    next_meeting: dt.date | None,
) -> tuple[list[Statement], tuple[str, ...], tuple[ChangeProblem, ...]]:
    """The wanted changes as facts of a day, without a note."""
    found: list[Statement] = []
    notices: tuple[str, ...] = ()
    problems: tuple[ChangeProblem, ...] = ()
    if wanted.status is not None:
        found.append(Statement(day, status=wanted.status))
    if wanted.assignees is not None:
        names = understand_assignees(wanted.assignees, people)
        found.append(Statement(day, assignees=names.value))
        notices, problems = names.notices, names.problems
    if wanted.deadline is not None:
        deadline = understand_deadline(wanted.deadline, wanted.day or today, next_meeting)
        found.append(Statement(day, deadline=deadline.value))
        notices, problems = (*notices, *deadline.notices), (*problems, *deadline.problems)
    return found, notices, problems


def _is_so(fact: Statement, state: State) -> bool:
    """Whether the state already has what a fact of one change says, as the tracker writes it."""
    if fact.status is not None:
        return fact.status is state.status
    if fact.assignees is not None:
        return print_assignees(fact.assignees) == print_assignees(state.assignees)
    return print_deadline(fact.deadline or NO_DEADLINE) == print_deadline(
        state.deadline or NO_DEADLINE
    )


def _already(fact: Statement, day: dt.date | None) -> str:
    when = f"k {format_date(day)} " if day else ""
    return f"{when}už platí: {_say(fact)}"


def _has_note(item: Statement, day: dt.date, note: str) -> bool:
    return not item.path and item.date == day and item.note == note


def _overridden(facts: Iterable[Statement], later: Iterable[Statement]) -> Iterator[str]:
    """What newer statements say in place of the facts."""
    newest_first = tuple(reversed(tuple(later)))
    for fact in facts:
        newer = next((item for item in newest_first if not _of_kind(fact, item).is_note), None)
        if newer and newer.date and not fact.is_note:
            source = f" (zápis {newer.path})" if newer.path else ""
            said = f"{format_date(newer.date)}: {_say(_of_kind(fact, newer))}"
            yield f"dál platí novější {said}{source}"


def _of_kind(fact: Statement, item: Statement) -> Statement:
    """What a statement says of the property that a fact changes; a note where it says nothing."""
    if fact.status is not None:
        return Statement(item.date, status=item.status)
    if fact.assignees is not None:
        return Statement(item.date, assignees=item.assignees)
    return Statement(item.date, deadline=item.deadline)


def _say(fact: Statement) -> str:
    """The words of a fact without its day."""
    return print_fact_line(fact).partition(": ")[2]
