"""What exports say in Czech of a list of tasks and of each of them."""

import datetime as dt
import re

from zapis.czech.dates import format_date
from zapis.czech.plurals import choose, count
from zapis.export.table import TaskTable
from zapis.model.tasks import TaskStatus
from zapis.tasks.query import TaskRow, Urgency
from zapis.tasks.tracker import Statement

# Control characters that are no white space, halves of characters, marks of text direction.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufeff\ufffe\uffff]"
)

NOBODY = "nepřiděleno"
NOT_READ_BACK = (
    "Změny v tomto souboru zapis nečte zpět. Hotové úkoly označte v ukoly.md nebo příkazem "
    "zapis ukoly splneno."
)


def title_of(table: TaskTable) -> str:
    """„Úkoly – Město Horní Bělá“."""
    return " – ".join(filter(None, ("Úkoly", one_line(table.organization))))


def day_of(table: TaskTable) -> str:
    """„Stav ke dni 13. 4. 2026“."""
    return f"Stav ke dni {format_date(table.today)}"


def sums_of(table: TaskTable) -> str:
    """„6 otevřených úkolů, z toho 2 po termínu; 3 uzavřené“."""
    rows = [row for row in table.rows if not row.gone]
    total = sum(row.status.is_open for row in rows)
    late = sum(row.urgency is Urgency.OVERDUE for row in rows)
    closed = len(rows) - total
    words = count(total, "otevřený úkol", "otevřené úkoly", "otevřených úkolů")
    behind = f", z toho {late} po termínu" if late else ""
    rest = f"; {closed} {choose(closed, 'uzavřený', 'uzavřené', 'uzavřených')}" if closed else ""
    return f"{words}{behind}{rest}"


def heading_of(urgency: Urgency, number: int) -> str:
    """„Po termínu (2)“."""
    return f"{urgency.value.capitalize()} ({number})"


def due_of(row: TaskRow) -> dt.date | None:
    """The last day on which a task is to be done; what repeats has none."""
    return None if row.deadline is None or row.deadline.recurring else row.deadline.due


def deadline_words(row: TaskRow) -> str:
    """The author's words where they say more or less than the day does."""
    deadline = row.deadline
    if deadline is None:
        return ""
    says_more = deadline.approximate or deadline.next_meeting or deadline.time or deadline.starts
    return "" if due_of(row) and not says_more else one_line(deadline.words)


def deadline_of(row: TaskRow) -> str:
    """Words and day together: „20. 3. 2026“, „do příště (15. 5. 2026)“, „2× do roka“."""
    due, words = due_of(row), deadline_words(row)
    day = format_date(due) if due else ""
    if not words or not day:
        return words or day
    return words if day in words else f"{words} ({day})"


def lateness(row: TaskRow, today: dt.date) -> str:
    """„po termínu o 24 dní“; empty where a task is not late."""
    days = row.days_late(today)
    return f"po termínu o {count(days, 'den', 'dny', 'dní')}" if days else ""


def state_of(row: TaskRow) -> str:
    """The state, and whether the minutes still have the task."""
    return f"{row.status.value}, už není v zápisech" if row.gone else row.status.value


def remark_of(row: TaskRow) -> str:
    """„rozpracováno“, „splněno 21. 4. 2026“ or „nové“ where nobody could guess it."""
    closed = format_date(row.closed_on) if row.closed_on and not row.status.is_open else ""
    is_said = closed or row.status is TaskStatus.IN_PROGRESS
    state = f"{row.status.value} {closed}".rstrip() if is_said else ""
    return ", ".join(filter(None, ("nové" if row.is_new else "", state)))


def note_of(row: TaskRow) -> str:
    """The newest note with its day: „11. 2. 2026: čeká se na potvrzení lektora“."""
    return note_text(row.note) if row.note else ""


def note_text(note: Statement) -> str:
    """A note with its day, where it has one."""
    day = f"{format_date(note.date)}: " if note.date else ""
    return f"{day}{one_line(note.note)}"


def names_of(row: TaskRow) -> str:
    """All assignees; empty where nobody is to do it."""
    return ", ".join(map(one_line, row.assignees))


def one_line(text: str) -> str:
    """The text on one line without characters that no program shows or that turn it around."""
    return " ".join(_INVISIBLE.sub("", text).split())
