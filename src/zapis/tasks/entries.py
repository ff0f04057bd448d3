"""Make the entries of the tracker anew, from what meetings say and what stands in the file."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from msgspec import Struct, field

from zapis.model.tasks import TaskId
from zapis.tasks.calendar import Calendar
from zapis.tasks.groups import Lines, new_lines, renew_lines
from zapis.tasks.meetings import MeetingTasks, TaskFacts
from zapis.tasks.memory import Memory, remember
from zapis.tasks.standing import Standing, keep_words
from zapis.tasks.tracker import GONE_SECTION, WITHOUT_SERIES, Entry, State, Statement, fold
from zapis.tasks.tracker_file import TrackerFile, strip_return
from zapis.tasks.tracker_head import print_head
from zapis.tasks.tracker_layout import Placed

_NO_FACTS: Mapping[TaskId, Sequence[Statement]] = MappingProxyType({})


class Built(Struct, frozen=True, gc=False):
    """An entry as data and as lines of the file; `state` is that of the entry.

    `old` is what stood in the file, `words` the sentence of the minutes, empty if not known.
    """

    entry: Entry
    placed: Placed
    state: State
    old: Standing | None
    words: str

    def remember(self) -> str:
        """What to remember of the head line until the next update."""
        facts = sum(not statement.path for statement in self.entry.statements)
        return remember(self.words, self.state, facts)


class _Wording(NamedTuple):
    """What an entry is called: its number, its sentence, that of the minutes, and its section."""

    id: TaskId
    sentence: str
    words: str
    section: str


class EntryMaker(Struct, frozen=True):
    """Makes entries; `reviews` is what active meetings say of older tasks, by task and day.

    `keeps` tells whether the line of a meeting that says nothing now stays, by its path.
    `facts` are what a person writes down now.
    """

    file: TrackerFile
    reviews: Mapping[TaskId, Sequence[Statement]]
    keeps: Callable[[str], bool]
    memory: Memory
    today: dt.date
    facts: Mapping[TaskId, Sequence[Statement]] = field(default_factory=lambda: _NO_FACTS)

    def current(
        self, task: TaskId, facts: TaskFacts, said: Statement, section: str, old: Standing | None
    ) -> Built:
        """The entry of a task that its minutes have."""
        statements = (said, *self._reviews(task))
        facts_now = self._facts(task)
        wording = _Wording(task, facts.sentence, facts.sentence, section)
        if old is None:
            lines = new_lines(statements, facts_now, self.file.newline)
            return self._build(wording, lines, None)
        added = [edit for edit in old.edits if old.setting or not _is_said(edit, said)]
        if self._is_reworded(old, facts.sentence):
            added.append(keep_words(old, self.today))
        return self._build(wording, self._renew(old, statements, (*added, *facts_now)), old)

    def standing(self, old: Standing) -> Built:
        """The entry of a task whose minutes were not read: only other meetings are renewed."""
        return self._stay(old, old.id, old.block.section or WITHOUT_SERIES)

    def gone(self, old: Standing, task: TaskId) -> Built:
        """The entry of a task that its minutes no longer have, under this number."""
        return self._stay(old, task, GONE_SECTION)

    def _stay(self, old: Standing, task: TaskId, section: str) -> Built:
        setting = (old.setting,) if old.setting else ()
        statements = (*setting, *self._reviews(task))
        lines = self._renew(old, statements, (*old.edits, *self._facts(task)))
        words = self.memory.sentence(old.id)
        return self._build(_Wording(task, old.head.sentence, words, section), lines, old)

    def _reviews(self, task: TaskId) -> Sequence[Statement]:
        return self.reviews.get(task, ()) if self.reviews else ()

    def _facts(self, task: TaskId) -> Sequence[Statement]:
        return self.facts.get(task, ()) if self.facts else ()

    def _renew(self, old: Standing, said: Sequence[Statement], added: Sequence[Statement]) -> Lines:
        return renew_lines(old, said, self.keeps, added, self.file.newline)

    def _is_reworded(self, old: Standing, sentence: str) -> bool:
        """Whether somebody has written other words into the head line."""
        words = old.head.sentence
        return words != sentence and words != self.memory.sentence(old.id)

    def _build(self, wording: _Wording, lines: Lines, old: Standing | None) -> Built:
        task, sentence, words, section = wording
        state = old.state if old and lines.unchanged else fold(lines.statements)
        is_gone = section == GONE_SECTION
        entry = Entry(task, sentence, lines.statements, section, is_gone, is_new=old is None)
        head = print_head(task, sentence, state)
        if old and not old.is_archived and strip_return(old.block.head) == head:
            head = old.block.head
        elif self.file.newline == "\r\n":
            head += "\r"
        if old is None or old.is_archived:
            placed = Placed(task, section, (head, *lines.texts))
        else:
            placed = Placed(task, section, (head, *lines.texts), old.block.behind, old.order)
        return Built(entry, placed, state, old, words)


def setting_statement(meeting: MeetingTasks, facts: TaskFacts, calendar: Calendar) -> Statement:
    """What the meeting that sets a task says of it."""
    deadline = calendar.resolve(facts.deadline, meeting)
    names = facts.assignees or None
    return Statement(meeting.date, facts.status, names, deadline, "", meeting.path)


def _is_said(edit: Statement, said: Statement) -> bool:
    """Whether a change by hand is what the minutes say anyway."""
    return edit.status is not None and edit.status is said.status
