"""Sentences that a head line of the tracker may hold, so that its fields can be told from them."""

from collections.abc import Iterable, Iterator

from zapis.model.tasks import TaskId
from zapis.tasks.meetings import MeetingTasks
from zapis.tasks.memory import Memory


class KnownSentences:
    """The sentence remembered of a task and those of its meeting, the longest first."""

    __slots__ = ("_meetings", "_memory")

    def __init__(self, meetings: Iterable[MeetingTasks], memory: Memory) -> None:
        """`memory` has the head lines as they were written."""
        self._memory = memory
        self._meetings = {meeting.id: meeting for meeting in meetings}

    def __call__(self, task: TaskId) -> Iterator[str]:
        """The sentences that the head line of a task may hold, found when they are asked for."""
        if before := self._memory.sentence(task):
            yield before
        if meeting := self._meetings.get(task.meeting):
            sentences = {facts.sentence for facts in meeting.tasks}
            yield from sorted(sentences, key=lambda words: (-len(words), words))
