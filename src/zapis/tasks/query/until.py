"""Understand the words of `--do`: the day until which tasks are due."""

import datetime as dt

from zapis.czech.dates import format_date
from zapis.czech.deadlines import Deadline, read_deadline
from zapis.czech.folding import fold
from zapis.tasks.query.answers import Found, clean, equation, shown, typed
from zapis.tasks.query.asked import FilterProblem

UNTIL_OPTION = "--do"

# What a shell leaves of „do konce března“ without quotes.
_TORN = frozenset(
    (
        *("konce", "poloviny", "pristiho", "zacatku", "pocatku", "do", "nejpozdeji", "letnich"),
        *("ctvrtleti", "skolniho", "kalendarniho", "tohoto", "v", "k", "na"),
    )
)
_FAR_AHEAD = dt.timedelta(days=300)


def understand_until(written: str, today: dt.date) -> Found[dt.date]:
    """The last day that the words mean, seen from today; „do“ may be missing."""
    words = clean(written)
    deadline = _read(words, today)
    if deadline.due is None or deadline.problem:
        return Found(problems=(_no_day(words, deadline, today),))
    due = deadline.due
    is_far = not deadline.year_written and due - today > _FAR_AHEAD
    remarks = ("nejbližší, který přijde; jiný rok připište",) if is_far else ()
    said = words if fold(words).startswith("do ") else f"do {words}"
    return Found(frozenset((due,)), equation(said, f"do {format_date(due)}", "termín", remarks))


def _read(words: str, today: dt.date) -> Deadline:
    """With „do“ or without it, whichever is a day: „týdne“ alone is none."""
    bare = read_deadline(words, today)
    if bare.due or bare.problem or not words:
        return bare
    after_do = read_deadline(f"do {words}", today)
    return after_do if after_do.due or after_do.problem else bare


def _no_day(words: str, deadline: Deadline, today: dt.date) -> FilterProblem:
    reason = deadline.problem or "není to den"
    message = f"termínu „{shown(words)}“ nelze porozumět: {reason}"
    if fold(words) in _TORN:
        cure = f"dejte slova do uvozovek: {typed(UNTIL_OPTION, 'konce března')}"
    else:
        example = f"{typed(UNTIL_OPTION, f'31. 3. {today.year}')}"
        cure = f"napište třeba {example}, {typed(UNTIL_OPTION, 'konce března')} nebo --do pátku"
    return FilterProblem(message, cure, UNTIL_OPTION)
