"""Read times of the header and check them."""

from msgspec import Struct

from zapis.assemble.located import LocatedText
from zapis.codes import END_BEFORE_START, UNREADABLE_TIME
from zapis.czech.shortening import one_line, shorten
from zapis.czech.times import TimeMatch, TimeRange, find_time, format_time, read_time
from zapis.diagnostics import Diagnostic, Diagnostics

_EXAMPLE = "9.00–11.30"


class Clock(Struct, frozen=True):
    """A time that was read; `whole` says that the text holds nothing but the time."""

    value: TimeRange | None = None
    whole: bool = False
    problems: Diagnostics = ()


def read_clock(text: LocatedText) -> Clock:
    """The time in a text where one is expected; a text without any gives a warning."""
    whole = read_time(text.text)
    match = whole or find_time(text.text)
    if match is None:
        message = f"času „{shorten(one_line(text.text), 60)}“ nelze porozumět"
        problem = Diagnostic(UNREADABLE_TIME, message, text.span(), _EXAMPLE)
        return Clock(problems=(problem,))
    return Clock(match.value, whole is not None, check_time(match, text))


def check_time(match: TimeMatch, text: LocatedText) -> Diagnostics:
    """What is wrong with a written time."""
    span = text.span(match.start, match.end)
    written = one_line(text.text[match.start : match.end])
    if match.value is None:
        message = f"v čase „{written}“ {match.problem}"
        return (Diagnostic(UNREADABLE_TIME, message, span, _EXAMPLE),)
    start, end = match.value.start, match.value.end
    if not match.value.crosses_midnight or start is None or end is None:
        return ()
    message = f"konec {format_time(end)} je dřív než začátek {format_time(start)}"
    cure = "opravte čas, jen jednání přes půlnoc nechte být"
    return (Diagnostic(END_BEFORE_START, message, span, cure),)
