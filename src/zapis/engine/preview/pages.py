"""The pages around documents: what is wrong and where, and the list of all meetings."""

from collections.abc import Iterable
from hashlib import blake2b
from pathlib import PurePosixPath
from typing import NamedTuple

from zapis.codes import Severity
from zapis.czech.date_words import format_date
from zapis.czech.plurals import count
from zapis.czech.typography import typeset
from zapis.diagnostics import Diagnostic, FileReport
from zapis.engine.preview.addresses import address_of
from zapis.engine.preview.making import Page
from zapis.engine.preview.overview import Overview, Progress, Row
from zapis.render.environment import html_environment
from zapis.source import SourceFile, Span

_WIDEST = 160
_MARGIN = 60
_KINDS = {Severity.ERROR: "chyba", Severity.WARNING: "varovani", Severity.TIP: "tip"}


class Excerpt(NamedTuple):
    """A line of a source with the place that is meant, in three parts."""

    number: int
    before: str
    marked: str
    after: str
    words: str = ""


class Problem(NamedTuple):
    """A diagnostic as a page shows it; `kind` is the class of its style."""

    kind: str
    word: str
    code: str
    place: str
    message: str
    cure: str
    excerpts: tuple[Excerpt, ...]


def document_page(page: Page, progress: Progress) -> str:
    """The page of a source: its document in a frame, or what prevents it."""
    problems = tuple(_problems(page.reports))
    return _render(
        "nahled.html",
        name=PurePosixPath(page.path).name,
        path=page.path,
        title=typeset(page.title) or page.path,
        digest=digest_of(page.document) if page.document is not None else "",
        problems=problems,
        sums=_sums(page.reports),
        worst=problems[0].kind if problems else "",
        progress=_progress(progress),
    )


def overview_page(overview: Overview, progress: Progress) -> str:
    """The list of all meetings."""
    groups = [
        (typeset(name), [_row(row) for row in rows]) for name, rows in overview.groups.items()
    ]
    return _render(
        "nahled-prehled.html",
        organization=typeset(overview.organization),
        groups=groups,
        problems=tuple(_problems(overview.reports)),
        count=count(sum(len(rows) for _, rows in groups), "zápis", "zápisy", "zápisů"),
        progress=_progress(progress),
    )


def message_page(title: str, words: str, path: str = "") -> str:
    """A page that says why there is nothing else; it comes alive when that changes."""
    return _render("nahled-zprava.html", title=title, words=words, path=path, progress="")


def digest_of(document: bytes) -> str:
    """A short name of the content of a document."""
    return blake2b(document, digest_size=8).hexdigest()


def _render(template: str, **values: object) -> str:
    return html_environment().get_template(template).render(values)


def _progress(progress: Progress) -> str:
    if progress.is_complete:
        return ""
    of = "" if progress.total is None else f": {progress.done} z {progress.total}"
    return f"Čtu zápisy{of}"


def _row(row: Row) -> dict[str, str]:
    return {
        "address": address_of(row.path),
        "title": typeset(row.title),
        "path": row.path,
        "date": format_date(row.date) if row.date else "",
        "errors": count(row.errors, "chyba", "chyby", "chyb") if row.errors else "",
        "warnings": count(row.warnings, "varování", "varování", "varování") if row.warnings else "",
    }


def _sums(reports: Iterable[FileReport]) -> str:
    """„1 chyba, 2 varování, 3 tipy“."""
    found = [item.severity for report in reports for item in report.diagnostics]
    forms = (
        (Severity.ERROR, "chyba", "chyby", "chyb"),
        (Severity.WARNING, "varování", "varování", "varování"),
        (Severity.TIP, "tip", "tipy", "tipů"),
    )
    counted = ((found.count(kind), words) for kind, *words in forms)
    return ", ".join(count(number, *words) for number, words in counted if number)


def _problems(reports: Iterable[FileReport]) -> list[Problem]:
    """Errors first, then warnings and tips, each in the order of their places."""
    order = list(_KINDS)
    found = [(item, report.source) for report in reports for item in report.diagnostics]
    found.sort(key=lambda pair: order.index(pair[0].severity))
    return [_problem(item, source) for item, source in found]


def _problem(item: Diagnostic, source: SourceFile) -> Problem:
    place = source.path
    spans = [(label.span, label.message) for label in item.labels]
    if item.span is not None and source.text:
        position = source.position(item.span.start)
        place = f"{place}, řádek {position.line}, sloupec {position.column}"
        spans.insert(0, (item.span, ""))
    excerpts = tuple(_excerpt(source, span, words) for span, words in spans)
    kind, word = _KINDS[item.severity], item.severity.value
    return Problem(kind, word, item.code.id, place, item.message, item.cure or "", excerpts)


def _excerpt(source: SourceFile, span: Span, words: str) -> Excerpt:
    """The line of a place, of a long one a window; at least one character is marked."""
    position = source.position(span.start)
    line = source.line(position.line)
    start = position.column - 1
    end = min(max(start + span.end - span.start, start + 1), len(line))
    left = max(0, start - _MARGIN) if len(line) > _WIDEST else 0
    right = min(len(line), left + _WIDEST)
    before = ("…" if left else "") + line[left:start]
    after = line[end:right] + ("…" if right < len(line) else "")
    return Excerpt(position.line, before, line[start : min(end, right)] or " ", after, words)
