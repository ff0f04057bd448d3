"""Entries as they stand in the tracker, with what hands have changed in them since it was made."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from zapis.model.tasks import TaskId, TaskStatus
from zapis.tasks.known_names import NOBODY, NamedPeople
from zapis.tasks.memory import Memory, Remembered, as_written
from zapis.tasks.tracker import NO_DEADLINE, State, Statement, fold, newest_date
from zapis.tasks.tracker_blocks import Block, Line, strip_return
from zapis.tasks.tracker_file import TrackerFile
from zapis.tasks.tracker_head import Head, read_head
from zapis.tasks.tracker_lines import as_read_back


class Group(NamedTuple):
    """A statement line with the foreign lines below it; `text` is empty for a new line."""

    statement: Statement
    text: str = ""
    below: tuple[str, ...] = ()


class Standing(Struct, frozen=True):
    """An entry of the file.

    `setting` is what the meeting that set the task says of it here; `state` is the fold of the
    statements; `edits` are the facts that follow from changes made by hand in the head line.
    `order` is its rank in the file, below 0 for an entry of the archive.
    """

    id: TaskId
    block: Block
    order: int
    head: Head
    setting: Statement | None
    state: State
    edits: tuple[Statement, ...]

    @property
    def above(self) -> tuple[str, ...]:
        """Foreign lines right below the head."""
        return split_lines(self.block)[0]

    @property
    def groups(self) -> tuple[Group, ...]:
        """The statements with the lines below them."""
        return split_lines(self.block)[1]

    @property
    def is_archived(self) -> bool:
        """Whether the entry stands in the archive, which is only read."""
        return self.order < 0

    @property
    def is_untouched(self) -> bool:
        """Whether nothing but the meeting that set the task has a line here."""
        lines = self.block.lines
        return len(lines) == 1 and lines[0].statement is not None and not self.edits


def read_standing(
    file: TrackerFile,
    today: dt.date,
    known: Callable[[TaskId], Iterable[str]],
    remembered: Mapping[str, str],
    people: NamedPeople = NOBODY,
) -> tuple[Standing, ...]:
    """All entries, those of the archive last.

    `known` gives sentences that a task may have, `remembered` what was written (see `Memory`),
    `people` are those whom a hand may have named.
    """
    hands = _Hands(today, known, Memory(remembered), people)
    entries = tuple(_read(block, order, hands) for order, block in enumerate(file.blocks))
    if not file.archived:
        return entries
    ids = {own.id for own in entries}
    archived = (
        _read_archived(block, order, hands)
        for order, block in enumerate(file.archived, -len(file.archived))
        if block.id not in ids
    )
    return (*entries, *archived)


def split_lines(block: Block) -> tuple[tuple[str, ...], tuple[Group, ...]]:
    """The foreign lines right below the head, and the statements with those below them."""
    above: list[str] = []
    groups: list[Group] = []
    for text, statement in block.lines:
        if statement:
            groups.append(Group(statement, text))
        elif groups:
            groups[-1] = groups[-1]._replace(below=(*groups[-1].below, text))
        else:
            above.append(text)
    return tuple(above), tuple(groups)


class _Hands(NamedTuple):
    """What tells changes made by hand from others."""

    today: dt.date
    known: Callable[[TaskId], Iterable[str]]
    memory: Memory
    people: NamedPeople


def _read_archived(block: Block, order: int, hands: _Hands) -> Standing:
    """An entry of the archive, whose lines may have other ends than those of the tracker."""
    lines = tuple(Line(strip_return(text), statement) for text, statement in block.lines)
    return replace(_read(replace(block, lines=lines), order, hands), edits=())


def _read(block: Block, order: int, hands: _Hands) -> Standing:
    statements = block.statements
    setting = next((statement for statement in statements if statement.path), None)
    state = fold(statements)
    head = read_head(block.content, state, hands.known(block.id), hands.today, hands.people)
    has_setting = setting is not None
    edits = tuple(_find_edits(block, head, state, None, has_setting=has_setting))
    if edits and (before := _recall(block.id, statements, hands.memory)):
        edits = tuple(_find_edits(block, head, state, before, has_setting=has_setting))
    if edits:
        day = newest_date(statements, hands.today)
        edits = tuple(as_read_back(replace(change, date=day)) for change in edits)
    return Standing(block.id, block, order, head, setting, state, edits)


def _recall(task: TaskId, statements: Sequence[Statement], memory: Memory) -> Remembered | None:
    """The head line as it was written; where it is not remembered, as it probably was.

    **Why** facts with words count: zapis writes none from a head line, so somebody has written
    them below a line that was left as it was. Bare facts may be zapis's own, and the line is then
    what a hand has changed since.
    """
    before = memory.recall(task)
    if before:
        facts = sum(not statement.path for statement in statements)
        # Fewer facts than were written: an older copy of the file, whose head line is meant.
        return before if before.facts <= facts else None
    earlier = [item for item in statements if item.path or item.is_note or not item.note]
    return as_written("", fold(earlier), 0) if len(earlier) < len(statements) else None


def _find_edits(
    block: Block, head: Head, state: State, before: Remembered | None, *, has_setting: bool
) -> Iterator[Statement]:
    """What a hand has changed in the head line, without a date yet.

    Whoever deleted the line of the setting meeting took away what the head line is compared with;
    then only a box that is not empty is sure to have been meant.
    """
    box = before.box if before else None
    is_meant = has_setting or block.status is not TaskStatus.OPEN
    if block.status is not state.status and block.status.box != box and is_meant:
        yield Statement(None, status=block.status)
    if has_setting and not head.has_assignees_of(state, before):
        yield Statement(None, assignees=head.assignees)
    if has_setting and not head.has_deadline_of(state, before):
        yield Statement(None, deadline=head.deadline or NO_DEADLINE)
    if head.addition:
        yield Statement(None, note=head.addition)


def keep_addition(standing: Standing, today: dt.date) -> tuple[Statement, ...]:
    """A note of the words that somebody has put behind the fields of a head line, if any."""
    if not standing.head.addition:
        return ()
    day = newest_date(standing.block.statements, today)
    return (Statement(day, note=standing.head.addition),)


def keep_words(standing: Standing, today: dt.date) -> Statement:
    """A note that keeps the words of a head line which is put back."""
    note = f"znění v seznamu bylo „{standing.head.sentence}“"
    return Statement(newest_date(standing.block.statements, today), note=note)
