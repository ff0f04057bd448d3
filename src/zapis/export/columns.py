"""The columns of tables with one task a row, the same in CSV and in a workbook."""

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

from zapis.export.table import TaskTable
from zapis.export.wording import (
    NOBODY,
    deadline_words,
    due_of,
    lateness,
    names_of,
    note_of,
    one_line,
    state_of,
)
from zapis.tasks.query import TaskRow

Cell = str | dt.date | None


class Column(NamedTuple):
    """A column: its heading, what stands in it, and its width in characters."""

    heading: str
    value: Callable[[TaskRow, TaskTable], Cell]
    width: int


NUMBER = Column("Číslo", lambda row, _: str(row.id), 19)
SENTENCE = Column("Úkol", lambda row, _: one_line(row.sentence), 55)
ASSIGNEES = Column("Zodpovídá", lambda row, _: names_of(row), 24)
PERSON = Column("Kdo", lambda row, _: names_of(row) or NOBODY, 24)
DUE = Column("Termín", lambda row, _: due_of(row), 12)
WORDS = Column("Termín slovy", lambda row, _: deadline_words(row), 18)
LATENESS = Column("Zpoždění", lambda row, table: lateness(row, table.today), 15)
STATE = Column("Stav", lambda row, _: state_of(row), 14)
NOTE = Column("Poznámka", lambda row, _: note_of(row), 30)
SERIES = Column("Jednání", lambda row, _: one_line(row.section), 30)
SET_ON = Column("Uloženo", lambda row, _: row.set_on, 12)
CLOSED_ON = Column("Uzavřeno", lambda row, _: row.closed_on, 12)
MINUTES = Column("Zápis", lambda row, _: one_line(row.path), 30)

COLUMNS = (
    *(NUMBER, SENTENCE, ASSIGNEES, DUE, WORDS, LATENESS, STATE),
    *(NOTE, SERIES, SET_ON, CLOSED_ON, MINUTES),
)
