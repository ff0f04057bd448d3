"""Entries as they stand in the tracker, with what hands have changed in them since it was made."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from zapis.model.tasks import TaskId
from zapis.tasks.tracker import NO_DEADLINE, State, Statement, fold, moment, newest_date
from zapis.tasks.tracker_file import Block, TrackerFile, strip_return
from zapis.tasks.tracker_head import Head, Remembered, read_head
from zapis.tasks.tracker_lines import print_fact_line, print_meeting_line


class Group(NamedTuple):
    """A statement line with the foreign lines below it; `text` is empty for a new line."""

    statement: Statement
    text: str = ""
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """An entry of the file.

    `above` are foreign lines right below its head; `edits` are the facts that follow from changes
    made by hand in the head line. `order` is its rank in the file.
    """

    block: Block
    order: int
    head: Head
    above: tuple[str, ...]
    groups: tuple[Group, ...]
    edits: tuple[Statement, ...]

    @property
    def id(self) -> TaskId:
        """The identity of the task."""
        return self.block.id

    @property
    def setting(self) -> Statement | None:
        """What the meeting that set the task says of it, as it stands here."""
        return next((group.statement for group in self.groups if group.statement.path), None)

    @property
    def is_untouched(self) -> bool:
        """Whether nothing but the meeting that set the task has a line here."""
        return len(self.groups) == 1 and not (self.edits or self.above or self.groups[0].below)


def read_standing(
    file: TrackerFile,
    today: dt.date,
    known: Callable[[TaskId], Sequence[str]],
    remembered: Mapping[str, Remembered],
) -> tuple[Standing, ...]:
    """All entries; `known` gives sentences that a task may have, `remembered` what was written."""
    return tuple(
        _read(block, order, today, known(block.id), remembered.get(str(block.id)))
        for order, block in enumerate(file.blocks)
    )


def _read(
    block: Block, order: int, today: dt.date, known: Sequence[str], before: Remembered | None
) -> Standing:
    above, groups = _group(block)
    statements = tuple(group.statement for group in groups)
    state = fold(statements)
    head = read_head(block.content, state, known, today)
    # Without a statement of its meeting an entry cannot tell what a hand has changed.
    has_setting = any(statement.path for statement in statements)
    changes = _find_edits(block, head, state, before) if has_setting else ()
    day = newest_date(statements, today)
    edits = tuple(change._replace(date=day) for change in changes)
    return Standing(block, order, head, above, groups, edits)


def _group(block: Block) -> tuple[tuple[str, ...], tuple[Group, ...]]:
    above: list[str] = []
    groups: list[tuple[Statement, str, list[str]]] = []
    for line in block.lines:
        if line.statement:
            groups.append((line.statement, line.text, []))
        else:
            (groups[-1][2] if groups else above).append(line.text)
    return tuple(above), tuple(Group(own, text, tuple(below)) for own, text, below in groups)


def _find_edits(
    block: Block, head: Head, state: State, before: Remembered | None
) -> Iterator[Statement]:
    """What a hand has changed in the head line, without a date yet."""
    box = before.box if before else None
    if block.status is not state.status and block.status.box != box:
        yield Statement(None, status=block.status)
    if not head.has_assignees_of(state, before):
        yield Statement(None, assignees=head.assignees)
    if not head.has_deadline_of(state, before):
        yield Statement(None, deadline=head.deadline or NO_DEADLINE)


def keep_words(standing: Standing, today: dt.date) -> Statement:
    """A note that keeps the words of a head line which is put back."""
    statements = tuple(group.statement for group in standing.groups)
    note = f"znění v seznamu bylo „{standing.head.sentence}“"
    return Statement(newest_date(statements, today), note=note)


def renew_groups(
    standing: Standing,
    said: Sequence[Statement],
    keeps: Callable[[str], bool],
    added: Sequence[Statement] = (),
) -> tuple[tuple[str, ...], tuple[Group, ...]]:
    """The lines above and the groups, with `said` in place of what meetings said before.

    The first of `said` is that of the setting meeting. Lines of other meetings stay where `keeps`
    says so of their path; below a line that goes, foreign lines stay. `added` are new facts.
    """
    old = {group.statement.path: group for group in reversed(standing.groups)}
    above = list(standing.above)
    wanted = {statement.path for statement in said}
    setting = standing.setting
    moved = old.get(setting.path) if setting and setting.path not in wanted else None
    groups: list[Group] = []
    for index, statement in enumerate(said):
        former = old.get(statement.path) or (moved if index == 0 else None)
        groups.append(_renew(statement, former))
    facts = []
    for group in standing.groups:
        path = group.statement.path
        if not path:
            facts.append(group)
        elif path not in wanted and keeps(path):
            groups.append(group)
        elif (path not in wanted or group is not old[path]) and group is not moved:
            above += group.below
    first, others = groups[:1], sorted(groups[1:], key=lambda group: _order(group.statement))
    facts += (Group(statement) for statement in added)
    every = sorted((*first, *others, *facts), key=lambda group: moment(group.statement))
    return tuple(above), tuple(every)


def print_groups(groups: Sequence[Group], newline: str) -> Iterator[str]:
    """The lines of the groups; those that were there keep every character."""
    blank = "\r" if newline == "\r\n" else ""
    for group in groups:
        yield group.text or f"{_print(group.statement)}{blank}"
        yield from group.below


def _renew(statement: Statement, former: Group | None) -> Group:
    if former is None:
        return Group(statement)
    is_same = former.statement == statement
    is_same = is_same or strip_return(former.text) == print_meeting_line(statement)
    return Group(statement, former.text if is_same else "", former.below)


def _print(statement: Statement) -> str:
    return print_meeting_line(statement) if statement.path else print_fact_line(statement)


def _order(statement: Statement) -> tuple[dt.date, str]:
    return statement.date or dt.date.min, statement.path
