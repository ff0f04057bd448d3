"""The lines of one task in a list."""

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from zapis.czech.deadlines import Deadline
from zapis.model.tasks import TaskStatus
from zapis.report.columns import is_plain, pad, width
from zapis.report.style import CLOSED, COLORS, QUIET, ListStyle
from zapis.report.task_layout import Layout
from zapis.report.task_names import names_column, names_line
from zapis.report.task_when import short_date, when_lines, when_text
from zapis.report.wrapping import hang, wrap, wrap_plain
from zapis.tasks.query import TaskRow

_MOST_NOTE_LINES = 3
_LONGEST_WORD = 200
_INDENT = "  "
_Lines = Sequence[str]


class RowWriter:
    """Writes the tasks of one list; what comes again in it is laid out once.

    **Why** deadlines are told apart by identity: in a long list equal ones are one object, and to
    compare their fields would take longer than to lay them out. Each is kept with its lines, so
    that no other one can take its place.
    """

    __slots__ = (
        *("_blank", "_gap", "_id_columns", "_is_colored", "_is_stacked", "_layout"),
        *("_names", "_style", "_texts", "_today", "_whens"),
    )

    def __init__(self, layout: Layout, style: ListStyle, today: dt.date) -> None:
        """All rows come in the columns of one layout, as of one day."""
        self._layout, self._style, self._today = layout, style, today
        self._blank, self._gap = " " * layout.left, " " * layout.gap
        self._id_columns = layout.number or layout.when
        self._is_stacked, self._is_colored = not layout.number, style.color
        self._whens: dict[int, tuple[Deadline | None, _Lines]] = {}
        self._texts: dict[str, tuple[_Lines, bool]] = {}
        self._names: dict[tuple[str, ...], _Lines] = {}

    def lines(self, row: TaskRow) -> _Lines:
        """The task in the columns of the layout, without spaces at the ends of lines."""
        layout = self._layout
        if not layout.when:
            return list(_stacked(row, self._today, layout, self._style))
        text, is_even = self._text(row)
        if layout.names:
            return self._beside(self._left(row), text, self._names_of(row), is_even=is_even)
        text = [*text, *names_line(row, layout.text)]
        return self._beside(self._left(row), text, (), is_even=False)

    def _beside(self, left: _Lines, text: _Lines, names: _Lines, *, is_even: bool) -> _Lines:
        """`is_even` says that every character of the text is one column wide."""
        blank, gap, room = self._blank, self._gap, self._layout.text
        lines = []
        for first, middle, name in zip_longest(left, text, names, fillvalue=""):
            if name:
                shown = middle.ljust(room) if is_even else pad(middle, room)
                lines.append(f"{first or blank}  {shown}{gap}{name}")
            else:
                lines.append(f"{first or blank}  {middle}" if middle else first.rstrip())
        return lines

    def _text(self, row: TaskRow) -> tuple[_Lines, bool]:
        """As `_text`; tasks that recur say the same."""
        if row.note or row.is_new or row.status is TaskStatus.IN_PROGRESS:
            return _text(row, self._today, self._layout.text)
        known = self._texts.get(row.sentence)
        if known is None:
            known = _text(row, self._today, self._layout.text)
            self._texts[row.sentence] = known
        return known

    def _names_of(self, row: TaskRow) -> _Lines:
        people = row.assignees
        if not people:
            return self._column(row)
        names = self._names.get(people)
        if names is None:
            names = self._names[people] = self._column(row)
        return names

    def _column(self, row: TaskRow) -> _Lines:
        return names_column(row, self._layout.names, joined=bool(self._layout.number))

    def _left(self, row: TaskRow) -> _Lines:
        """The deadline and the number, below each other or side by side, each line padded."""
        meeting, at = row.id
        number, columns = f"{meeting}/{at}", self._id_columns
        if len(number) <= columns and is_plain(number):
            numbers = [number.ljust(columns)]
        else:
            numbers = [pad(line, columns) for line in wrap(number, columns)]
        if self._is_colored:
            numbers = [self._style.paint(line, QUIET) for line in numbers]
        if self._is_stacked:
            return (*self._when(row), *numbers)
        blanks = " " * self._layout.when, " " * self._layout.number
        pairs = zip_longest(self._when(row), numbers)
        return [f"{first or blanks[0]}  {second or blanks[1]}" for first, second in pairs]

    def _when(self, row: TaskRow) -> _Lines:
        """Of what is open the deadline alone decides, also how urgent it is."""
        if row.urgency in CLOSED:
            return self._painted_when(row)
        known = self._whens.get(id(row.deadline))
        if known is None:
            known = row.deadline, self._painted_when(row)
            self._whens[id(row.deadline)] = known
        return known[1]

    def _painted_when(self, row: TaskRow) -> _Lines:
        lines = when_lines(row, self._today, self._layout.when)
        if not self._is_colored:
            return lines
        return [self._style.paint(line, COLORS.get(row.urgency, "")) for line in lines]


def _stacked(row: TaskRow, today: dt.date, layout: Layout, style: ListStyle) -> Iterator[str]:
    """One below the other, for terminals too narrow for columns."""
    room = layout.text + len(_INDENT)
    parts = [part for part in (when_text(row, today), str(row.id)) if part]
    line = " · ".join(parts)
    for part in [line] if width(line) <= room else parts:
        yield from (style.paint(line, COLORS.get(row.urgency, "")) for line in wrap(part, room))
    for line in (*_text(row, today, layout.text)[0], *names_line(row, layout.text)):
        yield f"{_INDENT}{line}"


def _text(row: TaskRow, today: dt.date, columns: int) -> tuple[list[str], bool]:
    """The sentence with its marks, and the newest note; whether all is one column a character."""
    sentence = row.sentence
    if len(sentence) > _LONGEST_WORD:
        sentence = " ".join(map(_cut_word, sentence.split(" ")))
    if row.is_new:
        sentence += " [nové]"
    if row.status is TaskStatus.IN_PROGRESS:
        sentence += f" [{row.status.value}]"
    is_even = is_plain(sentence)
    lines = wrap_plain(sentence, columns) if is_even else wrap(sentence, columns)
    if row.note:
        day = f"{short_date(row.note.date, today)}: " if row.note.date else ""
        lines += _cut(hang(f"» {day}{row.note.note}", columns), columns)
        return lines, False
    return lines, is_even


def _cut_word(word: str) -> str:
    """A word nobody reads to its end, such as a picture pasted as text, takes few lines."""
    return word if len(word) <= _LONGEST_WORD else f"{word[: _LONGEST_WORD - 1]}…"


def _cut(lines: list[str], columns: int) -> list[str]:
    """The first lines of a note; the whole of it is shown with the task alone."""
    if len(lines) <= _MOST_NOTE_LINES:
        return lines
    *first, last = lines[:_MOST_NOTE_LINES]
    while width(last) > columns - 2:
        last = last.rpartition(" ")[0]
    return [*first, f"{last} …"]
