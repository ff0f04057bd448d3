"""Which entries of the base and of both sides are the same task."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple

from zapis.tasks.similarity import likeness, read_words
from zapis.tasks.tracker import State, Statement, fold
from zapis.tasks.tracker_file import Block
from zapis.tasks.tracker_head import print_tail, read_head

# Less than where minutes are compared with entries: here the numbers are equal.
_LEAST_SIMILARITY = 0.5
# Entries with one number and other words that are compared each with each; two are usual.
_MOST_EQUAL = 50


class Versions(NamedTuple):
    """A task as it stands in the base and on both sides; None where it does not."""

    base: Block | None = None
    ours: Block | None = None
    theirs: Block | None = None


def pair_entries(
    base: Sequence[Block], ours: Sequence[Block], theirs: Sequence[Block]
) -> Iterator[Versions]:
    """All tasks of the three texts, each once.

    An entry is known by its number. Where two entries have the same one, as after a merge of
    branches that both gave it, they are told apart by their words; an entry that a build has
    renumbered since is known by its words too. New entries of both sides are the same task only
    if their numbers and their words are equal.
    """
    here, there = _match(base, ours), _match(base, theirs)
    for index, block in enumerate(base):
        yield Versions(block, here.get(index), there.get(index))
    new_here, new_there = _without(ours, here.values()), _without(theirs, there.values())
    same = dict(_match_equal(list(enumerate(new_here)), new_there, _number_and_words))
    for index, block in enumerate(new_here):
        yield Versions(None, block, same.get(index))
    yield from (Versions(None, None, block) for block in _without(new_there, same.values()))


def sentence_of(block: Block) -> str:
    """The sentence of a head line, as far as it can be told from its entry alone."""
    return read_head(block.content, fold(block.statements), (), None).sentence


def _match(base: Sequence[Block], side: Sequence[Block]) -> dict[int, Block]:
    """The entries of a side by the index of their entry in the base."""
    matches = dict(_match_ids(base, side))
    left = [(index, block) for index, block in enumerate(base) if index not in matches]
    new = _without(side, matches.values())
    if left and new:
        matches |= _match_equal(left, new, _meeting_and_words)
    return matches


def _match_ids(base: Sequence[Block], side: Sequence[Block]) -> Iterator[tuple[int, Block]]:
    by_id: dict[Hashable, list[Block]] = {}
    for block in side:
        by_id.setdefault(block.id, []).append(block)
    wanted: dict[Hashable, list[tuple[int, Block]]] = {}
    for index, block in enumerate(base):
        if block.id in by_id:
            wanted.setdefault(block.id, []).append((index, block))
    for task, own in wanted.items():
        found = by_id[task]
        if len(own) == len(found) == 1 and own[0][1].content == found[0].content:
            yield own[0][0], found[0]
            continue
        same = dict(_match_equal(own, found, _words))
        yield from same.items()
        left = [(index, block) for index, block in own if index not in same]
        yield from _match_similar(left[:_MOST_EQUAL], _without(found, same.values())[:_MOST_EQUAL])


def _match_similar(
    wanted: Sequence[tuple[int, Block]], side: Sequence[Block]
) -> Iterator[tuple[int, Block]]:
    """The most similar pairs of entries with one number; of equally similar ones the first."""
    pairs = [
        (-share, index, at)
        for index, block in wanted
        for at, other in enumerate(side)
        if (share := _likeness(block, other))
    ]
    taken_base: set[int] = set()
    taken_side: set[int] = set()
    for _, index, at in sorted(pairs):
        if index not in taken_base and at not in taken_side:
            taken_base.add(index)
            taken_side.add(at)
            yield index, side[at]


def _likeness(base: Block, side: Block) -> float:
    """How much two entries with one number are alike, 0 for entries of different tasks.

    **Why** the number is not enough: that of a deleted task may have been given again. Other words
    are still the same task if the meeting gave it to the same people with the same deadline, or if
    somebody has written the same words below both; bare states tell nothing.
    """
    share = likeness(read_words(sentence_of(base)), read_words(sentence_of(side)))
    if share >= _LEAST_SIMILARITY:
        return 1 + share
    is_set_alike = bool(fields := _fields_of_setting(base)) and fields == _fields_of_setting(side)
    return float(is_set_alike or not _written_words(base).isdisjoint(_written_words(side)))


def _fields_of_setting(block: Block) -> str:
    """The assignees and the deadline that the meeting gave the task, as printed."""
    said = next((said for said in block.statements if said.path), None)
    return print_tail(State(assignees=said.assignees or (), deadline=said.deadline)) if said else ""


def _written_words(block: Block) -> set[str]:
    """What somebody has written below a task in words of his own."""
    said = (line.text if line.statement is None else _note(line.statement) for line in block.lines)
    return {words.strip() for words in said} - {""}


def _note(said: Statement) -> str:
    return "" if said.path else said.note


def _match_equal(
    wanted: Iterable[tuple[int, Block]], side: Iterable[Block], key: Callable[[Block], Hashable]
) -> Iterator[tuple[int, Block]]:
    by_key: dict[Hashable, list[Block]] = {}
    for block in side:
        by_key.setdefault(key(block), []).append(block)
    for index, block in wanted:
        if same := by_key.get(key(block)):
            yield index, same.pop(0)


def _words(block: Block) -> Hashable:
    return sentence_of(block)


def _number_and_words(block: Block) -> Hashable:
    return block.id, sentence_of(block)


def _meeting_and_words(block: Block) -> Hashable:
    return block.id.meeting, sentence_of(block)


def _without(blocks: Sequence[Block], taken: Iterable[Block]) -> list[Block]:
    """The blocks that are not among `taken`, told apart by their lines in the file."""
    numbers = {block.number for block in taken}
    return [block for block in blocks if block.number not in numbers]
