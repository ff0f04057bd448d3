"""Read and write Czech dates (ČSN 01 6910)."""

from typing import TYPE_CHECKING, Any

from zapis.czech.date_words import (
    MONTHS_GENITIVE,
    MONTHS_NOMINATIVE,
    WEEKDAYS,
    format_date,
    format_date_long,
    format_date_range,
    weekday_name,
)

if TYPE_CHECKING:
    from zapis.czech.date_calendar import DateMatch
    from zapis.czech.date_reading import find_date, match_announced_date, match_date, read_date

__all__ = [
    "MONTHS_GENITIVE",
    "MONTHS_NOMINATIVE",
    "WEEKDAYS",
    "DateMatch",
    "find_date",
    "format_date",
    "format_date_long",
    "format_date_range",
    "match_announced_date",
    "match_date",
    "read_date",
    "weekday_name",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module may hold anything
    """What reads dates, loaded when it is first asked for.

    **Why:** a list of tasks writes dates and reads none.
    """
    if name not in __all__:
        raise AttributeError(name)
    from zapis.czech import date_reading  # noqa: PLC0415 - see above

    return getattr(date_reading, name)
