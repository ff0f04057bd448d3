"""What the compiler says about the fields of a task, with the cure at hand."""

import datetime as dt
from collections.abc import Iterable, Sequence

from msgspec import Struct, field

from zapis import codes
from zapis.assemble.days import FAR_DAYS, FAR_YEARS
from zapis.body import RawTask
from zapis.codes import Code
from zapis.czech.dates import find_date, format_date
from zapis.czech.deadlines import DeadlineMatch
from zapis.czech.folding import similar
from zapis.czech.shortening import first_words, one_line
from zapis.diagnostics import Diagnostic, Label
from zapis.model.person import Person
from zapis.model.tasks import Task
from zapis.source import MappedText, SourceFile, Span
from zapis.tasks.line import AssigneeSyntax, Problem, ProblemKind, Reference

_HIGHEST_NUMBER = 9999
_SHOWN = 50


class LineReport(Struct):
    """Collects the diagnostics of one task; offsets are those of its content."""

    content: MappedText
    persons: Sequence[Person]
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def problems(self, problems: Iterable[Problem]) -> None:
        """Problems that the grammar has found."""
        for problem in problems:
            code, message, cure = _describe(problem, self.content.text)
            self._add(code, message, problem.start, problem.end, cure)

    def assignee(self, found: AssigneeSyntax) -> None:
        """A name that fits several people, or nobody."""
        if found.people:
            self._ambiguous(found)
        elif not found.is_free:
            message = f"„{found.words}“ není mezi osobami jednání ani v zapis.yaml"
            self._add(
                codes.UNKNOWN_ASSIGNEE, message, found.start, found.end, self._meant(found.words)
            )

    def deadline(self, match: DeadlineMatch | None, date: dt.date | None) -> None:
        """A deadline that is suspiciously far from the meeting."""
        due = match.deadline.due if match else None
        if match is None or due is None or date is None:
            return
        is_far = abs(due.year - date.year) > FAR_YEARS
        if not is_far and not match.deadline.year_written and (due - date).days > FAR_DAYS:
            day = find_date(match.deadline.words, 0, date)
            is_far = day is not None and not day.year_written and due in (day.value, day.end_value)
        if is_far:
            message = f"termín „{match.deadline.words}“ je až {format_date(due)}"
            cure = f"je-li to tak, napište rok: do {format_date(due)}"
            self._add(codes.DISTANT_DEADLINE, message, match.start, match.end, cure)

    def missing(self, task: Task, *, has_words: bool) -> None:
        """A task without words; an open one without an assignee or a deadline."""
        end = len(self.content.text)
        if not task.sentence or not has_words:
            message = "úkol nemá text" if not end else f"úkol „{self._shown(task)}“ nemá text"
            self._add(codes.EMPTY_TASK, message, 0, end, "- [ ] co se má udělat @Jméno Příjmení")
            return
        if not task.status.is_open:
            return
        if not task.assignees:
            message = f"úkol „{self._shown(task)}“ nemá řešitele"
            self._add(
                codes.NO_ASSIGNEE, message, 0, end, "doplňte za text @Jméno Příjmení, nebo @skupina"
            )
        if task.deadline is None:
            message = f"úkol „{self._shown(task)}“ nemá termín"
            self._add(codes.NO_DEADLINE, message, 0, end, "doplňte za text (termín: do příště)")

    def pinned(self, reference: Reference, meeting_id: str) -> int | None:
        """The number the author gave to a task of this meeting, if it can be one."""
        number = int(reference.target.rpartition("/")[2])
        if 0 < number <= _HIGHEST_NUMBER:
            return number
        message = f"číslo {number} v „#{reference.target}“ úkol mít nemůže"
        cure = f"#{meeting_id}/1, nebo číslo smažte a dostane ho při překladu"
        self._add(codes.OUTSIDE_NUMBER, message, reference.start, reference.end, cure)
        return None

    def unusual_box(self, raw: RawTask, source: SourceFile) -> None:
        """A box that is written otherwise than `[ ]`."""
        text = self.content.text
        end = self.content.offset(0) if text else raw.span.end
        written = source.text[raw.span.start : end].strip()
        usual = f"[{raw.box}]"
        message = f"zaškrtávátko „{written}“ se čte jako „{usual}“"
        if written == usual:
            message = f"zaškrtávátko „{written}“ není v odrážce"
        span = Span(raw.span.start, raw.span.start + max(1, len(written)))
        first = text.partition("\n")[0]
        shown = first if len(first) <= _SHOWN else "text úkolu"
        self.diagnostics.append(
            Diagnostic(codes.UNUSUAL_BOX, message, span, f"- [{raw.box}] {shown}".rstrip())
        )

    def _ambiguous(self, found: AssigneeSyntax) -> None:
        people = [self.persons[index] for index in found.people]
        listed = ", ".join(_introduce(person) for person in people)
        message = f"jménu „{found.words}“ odpovídá víc osob: {listed}"
        distinct = len({person.name for person in people}) == len(people)
        calls = [f"@{p.name}" if distinct else f"@„{_introduce(p)}“" for p in people]
        labels = tuple(Label(person.span, person.full_name) for person in people if person.span)
        span = self.content.span(found.start, found.end)
        self.diagnostics.append(
            Diagnostic(codes.AMBIGUOUS_ASSIGNEE, message, span, " nebo ".join(calls), labels)
        )

    def _meant(self, words: str) -> str:
        """The known person whose name differs by a slip of the finger, or what else to do."""
        names = {person.name: person.name for person in self.persons}
        names |= {person.name.split()[-1]: person.name for person in reversed(self.persons)}
        near = similar(words, names)
        if near:
            return f"mysleli jste @{names[near]}?"
        return f"doplňte osobu do hlavičky nebo do zapis.yaml; skupinu napište @„{words}“"

    def _shown(self, task: Task) -> str:
        return first_words(task.sentence or one_line(self.content.text))

    def _add(self, code: Code, message: str, start: int, end: int, cure: str) -> None:
        self.diagnostics.append(Diagnostic(code, message, self.content.span(start, end), cure))


def _introduce(person: Person) -> str:
    return (
        f"{person.full_name} ({person.organization})" if person.organization else person.full_name
    )


def _describe(problem: Problem, text: str) -> tuple[Code, str, str]:
    match problem.kind:
        case ProblemKind.EMPTY_ASSIGNEE:
            message = "za „@“ chybí jméno řešitele"
            return codes.EMPTY_ASSIGNEE, message, "@Jméno Příjmení, nebo @„název skupiny“"
        case ProblemKind.INVALID_DEADLINE:
            message = f"termín „{problem.value}“ neexistuje, {problem.reason}"
            return codes.INVALID_DEADLINE, message, "opravte den; jinak zůstane termín jen slovy"
        case ProblemKind.WRONG_WEEKDAY:
            message = f"termín „{problem.value}“ nesouhlasí, {problem.reason}"
            return codes.WRONG_WEEKDAY, message, "opravte den v týdnu, nebo datum"
        case _:
            last = text[problem.start : problem.end]
            message = f"úkol má termíny „{problem.value}“ a „{last}“, platí poslední"
            return codes.TWO_DEADLINES, message, f"[{last}]{{.termin}} označí ten, který platí"
