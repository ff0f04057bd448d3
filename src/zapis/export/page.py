"""Tasks as one self-contained HTML page for people who do not have zapis."""

from typing import NamedTuple

from zapis.czech.typography import typeset
from zapis.export.links import task_link
from zapis.export.table import TaskTable
from zapis.export.wording import (
    NOBODY,
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
from zapis.render.environment import html_environment
from zapis.tasks.query import TaskRow, Urgency, group_rows

_TEMPLATE = "ukoly.html"


class PageTask(NamedTuple):
    """A task as the page shows it; empty texts are left out."""

    id: str
    sentence: str
    remark: str
    note: str
    names: str
    deadline: str
    late: str
    series: str
    link: str


class PageGroup(NamedTuple):
    """Tasks that are equally urgent, under one heading."""

    anchor: str
    heading: str
    tasks: tuple[PageTask, ...]


def write_page(table: TaskTable) -> str:
    """The page: style inside, no script, nothing fetched; late tasks are marked in words."""
    view = {
        "title": typeset(f"{title_of(table)}, {day_of(table).lower()}"),
        "organization": typeset(one_line(table.organization)),
        "day": typeset(day_of(table)),
        "sums": typeset(sums_of(table)),
        "filters": [typeset(one_line(sentence)) for sentence in table.filters],
        "groups": [_group(own, rows, table) for own, rows in group_rows(table.rows).groups],
        "nobody": NOBODY,
    }
    return html_environment().get_template(_TEMPLATE).render(view)


def _group(urgency: Urgency, rows: tuple[TaskRow, ...], table: TaskTable) -> PageGroup:
    anchor = urgency.name.lower().replace("_", "-")
    return PageGroup(
        anchor, heading_of(urgency, len(rows)), tuple(_task(row, table) for row in rows)
    )


def _task(row: TaskRow, table: TaskTable) -> PageTask:
    return PageTask(
        str(row.id),
        typeset(one_line(row.sentence)),
        remark_of(row),
        typeset(note_of(row)),
        names_of(row),
        typeset(deadline_of(row)),
        typeset(lateness(row, table.today)),
        typeset(one_line(row.section)),
        task_link(table, row),
    )
