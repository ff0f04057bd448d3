"""What the compiler has to say about a source: data only, `report` makes the text."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from msgspec import Struct

from zapis.codes import Code, Severity
from zapis.source import SourceFile, Span

T = TypeVar("T")


class Label(Struct, frozen=True):
    """Another place that belongs to a problem, with a few words on what it is."""

    span: Span
    message: str


class Diagnostic(Struct, frozen=True):
    """One problem: what (`code`), its sentence, where, and how to mend it.

    `message` is one clause, lower case, without a period, and names the value. `cure` is ready
    to be copied where it can be. A problem of a whole file has no span.
    """

    code: Code
    message: str
    span: Span | None = None
    cure: str | None = None
    labels: tuple[Label, ...] = ()

    @property
    def severity(self) -> Severity:
        """The severity, which belongs to the code."""
        return self.code.severity


Diagnostics = tuple[Diagnostic, ...]


class Outcome(Struct, Generic[T], frozen=True):
    """What every pass returns: the value, as good as could be made, and the diagnostics."""

    value: T
    diagnostics: Diagnostics = ()

    @property
    def failed(self) -> bool:
        """Whether a diagnostic is an error, so that the document must not be written."""
        return has_errors(self.diagnostics)


class FileReport(Struct, frozen=True):
    """The diagnostics of one source file, in the order of their places."""

    source: SourceFile
    diagnostics: Diagnostics

    @property
    def failed(self) -> bool:
        """Whether the file has an error."""
        return has_errors(self.diagnostics)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of the diagnostics is an error."""
    return any(item.severity is Severity.ERROR for item in diagnostics)


def gather(outcomes: Iterable[Outcome[T]]) -> Outcome[tuple[T, ...]]:
    """The values of several outcomes in order, with all their diagnostics."""
    parts = tuple(outcomes)
    problems = tuple(problem for part in parts for problem in part.diagnostics)
    return Outcome(tuple(part.value for part in parts), problems)


def in_order(diagnostics: Iterable[Diagnostic]) -> Diagnostics:
    """The diagnostics by place, then code; each of them once."""
    unique = dict.fromkeys(diagnostics)
    return tuple(sorted(unique, key=_place))


def _place(item: Diagnostic) -> tuple[int, str, str]:
    return (item.span.start if item.span else -1, item.code.id, item.message)
