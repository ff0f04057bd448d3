"""Changes that commands make to tasks: all of a command at once, under the lock of the tracker."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from zapis import codes
from zapis.diagnostics import Diagnostics, FileReport
from zapis.engine.index.look import look_at
from zapis.engine.index.records import Refreshed
from zapis.engine.index.refresh import refresh
from zapis.engine.processes.collecting import without_collection
from zapis.engine.progress import Progress, no_progress
from zapis.engine.tracker.meetings_index import known_people
from zapis.engine.tracker.opened import Opened, open_part, open_whole
from zapis.engine.tracker.store import locked, not_stored
from zapis.files import Busy, WriteError
from zapis.model.tasks import TaskId
from zapis.source import SourceFile
from zapis.tasks.change_words import ChangeProblem, PeopleNames
from zapis.tasks.changes import Planned, Wanted, plan_changes
from zapis.tasks.coming import coming_meeting
from zapis.tasks.query.ids import NotFound, find_task
from zapis.tasks.tracker import Entry, State, Statement
from zapis.tasks.tracker_head import print_head
from zapis.workspace import TRACKER, Workspace


class ChangeRequest(Struct, frozen=True):
    """The tasks by what the user calls them, any unambiguous ending of an id, and what is asked."""

    ids: tuple[str, ...]
    wanted: Wanted


class ChangedTask(Struct, frozen=True):
    """A task with its head lines before and after; `state` is the one before.

    `facts` were written down, none where nothing had to change; `notices` are Czech clauses.
    """

    id: TaskId
    before: str
    after: str
    state: State
    facts: tuple[Statement, ...]
    notices: tuple[str, ...]


class ChangeResult(Struct, frozen=True):
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


def _no_message() -> None:
    pass


def change_tasks(
    workspace: Workspace,
    request: ChangeRequest,
    today: date,
    progress: Progress = no_progress,
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
            refreshed = refresh(workspace, look_at(workspace), progress)
            change = _Change(workspace, request, today, refreshed)
            return change.run_part() or change.run_whole()
    except (Busy, WriteError) as problem:
        report = FileReport(SourceFile(TRACKER, ""), (not_stored(problem),))
        return ChangeResult(reports=(report,))


class _Change(Struct, frozen=True):
    """One attempt, inside the lock."""

    workspace: Workspace
    request: ChangeRequest
    today: date
    sources: Refreshed

    def run_part(self) -> ChangeResult | None:
        """Read no more than the change reaches; None where that is not enough.

        Whom words mean may be known from any entry.
        """
        if self.request.wanted.assignees is not None:
            return None
        opened = open_part(self.workspace, self.sources, self.today, self.request.ids)
        if opened is None or self._reaches_beyond(opened):
            return None
        return self._run(opened)

    def run_whole(self) -> ChangeResult:
        """Read everything."""
        opened = open_whole(self.workspace, self.sources, self.today)
        result = None if opened.report.failed else self._run(opened)
        return result or ChangeResult(reports=(opened.report,))

    def _reaches_beyond(self, opened: Opened) -> bool:
        """Whether a task is meant that has not been read."""
        read = {entry.id for entry in opened.entries}
        found = (find_task(written, opened.ids) for written in self.request.ids)
        return any(isinstance(task, TaskId) and task not in read for task in found)

    def _run(self, opened: Opened) -> ChangeResult | None:
        asked = self._find(opened)
        if problems := tuple(item for item in asked if isinstance(item, ChangeProblem)):
            # Minutes that cannot be read may hide the task.
            failed = tuple(own for own in self.sources.reports.values() if own.failed)
            return ChangeResult(problems=problems, reports=failed)
        wanted = {item.id: item for item in asked if isinstance(item, Entry)}
        people = self._people(opened.entries)
        plans = {
            task: plan_changes(
                entry, self.request.wanted, people, self.today, self._next_meeting(opened, task)
            )
            for task, entry in wanted.items()
        }
        wrong = dict.fromkeys(item for plan in plans.values() for item in plan.problems)
        if wrong:
            return ChangeResult(problems=tuple(wrong))
        saved = opened.save({task: plan.facts for task, plan in plans.items()})
        if saved is None:
            return None
        if saved.problem:
            return ChangeResult(reports=(replace(opened.report, diagnostics=(saved.problem,)),))
        told = tuple(own for own in (opened.report, *_renumbered(saved.said)) if own.diagnostics)
        return ChangeResult(_compare(wanted, saved.entries, plans), reports=told)

    def _people(self, entries: Sequence[Entry]) -> PeopleNames:
        """Whom the command may name; nobody need be known where it names none."""
        if self.request.wanted.assignees is None:
            return PeopleNames(())
        assigned = (name for entry in entries for name in entry.state.assignees)
        return PeopleNames(known_people(self.workspace, self.sources.records), assigned)

    def _next_meeting(self, opened: Opened, task: TaskId) -> date | None:
        """The day that „do příště“ means; nobody need know where no deadline is given."""
        wanted = self.request.wanted
        if wanted.deadline is None:
            return None
        return coming_meeting(opened.meetings, task, wanted.day or self.today)

    def _find(self, opened: Opened) -> tuple[Entry | ChangeProblem, ...]:
        """The entries that are asked for, with a problem in place of each that is not clear."""
        by_id = {entry.id: entry for entry in opened.entries}
        counts = Counter(entry.id for entry in opened.entries)
        found: list[Entry | ChangeProblem] = []
        for written in self.request.ids:
            task = find_task(written, dict.fromkeys(opened.ids))
            if isinstance(task, NotFound):
                found.append(ChangeProblem(task.message, task.cure))
            elif counts[task] > 1:
                cure = "spusťte zapis build a opravte chyby, které vypíše"
                found.append(ChangeProblem(f"číslo #{task} mají dva úkoly", cure))
            else:
                found.append(by_id[task])
        return tuple(found)


def _compare(
    before: Mapping[TaskId, Entry], entries: Iterable[Entry], plans: Mapping[TaskId, Planned]
) -> tuple[ChangedTask, ...]:
    after = {entry.id: entry for entry in entries if entry.id in before}
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


def _renumbered(said: Mapping[str, Diagnostics]) -> Iterator[FileReport]:
    """What is said only once of minutes: tasks that have just got another number."""
    for path, found in said.items():
        new = tuple(item for item in found if item.code == codes.TASK_RENUMBERED)
        yield FileReport(SourceFile(path, ""), tuple(replace(item, span=None) for item in new))
