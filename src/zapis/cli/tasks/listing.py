"""The list of tasks: on the terminal, or as a file for another program."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct
from msgspec.structs import replace

from zapis.cli.tasks.asking import Board, Chosen, choose, is_looked_at, open_board, wants_closed
from zapis.cli.tasks.manner import Manner, list_style
from zapis.engine.lists.task_board import read_board
from zapis.model.tasks import TaskId
from zapis.report.style import DEFAULT_STYLE, NO_TASKS, ListStyle
from zapis.report.task_list import format_task_list
from zapis.tasks.query import OpenTasks, TaskRow, group_rows
from zapis.tasks.query.filters import Filter

if TYPE_CHECKING:
    from zapis.cli.tasks.output import Output

_NO_FILTER = "žádný, jsou to všechny otevřené úkoly"
_NOT_EXPORTED = "Nic se nezapsalo: nejdřív opravte soubor ukoly.md."
_MOST_ROWS = 300
_MOST_IDS = 5000


class Listing(Struct, frozen=True):
    """What is made of the tasks: an explanation of the filter, a file, a format."""

    explain: bool = False
    file: Path | None = None
    format_name: str | None = None


def list_tasks(manner: Manner, wanted: Filter, listing: Listing) -> int:
    """Print or write the tasks that are meant; the exit code."""
    output = _output(listing)
    if output is not None:
        return _export(manner, wanted, output, explain=listing.explain)
    # Words may be misuse, which is told at once: better not of a list that is out of date.
    board = _open(manner, wanted, trusting=not wanted.has_words)
    text = _text(board, wanted, manner, explain=listing.explain)
    if not board.tasks.still_holds():
        board = _open(manner, wanted)
        text = _text(board, wanted, manner, explain=listing.explain)
    click.echo(text, color=True)
    return board.code


def _open(manner: Manner, wanted: Filter, *, trusting: bool = False) -> Board:
    return open_board(
        manner,
        history=bool(wanted.words),
        # A person or a meeting whose tasks are all done is known as well.
        only_open=not (wants_closed(wanted) or wanted.has_words),
        people=wanted.has_words,
        trusting=trusting,
    )


def _text(board: Board, wanted: Filter, manner: Manner, *, explain: bool) -> str:
    chosen = choose(board, wanted)
    tasks = group_rows(chosen.rows)
    # A day in words may be another than was meant, „do konce března“ that of the next year.
    told = chosen.sentences if wanted.until else _sentences(chosen, explain=explain)
    style = replace(_style(board, tasks, wanted, manner.colors), filters=told)
    return format_task_list(tasks, board.today, board.organization, style)


def _sentences(chosen: Chosen, *, explain: bool) -> tuple[str, ...]:
    return (chosen.sentences or (_NO_FILTER,)) if explain else ()


def _output(listing: Listing) -> "Output | None":
    if listing.file is None and listing.format_name is None:
        return None
    from zapis.cli.tasks.output import choose_output  # noqa: PLC0415 - a list needs no formats

    return choose_output(listing.file, listing.format_name)


def _export(manner: Manner, wanted: Filter, output: "Output", *, explain: bool) -> int:
    from zapis.cli.tasks.output import check_output, write_output  # noqa: PLC0415 - the same

    board = open_board(
        manner,
        history=True,
        only_open=not (wants_closed(wanted) or wanted.has_words),
        people=wanted.has_words,
        check=lambda workspace: check_output(workspace, output),
    )
    chosen = choose(board, wanted)
    if board.lacks_tracker:
        # Whoever gets the file would not see the errors.
        click.echo(_NOT_EXPORTED, err=True)
        return 1
    sentences = _sentences(chosen, explain=explain)
    click.echo("".join(f"Filtr: {sentence}\n" for sentence in sentences), err=True, nl=False)
    return max(write_output(output, board, chosen), board.code)


def _style(board: Board, tasks: OpenTasks, wanted: Filter, colors: str) -> ListStyle:
    """The style with its title, and on a terminal with a first screen and what to do next."""
    is_filtered = wanted != Filter()
    style = replace(
        list_style(colors),
        title="Úkoly" if wants_closed(wanted) else "Otevřené úkoly",
        empty=DEFAULT_STYLE.empty if board.tasks.count else NO_TASKS,
        open_in_all=_count_open(board) if is_filtered and board.tasks.count else None,
        all_by=_all_by(),
    )
    if not is_looked_at():
        return style
    return replace(style, most_rows=_MOST_ROWS, hint=_hint(board, tasks.rows))


def _all_by() -> str:
    """The command that was given, for a pager."""
    words = (f'"{word}"' if " " in word else word for word in sys.argv[1:])
    return f"zapis {' '.join(words)} | less"


def _count_open(board: Board) -> int:
    return sum(row.status.is_open and not row.gone for row in board.tasks.rows)


def _hint(board: Board, rows: Sequence[TaskRow]) -> str:
    """What to do next, with a task of the list as the example."""
    first = next((row for row in rows if row.status.is_open and not row.gone), None)
    excel = "Excel:  zapis ukoly -o ukoly.xlsx"
    if first is None:
        return excel
    return f"Splněno?  zapis ukoly splneno {_ending(board, first.id)}    {excel}"


def _ending(board: Board, task: TaskId) -> str:
    """As little of the id as says which task is meant, where that is quickly known."""
    if board.tasks.count > _MOST_IDS:
        return str(task)
    from zapis.tasks.query.endings import shortest_ending  # noqa: PLC0415 - only for people

    every = read_board(board.workspace, board.today)
    return shortest_ending(task, [row.id for row in every.rows])
