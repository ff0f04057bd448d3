"""People whom the tracker and the minutes name, found by what a hand writes behind `@`."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from zapis.czech.names import NameIndex, parse_name
from zapis.tasks.line import KnownPeople, Nobody
from zapis.tasks.meetings import MeetingTasks
from zapis.tasks.tracker_file import TrackerFile


class NamedPeople(KnownPeople, Protocol):
    """Known people who can be found by name, and the full name of each."""

    def name(self, index: int) -> str:
        """The full name of the person at an index that was found."""


class _Unnamed(Nobody):
    """Nobody is known, so there are no indexes to ask for."""

    def name(self, index: int) -> str:
        """Never called: nobody is found."""
        raise IndexError(index)


NOBODY: NamedPeople = _Unnamed()


class KnownNames:
    """People by their full names; a name that fits several of them is nobody's.

    **Why** a class: the index is made only when a hand has changed an assignee, which is rare.
    """

    __slots__ = ("_index", "_names", "_source")

    def __init__(self, source: Callable[[], Iterable[str]]) -> None:
        """`source` gives all names, also those of groups, which are left out."""
        self._source = source
        self._names: tuple[str, ...] = ()
        self._index: NameIndex | None = None

    def name(self, index: int) -> str:
        """The full name of the person at an index that was found."""
        return self._names[index]

    def find(self, written: str) -> tuple[int, ...]:
        """The people whom the whole of the words names."""
        return self._made().find(written)

    def match_at(self, text: str, position: int) -> tuple[int, tuple[int, ...]] | None:
        """Where the longest known name at the position ends, and whose it is."""
        return self._made().match_at(text, position)

    def _made(self) -> NameIndex:
        if self._index is None:
            self._names = tuple(sorted({name for name in self._source() if _is_person(name)}))
            self._index = NameIndex([(parse_name(name), ()) for name in self._names])
        return self._index


def names_in(old: TrackerFile, meetings: Iterable[MeetingTasks]) -> Iterator[str]:
    """Everybody whom the tracker and the minutes name."""
    for block in old.blocks:
        for statement in block.statements:
            yield from statement.assignees or ()
    for meeting in meetings:
        yield from meeting.people
        for task in meeting.tasks:
            yield from task.assignees
        for review in meeting.reviews:
            yield from review.assignees


def _is_person(name: str) -> bool:
    """Whether the name is a given name and a surname, not a group or an office."""
    words = name.split()
    return len(words) > 1 and all(word[0].isupper() for word in words)
