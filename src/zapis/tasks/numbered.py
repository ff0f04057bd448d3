"""The tasks of all meetings with their numbers, each beside its entry in the tracker."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct

from zapis import codes
from zapis.czech.shortening import first_words
from zapis.diagnostics import Diagnostic
from zapis.model.tasks import TaskId, TaskStatus
from zapis.tasks.identity import Known, Numbering, Wanted, number_tasks
from zapis.tasks.meeting_ids import is_set_by, pinned_number
from zapis.tasks.meetings import MeetingTasks, TaskFacts
from zapis.tasks.memory import Memory
from zapis.tasks.standing import Standing
from zapis.tasks.tracker import GONE_SECTION


class NumberedTask(Struct, frozen=True, gc=False):
    """A task of the minutes, its identity and the entry it had, if any."""

    id: TaskId
    facts: TaskFacts
    standing: Standing | None


class Numbered(Struct, frozen=True):
    """A meeting with its tasks numbered; `known_id` is its id in the tracker.

    `facts` are its tasks, and behind them those that it pins by the id it had before: to the
    minutes these look like reviews of another meeting. `tasks` has each of them once.
    """

    meeting: MeetingTasks
    known_id: str
    facts: tuple[TaskFacts, ...]
    numbering: Numbering
    standing: tuple[Standing | None, ...]
    tasks: tuple[NumberedTask, ...]

    def is_own(self, task: TaskId) -> bool:
        """Whether the meeting pins a task by the id that it had before."""
        former = self.facts[len(self.meeting.tasks) :]
        return bool(former) and task in {TaskId(self.known_id, own.pinned or 0) for own in former}

    def diagnostics(self) -> Iterator[Diagnostic]:
        """What is to be said about ids that changed."""
        meeting = self.meeting
        if meeting.id != self.known_id and self.facts:
            message = f"jednání „{meeting.id}“ je v seznamu úkolů vedeno jako „{self.known_id}“"
            cure = f"id: {self.known_id}"
            yield Diagnostic(codes.MEETING_RENAMED, message, meeting.span, cure)
        for index in sorted(self.numbering.renumbered):
            standing, facts = self.standing[index], self.facts[index]
            if standing is None:
                continue
            new = TaskId(self.known_id, self.numbering.numbers[index])
            words = first_words(facts.sentence)
            message = f"číslo #{standing.id} měly dva úkoly, „{words}“ je teď #{new}"
            cure = f"odkazy na tento úkol v jiných zápisech přepište na #{new}"
            yield Diagnostic(codes.TASK_RENUMBERED, message, facts.span, cure)
        yield from self._idle_pins()

    def _idle_pins(self) -> Iterator[Diagnostic]:
        """A warning for every pin to another number than the one that the task once got."""
        numbering = self.numbering
        for index, facts in enumerate(self.facts):
            number = numbering.numbers[index]
            if facts.pinned in (None, number) or index in numbering.repeated:
                continue
            if index not in numbering.renumbered:
                message = f"úkol má číslo {number}, připnuté číslo {facts.pinned} se nepoužije"
                yield Diagnostic(codes.IDLE_PIN, message, facts.span, f"#{number}")


def number_meetings(
    meetings: Sequence[MeetingTasks],
    ids: Mapping[str, str],
    standing: Mapping[str, Sequence[Standing]],
    memory: Memory,
) -> tuple[Numbered, ...]:
    """Numbers for all tasks; `ids` are the known ids by path, `standing` entries by known id."""
    left = {known_id: list(entries) for known_id, entries in standing.items()}
    taken = {known_id: {own.id.number for own in entries} for known_id, entries in standing.items()}
    numbered: list[Numbered] = []
    for meeting in meetings:
        known_id = ids[meeting.path]
        entries = left.get(known_id, [])
        used = taken.setdefault(known_id, set())
        facts = (*meeting.tasks, *_pinned_by_former_id(meeting, known_id, entries))
        wanted = [
            Wanted(task.sentence, task.assignees, task.pinned, task.deadline, task.status)
            for task in facts
        ]
        sentences = {task.sentence for task in facts}
        known = [_known(entry, sentences, memory) for entry in entries]
        numbering = number_tasks(wanted, known, used)
        used |= set(numbering.numbers)
        own = tuple(None if match is None else entries[match] for match in numbering.matches)
        if own != tuple(entries):
            left[known_id] = [entry for entry in entries if entry not in own]
        tasks = tuple(_number(known_id, facts, numbering, own))
        numbered.append(Numbered(meeting, known_id, facts, numbering, own, tasks))
    return tuple(numbered)


def _number(
    known_id: str,
    tasks: Sequence[TaskFacts],
    numbering: Numbering,
    standing: Sequence[Standing | None],
) -> Iterator[NumberedTask]:
    for index, (facts, number, own) in enumerate(
        zip(tasks, numbering.numbers, standing, strict=True)
    ):
        if index not in numbering.repeated:
            is_same = own is not None and own.id.number == number
            task = own.id if own and is_same else TaskId(known_id, number)
            yield NumberedTask(task, facts, own)


def _pinned_by_former_id(
    meeting: MeetingTasks, known_id: str, entries: Sequence[Standing]
) -> Iterator[TaskFacts]:
    if meeting.id == known_id:
        return
    own = {entry.id.number: entry for entry in entries if is_set_by(entry, meeting)}
    for review in meeting.reviews:
        entry = own.get(pinned_number(review, known_id) or 0)
        if entry:
            sentence = review.comment or entry.head.sentence
            names, number = review.assignees, entry.id.number
            yield TaskFacts(sentence, review.status, names, review.deadline, number, review.span)


def _known(entry: Standing, sentences: Collection[str], memory: Memory) -> Known:
    """An entry by the words of its last update, which a hand may have changed since."""
    sentence = entry.head.sentence
    if sentence not in sentences:
        sentence = memory.sentence(entry.id) or sentence
    said = entry.setting
    is_gone = entry.block.section == GONE_SECTION
    if said is None:
        return Known(entry.id.number, sentence, gone=is_gone)
    status = said.status or TaskStatus.OPEN
    return Known(entry.id.number, sentence, said.assignees or (), said.deadline, status, is_gone)
