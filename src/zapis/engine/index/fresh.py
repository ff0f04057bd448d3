"""Sources read anew for the index, and what can only be judged from several of them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from msgspec.structs import replace

from zapis.check.surroundings import Surroundings
from zapis.diagnostics import FileReport, has_errors
from zapis.engine.dependencies import States
from zapis.engine.index.digests import digest
from zapis.engine.index.records import Record, Refreshed
from zapis.engine.index.stamps import Stamp
from zapis.engine.index.values import to_json
from zapis.engine.noting import Notes
from zapis.engine.outputs.clashes import find_clashes
from zapis.engine.outputs.places import output_stem
from zapis.engine.processes.attempt import Crash, crash_report
from zapis.engine.processes.pool import choose_processes, work_through
from zapis.engine.progress import READING, Progress
from zapis.engine.reading import (
    ReadFile,
    noted,
    read_all,
    read_file_in_steps,
    surroundings_of,
)
from zapis.engine.tracker.duplicates import find_duplicates
from zapis.source import SourceFile
from zapis.steps import Steps
from zapis.tasks.meetings import MeetingTasks, meeting_tasks
from zapis.tasks.query.people import people_of
from zapis.workspace import Workspace


class Unread(NamedTuple):
    """A source to read, as it was seen."""

    path: str
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads sources for the index, after the moment of their stamps; the same in every process."""

    workspace: Workspace
    moment: int
    states: States = field(init=False, compare=False)
    surroundings: Surroundings = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """What is asked again and again is kept."""
        object.__setattr__(self, "states", States(self.workspace))
        object.__setattr__(self, "surroundings", surroundings_of(self.workspace))

    def __reduce__(self) -> tuple[type["Reader"], tuple[object, ...]]:
        """Another process keeps its own."""
        return Reader, (self.workspace, self.moment)

    def __call__(self, unread: Unread) -> Steps[Record]:
        """What is to be remembered of a source, one pass a step."""
        notes = Notes(self.states)
        workspace, surroundings = noted(self.workspace, self.surroundings, notes)
        file = yield from read_file_in_steps(workspace, unread.path, surroundings, named=False)
        return make_record(unread.path, file, unread.stamp, self.moment, notes)


def read_rest(
    workspace: Workspace, recognised: Mapping[str, Record | Stamp], moment: int, progress: Progress
) -> Refreshed:
    """All sources, of which those without a record are read, after the moment of their stamps.

    Whether a meeting is there twice is decided among the files that share an id or a document,
    so it comes out as if all had been read. **Why** some are read once more: ten thousand
    meetings would fill the memory, their records do not.
    """
    unread = [Unread(path, known) for path, known in recognised.items() if isinstance(known, Stamp)]
    read = _read(Reader(workspace, moment), unread, progress)
    crashes = {path: result for path, result in read.items() if isinstance(result, Crash)}
    records = {
        path: known if isinstance(known, Record) else _record(path, known, read[path])
        for path, known in recognised.items()
    }
    doubtful = [path for path in find_doubtful(records.values()) if path not in crashes]
    judged = find_clashes(find_duplicates(read_all(workspace, doubtful, ())))
    reports = {path: _crash_report(path, crash) for path, crash in crashes.items()}
    for path, file in zip(doubtful, judged, strict=True):
        records[path] = records[path]._replace(is_doubtful=True, is_kept=file.failed)
        reports[path] = file.report
    return Refreshed(tuple(records.values()), dict(sorted(reports.items())))


def _read(reader: Reader, unread: list[Unread], progress: Progress) -> Mapping[str, Record | Crash]:
    progress.begin(READING, len(unread))
    results = work_through(
        reader,
        unread,
        processes=choose_processes(None, len(unread)),
        name=path_of,
        progress=progress,
    )
    read = dict(zip((item.path for item in unread), results, strict=True))
    progress.end()
    return read


def _record(path: str, stamp: Stamp, read: Record | Crash) -> Record:
    """What was read; where that failed because of a fault in zapis, tasks stay as they are."""
    if isinstance(read, Record):
        return read
    return Record(path, stamp, is_settled=False, digest=b"", is_doubtful=True, is_kept=True)


def path_of(unread: Unread) -> str:
    """What a source to read is called."""
    return unread.path


def _crash_report(path: str, crash: Crash) -> FileReport:
    return FileReport(SourceFile(path, ""), (crash_report(crash),))


def make_record(path: str, file: ReadFile, stamp: Stamp, moment: int, notes: Notes) -> Record:
    """What is to be remembered of a source, judged by itself."""
    meeting = file.meeting
    record = Record(
        path,
        stamp,
        stamp.is_settled(moment),
        digest(file.source.text.encode()),
        # A name that cannot be shown as it is would be mistaken for another.
        is_doubtful=has_errors(file.diagnostics) or file.path != path,
        is_kept=file.failed,
        depends=notes.as_text(),
    )
    if meeting is None:
        return record
    facts = meeting_tasks(meeting)
    text = to_json(facts)
    people = "\n".join(map(to_json, people_of(meeting)))
    return record._replace(
        meeting=meeting.id.casefold(),
        stem=output_stem(meeting).as_posix(),
        essence=digest(f"{to_json(_without_places(facts))}\n{people}".encode()),
        facts=text,
        facts_digest=digest(text.encode()),
        people=people,
    )


def _without_places(facts: MeetingTasks) -> MeetingTasks:
    return replace(
        facts,
        tasks=tuple(replace(task, span=None) for task in facts.tasks),
        reviews=tuple(replace(review, span=None) for review in facts.reviews),
        span=None,
    )


def find_doubtful(records: Iterable[Record]) -> list[str]:
    """Files with an error, and those that share an id or a document with another."""
    records = tuple(records)
    meetings = Counter(record.meeting for record in records if record.facts)
    stems = Counter(record.stem.casefold() for record in records if record.facts)
    return [
        record.path
        for record in records
        if record.is_doubtful or meetings[record.meeting] > 1 or stems[record.stem.casefold()] > 1
    ]
