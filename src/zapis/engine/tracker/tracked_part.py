"""The tracker brought up to date where only some minutes have changed."""

from collections.abc import Collection
from datetime import date
from sqlite3 import Connection
from types import MappingProxyType
from typing import NamedTuple

from msgspec import Struct

from zapis.engine.index.store import ask
from zapis.engine.index.traces import Group, Reach, Traces, remember_some
from zapis.engine.tracker.reach import Reached, find_reached
from zapis.engine.tracker.sources import Sources
from zapis.engine.tracker.store import StoredFiles, read_files
from zapis.engine.tracker.tracing import ARCHIVED, trace_entries, trace_source
from zapis.tasks.folding import Facts
from zapis.tasks.partial import Part, PartUpdate, Placement, StartedPart, start_part
from zapis.tasks.update import TrackerCounts, count_built
from zapis.workspace import CACHE, TRACKER, Workspace

_NO_FACTS: Facts = MappingProxyType({})


class Asked(NamedTuple):
    """What has to be in the part in any case: sources by path, entries of meetings by id.

    `touched` are ids of meetings whose entries somebody changes: also what documents take from
    them is wanted. What is not in the part is known as of a tracker with the digest `then`; None
    where that does not matter.
    """

    paths: Collection[str] = ()
    ids: Collection[str] = ()
    touched: Collection[str] = ()
    then: bytes | None = None


class TrackedPart(Struct, frozen=True):
    """An update of a part: the files `before` and `after` it, the paths that it speaks of."""

    before: StoredFiles
    after: StoredFiles
    update: PartUpdate
    updated: frozenset[str]
    counts: TrackerCounts
    changed: frozenset[str]
    reached: Reached
    sources: Sources

    @property
    def is_new(self) -> bool:
        """Whether there is anything to remember."""
        return bool(self.changed) or self.before != self.after

    def remember(self, index: Connection) -> None:
        """Note what this update was made of."""
        groups, reviewed = trace_entries((item.entry, item.state) for item in self.update.built)
        meetings = {own.path: own for own in self.reached.meetings}
        slices, said = self.update.slices, self.update.said
        traces = [
            trace_source(self.sources[path], meetings.get(path), slices.get(path), said.get(path))
            for path in sorted(self.updated)
        ]
        reach = Reach(traces, groups, reviewed)
        paths, ids = self.changed | self.updated, self.reached.ids
        remember_some(index, self.after.digest(), paths, ids, reach)


class _Answer(Struct, frozen=True):
    """What the index answered; `open` and `overdue` count all tasks."""

    changed: frozenset[str]
    reached: Reached
    open: int
    overdue: int


class StartedTrackedPart(Struct, frozen=True):
    """An update of a part before the files are made."""

    before: StoredFiles
    started: StartedPart
    answer: _Answer
    sources: Sources
    today: date

    @property
    def ids(self) -> frozenset[str]:
        """The meetings whose entries have been read, in small letters."""
        return self.answer.reached.ids

    def finish(self, facts: Facts = _NO_FACTS) -> TrackedPart | None:
        """The update with what a person writes down now; None where more would change."""
        answer = self.answer
        update = self.started.finish(facts)
        if update is None:
            return None
        counts = _count(answer, update, self.today)
        after = StoredFiles(update.tracker, update.heads, self.before.archive)
        reached = answer.reached
        return TrackedPart(
            self.before,
            after,
            update,
            reached.updated,
            counts,
            answer.changed,
            reached,
            self.sources,
        )


def track_part(
    workspace: Workspace, sources: Sources, today: date, asked: Asked
) -> TrackedPart | None:
    """The update; None where everything has to be read, or had better be.

    That is so where the files are not those which the last update left.
    """
    started = start_tracked_part(workspace, sources, today, asked)
    return started.finish() if started else None


def start_tracked_part(
    workspace: Workspace, sources: Sources, today: date, asked: Asked
) -> StartedTrackedPart | None:
    """The same up to where a person may write something down who has seen what has become."""
    before = read_files(workspace)
    if before is None:
        return None

    def question(index: Connection) -> _Answer | None:
        return _ask(Traces(index), before, sources, today, asked)

    answer = ask(workspace.root / CACHE, question)
    started = start_part(_part(before, answer.reached, sources), today) if answer else None
    if answer is None or started is None:
        return None
    return StartedTrackedPart(before, started, answer, sources, today)


def _ask(
    traces: Traces,
    before: StoredFiles,
    sources: Sources,
    today: date,
    asked: Asked,
) -> _Answer | None:
    if asked.then not in (None, before.tracker_digest) or traces.outcome() != before.digest():
        return None
    former = traces.digests()
    awake = sources.awake.items()
    changed = {path for path, item in awake if item.digest() != former.get(path)}
    changed |= former.keys() - sources.keys()
    owners = {trace.path for trace in traces.of_meetings(asked.touched)} & sources.keys()
    paths = owners or set(traces.reviewers_of(asked.touched))
    asked_ids = {*asked.ids, *asked.touched}
    reached = find_reached(traces, sources, {*changed, *asked.paths, *paths}, asked_ids)
    if reached is None or any(group.section == ARCHIVED for group in reached.groups):
        return None
    return _Answer(frozenset(changed), reached, *traces.count_open(today))


def _part(before: StoredFiles, reached: Reached, sources: Sources) -> Part:
    return Part(
        path=TRACKER,
        tracker=before.tracker,
        heads=before.heads,
        placements=frozenset(Placement(own.section, own.meeting) for own in reached.groups),
        meetings=reached.meetings,
        calendar=reached.calendar,
        ids=reached.ids,
        kept=frozenset(item.path for item in sources.awake.values() if item.is_kept),
        updated=reached.updated,
        former=reached.former,
    )


def _count(answer: _Answer, update: PartUpdate, today: date) -> TrackerCounts:
    """The counts of the whole: of the entries outside the part nothing has changed."""
    own = count_built(update.built, today, update.memory)
    groups = answer.reached.groups
    return TrackerCounts(
        own.new,
        own.done,
        answer.open - sum(group.open for group in groups) + own.open,
        answer.overdue - sum(_overdue(group, today) for group in groups) + own.overdue,
    )


def _overdue(group: Group, today: date) -> int:
    return sum(day < today.isoformat() for day in group.due)
