"""The document of one source as a build would make it, or what prevents it."""

from msgspec import Struct
from msgspec.structs import replace

from zapis.diagnostics import Diagnostics, FileReport
from zapis.engine.preview.judging import Judgement, judged
from zapis.engine.preview.overview import title_of
from zapis.engine.preview.sources import Kept, SourceReader
from zapis.engine.reading import ReadFile
from zapis.engine.templates.loading import TemplateReader, failure_of
from zapis.engine.templates.own import FOLDER
from zapis.model.meeting import Meeting
from zapis.pipeline import make_documents
from zapis.render.look import BUILT_IN_NAME, Look
from zapis.render.templating.failures import TemplateFailure
from zapis.tasks.meetings import apply_slice, slice_alone

_FORMAT = "html"


class Page(Struct, frozen=True):
    """What there is to be seen of a source: its document, None if there is none, and reports.

    `title` is what the document is called, empty where nothing could be read; `is_plain` says
    that the source is a text as others are and no minutes.
    """

    path: str
    title: str
    document: bytes | None
    reports: tuple[FileReport, ...]
    is_plain: bool = False


class PageMaker(Struct, frozen=True):
    """Makes pages of sources that have been read and judged."""

    reader: SourceReader
    templates: TemplateReader
    settings: FileReport | None
    """What is wrong with `zapis.yaml` now; the reader works with the last one that was right."""

    def complete(self, file: ReadFile) -> ReadFile:
        """A source with what is wrong with its template."""
        return file.with_diagnostics(self._unusable(file.meeting)) if file.meeting else file

    def make(self, item: Kept, judgement: Judgement) -> Page:
        """The page of a source."""
        file = replace(self.complete(judged(item, judgement)), source=item.source)
        document: bytes | None = None
        if not file.failed and self._may_be_made(item, judgement):
            meeting = self.reader.meeting(item)
            if meeting is not None:
                document, problems = self._document(meeting, judgement)
                file = file.with_diagnostics(problems)
        reports = self._reports(file, judgement)
        return Page(file.path, title_of(file.meeting), document, reports, not file.is_minutes)

    def _may_be_made(self, item: Kept, judgement: Judgement) -> bool:
        if not judgement.failed:
            return True
        own = item.tasks
        return own is None or not (own.tasks or own.reviews)

    def _document(self, meeting: Meeting, judgement: Judgement) -> tuple[bytes | None, Diagnostics]:
        own = judgement.slices.get(meeting.path) or slice_alone(meeting)
        assets, look = self.reader.load(meeting), self._look(meeting)
        try:
            made = make_documents(apply_slice(meeting, own), (_FORMAT,), assets, "", look)
        except TemplateFailure as failure:
            span = meeting.spans.get("template")
            return None, (failure_of(failure, meeting.template, span),)
        return made[_FORMAT], ()

    def _look(self, meeting: Meeting) -> Look:
        return self.templates.look(meeting.template, (_FORMAT,)).value

    def _unusable(self, meeting: Meeting) -> Diagnostics:
        formats = tuple({_FORMAT, *self.reader.workspace.settings.formats})
        span = meeting.spans.get("template")
        return self.templates.look(meeting.template, formats, span).diagnostics

    def shared_reports(self, judgement: Judgement) -> tuple[FileReport, ...]:
        """What is to be said of settings, tracker and templates."""
        found = [report for report in (self.settings, judgement.report) if report is not None]
        return tuple(item for item in (*found, *self.templates.reports()) if item.diagnostics)

    def _reports(self, file: ReadFile, judgement: Judgement) -> tuple[FileReport, ...]:
        """What is to be said of a source, after what is wrong with more than this one."""
        name = file.meeting.template if file.meeting else ""
        own = set(self.templates.own.get(name or BUILT_IN_NAME, {}).values())
        shared = (
            report
            for report in self.shared_reports(judgement)
            if report.source.path in own or (report.failed and not _is_template(report))
        )
        return (*shared, *((file.report,) if file.diagnostics else ()))


def _is_template(report: FileReport) -> bool:
    return report.source.path.startswith(f"{FOLDER}/")
