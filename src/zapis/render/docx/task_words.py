"""What is printed behind the sentence of a task: fields, number and state."""

from zapis.render.docx.escaping import characters
from zapis.render.docx.part import Part
from zapis.render.docx.styles import Style
from zapis.render.views import TaskView

_ARROW = "→ "
_TIED_ARROW = "→\N{NO-BREAK SPACE}"


def line_tail(part: Part, index: int, *, fields: bool) -> str:
    """The run behind a task that stands alone: „→ Horáková, Cháb; do 20. 3. (úkol 1)“."""
    task = _task(part, index)
    if task is None:
        return ""
    told = f" {task.tail.replace(_ARROW, _TIED_ARROW)}" if fields and task.tail else ""
    return _tail(part, task, told, "" if task.says_number else task.short)


def mention_tail(part: Part, index: int) -> str:
    """The run behind a task inside running text: „(úkol 3)“."""
    task = _task(part, index)
    return _tail(part, task, "", task.short) if task else ""


def task_label(part: Part, index: int) -> str:
    """The author's own label of a task („Úkol č. 3/26“), or nothing."""
    task = _task(part, index)
    return task.label if task else ""


def _task(part: Part, index: int) -> TaskView | None:
    tasks = part.document.view.tasks
    return tasks[index] if 0 <= index < len(tasks) else None


def _tail(part: Part, task: TaskView, before: str, mark: str) -> str:
    named = ", ".join(filter(None, (mark, task.status)))
    words = f"{before} ({named})" if named else before
    style = part.document.styles[Style.TASK].id
    run = f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr>{characters(words)}</w:r>'
    return part.document.bookmarks.mark(task.anchor, run)
