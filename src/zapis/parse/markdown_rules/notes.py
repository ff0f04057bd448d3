"""What is gathered while one body is read: diagnostics, footnotes and link references."""

from collections.abc import Iterable

from msgspec import Struct, field

from zapis.codes import Code
from zapis.diagnostics import Diagnostic, Label
from zapis.parse.inline_context import InlineContext, LinkReference
from zapis.source import Span


class Notes(Struct):
    """The notes of one run of the parser; the only thing that its rules write to.

    `defined` are the labels (case folded) of footnotes that have a text, `referred` those that
    were referred to, in order: the first one has the number 1.
    """

    keep_line_breaks: bool = True
    defined: set[str] = field(default_factory=set)
    referred: list[str] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    references: dict[str, LinkReference] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def report(
        self,
        code: Code,
        message: str,
        span: Span,
        cure: str | None = None,
        labels: Iterable[Label] = (),
    ) -> None:
        """Add a diagnostic."""
        self.diagnostics.append(Diagnostic(code, message, span, cure, tuple(labels)))

    def refer(self, label: str) -> int | None:
        """The number of the footnote with this label, None where no such footnote is defined."""
        key = label.casefold()
        number = self.numbers.get(key)
        if number is None and key in self.defined:
            return self.number(key)
        return number

    def number(self, key: str) -> int:
        """Give the next number to a footnote."""
        self.referred.append(key)
        self.numbers[key] = len(self.referred)
        return self.numbers[key]

    def context(self) -> InlineContext:
        """What later calls for parts of the same body need."""
        return InlineContext(dict(self.numbers), dict(self.references), self.keep_line_breaks)


def notes_of(context: InlineContext) -> Notes:
    """Fresh notes for a part of a body whose context is known."""
    return Notes(
        keep_line_breaks=context.keep_line_breaks,
        numbers=dict(context.footnotes),
        references=dict(context.references),
    )
