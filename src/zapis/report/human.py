"""Diagnostics for people: place, sentence, the line with a caret, and the cure."""

from collections.abc import Iterator

from zapis.codes import Severity
from zapis.diagnostics import Diagnostic, FileReport
from zapis.report.columns import visible, width
from zapis.source import SourceFile, Span

_GUTTER = 5
_WIDEST = 100
_MARGIN = 30
_STYLES = {Severity.ERROR: "31;1", Severity.WARNING: "33;1", Severity.TIP: "36"}


def format_report(report: FileReport, *, color: bool = False, tips: bool = True) -> Iterator[str]:
    """The text of each diagnostic of a file, one string each, without a closing line end."""
    for item in report.diagnostics:
        if tips or item.severity is not Severity.TIP:
            yield format_diagnostic(item, report.source, color=color)


def format_diagnostic(item: Diagnostic, source: SourceFile, *, color: bool = False) -> str:
    """`file:line:column: chyba Zxxx: message`, the excerpt with a caret, then `oprava: …`."""
    lines = [_headline(item, source, color=color)]
    if item.span is not None and source.text:
        lines += _excerpt(source, item.span)
    for label in item.labels:
        lines += _excerpt(source, label.span, label.message)
    if item.cure:
        first, *more = item.cure.splitlines()
        lines.append(f"   oprava: {visible(first)}")
        lines += [f"           {visible(line)}" for line in more]
    return "\n".join(lines)


def _headline(item: Diagnostic, source: SourceFile, *, color: bool) -> str:
    place = source.path
    if item.span is not None:
        position = source.position(item.span.start)
        place = f"{place}:{position.line}:{position.column}"
    word = item.severity.value
    if color:
        word = f"\x1b[{_STYLES[item.severity]}m{word}\x1b[0m"
    return f"{visible(place)}: {word} {item.code.id}: {visible(item.message)}"


def _excerpt(source: SourceFile, span: Span, message: str = "") -> list[str]:
    position = source.position(span.start)
    text, before = _window(source.line(position.line), position.column - 1)
    caret = " " * width(visible(before)) + "^" + (f" {visible(message)}" if message else "")
    gutter = " " * _GUTTER
    return [f"{position.line:>{_GUTTER}} | {visible(text)}".rstrip(), f"{gutter} | {caret}"]


def _window(line: str, column: int) -> tuple[str, str]:
    """A piece of a long line around the column, and its part before the column."""
    if len(line) <= _WIDEST:
        return line, line[:column]
    start = max(0, min(column - _MARGIN, len(line) - _WIDEST))
    end = start + _WIDEST
    left, right = ("…" if start else ""), ("…" if end < len(line) else "")
    return left + line[start:end] + right, left + line[start:column]
