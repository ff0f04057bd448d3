"""Growth as a picture: three small charts with both axes in powers of ten, drawn as SVG."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from bench.growth import Grown
from bench.table import number, whole, with_unit

_WIDTH, _HEIGHT = 800, 330
_LEFT, _TOP, _SIDE, _TALL, _STEP = 46, 66, 190, 190, 260
_INK, _PALE, _LINE = "#1a1a1a", "#d0d0d0", "#0b5394"
_MARGIN = 0.3
_OPENING = (
    f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
    'aria-labelledby="nazev popis" lang="cs" font-family="system-ui, sans-serif" font-size="13">'
)
_TITLE = "Růst času, paměti a indexu s počtem jednání"


@dataclass(frozen=True, slots=True)
class _Chart:
    """One figure against the number of meetings; `points` in the order of numbers."""

    name: str
    unit: str
    points: Sequence[tuple[int, float]]

    @property
    def decades(self) -> tuple[int, int]:
        """The powers of ten between which the values lie."""
        logs = [log10(value) for _, value in self.points]
        low, high = floor(min(logs)), ceil(max(logs))
        return low, max(high, low + 1)


def draw_growth(grown: Sequence[Grown]) -> str:
    """The picture, with its whole content in words for those who do not see it."""
    charts = [
        _Chart(name, unit, points)
        for name, unit, value in _FIGURES
        if (points := [(one.meetings, found) for one in grown if (found := value(one))])
    ]
    drawn = (line for order, chart in enumerate(charts) for line in _draw(chart, order))
    words = " ".join(map(_in_words, charts))
    note = "Čárkovaně: růst přímo úměrný počtu jednání. Obě osy jsou logaritmické."
    return "\n".join(
        (
            _OPENING,
            f'<title id="nazev">{_TITLE}</title>',
            f'<desc id="popis">{words}</desc>',
            f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>',
            f'<text x="16" y="26" font-size="17" font-weight="600" fill="{_INK}">{_TITLE}</text>',
            *drawn,
            f'<text x="16" y="{_HEIGHT - 14}" fill="{_INK}">{note}</text>',
            "</svg>\n",
        )
    )


_FIGURES: tuple[tuple[str, str, Callable[[Grown], float | None]], ...] = (
    ("Překlad z ničeho", "s", lambda one: one.build.timing.median),
    ("Paměť všech procesů", "MiB", lambda one: one.memory),
    ("Index", "MiB", lambda one: one.index),
)


def _in_words(chart: _Chart) -> str:
    values = ", ".join(
        f"{with_unit(value, chart.unit)} při {whole(meetings)}\u00a0jednáních"
        for meetings, value in chart.points
    )
    return f"{chart.name}: {values}."


def _draw(chart: _Chart, order: int) -> Iterator[str]:
    left, bottom = _LEFT + order * _STEP, _TOP + _TALL
    places = [_place(chart, point, left) for point in chart.points]
    yield f'<g fill="{_INK}"><text x="{left}" y="{_TOP - 14}">{chart.name} ({chart.unit})</text>'
    low, high = chart.decades
    for power in range(low, high + 1):
        y = bottom - _TALL * (power - low) / (high - low)
        yield f'<path d="M{left} {y:.1f}h{_SIDE}" stroke="{_PALE}"/>'
        label = number(10.0**power)
        yield f'<text x="{left - 6}" y="{y + 4:.1f}" text-anchor="end">{label}</text>'
    yield f'<path d="{_proportional(chart, left)}" stroke="{_INK}" stroke-dasharray="4 4"/>'
    line = "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
    yield f'<path d="M{line}" stroke="{_LINE}" stroke-width="2.5" fill="none"/>'
    for (meetings, value), (x, y) in zip(chart.points, places, strict=True):
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4.5" fill="{_LINE}"/>'
        yield _label(x, y - 11 if y > _TOP + 20 else y + 22, number(value), bold=True)
        yield _label(x, bottom + 20, whole(meetings))
    yield "</g>"


def _label(x: float, y: float, text: str, *, bold: bool = False) -> str:
    """Text around a place; bold ones have a white rim, so that lines do not cross them."""
    look = ' font-weight="600" stroke="#ffffff" stroke-width="4" paint-order="stroke"'
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="middle"{look if bold else ""}>{text}</text>'


def _place(chart: _Chart, point: tuple[float, float], left: float) -> tuple[float, float]:
    counts = [log10(meetings) for meetings, _ in chart.points]
    low, high = chart.decades
    span = (counts[-1] - counts[0]) or 1
    along = _MARGIN / 2 + (1 - _MARGIN) * (log10(point[0]) - counts[0]) / span
    up = (log10(point[1]) - low) / (high - low)
    return left + _SIDE * along, _TOP + _TALL * (1 - up)


def _proportional(chart: _Chart, left: float) -> str:
    """From the first point on as if all grew with the number of meetings, within the chart."""
    (first, value), (last, _) = chart.points[0], chart.points[-1]
    end = min(last, first * 10.0 ** chart.decades[1] / value)
    (x, y), (far, high) = (
        _place(chart, (first, value), left),
        _place(chart, (end, value * end / first), left),
    )
    return f"M{x:.1f} {y:.1f}L{far:.1f} {high:.1f}"
