"""Margins of pages as high as their running headers and footers need."""

from functools import lru_cache
from itertools import pairwise
from xml.etree.ElementTree import Element, tostring

from weasyprint import HTML

from zapis.render.pdf.tools import counters, fetcher, fonts, sheet, styles

_MM = 96 / 25.4
_PARTS = ("zahlavi-prvni", "zahlavi", "zapati")
# All in millimetres: from the edge of the paper to a running part, from there to the text.
_EDGE, _GAP = 10, 6
_LEAST, _MOST = 20, 100
# The height of A4, and room for a heading above a picture that fills a page.
_HEIGHT, _LINES = 297, 20
# As wide as the text is between the margins of zapis-pdf.css, and a kilometre long.
_STRIP = "@page { size: 160mm 1000000mm; margin: 0 } body > div { position: static !important }"


def margins_of(root: Element) -> str:
    """The CSS of margins for a page that has the running parts.

    **Why** they are measured: logos and long names take the lines that they take, and a running
    part that is higher than its margin would be printed over the text.
    """
    found = {div.get("id"): div for div in root.iter("div")}
    html = (tostring(found[name], encoding="unicode", method="html") for name in _PARTS)
    first, later, foot = measure(tuple(html))
    return (
        f"@page {{ margin-top: {later}mm; margin-bottom: {foot}mm }}"
        f"@page :first {{ margin-top: {first}mm }}"
        f"main img {{ max-height: {_HEIGHT - max(first, later) - foot - _LINES}mm }}"
    )


@lru_cache(maxsize=16)
def measure(parts: tuple[str, ...]) -> tuple[float, ...]:
    """The margin that each part needs, in millimetres; the same for all minutes of a project."""
    ends = [f'<p id="konec{index}"></p>' for index in range(len(parts))]
    html = "".join(part + end for part, end in zip(parts, ends, strict=True))
    page = HTML(string=f'<html lang="cs"><body>{html}', url_fetcher=fetcher())
    laid_out = page.render(
        stylesheets=[*styles(), sheet(_STRIP)], font_config=fonts(), counter_style=counters()
    )
    anchors = laid_out.pages[0].anchors
    tops = [0.0, *(anchors[f"konec{index}"][1] for index in range(len(parts)))]
    heights = [(end - start) / _MM for start, end in pairwise(tops)]
    return tuple(round(min(max(_EDGE + high + _GAP, _LEAST), _MOST), 1) for high in heights)
