"""What the commands that change tasks do: one run, the lines before and after, the exit code."""

import sys
from collections.abc import Iterator
from datetime import date

import click

from zapis.cli.options import wants_color
from zapis.cli.printing import Display, print_reports
from zapis.cli.progress import shown_progress
from zapis.cli.selection import select
from zapis.cli.tasks.manner import Manner, list_style
from zapis.cli.tasks.taking_back import take_back
from zapis.engine.clock import today
from zapis.engine.tracker.changing import ChangedTask, ChangeRequest, ChangeResult, change_tasks
from zapis.model.tasks import TaskStatus
from zapis.report.columns import visible
from zapis.report.style import ListStyle
from zapis.report.task_change import format_change
from zapis.tasks.changes import Wanted
from zapis.tasks.tracker_lines import print_fact_line

_MISUSE = 2


def run_change(
    ids: tuple[str, ...],
    manner: Manner,
    *,
    status: str | None = None,
    assignees: tuple[str, ...] | None = None,
    deadline: str | None = None,
    note: str = "",
    day: date | None = None,
) -> None:
    """Change the tasks, print what was done, and end with the exit code.

    `status` is the word of a state, „splněno“; the rest is as in `Wanted`.
    """
    wanted = Wanted(TaskStatus(status) if status else None, assignees, deadline, note, day)
    (selection,) = select((), manner.folder)
    workspace = selection.workspace
    request = ChangeRequest(ids, wanted)
    with shown_progress(enabled=True) as progress:
        result = change_tasks(workspace, request, manner.day or today(), progress, _say_waiting)
    color = wants_color(manner.colors, error=True)
    print_reports(result.reports, Display(workspace.root), color=color, tips=False)
    for line in _format_problems(result):
        click.echo(line, err=True)
    for line in _format_tasks(result, list_style(manner.colors)):
        click.echo(line, color=True)
    sys.exit(_exit_code(result))


def _say_waiting() -> None:
    click.echo("Čekám, až skončí jiný zapis (přeruší Ctrl+C)…", err=True)


def _exit_code(result: ChangeResult) -> int:
    if any(problem.option for problem in result.problems):
        return _MISUSE
    return int(result.failed)


def _format_problems(result: ChangeResult) -> Iterator[str]:
    for problem in result.problems:
        option = f"{problem.option}: " if problem.option else ""
        yield f"Chyba: {option}{visible(problem.message)}"
        if problem.cure:
            yield f"   oprava: {visible(problem.cure)}"
    if result.failed:
        yield "Nic se nezměnilo."


def _format_tasks(result: ChangeResult, style: ListStyle) -> Iterator[str]:
    for task in result.tasks:
        yield from _format_task(task, style)
    yield from (f"Zpět: {command}" for command in take_back(result.tasks))


def _format_task(task: ChangedTask, style: ListStyle) -> Iterator[str]:
    before, after = (line.removeprefix("- ") for line in (task.before, task.after))
    yield format_change(before, after, style)
    for fact in task.facts:
        yield f"  zapsáno: {visible(print_fact_line(fact).strip().removeprefix('- '))}"
    if not task.facts:
        yield "  nic se nezapsalo"
    yield from (f"  {visible(notice)}" for notice in task.notices)
