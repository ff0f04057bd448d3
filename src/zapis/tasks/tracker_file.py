"""The tracker as a file: lines taken apart into entries without losing a character, and back.

**Why** an own scanner and not the Markdown parser: it reads ten thousand entries in a moment, and
every line that is not an entry must come out again as it went in.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from zapis import codes
from zapis.diagnostics import Diagnostic, Outcome, has_errors
from zapis.model.tasks import TaskId, TaskStatus
from zapis.source import SourceFile
from zapis.tasks.tracker import Statement
from zapis.tasks.tracker_lines import Unreadable, parse_line

TITLE = "# Úkoly"

_HEAD = re.compile(r"- \[(.?)\] #([A-Za-z0-9._-]+)/([0-9]{1,9})(?: (.*))?")
_LIKE_HEAD = re.compile(r"[ \t]*[-*+] ?\[[^\]\n]?\] ?#[^\s#]")
_CONFLICT = ("<<<<<<< ", ">>>>>>> ")
_STATUS_OF_BOX = {status.box: status for status in TaskStatus} | {"X": TaskStatus.DONE}


class Line(NamedTuple):
    """A line of an entry below its head, without its end, and the statement it makes, if any."""

    text: str
    statement: Statement | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """An entry as it stands: `head` is its first line, `content` what follows the id there.

    `behind` are the lines from its end to the next entry or section, blank ones for the most
    part; `number` is that of the head line, counted from 1. Texts have no line ends.
    """

    id: TaskId
    status: TaskStatus
    content: str
    head: str
    lines: tuple[Line, ...]
    behind: tuple[str, ...]
    section: str
    number: int

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements standing in the entry, in the order of their lines."""
        return tuple(line.statement for line in self.lines if line.statement)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the lines between it and its first entry; the heading is the first line."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TrackerFile:
    """The tracker as read: lines before everything, sections and entries in their order.

    `newline` is what new lines end with; lines keep a carriage return they had.
    """

    source: SourceFile
    text: str = ""
    prelude: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    blocks: tuple[Block, ...] = ()
    newline: str = "\n"
    readable: bool = True


def read_tracker(path: str, text: str) -> Outcome[TrackerFile]:
    """The file taken apart; `text` is what was decoded, with its own line ends.

    Conflict markers and lines that look like a task or a statement but cannot be understood are
    errors: the file must then not be written.
    """
    source = SourceFile(path, text.replace("\r\n", "\n"))
    lines = text.split("\n")
    newline = "\r\n" if text.count("\r\n") * 2 > len(lines) - 1 > 0 else "\n"
    if conflict := tuple(_find_conflicts(source, lines)):
        return Outcome(TrackerFile(source, text, newline=newline, readable=False), conflict)
    scan = _Scan(source, lines)
    scan.run()
    problems = tuple(scan.problems)
    value = TrackerFile(
        source,
        text,
        tuple(scan.prelude),
        tuple(Section(title, tuple(own)) for title, own in scan.sections),
        tuple(scan.blocks),
        newline,
        not has_errors(problems),
    )
    return Outcome(value, problems)


def missing_tracker(path: str) -> TrackerFile:
    """The tracker of a workspace that has none yet."""
    return TrackerFile(SourceFile(path, ""))


def strip_return(line: str) -> str:
    """The line without the carriage return of a Windows line end."""
    return line.removesuffix("\r")


def _find_conflicts(source: SourceFile, lines: Sequence[str]) -> Iterator[Diagnostic]:
    for number, line in enumerate(lines, 1):
        if line.startswith(_CONFLICT):
            message = f"ve slučování z gitu zůstal nedořešený rozpor „{line[:40].rstrip()}“"
            cure = "nechte jednu z obou podob, nebo obě, a řádky se značkami <, = a > smažte"
            yield Diagnostic(codes.TRACKER_CONFLICT, message, source.line_span(number), cure)


