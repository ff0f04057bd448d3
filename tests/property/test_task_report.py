"""Lists of tasks with any text in them, at any width."""

import datetime as dt
import re
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from task_samples import TODAY, entry, rows_of, statement, without_colors
from zapis.czech.deadlines import Deadline
from zapis.report.columns import visible, width
from zapis.report.style import ListStyle
from zapis.report.task_detail import format_task
from zapis.report.task_list import format_task_list
from zapis.report.wrapping import wrap
from zapis.tasks.query import OpenTasks, TaskRow

ANYTHING = st.text(max_size=60) | st.text("ab č日👩\u200d\ufe0f\u0301-/\u00a0 \x1b", max_size=40)
NAMES = st.lists(ANYTHING.filter(str.strip), max_size=4).map(tuple)
DAYS = st.none() | st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1))


@st.composite
def rows(draw: st.DrawFn) -> TaskRow:
    deadline = Deadline(draw(ANYTHING), due=draw(DAYS), next_meeting=draw(st.booleans()))
    note = statement(2, 1, note=draw(ANYTHING))
    task = entry("BC-2026-01-23/1", draw(ANYTHING), draw(NAMES), deadline, note)
    return rows_of([task])[0]


def _shows(row: TaskRow, columns: int, *, color: bool) -> tuple[str, str]:
    style = ListStyle(columns, color=color, filters=(row.sentence,))
    tasks = OpenTasks(((row.urgency, (row,)),))
    listed = format_task_list(tasks, TODAY, row.sentence, style)
    return listed, format_task(row, TODAY, style, meeting=row.sentence)


@settings(max_examples=100, deadline=None)
@given(rows(), st.integers(30, 200))
def test_lines_fit_the_terminal_and_cannot_steer_it(row: TaskRow, columns: int) -> None:
    texts = _shows(row, columns, color=False)
    lines = [line for text in texts for line in text.split("\n")]
    steering = {mark for mark in "".join(lines) if not mark.isprintable()} - {"\u200d"}
    assert (steering, [line for line in lines if width(line) >= columns]) == (set(), [])


@settings(max_examples=60, deadline=None)
@given(rows(), st.integers(30, 200))
def test_colours_only_add(row: TaskRow, columns: int) -> None:
    plain, colored = _shows(row, columns, color=False), _shows(row, columns, color=True)
    assert tuple(map(without_colors, colored)) == plain


@settings(max_examples=100, deadline=None)
@given(st.text("ab čř.-/\u201e\u2013\u00a7", max_size=80), st.integers(1, 30))
def test_plain_text_is_wrapped_as_any_other(text: str, columns: int) -> None:
    """A soft hyphen, which is not shown, takes the text off the fast path."""
    assert wrap(text, columns) == wrap(f"{text} \u00ad", columns)


@settings(max_examples=100, deadline=None)
@given(ANYTHING, st.integers(2, 30))
def test_wrapping_loses_nothing_but_spaces(text: str, columns: int) -> None:
    lines = wrap(text, columns)
    kept = "".join(lines).replace(" ", ""), max(map(width, lines), default=0) <= columns
    assert kept == (re.sub(r"\s", "", visible(text)), True)


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(max_codepoint=0x2FF), max_size=60))
def test_czech_text_is_as_wide_as_it_is_long(text: str) -> None:
    shown = visible(text)
    assert width(shown) == len(unicodedata.normalize("NFC", shown))
