"""Make the entries of the tracker anew, from what meetings say and what stands in the file."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from zapis.model.tasks import TaskId
from zapis.tasks.calendar import Calendar
from zapis.tasks.meetings import MeetingTasks, TaskFacts
from zapis.tasks.standing import Group, Standing, keep_words, print_groups, renew_groups
from zapis.tasks.tracker import GONE_SECTION, WITHOUT_SERIES, Entry, Statement, fold, in_order
from zapis.tasks.tracker_file import TrackerFile, strip_return
from zapis.tasks.tracker_head import Remembered, print_head
from zapis.tasks.tracker_layout import Placed


class Built(NamedTuple):
    """An entry as data and as lines of the file."""

    entry: Entry
    placed: Placed


@dataclass(frozen=True, slots=True)
class EntryMaker:
    """Makes entries; `reviews` is what active meetings say of older tasks, by task and day.

    `keeps` tells whether the line of a meeting that says nothing now stays, by its path.
    `facts` are what a person writes down now.
    """

    file: TrackerFile
    reviews: Mapping[TaskId, Sequence[Statement]]
    keeps: Callable[[str], bool]
    remembered: Mapping[str, Remembered]
    today: dt.date
    facts: Mapping[TaskId, Sequence[Statement]]

    def current(
        self, task: TaskId, facts: TaskFacts, said: Statement, section: str, old: Standing | None
    ) -> Built:
        """The entry of a task that its minutes have."""
        statements = (said, *self.reviews.get(task, ()))
        facts_now = self.facts.get(task, ())
        if old is None:
            every = in_order((*statements, *facts_now))
            groups = tuple(Group(statement) for statement in every)
            return self._build(task, facts.sentence, section, (), groups, None)
        added = list(old.edits)
        if self._is_reworded(old, facts.sentence):
            added.append(keep_words(old, self.today))
        above, groups = renew_groups(old, statements, self.keeps, (*added, *facts_now))
        return self._build(task, facts.sentence, section, above, groups, old)

    def standing(self, old: Standing) -> Built:
        """The entry of a task whose minutes were not read: only other meetings are renewed."""
        return self._stay(old, old.block.section or WITHOUT_SERIES)

    def gone(self, old: Standing) -> Built:
        """The entry of a task that its minutes no longer have."""
        return self._stay(old, GONE_SECTION)

    def _stay(self, old: Standing, section: str) -> Built:
        setting = (old.setting,) if old.setting else ()
        statements = (*setting, *self.reviews.get(old.id, ()))
        added = (*old.edits, *self.facts.get(old.id, ()))
        above, groups = renew_groups(old, statements, self.keeps, added)
        return self._build(old.id, old.head.sentence, section, above, groups, old)

    def _is_reworded(self, old: Standing, sentence: str) -> bool:
        """Whether somebody has written other words into the head line."""
        before = self.remembered.get(str(old.id))
        return old.head.sentence not in (before.sentence if before else sentence, sentence)

    def _build(
        self,
        task: TaskId,
        sentence: str,
        section: str,
        above: Sequence[str],
        groups: Sequence[Group],
        old: Standing | None,
    ) -> Built:
        statements = tuple(group.statement for group in groups)
        is_gone = section == GONE_SECTION
        entry = Entry(task, sentence, statements, section, is_gone, is_new=old is None)
        head = print_head(task, sentence, fold(statements))
        if old and strip_return(old.block.head) == head:
            head = old.block.head
        elif self.file.newline == "\r\n":
            head += "\r"
        lines = (head, *above, *print_groups(groups, self.file.newline))
        behind = old.block.behind if old else ()
        return Built(entry, Placed(task, section, lines, behind, old.order if old else None))


def setting_statement(meeting: MeetingTasks, facts: TaskFacts, calendar: Calendar) -> Statement:
    """What the meeting that sets a task says of it."""
    deadline = calendar.resolve(facts.deadline, meeting)
    names = facts.assignees or None
    return Statement(meeting.date, facts.status, names, deadline, "", meeting.path)
