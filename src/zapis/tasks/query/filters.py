"""Filters of tasks: what they mean, and which rows they let through."""

import datetime as dt
from collections.abc import Iterator, Sequence

from zapis.czech.dates import format_date
from zapis.tasks.query import row_tests
from zapis.tasks.query.asked import Filter, FilterProblem, Known, Part, Understood
from zapis.tasks.query.rows import TaskRow

__all__ = ["Filter", "FilterProblem", "Known", "Understood", "understand"]


def understand(asked: Filter, rows: Sequence[TaskRow], known: Known, today: dt.date) -> Understood:
    """What the filter means among these tasks, seen from a day.

    Words are understood from `rows` as well: whoever has no task there and is in no list is
    unknown, and so is a meeting without tasks.
    """
    flags = tuple(_parts_of_flags(asked, today))
    parts = (*_parts_of_words(asked, rows, known, today), *flags)
    # Flags are tested first, for a search in the text takes longest.
    return Understood(
        row_tests.passes_all([part.test for part in (*flags, *parts[: -len(flags)])]),
        tuple(part.sentence for part in parts if part.sentence),
        tuple(problem for part in parts for problem in part.problems),
    )


def _parts_of_flags(asked: Filter, today: dt.date) -> Iterator[Part]:
    if asked.everything:
        closed = "" if asked.statuses else "splněné, zrušené a "
        yield Part(row_tests.is_any, f"i {closed}ty, které už v zápisech nejsou")
    else:
        yield Part(row_tests.is_in_minutes)
        if not asked.statuses:
            yield Part(row_tests.is_open)
    if asked.unassigned:
        yield Part(row_tests.is_unassigned, "bez řešitele")
    if asked.undated:
        yield Part(row_tests.is_undated, "bez termínu = bez dne, do kdy mají být hotové")
    if asked.overdue:
        sentence = f"po termínu = otevřené s termínem před {format_date(today)}"
        yield Part(row_tests.is_overdue, sentence)


def _parts_of_words(
    asked: Filter, rows: Sequence[TaskRow], known: Known, today: dt.date
) -> Sequence[Part]:
    if not asked.has_words:
        return ()
    from zapis.tasks.query.parts import parts_of  # noqa: PLC0415 - what knows names loads slowly

    return parts_of(asked, rows, known, today)
