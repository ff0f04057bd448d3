"""Every page says what the model says, stands on its own, and is small."""

import re

import pytest

from built_documents import NAMES, BuiltDocument, BuiltWorkspaces
from html_page import Page
from model_lines import Reader, facts
from page_lines import footnote_lines, other_words, overview_rows, record_lines

_DATA = re.compile(r"data:[\w/+-]+;base64,[\w+/=]+")
_MOST_BYTES = 60_000


@pytest.fixture(params=NAMES)
def document(built: BuiltWorkspaces, request: pytest.FixtureRequest) -> BuiltDocument:
    return built[request.param]


def test_every_paragraph_of_the_record_is_there_with_its_number(document: BuiltDocument):
    wanted = Reader(document.view, label_apart=False).record()
    assert list(map(str, record_lines(document.html))) == list(map(str, wanted))


def test_every_footnote_is_there(document: BuiltDocument):
    reader = Reader(document.view, label_apart=False)
    wanted = [reader.lines(note.blocks) for note in document.view.footnotes]
    assert footnote_lines(document.html) == wanted


def test_every_task_is_in_the_overview(document: BuiltDocument):
    assert overview_rows(document.html) == Reader(document.view).tasks()


def test_every_fact_of_the_header_and_the_closing_is_there(document: BuiltDocument):
    words = other_words(document.html)
    assert [fact for fact in facts(document.view) if fact not in words] == []


def test_the_page_is_small(document: BuiltDocument):
    """Pictures are as big as they are; all the rest stays below what a slow phone loads at once."""
    assert len(_DATA.sub("", document.html).encode()) < _MOST_BYTES


def test_the_page_asks_for_nothing_outside_and_runs_nothing(document: BuiltDocument):
    page = Page(document.html)
    strange = [
        (element.tag, name)
        for element in page.elements
        for name, value in element.attributes.items()
        if name.startswith("on")
        or (name in {"src", "srcset", "poster", "data"} and not value.startswith("data:"))
        or (name == "style")
    ]
    fetching = {"script", "link", "iframe", "object", "embed", "base", "form", "audio", "video"}
    styles = "".join(page.words("style"))
    assert strange == []
    assert {element.tag for element in page.elements} & fetching == set()
    assert re.findall(r"@import|url\(", styles) == []


def test_the_page_is_built_for_a_screen_reader(document: BuiltDocument):
    page = Page(document.html)
    landmarks = [len(page.find(tag)) for tag in ("header", "main", "footer")]
    assert (page.levels.count(1), page.skipped_levels, page.faults) == (1, [], [])
    assert (landmarks, page.find("html")[0].attributes["lang"]) == ([1, 1, 1], "cs")
    assert (page.dead_references, len(page.ids)) == (set(), len(set(page.ids)))
