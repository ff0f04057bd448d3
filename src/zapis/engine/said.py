"""What was said of a source, kept small until somebody wants to read it.

**Why** not reports: the texts of ten thousand minutes would fill the memory, and most of what is
said of them are tips that nobody asked for.
"""

from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from zapis.codes import Severity
from zapis.diagnostics import Diagnostics, FileReport, in_order
from zapis.engine.index.digests import digest
from zapis.engine.index.values import from_json, to_json
from zapis.files import read_source
from zapis.source import SourceFile

NOTHING = "[]"


class Said(Struct, frozen=True):
    """Diagnostics of a source in JSON, with their counts.

    Where there is no `source`, its text is read again from the `file` below `root`; `text` is the
    digest of what was read then.
    """

    path: str
    found: str
    errors: int
    warnings: int
    tips: int
    root: Path | None = None
    file: str = ""
    text: bytes = b""
    source: SourceFile | None = None

    def report(self) -> FileReport:
        """The diagnostics in the order of their places, with the text that they point at."""
        found = in_order(from_json(Diagnostics, self.found))
        if self.source is not None:
            return FileReport(self.source, found)
        if self.root is None or not found:
            return FileReport(SourceFile(self.path, ""), found)
        source = read_source(self.root, self.file).value
        if digest(source.text.encode()) == self.text:
            return FileReport(source, found)
        # Somebody has saved the file since: its places mean nothing any more.
        placeless = tuple(replace(item, span=None, labels=()) for item in found)
        return FileReport(source, placeless)


def say(report: FileReport) -> Said:
    """A report as it is, with its text."""
    found = report.diagnostics
    return Said(report.source.path, to_json(found), *count_each(found), source=report.source)


def count_each(diagnostics: Diagnostics) -> tuple[int, int, int]:
    """How many errors, warnings and tips there are."""
    severities = [item.severity for item in diagnostics]
    return (
        severities.count(Severity.ERROR),
        severities.count(Severity.WARNING),
        severities.count(Severity.TIP),
    )
