"""A filter of tasks as it is asked for, and as it was understood."""

from typing import NamedTuple

from msgspec import Struct

from zapis.model.settings import Series
from zapis.tasks.query.known_person import KnownPerson
from zapis.tasks.query.row_tests import RowTest


class Filter(Struct, frozen=True):
    """What is asked for, all as the user wrote it.

    Different options restrict each other, of several values of one option any will do. Without
    `statuses` and `everything` only open tasks that their minutes still have are meant.
    """

    people: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    meetings: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    overdue: bool = False
    undated: bool = False
    unassigned: bool = False
    everything: bool = False
    until: str = ""

    @property
    def has_words(self) -> bool:
        """Whether there are words to be understood."""
        named = self.people or self.organizations or self.series or self.meetings
        return bool(named or self.statuses or self.words or self.until)


class Known(NamedTuple):
    """What words of a filter may name besides what stands in the tasks."""

    people: tuple[KnownPerson, ...] = ()
    series: tuple[Series, ...] = ()


class FilterProblem(NamedTuple):
    """Why a filter was not understood, in one Czech clause; `option` is the one to be mended."""

    message: str
    cure: str = ""
    option: str = ""


class Part(NamedTuple):
    """One option understood; where it was not, nothing passes its test."""

    test: RowTest
    sentence: str = ""
    problems: tuple[FilterProblem, ...] = ()


class Understood(Struct, frozen=True):
    """What a filter means: its test of a row, a Czech sentence an option, what is wrong."""

    keeps: RowTest
    sentences: tuple[str, ...] = ()
    problems: tuple[FilterProblem, ...] = ()
