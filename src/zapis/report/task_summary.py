"""How many tasks people and series have (for `zapis ukoly souhrn`)."""

import datetime as dt
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from zapis.report.columns import pad, pad_left, visible
from zapis.report.numbers import counted, grouped
from zapis.report.style import DEFAULT_STYLE, HEADING, LATE, NO_TASKS, QUIET, SOON, ListStyle
from zapis.report.summary_layout import Layout, figures, lay_out
from zapis.report.task_heading import heading
from zapis.report.task_sums import nothing
from zapis.report.wrapping import hang, whole, wrap
from zapis.tasks.query.summary import Summary, SummaryLine
from zapis.tasks.tracker import WITHOUT_SERIES

_TITLE = "Souhrn úkolů"
_NOBODY = "nepřiděleno"
_SHARED = "Úkol více lidí je započten u každého z nich, v součtu jednou."
_NONE = "–"
_COLORS = ("", LATE, SOON, "")


def format_summary(
    summary: Summary, today: dt.date, organization: str = "", style: ListStyle = DEFAULT_STYLE
) -> str:
    """A table of people and one of series, in the order given, each with a line of sums."""
    people = tuple(line._replace(name=line.name or _NOBODY) for line in summary.people)
    series = tuple(line._replace(name=line.name or WITHOUT_SERIES) for line in summary.series)
    total = summary.total._replace(name="Celkem")
    layout = lay_out(style.columns, (*people, *series, total))
    lines = list(heading(_TITLE, organization, today, replace(style, columns=layout.total + 2)))
    if not people and not series:
        return "\n".join((*lines, *wrap(_nothing(style), style.widest)))
    lines += _table("Podle lidí", people, total, layout, style)
    if sum(line.open + line.done for line in people) > total.open + total.done:
        lines += (style.paint(line, QUIET) for line in wrap(_SHARED, style.widest))
    lines += ["", *_table("Podle sérií", series, total, layout, style)]
    return "\n".join(lines)


def _nothing(style: ListStyle) -> str:
    return NO_TASKS if style.open_in_all is None else nothing(style)


def _table(
    title: str, lines: Sequence[SummaryLine], total: SummaryLine, layout: Layout, style: ListStyle
) -> Iterator[str]:
    heads = "".join(map(pad_left, layout.heads, layout.numbers))
    yield style.paint(pad(title, layout.name) + heads if heads else title, HEADING)
    for line in (*lines, total):
        yield from _row(line, layout, style, HEADING if line is total else "")


def _row(line: SummaryLine, layout: Layout, style: ListStyle, color: str) -> Iterator[str]:
    if not layout.heads:
        yield from (style.paint(part, color) for part in wrap(line.name, style.widest))
        yield from (f"  {part}" for part in wrap(_in_words(line), style.widest - 2))
        return
    name, *more = hang(line.name, layout.name) or [""]
    cells = zip(figures(line), layout.numbers, _COLORS, strict=True)
    numbers = "".join(_number(n, columns, color or own, style) for n, columns, own in cells)
    yield style.paint(pad(name, layout.name), color) + numbers
    yield from (style.paint(part, color) for part in more)


def _number(n: int, columns: int, color: str, style: ListStyle) -> str:
    text = visible(grouped(n)) if n else _NONE
    return " " * (columns - len(text)) + (style.paint(text, color) if n else text)


def _in_words(line: SummaryLine) -> str:
    open_tasks, late, soon, done = figures(line)
    parts = (
        counted(open_tasks, "otevřený", "otevřené", "otevřených") if open_tasks else "",
        f"{grouped(late)} po termínu" if late else "",
        f"{grouped(soon)} do týdne" if soon else "",
        counted(done, "splněný", "splněné", "splněných") if done else "",
    )
    return ", ".join(whole(part) for part in parts if part) or "žádný úkol"
