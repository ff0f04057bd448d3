"""How a change of tasks can be taken back: the commands that make them as they were."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from zapis.czech.dates import format_date
from zapis.czech.deadlines import Deadline
from zapis.engine.tracker.changing import ChangedTask
from zapis.model.tasks import TaskStatus
from zapis.tasks.tracker_lines import NOBODY_WORDS
from zapis.tasks.tracker_words import NO_DEADLINE_WORDS, is_exact

_MARKS: Mapping[TaskStatus, str] = MappingProxyType(
    {
        TaskStatus.OPEN: "otevreno",
        TaskStatus.IN_PROGRESS: "rozpracovano",
        TaskStatus.DONE: "splneno",
        TaskStatus.CANCELLED: "zruseno",
    }
)
# What no shell reads otherwise than as it stands, inside double quotes.
_UNSAFE = frozenset('"$`\\!%,;')


def take_back(tasks: Iterable[ChangedTask]) -> Iterator[str]:
    """The commands, tasks that need the same one together; none for a change that was a note."""
    ids: dict[tuple[str, str], list[str]] = {}
    for task in tasks:
        if task.before != task.after and (command := _command(task)):
            ids.setdefault(command, []).append(str(task.id))
    for (name, options), own in ids.items():
        yield " ".join(filter(None, ("zapis ukoly", name, *own, options)))


def _command(task: ChangedTask) -> tuple[str, str] | None:
    """The name of the command and its options; None where no words would do."""
    if any(fact.status for fact in task.facts):
        return _MARKS[task.state.status], ""
    options: list[str | None] = []
    if any(fact.assignees is not None for fact in task.facts):
        options += _assignees(task.state.assignees)
    if any(fact.deadline is not None for fact in task.facts):
        options.append(_deadline(task.state.deadline))
    known = [option for option in options if option]
    return ("zmenit", " ".join(known)) if len(known) == len(options) else None


def _assignees(names: Sequence[str]) -> list[str | None]:
    return [_option("--kdo", name) for name in names or (NOBODY_WORDS,)]


def _deadline(deadline: Deadline | None) -> str | None:
    if deadline is None:
        return _option("--termin", NO_DEADLINE_WORDS)
    if deadline.due is None:
        return _option("--termin", deadline.words)
    # Other words may mean another day when they are said today.
    return _option("--termin", format_date(deadline.due)) if is_exact(deadline) else None


def _option(name: str, value: str) -> str | None:
    if set(value) & _UNSAFE or not value.isprintable():
        return None
    return f'{name} "{value}"' if " " in value else f"{name} {value}"
