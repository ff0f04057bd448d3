"""The statement lines of an entry made anew, with the foreign lines that stand below them."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from zapis.tasks.standing import Group, Standing, split_lines
from zapis.tasks.tracker import Statement, moment
from zapis.tasks.tracker_blocks import Block, Line, strip_return
from zapis.tasks.tracker_lines import print_fact_line, print_meeting_line


class Lines(NamedTuple):
    """The lines of an entry below its head, and the statements they make.

    `unchanged` says that they are those that stand in the file.
    """

    texts: tuple[str, ...]
    statements: tuple[Statement, ...]
    unchanged: bool = False


def join_groups(above: Iterable[str], groups: Iterable[Group]) -> tuple[Line, ...]:
    """The lines that `split_lines` would take apart like this."""
    lines = [Line(text) for text in above]
    for group in groups:
        lines.append(Line(group.text, group.statement))
        lines += map(Line, group.below)
    return tuple(lines)


def new_lines(said: Sequence[Statement], facts: Sequence[Statement], newline: str) -> Lines:
    """The lines of a new entry; the first of `said` is that of the setting meeting."""
    first, *others = map(Group, said)
    others.sort(key=_meeting_order)  # as they will stand when they are renewed
    return _print_groups((), _in_order(first, (*others, *map(Group, facts))), newline)


def renew_lines(
    standing: Standing,
    said: Sequence[Statement],
    keeps: Callable[[str], bool],
    added: Sequence[Statement],
    newline: str,
) -> Lines:
    """The lines of an entry with `said` in place of what meetings said before.

    The first of `said` is that of the setting meeting, if the entry has one. Lines of other
    meetings stay where `keeps` says so of their path; below a line that goes, foreign lines stay.
    `added` are new facts. Lines that say the same keep every character.
    """
    if not added and (same := _same_statements(standing.block, said)):
        return Lines(tuple(line.text for line in standing.block.lines), same, unchanged=True)
    above, groups = split_lines(standing.block)
    old = {group.statement.path: group for group in reversed(groups)}
    foreign = list(above)
    wanted = {statement.path for statement in said}
    setting = standing.setting
    moved = old.get(setting.path) if setting and setting.path not in wanted else None
    renewed = [
        _renew(statement, old.get(statement.path) or (moved if index == 0 else None))
        for index, statement in enumerate(said)
    ]
    facts = []
    for group in groups:
        path = group.statement.path
        if not path:
            facts.append(group)
        elif path not in wanted and keeps(path):
            renewed.append(group)
        elif (path not in wanted or group is not old[path]) and group is not moved:
            foreign += group.below
    first, others = (renewed[0] if renewed else None), sorted(renewed[1:], key=_meeting_order)
    facts += (Group(statement) for statement in added)
    return _print_groups(foreign, _in_order(first, (*others, *facts)), newline)


def _same_statements(block: Block, said: Sequence[Statement]) -> tuple[Statement, ...] | None:
    """The statements if every line stays where it is, None if any does not.

    **Why:** a build of ten thousand tasks that changes one of them has no time for the others.
    """
    statements: list[Statement] = []
    count = 0
    for text, former in block.lines:
        if former is None:
            continue
        current = former
        if former.path:
            if count == len(said) or not _is_same(text, former, said[count]):
                return None
            current = said[count]
            count += 1
        if statements and moment(current) < moment(statements[-1]):
            return None
        statements.append(current)
    return tuple(statements) if count == len(said) else None


def _is_same(text: str, former: Statement, statement: Statement) -> bool:
    """Whether a line says what a meeting says now; a line of another file never does."""
    if former.path != statement.path:
        return False
    return former == statement or strip_return(text) == print_meeting_line(statement)


def _renew(statement: Statement, former: Group | None) -> Group:
    if former is None:
        return Group(statement)
    is_same = _is_same(former.text, former.statement, statement)
    return Group(statement, former.text if is_same else "", former.below)


def _in_order(first: Group | None, others: Sequence[Group]) -> tuple[Group, ...]:
    """The groups by their days; no meeting stands before the one that set the task."""
    every = sorted(others, key=lambda group: moment(group.statement))
    if first is None:
        return tuple(every)
    own = moment(first.statement)
    places = (
        place
        for place, group in enumerate(every)
        if group.statement.path or moment(group.statement) > own
    )
    every.insert(next(places, len(every)), first)
    return tuple(every)


def _meeting_order(group: Group) -> tuple[dt.date, str]:
    return group.statement.date or dt.date.min, group.statement.path


def _print_groups(foreign: Iterable[str], groups: Sequence[Group], newline: str) -> Lines:
    texts = (*foreign, *_print_lines(groups, "\r" if newline == "\r\n" else ""))
    return Lines(texts, tuple(group.statement for group in groups))


def _print_lines(groups: Iterable[Group], line_end: str) -> Iterator[str]:
    for group in groups:
        yield group.text or f"{_print(group.statement)}{line_end}"
        yield from group.below


def _print(statement: Statement) -> str:
    return print_meeting_line(statement) if statement.path else print_fact_line(statement)
