"""Values the deadline rules exchange: the sentence they read and what they read there."""

import datetime as dt
from collections.abc import Callable
from datetime import date

from msgspec import Struct
from msgspec.structs import replace


class Deadline(Struct, frozen=True, gc=False):
    """When something is to be done, in the author's words and, where they allow, as days.

    `starts` and `due` are the first and the last day; only `starts` means no due date.
    `recurring` covers what repeats or lasts and is never overdue. `next_meeting` asks the caller
    for the date of the next meeting; `meeting_of` is the body named behind it as written
    („zastupitelstva“), so that the caller can tell another body from this one.
    `problem` is one Czech clause about a day that does not exist or a weekday that does not fit.
    `year_written` tells a written year from one concluded from the meeting.
    """

    words: str
    starts: date | None = None
    due: date | None = None
    approximate: bool = False
    recurring: bool = False
    next_meeting: bool = False
    problem: str | None = None
    time: dt.time | None = None
    year_written: bool = False
    meeting_of: str | None = None

    @property
    def is_words_only(self) -> bool:
        """Whether nothing but the words is known."""
        return not (self.starts or self.due or self.recurring or self.next_meeting)


class DeadlineMatch(Struct, frozen=True):
    """A deadline and its code-point span in the text, preposition and time included."""

    start: int
    end: int
    deadline: Deadline


class Sentence(Struct, frozen=True):
    """Text under reading: as written, folded offset for offset, and the day it is seen from.

    `is_field` says that the text is the content of a deadline field, not a sentence.
    """

    text: str
    folded: str
    meeting: date
    is_field: bool = False

    def is_named(self, pos: int) -> bool:
        """Whether the word at `pos` is capitalised alone, as in „do Týdne knihoven“."""
        return self.text[pos : pos + 1].isupper() and self.text[pos + 1 : pos + 2].islower()


class Reading(Struct, frozen=True):
    """What a rule read: the offset behind it and the deadline, its `words` not filled in yet."""

    end: int
    deadline: Deadline

    def changed(self, *, end: int | None = None, approximate: bool | None = None) -> "Reading":
        """The same reading with another end or flag."""
        deadline = self.deadline
        if approximate is not None:
            deadline = replace(deadline, approximate=approximate)
        return Reading(self.end if end is None else end, deadline)


Rule = Callable[[Sentence, int], Reading | None]


def words_only(end: int) -> Reading:
    """A reading of which nothing but the words is known."""
    return Reading(end, Deadline(""))


def recurring(end: int) -> Reading:
    """A reading of something that repeats or lasts."""
    return Reading(end, Deadline("", recurring=True))
