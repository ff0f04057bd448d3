"""The list of all meetings by series and date, with counts of what is wrong with them."""

import datetime as dt
from collections.abc import Iterable, Mapping

from msgspec import Struct

from zapis.codes import Severity
from zapis.czech.collation import sort_key
from zapis.diagnostics import FileReport
from zapis.engine.reading import ReadFile
from zapis.model.meeting import Meeting


class Row(Struct, frozen=True):
    """A meeting in the list."""

    path: str
    title: str
    series: str
    date: dt.date | None
    errors: int
    warnings: int


class Progress(Struct, frozen=True):
    """How many sources have been read under these settings; no `total` before the first look."""

    done: int
    total: int | None

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left to be read."""
        return self.total is not None and self.done >= self.total


class Overview(Struct, frozen=True):
    """All meetings, by series in order of their names; what has no series comes last.

    `reports` are about more than one source: settings, tracker, templates.
    """

    organization: str
    groups: Mapping[str, tuple[Row, ...]]
    reports: tuple[FileReport, ...]


def make_row(file: ReadFile) -> Row:
    """The row of a source; one that could not be read is called by its path."""
    found = [item.severity for item in file.diagnostics]
    meeting = file.meeting
    return Row(
        file.path,
        title_of(meeting) or file.path,
        _series(meeting),
        meeting.when.date if meeting else None,
        found.count(Severity.ERROR),
        found.count(Severity.WARNING),
    )


def title_of(meeting: Meeting | None) -> str:
    """What a meeting is called in a list; empty where it has no name at all."""
    if meeting is None:
        return ""
    name = _series(meeting) or meeting.kind
    number = meeting.ordinal.strip().removeprefix("č.").strip()
    if meeting.subject:
        return meeting.subject
    return f"{name} č. {number}" if name and number else name


def group_rows(rows: Iterable[Row]) -> Mapping[str, tuple[Row, ...]]:
    """Rows by series, the newest first; those without a date stand at the top."""
    groups: dict[str, list[Row]] = {}
    for row in sorted(rows, key=lambda row: (row.date or dt.date.max, row.path), reverse=True):
        groups.setdefault(row.series, []).append(row)
    names = sorted(groups, key=lambda name: (not name, sort_key(name)))
    return {name: tuple(groups[name]) for name in names}


def _series(meeting: Meeting | None) -> str:
    series = meeting.series if meeting else None
    return (series.name or series.abbreviation or series.key) if series else ""
