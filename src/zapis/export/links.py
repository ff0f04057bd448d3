"""Links from an export to the documents of meetings."""

from urllib.parse import quote

from zapis.export.table import TaskTable
from zapis.tasks.query import TaskRow

# What may stand in a link unescaped, `%` included: links come escaped from whoever made them.
_SAFE = "%/#:?&=@+~,;.-_!"


def document_of(table: TaskTable, row: TaskRow) -> str:
    """The link to the document of the meeting that set a task; empty where there is none.

    Nothing in it needs to be escaped once more in Markdown or a workbook.
    """
    return quote(table.links.get(row.path, ""), safe=_SAFE, errors="replace")


def task_link(table: TaskTable, row: TaskRow) -> str:
    """The same to the task itself, where the document is a page that has a place for it."""
    link = document_of(table, row)
    return f"{link}#ukol_{row.id.number}" if link.endswith(".html") else link
