"""One pass over the lines of the tracker: which of them make entries, sections and foreign text."""

from collections.abc import Sequence

from zapis.diagnostics import Diagnostic
from zapis.model.tasks import TaskStatus
from zapis.source import SourceFile
from zapis.tasks.tracker_blocks import Block, Line, Section, strip_return
from zapis.tasks.tracker_checks import LineChecks
from zapis.tasks.tracker_lines import Unreadable, parse_line
from zapis.tasks.tracker_shapes import HeadLine, is_head, read_head_line

_SPACES = " \t\u00a0"
_BLANK = ("", "\r")


class Scan:
    """What has been read so far; nothing of the text is lost in it."""

    def __init__(self, source: SourceFile, lines: Sequence[str]) -> None:
        """`lines` are without line feeds and may keep carriage returns."""
        self.lines = lines
        self.checks = LineChecks(source, lines)
        self.prelude: list[str] = []
        self.open_sections: list[tuple[str, list[str]]] = []
        self.blocks: list[Block] = []
        self.problems: list[Diagnostic] = []
        self._openings: dict[int, bool] = {}

    @property
    def sections(self) -> tuple[Section, ...]:
        """The headings that have entries, with the lines below them."""
        return tuple(Section(title, tuple(lines)) for title, lines in self.open_sections)

    def run(self) -> None:
        """Read all lines."""
        position, count = 0, len(self.lines)
        open_lines = self.prelude
        while position < count:
            line = self.lines[position]
            if line.startswith("-") and (head := read_head_line(strip_return(line))):
                position = self._read_block(position, head)
                # Lines behind an entry are read with it, so nothing but a heading can follow.
                continue
            if line.startswith("## ") and self._opens_section(position):
                open_lines = [line]
                self.open_sections.append((strip_return(line)[3:].strip(), open_lines))
            else:
                self.problems += self.checks.of_foreign(position)
                open_lines.append(line)
            position += 1

    def _opens_section(self, position: int) -> bool:
        """Whether entries follow the heading before words and the next one; else it is foreign."""
        if position not in self._openings:
            passed, answer = self._look_ahead(position)
            self._openings |= dict.fromkeys(passed, answer)
        return self._openings[position]

    def _look_ahead(self, position: int) -> tuple[list[int], bool]:
        """The headings that have the same answer, from the one at `position` on, and the answer."""
        passed, has_words = [position], False
        for at in range(position + 1, len(self.lines)):
            line = self.lines[at]
            if is_head(line):
                return passed, True
            if line.startswith("## "):
                if has_words:
                    return passed, False
                passed.append(at)
            has_words = has_words or not (line.isspace() or line.startswith("## ") or not line)
        return passed, False

    def _read_block(self, start: int, head: HeadLine) -> int:
        end = self._end_of_entry(start + 1)
        after = self._end_of_foreign(end)
        section = self.open_sections[-1][0] if self.open_sections else ""
        if head.status is None or head.id.number < 1:
            self.problems.append(self.checks.bad_head(start))
        own = tuple(self._read_line(number) for number in range(start + 1, end))
        self._check(start + 1, own, after)
        self.blocks.append(
            Block(
                head.id,
                head.status or TaskStatus.OPEN,
                head.content,
                self.lines[start],
                own,
                tuple(self.lines[end:after]),
                section,
                start + 1,
            )
        )
        return after

    def _check(self, first: int, own: Sequence[Line], after: int) -> None:
        end = first + len(own)
        if len(own) > 1:
            self.problems += self.checks.of_entry(first, own)
        if end < after and self.lines[end] not in _BLANK:
            self.problems += self.checks.behind_entry(end)
        for number in range(end, after):
            if self.lines[number] not in _BLANK:
                self.problems += self.checks.of_foreign(number)

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
            if line[0] in _SPACES:
                belongs = not is_interrupted or parse_line(line) is not None
            elif line.startswith(("- [", "## ")) or is_head(line):
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
            if is_head(line):
                break
            if line.startswith("## ") and self._opens_section(position):
                break
            position += 1
        return position

    def _read_line(self, position: int) -> Line:
        text = self.lines[position]
        if "zápis" not in text and ":" not in text and "[" not in text and "#" not in text:
            return Line(text)
        parsed = parse_line(text)
        if isinstance(parsed, Unreadable):
            self.problems.append(self.checks.bad_statement(position, parsed.reason))
            return Line(text)
        if parsed is None:
            self.problems += self.checks.of_foreign(position)
        return Line(text, parsed)
