"""Tasks as Markdown that a person pastes into a wiki or a message."""

from collections.abc import Iterator, Sequence

from zapis.export.links import task_link
from zapis.export.table import TaskTable
from zapis.export.wording import (
    NOBODY,
    NOT_READ_BACK,
    day_of,
    deadline_of,
    heading_of,
    lateness,
    names_of,
    note_of,
    one_line,
    remark_of,
    sums_of,
    title_of,
)
from zapis.tasks.query import TaskRow, group_rows
from zapis.tasks.tracker_words import escape

_HEADINGS = ("Termín", "Úkol", "Zodpovídá", "Jednání", "Číslo")


def write_markdown(table: TaskTable) -> str:
    """A heading with the day and a table for every degree of urgency (GitHub's tables)."""
    return "".join(f"{line}\n" for line in _lines(table))


def _lines(table: TaskTable) -> Iterator[str]:
    yield f"# {_escape(title_of(table))}"
    yield ""
    yield f"{day_of(table)}: {sums_of(table)}."
    if table.filters:
        yield ""
        yield f"Výběr: {_escape('; '.join(table.filters))}."
    for urgency, rows in group_rows(table.rows).groups:
        yield ""
        yield f"## {heading_of(urgency, len(rows))}"
        yield ""
        yield _line(_HEADINGS)
        yield _line(["---"] * len(_HEADINGS))
        for row in rows:
            yield _line(_cells(row, table))
    yield ""
    yield NOT_READ_BACK


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cells(row: TaskRow, table: TaskTable) -> tuple[str, ...]:
    late, note, remark = lateness(row, table.today), note_of(row), remark_of(row)
    due = [_escape(deadline_of(row)), f"**{late}**" if late else ""]
    sentence = [
        _escape(row.sentence),
        f"({remark})" if remark else "",
        f"– {_escape(note)}" if note else "",
    ]
    link, number = task_link(table, row), _escape(str(row.id))
    return (
        ", ".join(filter(None, due)),
        " ".join(filter(None, sentence)),
        _escape(names_of(row)) or NOBODY,
        _escape(row.section),
        f"[{number}]({link})" if link else number,
    )


def _escape(text: str) -> str:
    """The text as Markdown that reads as that text, also in a cell and in a heading."""
    return escape(one_line(text)).replace("|", r"\|").replace("#", r"\#").replace("$", r"\$")
