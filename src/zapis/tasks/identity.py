"""Which task of rebuilt minutes is which entry of the tracker, and the numbers of new ones."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

_LEAST_SIMILARITY = 0.6


class Wanted(NamedTuple):
    """A task of the minutes: its words, who is to do it, and the number its author pinned."""

    sentence: str
    assignees: tuple[str, ...] = ()
    pinned: int | None = None


class Known(NamedTuple):
    """An entry: its number, its words and the assignees that its meeting gave it."""

    number: int
    sentence: str
    assignees: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Numbering:
    """The outcome for the tasks of one meeting, one value a task in their order.

    `matches` are indexes of entries, None for a new task. `repeated` are tasks that say the same
    pinned number again; `renumbered` are tasks whose number another task already has.
    """

    numbers: tuple[int, ...]
    matches: tuple[int | None, ...]
    repeated: frozenset[int]
    renumbered: frozenset[int]


def number_tasks(
    wanted: Sequence[Wanted], known: Sequence[Known], taken: Iterable[int] = ()
) -> Numbering:
    """Numbers for the tasks of a meeting: those of their entries, for new ones the next free.

    Matched are first pinned numbers, then equal words (with equal assignees, then without), then
    the most similar pairs, which share at least 0.6 of their words. `taken` are further numbers
    that must not be given again.
    """
    repeated = frozenset(_find_repeated(wanted))
    matches = _match(wanted, known, repeated)
    pins = {task.pinned for task in wanted if task.pinned}
    used: set[int] = set()
    following = max({0, *taken, *pins, *(entry.number for entry in known)}) + 1
    numbers: list[int] = []
    renumbered: set[int] = set()
    for index, task in enumerate(wanted):
        match = matches[index]
        number = task.pinned if match is None else known[match].number
        if index in repeated:
            numbers.append(task.pinned or 0)
            continue
        if number is not None and number in used:
            renumbered.add(index)
        if number is None or number in used:
            number, following = following, following + 1
        used.add(number)
        numbers.append(number)
    return Numbering(tuple(numbers), tuple(matches), repeated, frozenset(renumbered))


def similarity(first: Counter[str], second: Counter[str]) -> float:
    """The share of words two texts have in common, 0 to 1, wherever the words stand."""
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 1.0


def words_of(sentence: str) -> Counter[str]:
    """The words of a sentence, each as often as it occurs, without case and punctuation."""
    words = (word.strip(".,;:!?()„“\"'–-") for word in sentence.lower().split())
    return Counter(word for word in words if word)


def _find_repeated(wanted: Sequence[Wanted]) -> Iterator[int]:
    seen: set[int] = set()
    for index, task in enumerate(wanted):
        if task.pinned is not None:
            if task.pinned in seen:
                yield index
            seen.add(task.pinned)


def _match(
    wanted: Sequence[Wanted], known: Sequence[Known], repeated: frozenset[int]
) -> list[int | None]:
    matches: list[int | None] = [None] * len(wanted)
    free = set(range(len(known)))
    keys: tuple[tuple[_WantedKey, _KnownKey], ...] = (
        (lambda task: (task.pinned, task.sentence), lambda entry: (entry.number, entry.sentence)),
        (lambda task: task.pinned, lambda entry: entry.number),
        (lambda task: task[:2], lambda entry: entry[1:]),
        (lambda task: task.sentence, lambda entry: entry.sentence),
    )
    for wanted_key, known_key in keys:
        by_key: dict[Hashable, list[int]] = {}
        for index in sorted(free, key=lambda index: -known[index].number):
            by_key.setdefault(known_key(known[index]), []).append(index)
        for index, task in enumerate(wanted):
            if matches[index] is not None or index in repeated or not free:
                continue
            if same := by_key.get(wanted_key(task)):
                found = same.pop()
                matches[index] = found
                free.discard(found)
    open_tasks = [i for i, match in enumerate(matches) if match is None and i not in repeated]
    open_tasks = [index for index in open_tasks if wanted[index].pinned is None]
    if open_tasks and free:
        _match_similar(wanted, known, open_tasks, sorted(free), matches)
    return matches


_WantedKey = Callable[[Wanted], Hashable]
_KnownKey = Callable[[Known], Hashable]


def _match_similar(
    wanted: Sequence[Wanted],
    known: Sequence[Known],
    tasks: Sequence[int],
    entries: Sequence[int],
    matches: list[int | None],
) -> None:
    """The most similar pairs first; of equally similar ones those that stand nearest."""
    pairs = sorted(_similar_pairs(wanted, known, tasks, entries))
    taken: set[int] = set()
    for _, _, _, entry, task in pairs:
        if matches[task] is None and entry not in taken:
            matches[task] = entry
            taken.add(entry)


def _similar_pairs(
    wanted: Sequence[Wanted], known: Sequence[Known], tasks: Sequence[int], entries: Sequence[int]
) -> Iterator[tuple[float, bool, int, int, int]]:
    words = {entry: words_of(known[entry].sentence) for entry in entries}
    by_word: dict[str, list[int]] = {}
    for entry, own in words.items():
        for word in own:
            by_word.setdefault(word, []).append(entry)
    for task in tasks:
        own = words_of(wanted[task].sentence)
        for entry in {entry for word in own for entry in by_word.get(word, ())}:
            share = similarity(own, words[entry])
            if share >= _LEAST_SIMILARITY:
                others = wanted[task].assignees != known[entry].assignees
                yield -share, others, abs(task + 1 - known[entry].number), entry, task
