"""What the words of a filter mean, one option after the other."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from zapis.tasks.query import row_tests
from zapis.tasks.query.answers import (
    ORGANIZATION_OPTION,
    PEOPLE_OPTION,
    Found,
    Value,
    join_found,
)
from zapis.tasks.query.asked import Filter, FilterProblem, Known, Part
from zapis.tasks.query.directory import build_directory
from zapis.tasks.query.held import MEETING_OPTION, held_meetings, understand_meeting
from zapis.tasks.query.organizations import understand_organization
from zapis.tasks.query.rows import TaskRow
from zapis.tasks.query.search import finder, words_of
from zapis.tasks.query.series import SERIES_OPTION, known_series, understand_series
from zapis.tasks.query.statuses import STATUS_OPTION, understand_status
from zapis.tasks.query.until import UNTIL_OPTION, understand_until
from zapis.tasks.query.who import understand_person

_WORDS_OPTION = "--hledat"


def parts_of(
    asked: Filter, rows: Sequence[TaskRow], known: Known, today: dt.date
) -> tuple[Part, ...]:
    """All options that hold words, with what they mean among these tasks."""
    return (
        *_part_of_states(asked),
        *_parts_of_meetings(asked, rows, known, today),
        *_parts_of_people(asked, rows, known),
        *_part_of_deadlines(asked, today),
        *_part_of_search(asked),
    )


def _part_of_states(asked: Filter) -> Iterator[Part]:
    if asked.statuses:
        found = _each(STATUS_OPTION, asked.statuses, understand_status)
        yield Part(row_tests.has_status(found.values), found.meaning, found.problems)


def _parts_of_meetings(
    asked: Filter, rows: Sequence[TaskRow], known: Known, today: dt.date
) -> Iterator[Part]:
    """The series first: the newest meeting is that of the series where one is asked for."""
    if asked.series:
        series = known_series(known.series, (row.section for row in rows))
        found = _each(SERIES_OPTION, asked.series, partial(understand_series, known=series))
        is_of_series = row_tests.is_of_series(found.values)
        yield Part(is_of_series, found.meaning, found.problems)
        rows = [row for row in rows if is_of_series(row)] if found.values else rows
    if asked.meetings:
        understand = partial(understand_meeting, held=held_meetings(rows), today=today)
        found = _each(MEETING_OPTION, asked.meetings, understand)
        yield Part(row_tests.is_of_meeting(found.values), found.meaning, found.problems)


def _parts_of_people(asked: Filter, rows: Sequence[TaskRow], known: Known) -> Iterator[Part]:
    if not (asked.people or asked.organizations):
        return
    directory = build_directory(known.people, {name for row in rows for name in row.assignees})
    for option, values, understand in (
        (PEOPLE_OPTION, asked.people, understand_person),
        (ORGANIZATION_OPTION, asked.organizations, understand_organization),
    ):
        if values:
            found = _each(option, values, partial(understand, directory=directory))
            yield Part(row_tests.is_assigned(found.values), found.meaning, found.problems)


def _part_of_deadlines(asked: Filter, today: dt.date) -> Iterator[Part]:
    if asked.until:
        found = _each(UNTIL_OPTION, (asked.until,), partial(understand_until, today=today))
        day = max(found.values, default=dt.date.min)
        yield Part(row_tests.is_due_until(day), found.meaning, found.problems)


def _part_of_search(asked: Filter) -> Iterator[Part]:
    if not asked.words:
        return
    found = _each(_WORDS_OPTION, asked.words, _understand_words, " nebo ")
    tests = [finder(words) for words in found.values]
    where = "v textu, poznámkách, řešitelích nebo čísle"
    sentence = f"hledá se {found.meaning} {where}" if found.meaning else ""
    yield Part(lambda row: any(test(row) for test in tests), sentence, found.problems)


def _understand_words(written: str) -> Found[tuple[str, ...]]:
    words = words_of(written)
    return Found(frozenset((words,)), " a ".join(f"„{word}“" for word in words))


def _each(
    option: str,
    written: Sequence[str],
    understand: Callable[[str], Found[Value]],
    joint: str = "; ",
) -> Found[Value]:
    """All values of an option, of which any will do."""
    found = (
        understand(value) if value.strip() else Found[Value](problems=(_empty(option),))
        for value in written
    )
    return join_found(found, joint)


def _empty(option: str) -> FilterProblem:
    return FilterProblem("hodnota je prázdná", f"napište ji, nebo {option} vynechte", option)
