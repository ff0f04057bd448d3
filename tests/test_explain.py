"""Every code has its page, and the examples on the pages are what they say they are."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from explain_pages import NOTE, RIGHT, WHAT_TO_DO, WHEN, WRONG, ExampleFile, read_pages
from zapis.codes import CODES, Severity
from zapis.diagnostics import Diagnostic
from zapis.engine.build import BuildRequest, check
from zapis.workspace import open_workspace

PAGES = read_pages()
TODAY = date(2026, 4, 13)

# What no file of an example can bring about.
WITHOUT_EXAMPLE = frozenset(
    {
        "Z109",  # the system refuses to read
        "Z506",  # somebody writes at the same moment
        "Z507",  # the system refuses to write
        "Z512",  # another process holds the lock
        "Z513",  # a library is not installed
        "Z514",  # it is seen when documents are written
        "Z515",  # a library is not installed
        "Z516",  # it is seen when documents are written
        "Z603",  # the mistake is in a file of Word
        "Z604",  # the same
        "Z605",  # the same
        "Z901",  # a bug, and none is known
    }
)
# A file that is no text, or none to speak of, has no line to point at.
OF_WHOLE_FILES = frozenset({"Z102", "Z107", "Z108", "Z510"})
# Often nothing is wrong at all.
WITHOUT_CURE = frozenset({"Z202"})

AREAS = {"Z10": "soubor", "Z11": "hlavička", "Z12": "hlavička", "Z13": "soubor"}
AREAS |= {
    "Z2": "hlavička",
    "Z3": "záznam",
    "Z4": "úkoly",
    "Z5": "pracovní složka",
    "Z6": "šablony",
    "Z9": "program",
}

_LIBRARY_WORDS = re.compile(
    r"\b(?:pydantic|(?:lib|py)yaml|markdown-?it|jinja2?|lxml|click|front ?matter|traceback|"
    r"exception|errors?|warning|parse[rd]?|parsing|scann\w+|tokens?|mappings?|sequences?|"
    r"scalars?|strings?|anchors?|directives?|expected|invalid|unexpected|found|input)\b",
    re.IGNORECASE,
)
_EXAMPLES = sorted(PAGES.keys() - WITHOUT_EXAMPLE)


def test_every_code_has_a_page_and_every_page_a_code():
    assert set(PAGES) == set(CODES)


@pytest.mark.parametrize("code", PAGES)
def test_page_repeats_its_row_of_the_table(code: str):
    page, row = PAGES[code], CODES[code]
    area = next(area for start, area in AREAS.items() if code.startswith(start))
    expected = (code, row.title, row.severity.value, area)
    assert (page.code, page.title, page.severity, page.area) == expected


@pytest.mark.parametrize("code", PAGES)
def test_page_has_the_sections_that_readers_expect(code: str):
    expected = [WHEN, WHAT_TO_DO] if code in WITHOUT_EXAMPLE else [WRONG, RIGHT]
    assert [title for title in PAGES[code].sections if title != NOTE] == expected


@pytest.mark.parametrize("code", PAGES)
def test_page_speaks_of_minutes_and_not_of_libraries(code: str):
    assert _LIBRARY_WORDS.findall(PAGES[code].text) == []


@pytest.mark.parametrize("code", CODES)
def test_title_is_a_clause_without_a_period(code: str):
    assert _faults_of_sentence(CODES[code].title) == []


@pytest.mark.parametrize("code", _EXAMPLES)
def test_wrong_example_is_reported_with_place_and_cure(code: str, tmp_path: Path):
    found = _check(PAGES[code].sections[WRONG], tmp_path)
    own = [item for item in found if item.code.id == code]
    faults = [] if own else [f"not reported, but {sorted({item.code.id for item in found})}"]
    if code not in OF_WHOLE_FILES:
        faults += [f"no place: {item.message}" for item in own if item.span is None]
    if code not in WITHOUT_CURE:
        faults += [f"no cure: {item.message}" for item in own if not item.cure]
    faults += [fault for item in found for fault in _faults_of_sentence(item.message)]
    assert faults == []


@pytest.mark.parametrize("code", _EXAMPLES)
def test_right_example_is_free_of_it_and_of_errors(code: str, tmp_path: Path):
    found = _check(PAGES[code].sections[RIGHT], tmp_path)
    wrong = [item for item in found if item.code.id == code or item.severity is Severity.ERROR]
    assert [f"{item.code.id} {item.message}" for item in wrong] == []


def _check(example: Sequence[ExampleFile], folder: Path) -> list[Diagnostic]:
    """The diagnostics of an example; its only minutes count as named on the command line."""
    for file in example:
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    minutes = [file.path for file in example if file.kind == "zapis"]
    named = frozenset(minutes if len(minutes) == 1 else ())
    reports = check(open_workspace(folder), BuildRequest(TODAY, named=named))
    return [item for report in reports for item in report.diagnostics]


def _faults_of_sentence(text: str) -> list[str]:
    """Begins with a small letter (or an abbreviation in capitals) and ends without a period."""
    word = re.match(r"\w*", text)
    capital = text[:1].isupper() and not (word and len(word[0]) > 1 and word[0].isupper())
    return [f"„{text}“"] if capital or text.endswith(".") else []
