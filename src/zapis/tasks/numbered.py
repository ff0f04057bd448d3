"""The tasks of all meetings with their numbers, each beside its entry in the tracker."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from zapis import codes
from zapis.czech.shortening import first_words
from zapis.diagnostics import Diagnostic
from zapis.model.tasks import TaskId
from zapis.tasks.identity import Known, Numbering, Wanted, number_tasks
from zapis.tasks.meetings import MeetingTasks, TaskFacts
from zapis.tasks.standing import Standing
from zapis.tasks.tracker_head import Remembered


@dataclass(frozen=True, slots=True)
class NumberedTask:
    """A task of the minutes, its identity and the entry it had, if any."""

    id: TaskId
    facts: TaskFacts
    standing: Standing | None


@dataclass(frozen=True, slots=True)
class Numbered:
    """A meeting with its tasks numbered; `known_id` is its id in the tracker."""

    meeting: MeetingTasks
    known_id: str
    numbering: Numbering
    standing: tuple[Standing | None, ...]

    @property
    def tasks(self) -> Iterator[NumberedTask]:
        """The tasks, each once, in the order of the minutes."""
        numbers = self.numbering.numbers
        for index, facts in enumerate(self.meeting.tasks):
            if index not in self.numbering.repeated:
                task = TaskId(self.known_id, numbers[index])
                yield NumberedTask(task, facts, self.standing[index])

    def diagnostics(self) -> Iterator[Diagnostic]:
        """What is to be said about ids that changed."""
        meeting = self.meeting
        if meeting.id != self.known_id and meeting.tasks:
            message = f"jednání „{meeting.id}“ je v seznamu úkolů vedeno jako „{self.known_id}“"
            cure = f"id: {self.known_id}"
            yield Diagnostic(codes.MEETING_RENAMED, message, meeting.span, cure)
        for index in sorted(self.numbering.renumbered):
            standing, facts = self.standing[index], meeting.tasks[index]
            if standing is None:
                continue
            new = TaskId(self.known_id, self.numbering.numbers[index])
            words = first_words(facts.sentence)
            message = f"číslo #{standing.id} měly dva úkoly, „{words}“ je teď #{new}"
            cure = f"odkazy na tento úkol v jiných zápisech přepište na #{new}"
            yield Diagnostic(codes.TASK_RENUMBERED, message, facts.span, cure)


def number_meetings(
    meetings: Sequence[MeetingTasks],
    ids: Mapping[str, str],
    standing: Mapping[str, Sequence[Standing]],
    remembered: Mapping[str, Remembered],
) -> tuple[Numbered, ...]:
    """Numbers for all tasks; `ids` are the known ids by path, `standing` entries by known id."""
    left = {known_id: list(entries) for known_id, entries in standing.items()}
    taken = {known_id: {own.id.number for own in entries} for known_id, entries in standing.items()}
    numbered: list[Numbered] = []
    for meeting in meetings:
        known_id = ids[meeting.path]
        entries = left.get(known_id, [])
        used = taken.setdefault(known_id, set())
        wanted = [Wanted(task.sentence, task.assignees, task.pinned) for task in meeting.tasks]
        sentences = {task.sentence for task in meeting.tasks}
        known = [_known(entry, sentences, remembered) for entry in entries]
        numbering = number_tasks(wanted, known, used)
        used |= set(numbering.numbers)
        own = tuple(None if match is None else entries[match] for match in numbering.matches)
        left[known_id] = [entry for entry in entries if entry not in own]
        numbered.append(Numbered(meeting, known_id, numbering, own))
    return tuple(numbered)


def _known(
    entry: Standing, sentences: Collection[str], remembered: Mapping[str, Remembered]
) -> Known:
    """An entry by the words of its last update, which a hand may have changed since."""
    sentence = entry.head.sentence
    if sentence not in sentences:
        before = remembered.get(str(entry.id))
        sentence = before.sentence if before else sentence
    setting = entry.setting
    return Known(entry.id.number, sentence, (setting.assignees or ()) if setting else ())
