"""Changes that commands make to tasks: all of a command at once, under the lock of the tracker."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from zapis import codes
from zapis.diagnostics import FileReport, Outcome, in_order
from zapis.engine.processes.collecting import without_collection
from zapis.engine.tracker.meetings_index import TaskSources, read_task_sources
from zapis.engine.tracker.store import StoredTracker, locked, not_stored, read_stored, store
from zapis.files import Busy, WriteError
from zapis.model.tasks import TaskId
from zapis.source import SourceFile
from zapis.tasks.change_words import ChangeProblem, PeopleNames
from zapis.tasks.changes import Planned, Wanted, plan_changes
from zapis.tasks.coming import coming_meeting
from zapis.tasks.query.ids import NotFound, find_task
from zapis.tasks.tracker import Entry, State, Statement
from zapis.tasks.tracker_head import print_head
from zapis.tasks.update import TrackerUpdate, update_tracker
from zapis.workspace import TRACKER, Workspace

Progress = Callable[[str], None]
_Facts = Mapping[TaskId, Sequence[Statement]]


@dataclass(frozen=True, slots=True)
class ChangeRequest:
    """The tasks by what the user calls them, any unambiguous ending of an id, and what is asked."""

    ids: tuple[str, ...]
    wanted: Wanted


@dataclass(frozen=True, slots=True)
class ChangedTask:
    """A task with its head lines before and after; `state` is the one before.

    `facts` were written down, none where nothing had to change; `notices` are Czech clauses.
    """

    id: TaskId
    before: str
    after: str
    state: State
    facts: tuple[Statement, ...]
    notices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangeResult:
    """What a command did to tasks, in the order in which they were asked for.

    With `problems` (of ids and of values) or a report with an error nothing was written.
    """

    tasks: tuple[ChangedTask, ...] = ()
    problems: tuple[ChangeProblem, ...] = ()
    reports: tuple[FileReport, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether nothing was written."""
        return bool(self.problems) or any(report.failed for report in self.reports)


def _no_progress(_path: str) -> None:
    pass


def _no_message() -> None:
    pass


def change_tasks(
    workspace: Workspace,
    request: ChangeRequest,
    today: date,
    progress: Progress = _no_progress,
    waiting: Callable[[], None] = _no_message,
) -> ChangeResult:
    """Bring the tracker up to date and write down what is wanted of some of its tasks.

    All of it or nothing. `waiting` is called once when another zapis is at work for a while.

    **Why** the lock is held while sources are read: a tracker brought up to date from older
    sources would take tasks for gone that another process has just written.
    """
    if workspace.broken and workspace.report:
        return ChangeResult(reports=(workspace.report,))
    try:
        with locked(workspace, waiting), without_collection():
            stored = read_stored(workspace)
            change = _Change(request, today, stored, read_task_sources(workspace, progress))
            return change.run(workspace)
    except (Busy, WriteError) as problem:
        report = FileReport(SourceFile(TRACKER, ""), (not_stored(problem),))
        return ChangeResult(reports=(report,))


@dataclass(frozen=True, slots=True)
class _Change:
    """One attempt, inside the lock."""

    request: ChangeRequest
    today: date
    stored: StoredTracker
    sources: TaskSources

    def run(self, workspace: Workspace) -> ChangeResult:
        current = self._update({})
        report = self._report(current)
        if report.failed:
            return ChangeResult(reports=(report,))
        entries = current.value.tracker.entries
        asked = self._find(entries)
        if problems := tuple(item for item in asked if isinstance(item, ChangeProblem)):
            # Minutes that cannot be read may hide the task.
            return ChangeResult(problems=problems, reports=self.sources.reports)
        wanted = {item.id: item for item in asked if isinstance(item, Entry)}
        people = self._people(entries)
        plans = {
            task: plan_changes(
                entry, self.request.wanted, people, self.today, self._next_meeting(task)
            )
            for task, entry in wanted.items()
        }
        wrong = dict.fromkeys(item for plan in plans.values() for item in plan.problems)
        if wrong:
            return ChangeResult(problems=tuple(wrong))
        changed = self._update({task: plan.facts for task, plan in plans.items()})
        if problem := store(workspace, changed.value, self.stored):
            return ChangeResult(reports=(replace(report, diagnostics=(problem,)),))
        told = tuple(own for own in (report, *_renumbered(changed.value)) if own.diagnostics)
        return ChangeResult(_compare(wanted, changed.value, plans), reports=told)

    def _people(self, entries: Sequence[Entry]) -> PeopleNames:
        """Whom the command may name; nobody need be known where it names none."""
        if self.request.wanted.assignees is None:
            return PeopleNames(())
        assigned = (name for entry in entries for name in entry.state.assignees)
        return PeopleNames(self.sources.people, assigned)

    def _next_meeting(self, task: TaskId) -> date | None:
        """The day that „do příště“ means; nobody need know where no deadline is given."""
        wanted = self.request.wanted
        if wanted.deadline is None:
            return None
        return coming_meeting(self.sources.meetings, task, wanted.day or self.today)

    def _update(self, facts: _Facts) -> Outcome[TrackerUpdate]:
        stored, sources = self.stored, self.sources
        return update_tracker(
            stored.file, sources.meetings, sources.kept, self.today, stored.heads, facts
        )

    def _report(self, current: Outcome[TrackerUpdate]) -> FileReport:
        found = in_order((*self.stored.problems, *current.diagnostics))
        return FileReport(self.stored.file.source, found)

    def _find(self, entries: Sequence[Entry]) -> tuple[Entry | ChangeProblem, ...]:
        """The entries that are asked for, with a problem in place of each that is not clear."""
        by_id = {entry.id: entry for entry in entries}
        counts = Counter(entry.id for entry in entries)
        found: list[Entry | ChangeProblem] = []
        for written in self.request.ids:
            task = find_task(written, by_id)
            if isinstance(task, NotFound):
                found.append(ChangeProblem(task.message, task.cure))
            elif counts[task] > 1:
                cure = "spusťte zapis build a opravte chyby, které vypíše"
                found.append(ChangeProblem(f"číslo #{task} mají dva úkoly", cure))
            else:
                found.append(by_id[task])
        return tuple(found)


def _compare(
    before: Mapping[TaskId, Entry], update: TrackerUpdate, plans: Mapping[TaskId, Planned]
) -> tuple[ChangedTask, ...]:
    after = {entry.id: entry for entry in update.tracker.entries if entry.id in before}
    return tuple(
        ChangedTask(
            task,
            _head(entry),
            _head(after[task]),
            entry.state,
            plans[task].facts,
            plans[task].notices,
        )
        for task, entry in before.items()
    )


def _head(entry: Entry) -> str:
    return print_head(entry.id, entry.sentence, entry.state)


def _renumbered(update: TrackerUpdate) -> Iterator[FileReport]:
    """What is said only once of minutes: tasks that have just got another number."""
    for path, found in update.diagnostics.items():
        new = tuple(item for item in found if item.code == codes.TASK_RENUMBERED)
        yield FileReport(SourceFile(path, ""), tuple(replace(item, span=None) for item in new))
