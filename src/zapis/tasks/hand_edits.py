"""What is to be said of changes made by hand in head lines of the tracker."""

from collections.abc import Iterable, Iterator

from zapis import codes
from zapis.diagnostics import Diagnostic
from zapis.source import SourceFile
from zapis.tasks.standing import Standing


def report_edits(source: SourceFile, standing: Iterable[Standing]) -> Iterator[Diagnostic]:
    """A warning for every deadline that was written by hand and means no day that exists."""
    for own in standing:
        for edit in own.edits:
            if edit.deadline is None or not edit.deadline.problem:
                continue
            message = f"termín „{edit.deadline.words}“ úkolu #{own.id}: {edit.deadline.problem}"
            span = source.line_span(own.block.number)
            cure = "opravte ho v ukoly.md; zatím zůstává slovy"
            yield Diagnostic(codes.INVALID_DEADLINE, message, span, cure)
