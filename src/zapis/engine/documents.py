"""The documents of a build: drafts go to their places, what else is out of date is made."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct, field

from zapis import codes
from zapis.diagnostics import Diagnostics
from zapis.engine.index.documents import DocumentRow, MadeOf
from zapis.engine.index.records import Record
from zapis.engine.index.values import from_json
from zapis.engine.making import Job, Made
from zapis.engine.outputs.placing import Placed, Placer
from zapis.engine.plan import Plan, made_of
from zapis.engine.processes.attempt import crash_report
from zapis.engine.processes.pool import Crash, work_through
from zapis.engine.request import Reason
from zapis.engine.said import NOTHING
from zapis.engine.setup import Setup
from zapis.engine.survey import Survey, path_of
from zapis.engine.tracker.numbering import Numbering
from zapis.tasks.meetings import MeetingTasks

MAKING = "Tvořím dokumenty"


class Documents(Struct):
    """What was done: `rows` are to be remembered; `complete` are sources with all documents."""

    rows: dict[str, DocumentRow] = field(default_factory=dict)
    written: list[Path] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    complete: set[str] = field(default_factory=set)
    problems: dict[str, Diagnostics] = field(default_factory=dict)
    reasons: list[Reason] = field(default_factory=list)
    traces: list[str] = field(default_factory=list)
    templates: list[Made] = field(default_factory=list)


class Writer(Struct, frozen=True):
    """Puts the documents of a build in place."""

    setup: Setup
    found: Survey
    numbering: Numbering
    plan: Plan
    placer: Placer
    done: Documents

    def write(self) -> None:
        """Put drafts in place and make the rest."""
        jobs = []
        for path, record in self.found.records.items():
            if not self._may_write(record):
                continue
            now = made_of(record, self.numbering.slice(path))
            made = self.found.made.get(path)
            if made is not None and self._fits(made):
                self._place(made, record, now)
            elif made is not None and made.problems:
                self.done.problems[path] = made.problems
            elif self.plan.is_current(record, now):
                self._keep(path)
            else:
                jobs.append(self._job(record))
        self._make(tuple(jobs))

    def _may_write(self, record: Record) -> bool:
        setup, path = self.setup, record.path
        if not (record.facts and setup.is_selected(path)) or setup.workspace.broken:
            return False
        said = self.numbering.said(path)
        told = () if said == NOTHING else from_json(Diagnostics, said)
        errors = [*told, *self.found.judged.get(path, ())]
        if record.errors or any(item.severity is codes.Severity.ERROR for item in errors):
            return False
        if setup.request.strict and (record.warnings or _has_warnings(told)):
            return False
        return not (self.numbering.failed and _has_tasks(record))

    def _fits(self, made: Made) -> bool:
        """Whether drafts were made with what the tracker has given since."""
        own = self.numbering.slice(made.path)
        is_first = made.path not in self.setup.before.tracked
        return made.drafts is not None and (made.slice == own or (not own and is_first))

    def _job(self, record: Record) -> Job:
        own = self.numbering.slice(record.path)
        named = record.path in self.setup.request.named
        return Job(0, record.path, record.stamp, own, is_sure=True, named=named)

    def _make(self, jobs: tuple[Job, ...]) -> None:
        setup = self.setup
        setup.progress.begin(MAKING, len(jobs))
        for job, made in zip(jobs, self._results(jobs), strict=True):
            if isinstance(made, Crash):
                self.done.problems[job.path] = (crash_report(made),)
                self.done.traces.append(made.trace)
                continue
            self.done.templates += [made] if made.templates else []
            is_same = made.record.digest == self.found.records[job.path].digest
            if made.problems:
                self.done.problems[job.path] = made.problems
            elif is_same:  # else somebody has saved it since, and its numbers may be others
                self._place(made, made.record, made_of(made.record, job.slice))
        setup.progress.end()

    def _results(self, jobs: tuple[Job, ...]) -> Iterator[Made | Crash]:
        setup = self.setup
        return work_through(
            setup.maker(),
            jobs,
            processes=setup.processes(len(jobs)),
            name=path_of,
            progress=setup.progress,
        )

    def _place(self, made: Made, record: Record, now: MadeOf) -> None:
        path, done = made.path, self.done
        before = self.plan.before.documents.get(path)
        is_current = self.plan.is_current(record, now)
        placed = self.placer.place(made, now, before)
        if placed.row is None:
            done.problems[path] = placed.problems
            return
        if not is_current:
            done.reasons.append(Reason(path, self.plan.causes(record, now)))
        self._note(path, placed)

    def _note(self, path: str, placed: Placed) -> None:
        done = self.done
        if placed.row is not None:
            done.rows[path] = placed.row
        done.written += [self.placer.output / name for name in placed.written]
        done.kept += placed.kept
        done.complete.add(path)

    def _keep(self, path: str) -> None:
        """Note documents that are as they would be made."""
        row = self.plan.before.documents[path]
        self.done.complete.add(path)
        self.done.kept += [f"{row.name}.{form}" for form in sorted(self.plan.formats)]


def _has_warnings(told: Diagnostics) -> bool:
    return any(item.severity is codes.Severity.WARNING for item in told)


def _has_tasks(record: Record) -> bool:
    facts = from_json(MeetingTasks, record.facts)
    return bool(facts.tasks or facts.reviews)
