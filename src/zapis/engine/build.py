"""Building a workspace: read everything, bring the tracker up to date, write the documents."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from zapis import codes
from zapis.codes import Severity
from zapis.diagnostics import Diagnostic, FileReport, Outcome, in_order
from zapis.engine.assets import AssetReader
from zapis.engine.clashes import find_clashes, find_overwritten
from zapis.engine.duplicates import find_duplicates
from zapis.engine.foreign import ForeignOutputError
from zapis.engine.index.fresh import remember_files
from zapis.engine.index.look import look_at
from zapis.engine.libraries import find_makeable
from zapis.engine.outputs import FULL_SUFFIX, Target, target_of, write_documents
from zapis.engine.overviews import write_overviews
from zapis.engine.reading import ReadFile, read_all
from zapis.engine.templates import TemplateReader, failure_of
from zapis.engine.tracking import Tracking, read_tracking, save_tracking
from zapis.files import WriteError, remove_leftovers
from zapis.model.assets import Asset
from zapis.model.meeting import Meeting
from zapis.pipeline import make_documents
from zapis.render.formats import FORMATS
from zapis.render.look import Look
from zapis.render.templating.failures import TemplateFailure
from zapis.tasks.meetings import TrackerSlice, apply_slice, slice_alone
from zapis.tasks.query import make_row
from zapis.workspace import Workspace, find_sources

Progress = Callable[[str], None]


def _no_progress(_path: str) -> None:
    pass


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """What to build.

    `paths` are sources relative to the root (None: all), `named` those that were asked for by
    their own name; `output` overrides the workspace's folder. `overwrite` allows documents to
    take the place of files that zapis did not write.
    """

    today: date
    formats: tuple[str, ...] = ()
    output: Path | None = None
    strict: bool = False
    paths: frozenset[str] | None = None
    named: frozenset[str] = frozenset()
    overwrite: bool = False


@dataclass(frozen=True, slots=True)
class Skipped:
    """Minutes whose documents were not made; `older` is the newest document left from before."""

    path: str
    older: Path | None = None


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build did: reports in the order of sources, files written and left as they were.

    `blocked` says that no document was made because of an error in `zapis.yaml`. Of the files
    `overviews` many are lists of tasks and not documents of meetings.
    """

    reports: tuple[FileReport, ...]
    meetings: int
    written: tuple[Path, ...]
    unchanged: tuple[Path, ...]
    skipped: tuple[Skipped, ...]
    tracking: Tracking | None
    blocked: bool = False
    overviews: int = 0

    def count(self, severity: Severity) -> int:
        """How many diagnostics of a severity there are."""
        items = (item for report in self.reports for item in report.diagnostics)
        return sum(item.severity is severity for item in items)


@dataclass(slots=True)
class _Builder:
    """One build: what it needs, and the lists that it fills."""

    workspace: Workspace
    request: BuildRequest
    assets: AssetReader
    templates: TemplateReader
    tracking: Tracking | None = None
    makeable: tuple[str, ...] = ()
    reports: list[FileReport] = field(default_factory=list)
    written: list[Path] = field(default_factory=list)
    unchanged: list[Path] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    meetings: int = 0
    overviews: int = 0

    def settings(self) -> None:
        """Report on `zapis.yaml`, on the logos it names and on the tracker."""
        if self.tracking is not None and self.tracking.report.diagnostics:
            self.reports.append(self.tracking.report)
        report = self.workspace.report
        if report is not None:
            logos = self.assets.check_logos(self.workspace.settings)
            series = self.templates.check_series(self.workspace.settings)
            found = in_order((*report.diagnostics, *logos, *series))
            self.reports.append(replace(report, diagnostics=found))

    def libraries(self, files: Sequence[ReadFile]) -> None:
        """Leave out formats whose libraries are missing here, and say so once."""
        self.makeable, problems = find_makeable(self._formats if files else ())
        place = self.workspace.report or (files[0].report if files else None)
        if problems and place is not None:
            self.reports.append(replace(place, diagnostics=problems))

    def template_reports(self) -> None:
        """Report on the templates that documents asked for, each once."""
        self.reports += self.templates.reports()

    def file(self, file: ReadFile) -> None:
        """Make the documents of one file, or say why not."""
        made = False
        meeting = file.meeting
        if meeting is not None and not file.failed:
            loaded = self.assets.load(meeting)
            look = self.look_of(meeting)
            file = file.with_diagnostics((*loaded.diagnostics, *look.diagnostics))
            if not file.failed and self._may_write(file, meeting):
                file = self._write(file, meeting, loaded.value, look.value)
                made = not file.failed
        self.reports.append(file.report)
        if file.is_minutes and not made:
            self.skipped.append(Skipped(file.path, self._older(file)))

    def lists(self) -> None:
        """Write the lists of tasks that `zapis.yaml` asks for, where numbers can be relied on."""
        tracking, report = self.tracking, self.workspace.report
        if tracking is None or tracking.failed or report is None or self.workspace.broken:
            return
        today = self.request.today
        rows = (make_row(entry, today) for entry in tracking.update.tracker.entries)
        documents = (*self.written, *self.unchanged)
        made = write_overviews(
            self.workspace, rows, today, self._output, documents, overwrite=self.request.overwrite
        )
        self.written += made.written
        self.unchanged += made.unchanged
        self.overviews = len(made.written) + len(made.unchanged)
        if made.problems:
            self.reports.append(replace(report, diagnostics=made.problems))

    def _may_write(self, file: ReadFile, meeting: Meeting) -> bool:
        if self.workspace.broken or (self.request.strict and file.has_warnings):
            return False
        numbers_fail = self.tracking is not None and self.tracking.failed
        return not (numbers_fail and (meeting.tasks or meeting.reviews))

    def look_of(self, meeting: Meeting) -> Outcome[Look]:
        """The templates of a meeting's documents."""
        span = meeting.spans.get("template")
        return self.templates.look(meeting.template, self._formats, span)

    def _write(
        self, file: ReadFile, meeting: Meeting, assets: Mapping[str, Asset], look: Look
    ) -> ReadFile:
        target = self._target(meeting)
        numbered = apply_slice(meeting, self._slice(meeting))
        try:
            documents = make_documents(numbered, self.makeable, assets, target.link_base, look)
            made = write_documents(target, documents, overwrite=self.request.overwrite)
            for path, changed in made:
                (self.written if changed else self.unchanged).append(path)
        except WriteError as error:
            return file.with_diagnostics((_not_written(error),))
        except TemplateFailure as failure:
            span = meeting.spans.get("template")
            return file.with_diagnostics((failure_of(failure, meeting.template, span),))
        self.meetings += 1
        return file

    def _slice(self, meeting: Meeting) -> TrackerSlice:
        known = self.tracking.slices.get(meeting.path) if self.tracking else None
        return known or slice_alone(meeting)

    @property
    def _formats(self) -> tuple[str, ...]:
        return self.request.formats or self.workspace.settings.formats

    @property
    def _output(self) -> Path:
        return self.request.output or self.workspace.output

    def safe(self, files: Sequence[ReadFile]) -> tuple[ReadFile, ...]:
        """The files, with an error at each whose document would overwrite minutes."""
        return find_overwritten(files, self.workspace, self._output, self._formats)

    def _target(self, meeting: Meeting) -> Target:
        return target_of(self.workspace, self._output, meeting)

    def _older(self, file: ReadFile) -> Path | None:
        """The newest document that an earlier build left; minutes themselves are none."""
        stem = Path(file.path).stem
        folder = self._output / Path(file.path).parent
        names = [f"{stem}{mark}.{name}" for mark in ("", FULL_SUFFIX) for name in FORMATS]
        places = [folder / name for name in names]
        source = self.workspace.root / file.path
        found = [path for path in places if path.is_file() and not path.samefile(source)]
        return max(found, key=lambda path: path.stat().st_mtime, default=None)

    def result(self) -> BuildResult:
        """What was done."""
        return BuildResult(
            tuple(self.reports),
            self.meetings,
            tuple(self.written),
            tuple(self.unchanged),
            tuple(self.skipped),
            self.tracking,
            self.workspace.broken,
            self.overviews,
        )


