"""One source from its text to its documents: the piece of work that any process can do."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from zapis import codes
from zapis.check.surroundings import Surroundings
from zapis.diagnostics import Diagnostic, Diagnostics, FileReport
from zapis.engine.assets import AssetReader
from zapis.engine.dependencies import PICTURE, TEMPLATE, TEMPLATES, States
from zapis.engine.index.digests import short_digest
from zapis.engine.index.fresh import make_record
from zapis.engine.index.records import Record
from zapis.engine.index.stamps import Stamp, stamp_of
from zapis.engine.index.values import from_json, to_json
from zapis.engine.noting import Notes
from zapis.engine.outputs.places import target_of
from zapis.engine.reading import ReadFile, noted, read_file_in_steps, surroundings_of
from zapis.engine.said import count_each
from zapis.engine.templates.loading import TemplateReader, failure_of
from zapis.files import WriteError, holds, write_aside
from zapis.model.assets import Asset
from zapis.model.meeting import Meeting
from zapis.pipeline import make_in_steps
from zapis.render.look import Look
from zapis.render.templating.failures import TemplateFailure
from zapis.steps import Steps
from zapis.tasks.meetings import TrackerSlice, apply_slice, slice_alone
from zapis.workspace import Workspace


class Job(NamedTuple):
    """A source to read, as it was seen at the moment of its stamp.

    `slice` is what its documents take from the tracker, in JSON; empty where it is not known
    yet. `is_sure` says that nothing else can come of it. `wants` says that documents are wanted.
    """

    number: int
    path: str
    stamp: Stamp
    slice: str = ""
    is_sure: bool = False
    wants: bool = True
    named: bool = False


class Draft(NamedTuple):
    """A document that is made but not in its place.

    Its bytes are in `data`, or in the file `aside`; or, with a `stamp`, they stand in their place
    already.

    **Why** a text for the file: of ten thousand meetings Paths would take ten megabytes more.
    """

    format: str
    digest: str
    data: bytes | None = None
    aside: str = ""
    stamp: Stamp | None = None


class Made(Struct, frozen=True):
    """What came of a source.

    `drafts` were made with `slice`; None where there are none. `problems` were met while they
    were made, `templates` tell what is wrong with those that were used.
    """

    path: str
    shown: str
    record: Record
    drafts: tuple[Draft, ...] | None = None
    slice: str = ""
    problems: Diagnostics = ()
    templates: tuple[FileReport, ...] = ()


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes documents of sources; the same in every process, and nothing is put in place.

    `formats` are those that can be made, `asked` those that were asked for. With a folder `aside`
    drafts are laid there, else they come with the results.
    """

    workspace: Workspace
    output: Path
    formats: tuple[str, ...]
    asked: tuple[str, ...]
    moment: int
    strict: bool = False
    aside: Path | None = None
    assets: AssetReader = field(init=False, compare=False)
    templates: TemplateReader = field(init=False, compare=False)
    states: States = field(init=False, compare=False)
    surroundings: Surroundings = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Readers that keep what comes again."""
        object.__setattr__(self, "assets", AssetReader(self.workspace.root))
        object.__setattr__(self, "templates", TemplateReader(self.workspace.root))
        object.__setattr__(self, "states", States(self.workspace, self.asked))
        object.__setattr__(self, "surroundings", surroundings_of(self.workspace))

    def __reduce__(self) -> tuple[type["Maker"], tuple[object, ...]]:
        """Another process gets what it was made of, and readers of its own."""
        own = (item.name for item in fields(self) if item.init)
        return Maker, tuple(getattr(self, name) for name in own)

    def __call__(self, job: Job) -> Steps[Made]:
        """Read one source and make its documents, if that can be done, one pass a step."""
        notes = Notes(self.states)
        workspace, surroundings = noted(self.workspace, self.surroundings, notes)
        file = yield from read_file_in_steps(workspace, job.path, surroundings, named=job.named)
        if file.meeting is None:
            return Made(job.path, file.path, self._record(job, file, file, notes))
        loaded = self.assets.load(file.meeting, lambda path: notes.add(PICTURE, path))
        look = self._look(file.meeting, notes)
        whole = file.with_diagnostics((*loaded.diagnostics, *look.diagnostics))
        made = Made(
            job.path,
            file.path,
            self._record(job, file, whole, notes),
            templates=self.templates.reports_of(file.meeting.template, self.asked),
        )
        if not job.wants or whole.failed or (self.strict and whole.has_warnings):
            return made
        yield
        return (yield from self._make(job, made, file.meeting, loaded.value, look.value))

    def _look(self, meeting: Meeting, notes: Notes) -> "_Looked":
        notes.add(TEMPLATES, meeting.template)
        for file in self.templates.files(meeting.template, self.asked):
            for path in (file.path, *file.includes):
                notes.add(TEMPLATE, path)
        span = meeting.spans.get("template")
        found = self.templates.look(meeting.template, self.asked, span)
        return _Looked(found.value, found.diagnostics)

    def _record(self, job: Job, file: ReadFile, whole: ReadFile, notes: Notes) -> Record:
        """What is to be remembered: errors of pictures and templates leave the tasks alone."""
        record = make_record(job.path, file, job.stamp, self.moment, notes)
        errors, warnings, tips = count_each(whole.diagnostics)
        return record._replace(
            is_doubtful=record.is_doubtful or errors > 0,
            said=to_json(whole.report.diagnostics),
            errors=errors,
            warnings=warnings,
            tips=tips,
        )

    def _make(
        self, job: Job, made: Made, meeting: Meeting, assets: Mapping[str, Asset], look: Look
    ) -> Steps[Made]:
        own = _slice_of(job, meeting)
        if own is None:
            return made
        target = target_of(self.workspace, self.output, meeting)
        try:
            numbered = apply_slice(meeting, own)
            documents = yield from make_in_steps(
                numbered, self.formats, assets, target.link_base, look
            )
            yield
            drafts = tuple(
                self._draft(job, name, data, target.path(name))
                for name, data in sorted(documents.items())
            )
        except TemplateFailure as failure:
            span = meeting.spans.get("template")
            return replace(made, problems=(failure_of(failure, meeting.template, span),))
        except WriteError as problem:
            return replace(made, problems=(not_laid_aside(problem),))
        return replace(made, drafts=drafts, slice=to_json(own))

    def _draft(self, job: Job, name: str, data: bytes, place: Path) -> Draft:
        own = short_digest(data)
        stamp = stamp_of(place)
        if stamp.size == len(data) and holds(place, data):
            return Draft(name, own, stamp=stamp)
        if self.aside is None:
            return Draft(name, own, data)
        path = self.aside / f"{job.number}.{name}"
        write_aside(path, data)
        return Draft(name, own, aside=str(path))


class _Looked(NamedTuple):
    value: Look
    diagnostics: Diagnostics


def _slice_of(job: Job, meeting: Meeting) -> TrackerSlice | None:
    """What the documents are made with: the slice of the job if it fits, else what can be known.

    Who reviews no older tasks mostly gets his own numbers in order.
    """
    known = from_json(TrackerSlice, job.slice) if job.slice else None
    sizes = (len(meeting.tasks), len(meeting.reviews))
    if known and (len(known.numbers), len(known.reviews)) == sizes:
        return known
    return slice_alone(meeting) if job.is_sure or not meeting.reviews else None


def not_laid_aside(problem: WriteError) -> Diagnostic:
    """What to say where there is no room for a document."""
    cure = "zkontrolujte místo na disku a spusťte zapis build znovu"
    return Diagnostic(codes.CANNOT_WRITE, str(problem), cure=cure)
