"""Which task of rebuilt minutes is which entry of the tracker, and the numbers of new ones."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

from zapis.czech.deadlines import Deadline
from zapis.model.tasks import TaskStatus
from zapis.tasks.alignment import align
from zapis.tasks.similarity import LEAST_SIMILARITY, likeness, read_words, similarity, words_of
from zapis.tasks.tracker_words import NO_DEADLINE_WORDS

__all__ = ["Known", "Numbering", "Wanted", "number_tasks", "similarity", "words_of"]

_FARTHEST_NEIGHBOUR = 20

# One for all: an empty set of its own for each of ten thousand meetings takes megabytes.
_NONE: frozenset[int] = frozenset()


class Wanted(NamedTuple):
    """A task of the minutes, and the number that its author pinned."""

    sentence: str
    assignees: tuple[str, ...] = ()
    pinned: int | None = None
    deadline: Deadline | None = None
    status: TaskStatus = TaskStatus.OPEN


class Known(NamedTuple):
    """An entry: its number, and the task as its meeting set it.

    `gone` says that its minutes no longer had it when it was written.
    """

    number: int
    sentence: str
    assignees: tuple[str, ...] = ()
    deadline: Deadline | None = None
    status: TaskStatus = TaskStatus.OPEN
    gone: bool = False


class Numbering(Struct, frozen=True):
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

    Matched are first pinned numbers, then equal words, then the most similar pairs, which share
    at least 0.6 of their words. Of tasks with equal words the order, the assignees and the
    deadline tell which is which. A task that is gone comes back by its number or equal words
    only: what is merely similar to it is a new task. `taken` are further numbers that must not be
    given again.
    """
    repeated = frozenset(_find_repeated(wanted)) or _NONE
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
    return Numbering(tuple(numbers), tuple(matches), repeated, frozenset(renumbered) or _NONE)


def _find_repeated(wanted: Sequence[Wanted]) -> Iterator[int]:
    seen: set[int] = set()
    for index, task in enumerate(wanted):
        if task.pinned is not None:
            if task.pinned in seen:
                yield index
            seen.add(task.pinned)


def _match(
    wanted: Sequence[Wanted], known: Sequence[Known], repeated: frozenset[int]
) -> tuple[int | None, ...]:
    if not repeated and _is_unchanged(wanted, known):
        return tuple(range(len(wanted)))
    matching = _Matching(wanted, known, repeated)
    matching.by_key(
        lambda task: (task.pinned, task.sentence), lambda own: (own.number, own.sentence)
    )
    matching.by_key(lambda task: task.pinned, lambda own: own.number)
    matching.by_order()
    matching.by_key(_everything, _everything)
    matching.by_key(lambda task: task[:2], lambda own: own[1:3])
    matching.by_key(_sentence_and_day, _sentence_and_day)
    matching.by_key(lambda task: task.sentence, lambda own: own.sentence)
    matching.by_similarity()
    return tuple(matching.matches)


def _is_unchanged(wanted: Sequence[Wanted], known: Sequence[Known]) -> bool:
    """Whether the tasks are the entries, each with words of its own, in the same order.

    **Why:** most meetings of a workspace have not changed since the last build.
    """
    if len(wanted) != len(known):
        return False
    pairs = zip(wanted, known, strict=True)
    is_same = all(
        task.sentence == entry.sentence and task.pinned in (None, entry.number)
        for task, entry in pairs
    )
    return is_same and len({entry.sentence for entry in known}) == len(known)


def _everything(task: Wanted | Known) -> tuple[Hashable, ...]:
    """All by which tasks with equal words can be told apart."""
    return task.sentence, task.assignees, _day(task.deadline), task.status


def _sentence_and_day(task: Wanted | Known) -> tuple[Hashable, ...]:
    return task.sentence, _day(task.deadline)


def _day(deadline: Deadline | None) -> Hashable:
    if deadline is None or deadline.words == NO_DEADLINE_WORDS:
        return None
    return "next meeting" if deadline.next_meeting else deadline.due or deadline.words


class _Matching:
    """Tasks and entries of one meeting; each step matches some of those that are left."""

    def __init__(
        self, wanted: Sequence[Wanted], known: Sequence[Known], repeated: frozenset[int]
    ) -> None:
        self.wanted = wanted
        self.known = known
        self.matches: list[int | None] = [None] * len(wanted)
        self.repeated = repeated
        # Entries in the order in which their tasks once stood, those that are gone behind.
        order = range(len(known))
        self.entries = sorted(
            order, key=lambda index: (known[index].gone, known[index].number, index)
        )
        self.free = set(order)

    def by_key(
        self, wanted_key: Callable[[Wanted], Hashable], known_key: Callable[[Known], Hashable]
    ) -> None:
        """Match what has the same key; of several the first with the first."""
        if not self.free:
            return
        by_key: dict[Hashable, list[int]] = {}
        for entry in reversed(self._free_entries()):
            by_key.setdefault(known_key(self.known[entry]), []).append(entry)
        for task in self._left():
            if same := by_key.get(wanted_key(self.wanted[task])):
                self._take(task, same.pop())

    def by_order(self) -> None:
        """Match tasks that occur several times by what stands around them."""
        tasks, entries = self._left(), [i for i in self._free_entries() if not self.known[i].gone]
        if not tasks or not entries:
            return
        keys = [_everything(self.wanted[task]) for task in tasks]
        known_keys = [_everything(self.known[entry]) for entry in entries]
        if len(set(keys)) == len(keys) and len(set(known_keys)) == len(known_keys):
            return
        for task, entry in align(keys, known_keys):
            self._take(tasks[task], entries[entry])

    def by_similarity(self) -> None:
        """The most similar pairs first; of equally similar ones those that stand nearest."""
        tasks = [task for task in self._left() if self.wanted[task].pinned is None]
        entries = [entry for entry in self._free_entries() if not self.known[entry].gone]
        for *_, entry, task in sorted(self._similar_pairs(tasks, entries)):
            if self.matches[task] is None and entry in self.free:
                self._take(task, entry)

    def _similar_pairs(
        self, tasks: Sequence[int], entries: Sequence[int]
    ) -> Iterator[tuple[float, int, int, int, int]]:
        words = {entry: read_words(self.known[entry].sentence) for entry in entries}
        by_word: dict[str, list[int]] = {}
        for entry, own in words.items():
            for word in own.counts:
                by_word.setdefault(word, []).append(entry)
        for task in tasks:
            wanted = self.wanted[task]
            own = read_words(wanted.sentence)
            for entry in {entry for word in own.counts for entry in by_word.get(word, ())}:
                share = likeness(own, words[entry])
                if share >= LEAST_SIMILARITY:
                    known = self.known[entry]
                    others = (wanted.assignees != known.assignees) * 2
                    others += _day(wanted.deadline) != _day(known.deadline)
                    yield -share, others, self._distance(task, known.number), entry, task

    def _distance(self, task: int, number: int) -> int:
        """How far a number is from that which the neighbours of a task let expect."""
        for away in range(1, min(len(self.wanted), _FARTHEST_NEIGHBOUR)):
            for other in (task - away, task + away):
                match = self.matches[other] if 0 <= other < len(self.wanted) else None
                if match is not None:
                    return abs(self.known[match].number + task - other - number)
        return abs(task + 1 - number)

    def _left(self) -> list[int]:
        return [
            task
            for task, match in enumerate(self.matches)
            if match is None and task not in self.repeated
        ]

    def _free_entries(self) -> list[int]:
        return [entry for entry in self.entries if entry in self.free]

    def _take(self, task: int, entry: int) -> None:
        self.matches[task] = entry
        self.free.discard(entry)
