"""What a build is asked to do, and what it did; nothing here takes time to load."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from zapis.codes import Severity
from zapis.diagnostics import FileReport
from zapis.engine.said import Said

if TYPE_CHECKING:  # a build with nothing to do knows its counts from the index
    from zapis.engine.tracker.tracked import Tracked


FORMAT_NAMES = ("html", "docx", "pdf")
"""The formats of documents; what makes them takes time to load."""


class BuildRequest(Struct, frozen=True):
    """What to build.

    `paths` are sources relative to the root (None: all), `named` those that were asked for by
    their own name; `output` overrides the workspace's folder. `overwrite` allows documents to
    take the place of files that zapis did not write, or that somebody changed. `again` makes
    also what is up to date. `processes` is their number, None for as many as pay.
    """

    today: dt.date
    formats: tuple[str, ...] = ()
    output: Path | None = None
    strict: bool = False
    paths: frozenset[str] | None = None
    named: frozenset[str] = frozenset()
    overwrite: bool = False
    again: bool = False
    processes: int | None = 1

    @property
    def is_whole(self) -> bool:
        """Whether everything is asked for, and nothing beside what is needed."""
        return self.paths is None and not (self.named or self.again or self.overwrite)


class Skipped(NamedTuple):
    """Minutes whose documents were not made; `older` is the newest document left from before."""

    path: str
    older: Path | None = None


class Reason(NamedTuple):
    """Why documents of minutes were made, or one was removed: a Czech clause for each cause."""

    path: str
    causes: tuple[str, ...]
    is_removal: bool = False


class TaskCounts(NamedTuple):
    """Tasks new and done since the last build, open, overdue."""

    new: int
    done: int
    open: int
    overdue: int


class Summary(NamedTuple):
    """The figures of a build.

    `documents` are those of `meetings`, made now or up to date; `overviews` are lists of tasks.
    `quiet_warnings` and `quiet_tips` were said of minutes that have not changed since and are not
    said again; the other counts do not hold them. `tasks` is None outside a workspace.
    """

    meetings: int
    documents: int
    overviews: int
    errors: int
    warnings: int
    tips: int
    quiet_warnings: int
    quiet_tips: int
    tasks: TaskCounts | None


class BuildResult(Struct, frozen=True):
    """What a build did: what is to be said in the order of sources, files written and left.

    `kept` are the documents that are up to date, relative to `output`, without those of sources
    that rest. `blocked` says that no
    document was made because of an error in `zapis.yaml`. `reasons` tell of documents made and
    removed, `traces` of faults inside zapis.
    """

    said: tuple[Said, ...]
    summary: Summary
    written: tuple[Path, ...]
    kept: tuple[str, ...]
    output: Path
    skipped: tuple[Skipped, ...]
    removed: tuple[Path, ...] = ()
    tracking: "Tracked | None" = None
    blocked: bool = False
    reasons: tuple[Reason, ...] = ()
    traces: tuple[str, ...] = ()

    @property
    def reports(self) -> tuple[FileReport, ...]:
        """All that is to be said, with the texts of the sources."""
        return tuple(item.report() for item in self.said)

    def each_report(self, *, tips: bool) -> Iterator[FileReport]:
        """The same one by one, without those that hold nothing but tips nobody wants."""
        return (item.report() for item in self.said if tips or item.errors or item.warnings)

    @property
    def unchanged(self) -> tuple[Path, ...]:
        """The documents that are up to date."""
        return tuple(self.output / name for name in self.kept)

    @property
    def meetings(self) -> int:
        """The minutes that have documents."""
        return self.summary.meetings

    @property
    def overviews(self) -> int:
        """The lists of tasks that were asked for."""
        return self.summary.overviews

    def count(self, severity: Severity) -> int:
        """How many diagnostics of a severity there are."""
        counts = self.summary
        if severity is Severity.ERROR:
            return counts.errors
        if severity is Severity.WARNING:
            return counts.warnings + counts.quiet_warnings
        return counts.tips + counts.quiet_tips
