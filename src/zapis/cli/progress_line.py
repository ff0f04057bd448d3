"""The line of progress as it is drawn: stage, bar, count and the time that is left."""

import sys

from rich.console import Console, RenderableType
from rich.progress_bar import ProgressBar
from rich.segment import Segment, Segments
from rich.table import Table
from rich.text import Text

from zapis.cli.progress_moment import Moment
from zapis.czech.plurals import choose
from zapis.report.numbers import grouped

_WIDE = 60
_LONGEST_BAR, _SHORTEST_BAR = 24, 4
_MINUTE = 60
_IN_SECONDS = 90


def draw_line(moment: Moment | None) -> None:
    """Draw over the current line of stderr, or wipe it with None; the cursor returns to its start.

    **Why:** nothing of the terminal is switched over (the cursor is not hidden either), so that
    nothing needs to be put right however the work ends.
    """
    console = Console(file=sys.stderr)
    # Some terminals wrap a line that fills the last column.
    columns = max(1, console.width - 1)
    shown = line_of(moment, columns) if moment else Text("")
    lines = console.render_lines(shown, console.options.update(width=columns), pad=True)
    console.print(Segments([Segment("\r"), *lines[0], Segment("\r")]), end="", crop=False)


def line_of(moment: Moment, columns: int) -> RenderableType:
    """One line of at most so many columns; on narrow terminals counts and times are shorter."""
    gap = 2 if columns >= _WIDE else 1
    texts = _fitting(_texts(moment, columns), columns, gap)
    cells: list[RenderableType] = [Text(text) for text in texts]
    widths = [len(text) for text in texts]
    room = columns - sum(widths) - gap * len(widths)
    if moment.total and room >= _SHORTEST_BAR:
        bar = min(room, _LONGEST_BAR)
        cells.insert(1, ProgressBar(moment.total, moment.done, bar, complete_style="cyan"))
        widths.insert(1, bar)
    grid = Table.grid(padding=(0, gap, 0, 0), pad_edge=False)
    for width in widths:
        grid.add_column(no_wrap=True, overflow="ellipsis", width=min(width, columns))
    grid.add_row(*cells)
    return grid


def _texts(moment: Moment, columns: int) -> tuple[str, ...]:
    stage, done, total = moment.stage, moment.done, moment.total
    if columns < _WIDE:
        return (stage, f"{done}/{total}", short_time(moment.left)) if total else (stage, str(done))
    if not total:
        return stage, grouped(done), moment.name[-columns // 2 :]
    return stage, f"{grouped(done)} z {grouped(total)}", time_left(moment.left)


def _fitting(texts: tuple[str, ...], columns: int, gap: int) -> tuple[str, ...]:
    """As many of the texts as there is room for, the first in any case."""
    while len(texts) > 1 and sum(map(len, texts)) + gap * (len(texts) - 1) > columns:
        texts = texts[:-1]
    return texts


def time_left(seconds: float) -> str:
    """„zbývá 5 sekund“, „zbývají 2 minuty“: in words and no more exact than such a guess can be."""
    number = max(1, round(seconds))
    forms = ("sekunda", "sekundy", "sekund")
    if number >= _IN_SECONDS:
        number = round(seconds / _MINUTE)
        forms = ("minuta", "minuty", "minut")
    return (
        f"{choose(number, 'zbývá', 'zbývají', 'zbývá')} {grouped(number)} {choose(number, *forms)}"
    )


def short_time(seconds: float) -> str:
    """„1:20“, minutes and seconds."""
    minutes, rest = divmod(max(1, round(seconds)), _MINUTE)
    return f"{minutes}:{rest:02}"
