"""Tasks that their minutes no longer have: which go without a trace, and what is said of others."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from zapis import codes
from zapis.czech.shortening import first_words
from zapis.diagnostics import Diagnostic
from zapis.model.tasks import TaskId
from zapis.source import SourceFile
from zapis.tasks.numbered import Numbered
from zapis.tasks.reviews import Reviews
from zapis.tasks.standing import Standing
from zapis.tasks.tracker import GONE_SECTION


def find_dropped(
    lost: Iterable[Standing], numbered: Iterable[Numbered], reviews: Reviews
) -> Iterator[Standing]:
    """Tasks that vanished from drafts and that nobody has written or said anything about."""
    drafts = {item.known_id for item in numbered if item.meeting.is_draft}
    for own in lost:
        if own.id.meeting in drafts and own.is_untouched and own.id not in reviews.statements:
            yield own


def part_numbers(
    gone: Sequence[Standing], given: Collection[TaskId], taken: Iterable[TaskId]
) -> tuple[TaskId, ...]:
    """The numbers of tasks that are gone: their own, a new one where another task has it.

    `given` are those of living tasks, `taken` all that must not be given again.
    """
    highest: dict[str, int] = {}
    for task in (*taken, *given):
        highest[task.meeting] = max(highest.get(task.meeting, 0), task.number)
    used = set(given)
    numbers: list[TaskId] = []
    for own in gone:
        task = own.id
        if task in used:
            highest[task.meeting] += 1
            task = TaskId(task.meeting, highest[task.meeting])
        used.add(task)
        numbers.append(task)
    return tuple(numbers)


def report_gone(
    source: SourceFile, gone: Iterable[Standing], numbers: Iterable[TaskId]
) -> Iterator[Diagnostic]:
    """A warning for every task that has just left its minutes, or whose number another has."""
    for own, task in zip(gone, numbers, strict=True):
        words = first_words(own.head.sentence)
        span = source.line_span(own.block.number)
        if task != own.id:
            message = f"číslo #{own.id} měly dva úkoly, „{words}“ je teď #{task}"
            cure = f"odkazy na tento úkol v zápisech přepište na #{task}"
            yield Diagnostic(codes.TASK_RENUMBERED, message, span, cure)
        if own.block.section != GONE_SECTION:
            path = own.setting.path if own.setting else own.id.meeting
            message = f"úkol #{task} „{words}“ už není v zápisu {path}"
            cure = "vraťte ho do zápisu, nebo ho ze seznamu úkolů smažte"
            yield Diagnostic(codes.TASK_GONE, message, span, cure)
