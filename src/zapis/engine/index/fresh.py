"""Sources read anew for the index, and what can only be judged from several of them."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from zapis.check.rules.unknown_template import BUILT_IN
from zapis.diagnostics import has_errors
from zapis.engine.clashes import find_clashes
from zapis.engine.duplicates import find_duplicates
from zapis.engine.index.digests import digest
from zapis.engine.index.look import Look
from zapis.engine.index.records import Record, Refreshed, recall_sources, remember_sources
from zapis.engine.index.stamps import Stamp
from zapis.engine.index.values import to_json
from zapis.engine.outputs import output_stem
from zapis.engine.reading import ReadFile, read_all
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
    records: dict[str, Record] = {}
    failed: dict[str, ReadFile] = {}
    for path, known in recognised.items():
        if isinstance(known, Record):
            records[path] = known
            continue
        file = read_file(workspace, path, progress)
        records[path] = make_record(path, file, known, moment)
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


def remember_files(workspace: Workspace, look: Look, files: Iterable[ReadFile]) -> None:
    """Store what a build has read, so that nobody need read it again.

    `files` are all sources, besides perhaps others, as read after the look.
    """
    if workspace.broken:
        return
    stamps = look.stamps()
    read = {
        file.path: make_record(file.path, file, stamps[file.path], look.moment)
        for file in files
        if file.path in stamps
    }
    if read.keys() != stamps.keys():
        return
    doubtful = set(find_doubtful(read.values()))
    records = {path: record._replace(is_doubtful=path in doubtful) for path, record in read.items()}
    remember_sources(workspace, recall_sources(workspace, look), records)


def read_file(workspace: Workspace, path: str, progress: Progress) -> ReadFile:
    """One source by its path on the disk, which that of what is read may only resemble."""
    (file,) = read_all(workspace, (path,), (), progress)
    return file


def make_record(path: str, file: ReadFile, stamp: Stamp, moment: int) -> Record:
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
    )
    if meeting is None:
        return record
    facts = meeting_tasks(meeting)
    people = "\n".join(map(to_json, people_of(meeting)))
    return record._replace(
        meeting=meeting.id.casefold(),
        stem=output_stem(meeting).as_posix().casefold(),
        template="" if meeting.template == BUILT_IN else meeting.template,
        essence=digest(f"{to_json(_without_places(facts))}\n{people}".encode()),
        facts=to_json(facts),
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
    stems = Counter(record.stem for record in records if record.facts)
    return [
        record.path
        for record in records
        if record.is_doubtful or meetings[record.meeting] > 1 or stems[record.stem] > 1
    ]
