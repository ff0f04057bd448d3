"""Diagnostics for programs: JSON with a version, and commands of GitHub's workflows."""

import json
from collections.abc import Iterable

from zapis.codes import Severity
from zapis.diagnostics import Diagnostic, FileReport
from zapis.source import SourceFile, Span

VERSION = 1
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.TIP: "notice"}
_SEVERITY = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.TIP: "tip"}


def format_json(reports: Iterable[FileReport]) -> str:
    """One JSON object; fields are added over time, never removed or renamed."""
    items = [_as_data(item, report.source) for report in reports for item in report.diagnostics]
    counts = {name: sum(item["severity"] == name for item in items) for name in _SEVERITY.values()}
    data = {"version": VERSION, "counts": counts, "diagnostics": items}
    return json.dumps(data, ensure_ascii=False, indent=2)


def format_github(reports: Iterable[FileReport]) -> str:
    """One workflow command a line, which GitHub shows beside the changed lines."""
    return "\n".join(
        _github_line(item, report.source) for report in reports for item in report.diagnostics
    )


def _as_data(item: Diagnostic, source: SourceFile) -> dict[str, object]:
    return {
        "file": source.path,
        "code": item.code.id,
        "name": item.code.name,
        "severity": _SEVERITY[item.severity],
        "message": item.message,
        "cure": item.cure,
        **_place(item.span, source),
        "labels": [
            {"message": label.message, **_place(label.span, source)} for label in item.labels
        ],
    }


def _place(span: Span | None, source: SourceFile) -> dict[str, int | None]:
    names = ("line", "column", "end_line", "end_column")
    if span is None:
        return dict.fromkeys(names)
    start, end = source.position(span.start), source.position(span.end)
    return dict(zip(names, (start.line, start.column, end.line, end.column), strict=True))


def _github_line(item: Diagnostic, source: SourceFile) -> str:
    place = f"file={_property(source.path)}"
    if item.span is not None:
        position = source.position(item.span.start)
        place += f",line={position.line},col={position.column}"
    text = item.message + (f"\noprava: {item.cure}" if item.cure else "")
    title = f"{item.code.id} {item.code.title}"
    return f"::{_GITHUB[item.severity]} {place},title={_property(title)}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
