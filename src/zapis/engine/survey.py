"""All sources of a build: those that have changed are read, of the others there are records."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from msgspec import Struct, field
from msgspec.structs import replace

from zapis.diagnostics import Diagnostics
from zapis.engine.index.records import Record
from zapis.engine.index.refresh import recognise
from zapis.engine.index.resting import Quiet
from zapis.engine.index.stamps import Stamp, stamp_of
from zapis.engine.making import Job, Made
from zapis.engine.outputs.clashes import find_clashes, find_overwritten
from zapis.engine.plan import output_key
from zapis.engine.processes.pool import Crash, work_through
from zapis.engine.progress import READING
from zapis.engine.reading import read_all
from zapis.engine.setup import Setup
from zapis.engine.tracker.duplicates import find_duplicates


class Survey(Struct):
    """All sources in the order of their paths, but for those that are `resting`.

    `made` is what came of those that were read now. `judged` are errors that only show when
    several sources are compared, `crashes` those that a fault in zapis kept from being read.
    """

    records: dict[str, Record] = field(default_factory=dict)
    made: dict[str, Made] = field(default_factory=dict)
    judged: dict[str, Diagnostics] = field(default_factory=dict)
    crashes: dict[str, Crash] = field(default_factory=dict)
    resting: Mapping[str, Quiet] = field(default_factory=dict)

    def shown(self, path: str) -> str:
        """The path as it is printed; names may hold bytes that are no text."""
        made = self.made.get(path)
        return made.shown if made else path


class Work(NamedTuple):
    """What is known of each source, in the order of paths, and what is to be read."""

    known: Mapping[str, Record | Stamp]
    jobs: tuple[Job, ...]


def look_for_work(setup: Setup) -> Work:
    """Compare all sources with what is remembered of them."""
    known = _known(setup)
    return Work(known, tuple(_jobs(setup, known)))


def survey(setup: Setup, work: Work, aside: Path | None) -> Survey:
    """Read what has changed, with drafts of its documents, and judge all sources together."""
    found = Survey(resting=setup.before.resting.quiet)
    paths = (job.path for job in work.jobs)
    results = dict(zip(paths, _read(setup, work.jobs, aside), strict=True))
    for path, known in work.known.items():
        result = results.get(path)
        if isinstance(result, Made):
            found.made[path] = result
            found.records[path] = result.record
        elif isinstance(known, Record) and result is None:
            found.records[path] = known
        else:
            found.records[path] = _unread(path, known)
            if result is not None:
                found.crashes[path] = result
    _wake_rivals(setup, found)
    _judge(setup, found)
    return found


def wake(setup: Setup, found: Survey, paths: Collection[str]) -> None:
    """Take sources that rest into the build."""
    if paths:
        key = output_key(setup.workspace, setup.output)
        woken = {own.path: own for own in setup.before.wake(setup.workspace, key, paths)}
        found.records = dict(sorted((found.records | woken).items()))


def _wake_rivals(setup: Setup, found: Survey) -> None:
    """Wake those that share an id or a document, present or former, with one that does not rest."""
    minutes = [record for record in found.records.values() if record.facts]
    meetings = {record.meeting for record in minutes}
    stems = {record.stem.casefold() for record in minutes}
    stems |= {row.name.casefold() for row in setup.before.documents.values()}
    wake(setup, found, setup.before.resting.rivals(meetings, stems))


def _unread(path: str, known: Record | Stamp) -> Record:
    """A source at which a process failed: its tasks stay as they are."""
    return Record(path, _stamp(known), False, b"", is_doubtful=True, is_kept=True)


def _read(setup: Setup, jobs: tuple[Job, ...], aside: Path | None) -> Iterator[Made | Crash]:
    setup.progress.begin(READING, len(jobs))
    yield from work_through(
        setup.maker(aside),
        jobs,
        processes=setup.processes(len(jobs)),
        name=path_of,
        progress=setup.progress,
    )
    setup.progress.end()


def path_of(job: Job) -> str:
    """What a job is called."""
    return job.path


def _known(setup: Setup) -> dict[str, Record | Stamp]:
    """What is known of each source, in the order of paths; of those to be read the stamp."""
    workspace, request, sources = setup.workspace, setup.request, setup.before.sources
    known: dict[str, Record | Stamp] = {}
    if setup.look is not None:
        before: Mapping[str, Record] = sources.records if sources else {}
        resting = setup.before.resting.quiet
        awake = [own for own in setup.look.files if own[0] not in resting]
        known = recognise(workspace, replace(setup.look, files=awake), before, setup.states)
    for path in request.named - known.keys():
        known[path] = stamp_of(workspace.root / path)
    return {path: known[path] for path in sorted(known)}


def _jobs(setup: Setup, known: Mapping[str, Record | Stamp]) -> Iterator[Job]:
    request, tracked = setup.request, setup.before.tracked
    for number, (path, record) in enumerate(known.items()):
        if isinstance(record, Record) and not _must_be_read(setup, record):
            continue
        own = tracked.get(path)
        yield Job(
            number,
            path,
            _stamp(record),
            slice=own.slice if own else "",
            is_sure=setup.workspace.single,
            wants=setup.is_selected(path) and not setup.workspace.broken,
            named=path in request.named,
        )


def _must_be_read(setup: Setup, record: Record) -> bool:
    """Whether a source is read although it has not changed, for what is to be said of it.

    That is the case of a single one that was asked for, of warnings where they count as errors,
    and of what a list of tasks has read, which does not look at pictures and templates.
    """
    request = setup.request
    is_alone = request.named == {record.path}
    counts = request.strict and record.warnings > 0 and setup.is_selected(record.path)
    return is_alone or counts or not record.said


def _stamp(record: Record | Stamp) -> Stamp:
    return record.stamp if isinstance(record, Record) else record


def _judge(setup: Setup, found: Survey) -> None:
    """Find meetings that are there twice and documents that would overwrite something.

    **Why** few are read once more: whole meetings are not kept, ten thousand would fill the memory.
    """
    paths = _rivals(found.records.values(), setup.request.named)
    files = read_all(setup.workspace, paths, setup.request.named)
    together = find_clashes(find_duplicates(files))
    judged = find_overwritten(together, setup.workspace, setup.output, setup.asked)
    for path, file, whole in zip(paths, files, judged, strict=True):
        record = found.records[path]
        found.judged[path] = whole.diagnostics[len(file.diagnostics) :]
        found.records[path] = record._replace(is_doubtful=True, is_kept=whole.failed)


def _rivals(records: Iterable[Record], named: Iterable[str]) -> tuple[str, ...]:
    """Sources that share an id or a document, or may be overwritten by a document."""
    minutes = [record for record in records if record.facts]
    meetings = Counter(record.meeting for record in minutes)
    stems = Counter(record.stem.casefold() for record in minutes)
    for path in named:
        if not path.lower().endswith(".md"):
            stems[PurePosixPath(path).with_suffix("").as_posix().casefold()] += 1
    return tuple(
        record.path
        for record in minutes
        if meetings[record.meeting] > 1 or stems[record.stem.casefold()] > 1
    )
