"""Days, months and dates as words (ČSN 01 6910)."""

from datetime import date

MONTHS_NOMINATIVE = (
    "leden",
    "únor",
    "březen",
    "duben",
    "květen",
    "červen",
    "červenec",
    "srpen",
    "září",
    "říjen",
    "listopad",
    "prosinec",
)
MONTHS_GENITIVE = (
    "ledna",
    "února",
    "března",
    "dubna",
    "května",
    "června",
    "července",
    "srpna",
    "září",
    "října",
    "listopadu",
    "prosince",
)
WEEKDAYS = ("pondělí", "úterý", "středa", "čtvrtek", "pátek", "sobota", "neděle")


def format_date(day: date) -> str:
    """„20. 3. 2026“ with plain spaces; typography makes them no-break ones."""
    return f"{day.day}. {day.month}. {day.year}"


def format_date_long(day: date) -> str:
    """„20. března 2026“."""
    return f"{day.day}. {MONTHS_GENITIVE[day.month - 1]} {day.year}"


def format_date_range(first: date, last: date) -> str:
    """„14.–15. 3. 2026“; an equal month or year is written once, a single day without a dash."""
    if first == last:
        return format_date(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}.–{format_date(last)}"
    if first.year == last.year:
        return f"{first.day}. {first.month}. – {format_date(last)}"
    return f"{format_date(first)} – {format_date(last)}"


def weekday_name(day: date) -> str:
    """„pátek“."""
    return WEEKDAYS[day.weekday()]
