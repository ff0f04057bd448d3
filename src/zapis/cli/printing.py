"""Diagnostics to the terminal, with paths as they look from where the user stands."""

import os
from collections.abc import Iterable
from pathlib import Path

import click
from msgspec import Struct, field
from msgspec.structs import replace

from zapis.codes import Severity
from zapis.czech.plurals import count
from zapis.diagnostics import FileReport
from zapis.source import SourceFile


class Display(Struct, frozen=True):
    """Shows paths relative to the current folder where they lie below it."""

    root: Path
    here: Path = field(default_factory=lambda: Path.cwd().resolve())

    def path(self, path: Path) -> str:
        """A path as people would type it here."""
        path = path if path.is_absolute() else self.root / path
        return os.path.relpath(path, self.here) if path.is_relative_to(self.here) else str(path)

    def report(self, report: FileReport) -> FileReport:
        """The same diagnostics under the displayed path."""
        shown = self.path(self.root / report.source.path)
        return replace(report, source=SourceFile(shown, report.source.text))


def print_reports(
    reports: Iterable[FileReport], display: Display, *, color: bool, tips: bool
) -> None:
    """Print the diagnostics of all files to stderr, where they do not mix with the result."""
    from zapis.report.human import format_report  # noqa: PLC0415 - mostly there is nothing to say

    for report in reports:
        if report.diagnostics:
            for text in format_report(display.report(report), color=color, tips=tips):
                click.echo(text, err=True, color=True)


def count_problems(number: int, severity: Severity) -> str:
    """A number with the word for problems of a severity: „2 chyby“."""
    match severity:
        case Severity.ERROR:
            return count(number, "chyba", "chyby", "chyb")
        case Severity.WARNING:
            return count(number, "varování", "varování", "varování")
        case Severity.TIP:
            return count(number, "tip", "tipy", "tipů")


def exit_code(reports: Iterable[FileReport], *, strict: bool) -> int:
    """1 with an error, or with a warning where they count as errors; else 0."""
    bad = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return int(any(item.severity in bad for report in reports for item in report.diagnostics))
