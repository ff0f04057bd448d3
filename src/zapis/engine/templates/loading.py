"""Templates of one's own, loaded for documents, and what is wrong with them as diagnostics."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from zapis import codes
from zapis.codes import Code
from zapis.diagnostics import Diagnostic, Diagnostics, FileReport, Outcome
from zapis.engine.templates.own import OwnTemplates, find_own, read_own
from zapis.model.settings import Settings
from zapis.render.look import BUILT_IN, BUILT_IN_NAME, Look
from zapis.render.templating.failures import TemplateFailure, TemplateProblem, Weight
from zapis.source import SourceFile, Span

_CODES: Mapping[Weight, Code] = {
    Weight.ERROR: codes.TEMPLATE_ERROR,
    Weight.WARNING: codes.TEMPLATE_DOUBT,
    Weight.TIP: codes.TEMPLATE_COMPLETED,
}
_UNREADABLE = TemplateProblem(
    "soubor se šablonou nelze přečíst nebo je větší než 20 MB", "zmenšete v něm obrázky"
)


class LoadedFile(Struct, frozen=True):
    """A file of a template: its path, what it is used for, what is to be said of it.

    `includes` are the paths of all files that were looked for while it was read.
    """

    path: str
    look: Look
    problems: tuple[TemplateProblem, ...]
    includes: tuple[str, ...] = ()

    @property
    def report(self) -> FileReport:
        """The problems as diagnostics of the file."""
        return FileReport(SourceFile(self.path, ""), tuple(map(diagnostic_of, self.problems)))

    @property
    def failed(self) -> bool:
        """Whether no document can be made with it."""
        return any(problem.weight is Weight.ERROR for problem in self.problems)


class TemplateReader(Struct):
    """Loads the templates of a workspace, each file once; `used` are those asked for so far."""

    root: Path
    used: dict[str, LoadedFile] = field(default_factory=dict)
    known: OwnTemplates | None = None

    @property
    def own(self) -> OwnTemplates:
        """The templates that there are."""
        if self.known is None:
            self.known = find_own(self.root)
        return self.known

    def look(self, name: str, formats: tuple[str, ...], span: Span | None = None) -> Outcome[Look]:
        """How documents of a template look, and why they cannot be made; `span` is its name.

        A name that is not there is the built-in template; a rule of `check` tells about it.
        """
        files = self.files(name, formats)
        found = tuple(_unusable(file, span) for file in files if file.failed)
        word = next((file.look.word for file in files if file.look.word), None)
        page = next((file.look.page for file in files if file.look.page), None)
        return Outcome(Look(word, page) if files else BUILT_IN, found)

    def files(self, name: str, formats: tuple[str, ...]) -> tuple[LoadedFile, ...]:
        """The files of a template for some formats."""
        paths = self.own.get(name or BUILT_IN_NAME, {})
        return tuple(self.load(form, path) for form, path in paths.items() if form in formats)

    def load(self, form: str, path: str) -> LoadedFile:
        """A file of a template."""
        if path not in self.used:
            self.used[path] = _load(self.root, form, path)
        return self.used[path]

    def reports_of(self, name: str, formats: tuple[str, ...]) -> tuple[FileReport, ...]:
        """What is wrong with the files of a template; tips are left to their own check."""
        reports = (file.report for file in self.files(name, formats) if file.problems)
        return tuple(report for report in map(_without_tips, reports) if report.diagnostics)

    def reports(self) -> tuple[FileReport, ...]:
        """The same of all templates that were used."""
        reports = (file.report for file in self.used.values())
        return tuple(report for report in map(_without_tips, reports) if report.diagnostics)

    def check_series(self, settings: Settings) -> Diagnostics:
        """The templates that series ask for and that are not there, placed in `zapis.yaml`."""
        return tuple(
            Diagnostic(
                codes.UNKNOWN_TEMPLATE,
                f"šablona „{series.template}“ ve složce sablony není",
                series.template_span,
                "které šablony tu jsou, vypíše zapis sablony",
            )
            for series in settings.series.values()
            if series.template not in {"", BUILT_IN_NAME, *self.own}
        )


def failure_of(failure: TemplateFailure, name: str, span: Span | None = None) -> Diagnostic:
    """A template that failed only when a document was made."""
    place = f" (odstavec „{failure.place}“)" if failure.place else ""
    message = f"podle šablony „{name or BUILT_IN_NAME}“ nelze zápis vytvořit: {failure}{place}"
    return Diagnostic(codes.TEMPLATE_ERROR, message, span, failure.cure or None)


def diagnostic_of(problem: TemplateProblem) -> Diagnostic:
    """A problem with the part and the words of its place."""
    where = [problem.part] if problem.part else []
    where += [f"odstavec „{problem.place}“"] if problem.place else []
    place = f" ({', '.join(where)})" if where else ""
    return Diagnostic(_CODES[problem.weight], problem.message + place, cure=problem.cure or None)


def _unusable(file: LoadedFile, span: Span | None) -> Diagnostic:
    message = f"šablonu „{file.path}“ nelze použít"
    cure = "opravte ji podle hlášení o ní; do té doby pomůže řádek sablona: zapis"
    if Path(file.path).stem == BUILT_IN_NAME:
        cure = "opravte ji podle hlášení o ní, nebo ji do té doby přejmenujte"
    return Diagnostic(codes.TEMPLATE_ERROR, message, span, cure)


def _without_tips(report: FileReport) -> FileReport:
    kept = [item for item in report.diagnostics if item.code is not codes.TEMPLATE_COMPLETED]
    return FileReport(report.source, tuple(kept))


def _load(root: Path, form: str, path: str) -> LoadedFile:
    data = read_own(root, path)
    if data is None:
        return LoadedFile(path, BUILT_IN, (_UNREADABLE,))
    if form == "docx":
        from zapis.render.docx.office.compiling import compile_office  # noqa: PLC0415 - slow to load

        word = compile_office(data)
        return LoadedFile(path, Look(word=word.template), word.problems)
    from zapis.render.page_template import compile_page  # noqa: PLC0415 - the same

    asked: dict[str, None] = {}

    def read(name: str) -> bytes | None:
        asked[name] = None
        return read_own(root, name)

    page = compile_page(data, read)
    return LoadedFile(path, Look(page=page.template), page.problems, tuple(asked))
