"""What every PDF of a process shares: fonts, style sheets and the fetcher that fetches nothing."""

from functools import cache

from weasyprint import CSS
from weasyprint.css.counters import CounterStyle
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from zapis.render.templates import find_templates

_STYLES = ("zapis.css", "zapis-pdf.css")


@cache
def fetcher() -> URLFetcher:
    """The fetcher of pictures: only those that the page itself holds."""
    return URLFetcher(allowed_protocols={"data"}, allow_redirects=False)


@cache
def fonts() -> FontConfiguration:
    """The fonts of the system."""
    return FontConfiguration()


@cache
def counters() -> CounterStyle:
    """The ways to number lists that the style sheets define."""
    return CounterStyle()


@cache
def styles() -> tuple[CSS, ...]:
    """The style sheets, read once: that takes longer than to lay out a page."""
    folder = find_templates()
    texts = [(folder / name).read_text(encoding="utf-8") for name in _STYLES]
    return tuple(sheet(text) for text in texts)


def sheet(text: str) -> CSS:
    """A style sheet of this text."""
    return CSS(string=text, font_config=fonts(), counter_style=counters(), url_fetcher=fetcher())
