"""The tracker as a file: lines taken apart into entries without losing a character.

**Why** an own scanner and not the Markdown parser: it reads ten thousand entries in a moment, and
every line that is not an entry must come out again as it went in.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from zapis import codes
from zapis.diagnostics import Diagnostic, Outcome, has_errors
from zapis.source import SourceFile
from zapis.tasks.tracker_blocks import Block, Line, Section, strip_return
from zapis.tasks.tracker_scan import Scan

__all__ = [
    "TITLE",
    "Block",
    "Line",
    "Section",
    "TrackerFile",
    "missing_tracker",
    "read_tracker",
    "strip_return",
]

TITLE = "# Úkoly"

_CONFLICT = re.compile(r"(?:<{7}|>{7}|\|{7})(?: |\r*$)")


class TrackerFile(Struct, frozen=True):
    """The tracker as read: lines before everything, sections and entries in their order.

    `newline` is what new lines end with; lines keep a carriage return they had. `archived` are
    the entries of the archive, which are only read.
    """

    source: SourceFile
    text: str = ""
    prelude: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    blocks: tuple[Block, ...] = ()
    newline: str = "\n"
    readable: bool = True
    archived: tuple[Block, ...] = ()


def read_tracker(path: str, text: str) -> Outcome[TrackerFile]:
    """The file taken apart; `text` is what was decoded, with its own line ends.

    Conflict markers and lines that look like a task or a statement but cannot be understood are
    errors: the file must then not be written.
    """
    if "\n" not in text:  # line ends of old Macs
        text = text.replace("\r", "\n")
    source = SourceFile(path, text.replace("\r\n", "\n"))
    lines = text.split("\n")
    newline = "\r\n" if text.count("\r\n") * 2 > len(lines) - 1 > 0 else "\n"
    if conflict := tuple(_find_conflicts(source, lines)):
        return Outcome(TrackerFile(source, text, newline=newline, readable=False), conflict)
    scan = Scan(source, lines)
    scan.run()
    problems = tuple(scan.problems)
    value = TrackerFile(
        source,
        text,
        tuple(scan.prelude),
        scan.sections,
        tuple(scan.blocks),
        newline,
        not has_errors(problems),
    )
    return Outcome(value, problems)


def missing_tracker(path: str) -> TrackerFile:
    """The tracker of a workspace that has none yet."""
    return TrackerFile(SourceFile(path, ""))


def _find_conflicts(source: SourceFile, lines: Sequence[str]) -> Iterator[Diagnostic]:
    for number, line in enumerate(lines, 1):
        if line.startswith(("<", ">", "|")) and _CONFLICT.match(line):
            message = f"ve slučování z gitu zůstal nedořešený rozpor „{line[:40].rstrip()}“"
            cure = "nechte jednu z obou podob, nebo obě, a řádky se značkami <, = a > smažte"
            yield Diagnostic(codes.TRACKER_CONFLICT, message, source.line_span(number), cure)