class _Scan:
    """One pass over the lines; what it has read so far."""

    def __init__(self, source: SourceFile, lines: Sequence[str]) -> None:
        self.source = source
        self.lines = lines
        self.prelude: list[str] = []
        self.sections: list[tuple[str, list[str]]] = []
        self.blocks: list[Block] = []
        self.problems: list[Diagnostic] = []

    def run(self) -> None:
        """Read all lines."""
        position, count = 0, len(self.lines)
        open_lines = self.prelude
        while position < count:
            line = self.lines[position]
            if line.startswith("- [") and (head := _HEAD.fullmatch(strip_return(line))):
                position = self._read_block(position, head)
                # Lines behind an entry are read with it, so nothing but a heading can follow.
                continue
            if line.startswith("## ") and self._opens_section(position):
                open_lines = [line]
                self.sections.append((strip_return(line)[3:].strip(), open_lines))
            else:
                self._check_foreign(position, line)
                open_lines.append(line)
            position += 1

    def _opens_section(self, position: int) -> bool:
        """Whether entries follow the heading before the next one; else it is somebody's own."""
        for line in self.lines[position + 1 :]:
            if line.startswith("- [") and _HEAD.match(line):
                return True
            if line.startswith("## "):
                return False
        return False

    def _read_block(self, start: int, head: re.Match[str]) -> int:
        end = self._end_of_entry(start + 1)
        after = self._end_of_foreign(end)
        section = self.sections[-1][0] if self.sections else ""
        status = _STATUS_OF_BOX.get(head[1])
        if status is None or int(head[3]) < 1:
            self._report(start, "takový úkol být nemůže", "- [ ] #označení/číslo text úkolu")
        own = tuple(self._read_line(number) for number in range(start + 1, end))
        for number in range(end, after):
            self._check_foreign(number, self.lines[number])
        self.blocks.append(
            Block(
                TaskId(head[2], int(head[3])),
                status or TaskStatus.OPEN,
                head[4] or "",
                self.lines[start],
                own,
                tuple(self.lines[end:after]),
                section,
                start + 1,
            )
        )
        return after

    def _end_of_entry(self, position: int) -> int:
        """Behind the last line that belongs to the entry whose next line is at `position`.

        Indented lines do, blank ones before them, and lines written right below without indent.
        Behind somebody's own paragraph only statements still do.
        """
        end, is_interrupted = position, False
        for at in range(position, len(self.lines)):
            line = self.lines[at]
            if not line or line.isspace():
                continue
            if line[0] in " \t":
                belongs = not is_interrupted or parse_line(line) is not None
            elif line.startswith(("- [", "## ")):
                break
            else:
                belongs = not is_interrupted and end == at and line[0] not in "-#"
                is_interrupted = is_interrupted or not belongs
            end = at + 1 if belongs else end
        return end

    def _end_of_foreign(self, position: int) -> int:
        lines, count = self.lines, len(self.lines)
        while position < count:
            line = lines[position]
            if line.startswith("- [") and _HEAD.match(line):
                break
            if line.startswith("## ") and self._opens_section(position):
                break
            position += 1
        return position

    def _read_line(self, position: int) -> Line:
        text = self.lines[position]
        if "zápis" not in text and ":" not in text and "[" not in text:
            return Line(text)
        parsed = parse_line(text)
        if isinstance(parsed, Unreadable):
            cure = "opravte ho podle vzoru: - 20. 3. 2026: splněno, poznámka"
            self._report(position, parsed.reason, cure)
            return Line(text)
        if parsed is None:
            self._check_foreign(position, text)
        return Line(text, parsed)

    def _check_foreign(self, position: int, line: str) -> None:
        """A line that was meant to be a task must not pass for somebody's own text."""
        if "[" in line and _LIKE_HEAD.match(line):
            cure = "- [ ] #označení/číslo text úkolu (bez odsazení)"
            self._report(position, "vypadá jako úkol, ale číslu úkolu nelze porozumět", cure)

    def _report(self, position: int, reason: str, cure: str) -> None:
        words = strip_return(self.lines[position]).strip()
        message = f"řádku „{words[:60]}“ nelze porozumět: {reason}"
        span = self.source.line_span(position + 1)
        self.problems.append(Diagnostic(codes.TRACKER_UNREADABLE, message, span, cure))
