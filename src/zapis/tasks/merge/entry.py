"""One entry from the versions of both sides and the one they come from."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from zapis.model.tasks import TaskId
from zapis.source import SourceFile
from zapis.tasks.merge.choice import choose
from zapis.tasks.merge.lines import Lines, merge_lines
from zapis.tasks.merge.pending import (
    Version,
    held_properties,
    read_version,
    with_held,
    write_down,
)
from zapis.tasks.merge.statements import Groups, Key, find_conflicts, split_lines, unite
from zapis.tasks.standing import Standing, keep_addition, keep_words, read_standing
from zapis.tasks.tracker import Statement, fold
from zapis.tasks.tracker_file import Block, TrackerFile
from zapis.tasks.tracker_head import print_head
from zapis.tasks.tracker_layout import entry_order


class MergedEntry(NamedTuple):
    """The lines of an entry; `theirs` differ from `ours` where the sides contradict each other."""

    id: TaskId
    ours: Lines
    theirs: Lines


def merge_entry(base: Block | None, ours: Block, theirs: Block, today: dt.date) -> MergedEntry:
    """The entry with everything that either side says.

    A contradiction leaves two whole entries, each with the words of one side and with everything
    on which the sides agree, so that a person only has to choose one.
    """
    if ours.lines == theirs.lines and ours.head == theirs.head:
        lines = lines_of(ours)
        return MergedEntry(ours.id, lines, lines)
    blocks = (base, ours, theirs) if base else (ours, theirs)
    *before, here, there = _stand(blocks, today)
    origin = read_version(before[0], None) if before else None
    sides = (read_version(here, origin), read_version(there, origin))
    return _Merge(origin, *sides, today).run()


def lines_of(block: Block) -> Lines:
    """The lines of an entry as they stand."""
    return (block.head, *(line.text for line in block.lines))


def _stand(blocks: Sequence[Block], today: dt.date) -> Iterator[Standing]:
    """The entries read; the sentences of other versions help to read each of them.

    **Why** not its own: whatever a hand has put before the derived fields seems to be a part of it.
    """
    alone = [_read(block, (), today) for block in blocks]
    for index, block in enumerate(blocks):
        others = [own for at, own in enumerate(alone) if at != index]
        sure = [own for own in others if _is_sure(own)] or others
        yield _read(block, {own.head.sentence for own in sure}, today)


def _read(block: Block, known: Collection[str], today: dt.date) -> Standing:
    file = TrackerFile(SourceFile("", ""), blocks=(block,))
    sentences = sorted(known, key=lambda sentence: (-len(sentence), sentence))
    return read_standing(file, today, lambda _: sentences, {})[0]


def _is_sure(standing: Standing) -> bool:
    """Whether the head line ends as its statements say, so that the rest is the sentence."""
    state = fold(standing.block.statements)
    return standing.head.has_assignees_of(state) and standing.head.has_deadline_of(state)


class _Merge(NamedTuple):
    """An entry that both sides have changed, or that both have made."""

    base: Version | None
    ours: Version
    theirs: Version
    today: dt.date

    def run(self) -> MergedEntry:
        known = self.base.groups if self.base else {}
        held = (
            held_properties(self.base, self.ours, self.theirs),
            held_properties(self.base, self.theirs, self.ours),
        )
        sentence = self._sentence()
        here = write_down(self.ours, held[0], self.today, self._words(self.ours, sentence))
        there = write_down(self.theirs, held[1], self.today, self._words(self.theirs, sentence))
        wrong_here, wrong_there = find_conflicts(known, here, there)
        groups, lost = unite(known, here, there)
        above = self._above(groups, lost)
        forms = (
            tuple(self._print(sentence, held, above, _leave_out(groups, wrong)))
            for wrong in (wrong_there, wrong_here)
        )
        return MergedEntry(self._id(), *forms)

    def _id(self) -> TaskId:
        ours, theirs = self.ours.standing.id, self.theirs.standing.id
        return choose(self.base.standing.id if self.base else ours, ours, theirs, _lower)

    def _sentence(self) -> str:
        before = self.base.standing.head.sentence if self.base else ""
        ours, theirs = self.ours.standing.head.sentence, self.theirs.standing.head.sentence
        return choose(before, ours, theirs, min)

    def _words(self, side: Version, sentence: str) -> tuple[Statement, ...]:
        """Notes of what will not stand in the merged line.

        They are words behind its fields, and those of a side where both have reworded the task.
        """
        known = {sentence, self.base.standing.head.sentence if self.base else sentence}
        added = keep_addition(side.standing, self.today)
        if side.standing.head.sentence in known:
            return added
        return (*added, keep_words(side.standing, self.today))

    def _above(self, groups: Groups, lost: Lines) -> Lines:
        """Somebody's own lines right below the head, and those that stand nowhere else now."""
        before = split_lines(self.base.standing.block)[0] if self.base else ()
        ours, theirs = (split_lines(side.standing.block)[0] for side in (self.ours, self.theirs))
        above = merge_lines(before, ours, theirs)
        placed = {"", *above, *(line for group in groups.values() for line in group.below)}
        return (*above, *(line for line in lost if line not in placed))

    def _print(
        self, sentence: str, held: Sequence[frozenset[str]], above: Lines, groups: Groups
    ) -> Iterator[str]:
        state = fold([group.statement for group in groups.values()])
        for names, side in zip(held, (self.ours, self.theirs), strict=True):
            state = with_held(state, names, side)
        yield print_head(self._id(), sentence, state)
        allowed = self._count_own_lines()
        yield from _take(above, allowed)
        for group in groups.values():
            yield group.text
            yield from _take(group.below, allowed)

    def _count_own_lines(self) -> Counter[str]:
        """How often each of somebody's own lines may stand in the entry.

        **Why:** one that both sides have moved, each to another place, must not become two.
        """
        base = _own_lines(self.base.standing.block) if self.base else Counter[str]()
        ours, theirs = (_own_lines(side.standing.block) for side in (self.ours, self.theirs))
        return base + (ours - base) + (theirs - base)


def _own_lines(block: Block) -> Counter[str]:
    """Somebody's own lines below a task, and how often each stands there."""
    return Counter(line.text for line in block.lines if not line.statement)


def _take(lines: Lines, allowed: Counter[str]) -> Iterator[str]:
    """The lines as far as they are allowed, which they then are no more; blank ones always."""
    for line in lines:
        if not line.strip() or allowed[line] > 0:
            allowed[line] -= 1
            yield line


def _leave_out(groups: Groups, wrong: set[Key]) -> Groups:
    return {key: group for key, group in groups.items() if key not in wrong}


def _lower(ours: TaskId, theirs: TaskId) -> TaskId:
    return min(ours, theirs, key=entry_order)
