"""Lines of the tracker that only look like somebody's own: what was meant, and the cure."""

from collections.abc import Iterator, Sequence

from zapis import codes
from zapis.diagnostics import Diagnostic
from zapis.source import SourceFile
from zapis.tasks.tracker import Statement
from zapis.tasks.tracker_blocks import Line, strip_return
from zapis.tasks.tracker_lines import parse_line
from zapis.tasks.tracker_shapes import looks_like_head, opens_with_number, task_without_number

_ENTRY_FORM = "- [ ] #označení/číslo text úkolu"
_STATEMENT_FORM = "opravte ho podle vzoru: - 20. 3. 2026: splněno, poznámka"
_BULLETS = tuple("-*+•–—")


class LineChecks:
    """The lines of a file with what is wrong with each; positions are counted from 0."""

    __slots__ = ("_lines", "_source")

    def __init__(self, source: SourceFile, lines: Sequence[str]) -> None:
        """`lines` may keep carriage returns, `source` has none."""
        self._source = source
        self._lines = lines

    def bad_head(self, position: int) -> Diagnostic:
        """A head whose box or number no task can have."""
        return self._unreadable(position, "takový úkol být nemůže", _ENTRY_FORM)

    def bad_statement(self, position: int, reason: str) -> Diagnostic:
        """A statement that cannot be read, for a reason in one Czech clause."""
        return self._unreadable(position, reason, _STATEMENT_FORM)

    def of_foreign(self, position: int) -> Iterator[Diagnostic]:
        """A line that was meant to be a task must not pass for somebody's own text.

        **Why** errors: the statements below a head that is none would count for another task.
        """
        line = self._lines[position]
        if "[" not in line and "#" not in line and "☐" not in line:
            return
        if looks_like_head(line):
            reason = "vypadá jako úkol, ale číslu úkolu nelze porozumět"
            yield self._unreadable(position, reason, f"{_ENTRY_FORM} (bez odsazení)")
        elif _is_said(line):
            yield self._unreadable(position, "nestojí pod úkolem, ke kterému patří", _ENTRY_FORM)
        elif opens_with_number(line) and self._is_said_below(position):
            yield self._unreadable(position, "vypadá jako úkol bez čtverečku", _ENTRY_FORM)
        elif words := task_without_number(line):
            message = f"úkol „{words}“ nemá v seznamu číslo, nikdo ho nehlídá"
            cure = "napište ho do zápisu z jednání, číslo dostane při překladu"
            span = self._source.line_span(position + 1)
            yield Diagnostic(codes.TASK_WITHOUT_NUMBER, message, span, cure)

    def of_entry(self, first: int, lines: Sequence[Line]) -> Iterator[Diagnostic]:
        """A meeting speaks of a task once: a second time behind a gap it speaks of another."""
        paths = [line.statement.path for line in lines if line.statement and line.statement.path]
        if len(set(paths)) == len(paths):
            return
        seen: set[str] = set()
        has_gap = False
        for position, (text, statement) in enumerate(lines, first):
            has_gap = has_gap or not text[:1].isspace() or text.isspace()
            if statement is None or not statement.path:
                continue
            if statement.path in seen and has_gap:
                reason = "nad ním chybí řádek úkolu, ke kterému patří"
                yield self._unreadable(position, reason, _ENTRY_FORM)
            seen.add(statement.path)

    def behind_entry(self, position: int) -> Iterator[Diagnostic]:
        """A change written at the margin right below an entry would be no part of it."""
        line = strip_return(self._lines[position]).rstrip()
        fact = parse_line(f"  {line}") if line.startswith(_BULLETS) else None
        if isinstance(fact, Statement) and not (fact.is_note or fact.path):
            yield self._unreadable(position, "není odsazený pod úkolem", f"  {line}")

    def _is_said_below(self, position: int) -> bool:
        return position + 1 < len(self._lines) and _is_said(self._lines[position + 1])

    def _unreadable(self, position: int, reason: str, cure: str) -> Diagnostic:
        words = strip_return(self._lines[position]).strip()
        message = f"řádku „{words[:60]}“ nelze porozumět: {reason}"
        span = self._source.line_span(position + 1)
        return Diagnostic(codes.TRACKER_UNREADABLE, message, span, cure)


def _is_said(line: str) -> bool:
    """Whether a line is what a meeting said of a task, wherever it stands."""
    if "zápis" not in line:
        return False
    said = parse_line(f"  {strip_return(line).lstrip()}")
    return isinstance(said, Statement) and bool(said.path)
