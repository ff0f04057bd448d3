"""Numbers of tasks through random edits of whole workspaces, one at a time."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from tracker_cases import built
from zapis.czech.deadlines import read_deadline
from zapis.model.tasks import TaskId
from zapis.tasks.meetings import MeetingTasks, TaskFacts
from zapis.tasks.update import TrackerUpdate

WORDS = (
    *("zaslat", "objednat", "svolat", "připravit", "sál", "zápis", "nápady", "schůzku", "členům"),
    *("skupiny", "na", "a", "do", "pro", "vzdělávací", "akce", "březen", "duben", "školy", "úřad"),
)
PEOPLE = ("Eva Horáková", "Petr Cháb", "členové")
DEADLINES = ("", "do 20. 3. 2026", "do 5. 5. 2026", "do příště", "průběžně")
FIRST_DAY = dt.date(2026, 1, 5)


class Job(Struct, frozen=True, dict=True):
    """A task that can be recognised, whatever becomes of its words."""

    key: int
    words: tuple[str, ...]
    person: str
    deadline: str

    @property
    def facts(self) -> TaskFacts:
        deadline = read_deadline(self.deadline, FIRST_DAY) if self.deadline else None
        return TaskFacts(" ".join(self.words), assignees=(self.person,), deadline=deadline)


class Minutes(Struct, frozen=True, dict=True):
    """A file of minutes; without a series its id comes from its name."""

    key: int
    path: str
    day: dt.date | None
    series: str
    jobs: tuple[Job, ...] = ()

    @property
    def tasks(self) -> MeetingTasks:
        own_id = f"{self.series}-{self.day}" if self.series and self.day else self.path[:-3]
        tasks = tuple(job.facts for job in self.jobs)
        return MeetingTasks(own_id, self.path, self.day, self.series, self.series, tasks=tasks)


Workspace = tuple[Minutes, ...]


class Draw(Struct, dict=True):
    """Draws what an edit needs; keys and new words never come twice."""

    data: st.DataObject
    count: int = 0

    def pick(self, values: Sequence[int]) -> int:
        return self.data.draw(st.sampled_from(values))

    def number(self, most: int) -> int:
        return self.data.draw(st.integers(0, most))

    def fresh(self) -> int:
        self.count += 1
        return self.count

    def jobs(self) -> list[Job]:
        return [self.job() for _ in range(self.number(5))]

    def job(self) -> Job:
        words = self.data.draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=9))
        person, deadline = (self.data.draw(st.sampled_from(of)) for of in (PEOPLE, DEADLINES))
        return Job(self.fresh(), tuple(words), person, deadline)


def reword(job: Job, draw: Draw) -> Job:
    """Up to two words of five are other words, gone, or more."""
    most = len(job.words) * 2 // 5
    places = draw.data.draw(
        st.lists(st.integers(0, len(job.words) - 1), max_size=most, unique=True)
    )
    words = list(job.words)
    how = draw.number(2)
    for place in sorted(places, reverse=True):
        new = [] if how == 1 else [f"jiné{draw.fresh()}"]
        words[place : place + (how != 2)] = new
    return replace(job, words=tuple(words))


def change_field(job: Job, draw: Draw) -> Job:
    other = draw.job()
    return replace(job, **draw.pick([{"person": other.person}, {"deadline": other.deadline}]))


def edit_jobs(minutes: Minutes, draw: Draw) -> Minutes:
    """One task reworded, changed in a field, moved, added or deleted."""
    jobs = list(minutes.jobs)
    if not jobs:
        return replace(minutes, jobs=(draw.job(),))
    index = draw.number(len(jobs) - 1)
    match draw.number(4):
        case 0:
            jobs[index] = reword(jobs[index], draw)
        case 1:
            jobs[index] = change_field(jobs[index], draw)
        case 2:
            jobs.insert(draw.number(len(jobs) - 1), jobs.pop(index))
        case 3:
            jobs.insert(index, draw.job())
        case _:
            del jobs[index]
    return replace(minutes, jobs=tuple(jobs))


def rename(minutes: Minutes, draw: Draw) -> Minutes:
    return replace(minutes, path=f"soubor{draw.fresh()}.md")


def correct_date(minutes: Minutes, draw: Draw) -> Minutes:
    day = FIRST_DAY + dt.timedelta(1000 + draw.fresh()) if minutes.day else None
    return replace(minutes, day=day)


EDITS: tuple[Callable[[Minutes, Draw], Minutes], ...] = (
    *(edit_jobs, edit_jobs, edit_jobs, rename, correct_date),
    lambda minutes, _draw: minutes,
)


def start(draw: Draw) -> Workspace:
    files: list[Minutes] = []
    for _ in range(1 + draw.number(2)):
        key = draw.fresh()
        day = FIRST_DAY + dt.timedelta(key) if draw.number(3) else None
        jobs = {(job.words, job.person, job.deadline): job for job in draw.jobs()}
        series = "bc" if draw.number(1) else ""
        files.append(Minutes(key, f"m{key}.md", day, series, tuple(jobs.values())))
    return tuple(files)


def is_clear(workspace: Workspace) -> bool:
    """Whether no two tasks of a meeting are the same in everything, so that they can be told."""
    return all(
        len({(job.words, job.person, job.deadline) for job in minutes.jobs}) == len(minutes.jobs)
        for minutes in workspace
    )


def numbers(workspace: Workspace, update: TrackerUpdate) -> Mapping[int, TaskId]:
    """The numbers by the keys of the tasks."""
    found: dict[int, TaskId] = {}
    for minutes in workspace:
        own = update.slices[minutes.tasks.id]
        for job, number in zip(minutes.jobs, own.numbers, strict=True):
            found[job.key] = TaskId(own.meeting_id, number)
    return found


@dataclass
class History:
    """A workspace through its builds: every number that was ever given, and to which words."""

    update: TrackerUpdate = field(init=False)
    ever: dict[int, TaskId] = field(default_factory=dict)
    words: dict[TaskId, tuple[str, ...]] = field(default_factory=dict)

    def build(self, workspace: Workspace, *, remembers: bool) -> dict[str, object]:
        """Build it; what has gone wrong with numbers."""
        before = self.ever
        old = getattr(self, "update", None)
        heads = dict(old.heads) if old and remembers else None
        meetings = [minutes.tasks for minutes in workspace]
        self.update = built(*meetings, old=old.text if old else "", remembered=heads)
        now = numbers(workspace, self.update)
        jobs = {job.key: job for minutes in workspace for job in minutes.jobs}
        changed = {key: own for key, own in now.items() if before.get(key, own) != own}
        # The same words again are the same task that has come back.
        reused = {
            key: own
            for key, own in now.items()
            if key not in before and self.words.get(own, jobs[key].words) != jobs[key].words
        }
        self.ever = {**before, **now}
        self.words |= {own: jobs[key].words for key, own in now.items()}
        return {name: found for name, found in (("changed", changed), ("reused", reused)) if found}


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_one_edit_at_a_time_changes_no_number_and_gives_none_again(data: st.DataObject) -> None:
    draw = Draw(data)
    workspace = start(draw)
    history = History()
    faults = history.build(workspace, remembers=True)
    for _ in range(4):
        index = draw.number(len(workspace) - 1)
        edited = list(workspace)
        edited[index] = draw.pick(EDITS)(edited[index], draw)
        workspace = tuple(edited)
        if not is_clear(workspace):
            break
        faults |= history.build(workspace, remembers=bool(draw.number(1)))
    assert faults == {}
