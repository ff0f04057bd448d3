"""Pages around documents: nothing that somebody wrote becomes markup, every place is shown."""

import datetime as dt
from html.parser import HTMLParser

import pytest

from zapis import codes
from zapis.diagnostics import Diagnostic, FileReport, Label
from zapis.engine.preview.making import Page
from zapis.engine.preview.overview import Overview, Progress, Row, group_rows
from zapis.engine.preview.pages import document_page, message_page, overview_page
from zapis.source import SourceFile, Span

DONE = Progress(3, 3)
EVIL = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
KNOWN = {"html", "head", "meta", "title", "link", "script", "body", "header", "a", "p", "details"}
KNOWN |= {"summary", "div", "ol", "li", "strong", "pre", "span", "mark", "main", "iframe"}
KNOWN |= {"section", "h1", "h2", "ul"}


class Tags(HTMLParser):
    """The tags of a page, with the names of their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.scripts = 0
        self.attributes: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.scripts += tag == "script"
        self.attributes |= {name for name, _ in attrs}


def report(text: str, span: Span | None, **more: object) -> FileReport:
    source = SourceFile("a.md", text)
    item = Diagnostic(codes.YAML_COLON, "dvojtečka uvnitř hodnoty", span, **more)  # type: ignore[arg-type]
    return FileReport(source, (item,))


def evil_pages() -> list[str]:
    source = SourceFile(f"{EVIL}.md", EVIL)
    found = Diagnostic(codes.YAML_COLON, EVIL, Span(2, 5), EVIL, labels=(Label(Span(0, 2), EVIL),))
    reports = (FileReport(source, (found,)),)
    row = Row(f"{EVIL}.md", EVIL, EVIL, dt.date(2026, 3, 1), 1, 1)
    return [
        document_page(Page(f"{EVIL}.md", EVIL, None, reports), DONE),
        document_page(Page(f"{EVIL}.md", EVIL, b"x", reports), DONE),
        overview_page(Overview(EVIL, group_rows([row]), reports), DONE),
        message_page(EVIL, EVIL, EVIL),
    ]


@pytest.mark.parametrize("page", evil_pages(), ids=["problems", "document", "list", "message"])
def test_nothing_that_somebody_wrote_becomes_markup(page: str):
    found = Tags(page)
    assert (found.tags - KNOWN, found.scripts, "onerror" in found.attributes) == (
        *(set(), 1, False),
    )


def test_a_problem_has_its_place_its_line_and_its_cure():
    page = document_page(
        Page("a.md", "", None, (report("nazev: A: b\n", Span(8, 9), cure='nazev: "A: b"'),)), DONE
    )
    for part in (
        "<strong>chyba Z112</strong> dvojtečka uvnitř hodnoty",
        "a.md, řádek 1, sloupec 9",
        "nazev: A<mark>:</mark> b",
        "nazev: &#34;A: b&#34;",
    ):
        assert part in page


@pytest.mark.parametrize(
    ("text", "span", "shown"),
    [
        ("abc", Span(1, 2), "a<mark>b</mark>c"),
        ("abc", Span(1, 1), "a<mark>b</mark>c"),
        ("abc", Span(3, 3), "abc<mark> </mark>"),
        ("ab\ncd", Span(1, 5), "a<mark>b</mark>"),
        ("x" * 300, Span(200, 202), f"…{'x' * 60}<mark>xx</mark>{'x' * 98}"),
        ("x" * 300, Span(0, 300), f"<mark>{'x' * 160}</mark>…"),
    ],
)
def test_an_excerpt_marks_the_place(text: str, span: Span, shown: str):
    page = document_page(Page("a.md", "", None, (report(text, span),)), DONE)
    assert f"</span>{shown}</pre>" in page


def test_errors_come_first_and_are_counted():
    tip = Diagnostic(codes.YAML_COLON, "první")
    found = FileReport(SourceFile("a.md", ""), (tip, tip))
    page = document_page(Page("a.md", "", b"x", (found,)), DONE)
    assert "<summary>2 chyby</summary>" in page


@pytest.mark.parametrize(
    ("progress", "words"), [(DONE, ">"), (Progress(3, 10), ">Čtu zápisy: 3 z 10")]
)
def test_the_page_says_how_far_the_reading_is(progress: Progress, words: str):
    assert f'role="status"{words}</p>' in overview_page(Overview("", {}, ()), progress)


def test_the_newest_meetings_come_first_and_those_without_series_last():
    days = (dt.date(2026, 1, 2), dt.date(2026, 3, 1), None)
    rows = [Row(f"{day}.md", "x", series, day, 0, 0) for series in ("", "Č", "C") for day in days]
    groups = group_rows(rows)
    assert [(name, [row.date for row in own]) for name, own in groups.items()] == [
        (name, [None, days[1], days[0]]) for name in ("C", "Č", "")
    ]
