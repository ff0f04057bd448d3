"""Sources read anew for the index, and what can only be judged from several of them."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from zapis.diagnostics import has_errors
from zapis.engine.dependencies import States
from zapis.engine.index.digests import digest
from zapis.engine.index.records import Record, Refreshed
from zapis.engine.index.stamps import Stamp
from zapis.engine.index.values import to_json
from zapis.engine.noting import Notes
from zapis.engine.outputs.clashes import find_clashes
from zapis.engine.outputs.places import output_stem
from zapis.engine.reading import ReadFile, read_all
from zapis.engine.tracker.duplicates import find_duplicates
from zapis.tasks.meetings import MeetingTasks, meeting_tasks
from zapis.tasks.query.people import people_of
from zapis.workspace import Workspace

Progress = Callable[[str], None]


def read_rest(
    workspace: Workspace, recognised: Mapping[str, Record | Stamp], moment: int, progress: Progress
) -> Refreshed:
    """All sources, of which those without a record are read, after the moment of their stamps.

    Whether a meeting is there twice is decided among the files that share an id or a document,
    so it comes out as if all had been read. **Why** few files are kept: ten thousand meetings
    would fill the memory, their records do not.
    """
    states = States(workspace)
    records: dict[str, Record] = {}
    failed: dict[str, ReadFile] = {}
    for path, known in recognised.items():
        if isinstance(known, Record):
            records[path] = known
            continue
        notes = Notes(states)
        file = read_file(workspace, path, progress, notes)
        records[path] = make_record(path, file, known, moment, notes)
        if records[path].is_doubtful:
            failed[path] = file
    doubtful = find_doubtful(records.values())
    files = [failed.get(path) or read_file(workspace, path, progress) for path in doubtful]
    judged = dict(zip(doubtful, find_clashes(find_duplicates(files)), strict=True))
    records |= {
        path: records[path]._replace(is_doubtful=True, is_kept=file.failed)
        for path, file in judged.items()
    }
    reports = {path: file.report for path, file in judged.items()}
    return Refreshed(tuple(records.values()), reports)


def read_file(
    workspace: Workspace, path: str, progress: Progress, notes: Notes | None = None
) -> ReadFile:
    """One source by its path on the disk, which that of what is read may only resemble."""
    (file,) = read_all(workspace, (path,), (), progress, notes)
    return file


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