def _not_written(error: WriteError) -> Diagnostic:
    if isinstance(error, ForeignOutputError):
        cure = "soubor přejmenujte; smí-li se přepsat, přidejte k zapis build volbu --prepsat"
        return Diagnostic(codes.FOREIGN_OUTPUT, str(error), cure=cure)
    cure = "zavřete dokument v jiných programech a spusťte zapis build znovu"
    return Diagnostic(codes.CANNOT_WRITE, str(error), cure=cure)


def build(
    workspace: Workspace, request: BuildRequest, progress: Progress = _no_progress
) -> BuildResult:
    """Make the documents that are asked for; the tracker is always that of the whole workspace."""
    builder, files = _start(workspace, request, save_tracking, progress)
    builder.libraries(files)
    for file in files:
        builder.file(file)
    builder.template_reports()
    builder.lists()
    for folder in {workspace.root, *(path.parent for path in builder.unchanged + builder.written)}:
        remove_leftovers(folder)
    return builder.result()


def check(workspace: Workspace, request: BuildRequest) -> tuple[FileReport, ...]:
    """The diagnostics of what is asked for, without writing anything."""
    builder, files = _start(workspace, request, read_tracking)
    for file in files:
        if file.is_minutes or file.diagnostics:
            found = builder.look_of(file.meeting).diagnostics if file.meeting else ()
            loaded = builder.assets.load(file.meeting).diagnostics if file.meeting else ()
            builder.reports.append(file.with_diagnostics((*loaded, *found)).report)
    builder.template_reports()
    return tuple(builder.reports)


def read_workspace(
    workspace: Workspace, named: frozenset[str], progress: Progress = _no_progress
) -> tuple[ReadFile, ...]:
    """All sources of a workspace, and those that were asked for by name, as read."""
    sources = () if workspace.single else find_sources(workspace)
    paths = sorted({*sources, *named})
    return find_clashes(find_duplicates(read_all(workspace, paths, named, progress)))


def _start(
    workspace: Workspace,
    request: BuildRequest,
    track: Callable[[Workspace, Sequence[ReadFile], date], Tracking],
    progress: Progress = _no_progress,
) -> tuple[_Builder, tuple[ReadFile, ...]]:
    """A builder that has read everything, and those of the files that are asked for."""
    assets, templates = AssetReader(workspace.root), TemplateReader(workspace.root)
    builder = _Builder(workspace, request, assets, templates)
    # What is listed later need not be read again then; a check writes nothing at all.
    look = look_at(workspace) if track is save_tracking and not workspace.single else None
    files = builder.safe(read_workspace(workspace, request.named, progress))
    if look is not None:
        remember_files(workspace, look, files)
    if not workspace.single:
        builder.tracking = track(workspace, files, request.today)
        files = builder.tracking.files
    builder.settings()
    paths = request.paths
    return builder, tuple(file for file in files if paths is None or file.path in paths)
