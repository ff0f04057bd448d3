"""PDF of all examples and of the torture workspace: open to screen readers, always the same."""

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from built_documents import NAMES, BuiltWorkspaces
from command_line import run_process
from examples import contents, copy_examples
from model_lines import Reader, facts
from pdf_reading import needs_pdf, read_aloud
from printed_pages import one_font
from zapis.render.formats import FORMATS

pytestmark = needs_pdf

HERE = {"TZ": "Pacific/Auckland", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
THERE = {"TZ": "America/Los_Angeles", "LC_ALL": "C", "PYTHONHASHSEED": "2"}


def failures(data: bytes) -> Counter[tuple[str, str]]:
    """What an independent checker of ISO 14289-1 has against a PDF."""
    import page  # noqa: PLC0415 - not every developer has it

    report = page.validate_pdf_bytes(data, profile=page.ValidationProfile.PDF_UA_1)
    assert report.rules.passed > 100
    return Counter((item.rule_id, item.message) for item in report.failures)


@pytest.mark.parametrize("name", NAMES)
def test_a_document_is_pdf_ua(name: str, built: BuiltWorkspaces):
    assert failures(FORMATS["pdf"](built[name].view)) == Counter()


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("torture/")])
def test_a_document_is_pdf_ua_where_there_is_one_font(name: str, built: BuiltWorkspaces):
    with one_font():
        assert failures(FORMATS["pdf"](built[name].view)) == Counter()


# What looks different on paper.
_SAME = str.maketrans({"◦": "•", "▪": "•"})
_PICTURES = re.compile(r"[\u200d\ufe0f\u2705\U0001f000-\U0001faff]")
# White space, what nobody can tell from a hyphen at the end of a line, and ways back.
_LEFT_OUT = re.compile(r"[\s\u00ad\u0002\ufffe\u200b↩↑]+|(?<=\w)-|-(?!\d)")


def squeezed(text: str) -> str:
    """Letters, digits and signs alone: lines of a page end where there is room no more.

    PDFium does not tell letters that are coloured pictures, nor the order of those that are written
    from right to left.
    """
    joined = _LEFT_OUT.sub("", unicodedata.normalize("NFC", text).translate(_SAME))
    return "".join(filter(_is_told, joined)).casefold()


def _is_told(sign: str) -> bool:
    return unicodedata.bidirectional(sign) not in {"R", "AL"} and not _PICTURES.match(sign)


@pytest.fixture(scope="module")
def aloud(built: BuiltWorkspaces) -> dict[str, str]:
    """What is read aloud of every document, squeezed."""
    made = {document.name: FORMATS["pdf"](document.view) for document in built.documents}
    return {name: squeezed(read_aloud(data)) for name, data in made.items()}


@pytest.mark.parametrize("name", NAMES)
def test_the_record_is_read_whole_and_in_order(
    name: str, built: BuiltWorkspaces, aloud: dict[str, str]
):
    """Every paragraph, number, cell and task as the model has it, and nothing between them."""
    record = Reader(built[name].view, label_apart=False).record()
    wanted = squeezed("\n".join(map(str, record)))
    assert wanted in aloud[name], nearest(wanted, aloud[name])


def nearest(wanted: str, text: str) -> str:
    """Where the longest start of a text that is there ends, for who reads the failure."""
    length = next(size for size in range(len(wanted), -1, -1) if wanted[:size] in text)
    at = text.find(wanted[:length]) + length
    return f"…{wanted[max(length - 30, 0) : length]}|{wanted[length:][:60]} ≠ {text[at:][:60]}"


@pytest.mark.parametrize("name", NAMES)
def test_footnotes_and_the_overview_are_read_in_order(
    name: str, built: BuiltWorkspaces, aloud: dict[str, str]
):
    reader = Reader(built[name].view, label_apart=False)
    notes = [
        squeezed("\n".join([f"{note.number}.", *map(str, reader.lines(note.blocks))]))
        for note in built[name].view.footnotes
    ]
    tasks = [squeezed("\n".join(row)) for row in reader.tasks()]
    places = [aloud[name].rfind(part) for part in [*tasks, *notes]]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("name", NAMES)
def test_every_fact_of_the_header_and_the_closing_is_read(
    name: str, built: BuiltWorkspaces, aloud: dict[str, str]
):
    found = facts(built[name].view)
    assert [fact for fact in found if squeezed(fact) not in aloud[name]] == []


def pdfs(root: Path) -> dict[str, bytes]:
    return {path: data for path, data in contents(root).items() if path.endswith(".pdf")}


def test_two_builds_elsewhere_give_the_same_bytes(tmp_path: Path):
    made = []
    for folder, settings in (("jedna", HERE), ("úplně jiná složka", THERE)):
        root = copy_examples(tmp_path / folder / "p")
        epoch = "1893456000" if settings is THERE else "1776038400"
        ran = run_process(
            root, "build", "--format", "pdf", env={**settings, "SOURCE_DATE_EPOCH": epoch}
        )
        assert ran.code == 0
        made.append(pdfs(root))
    assert len(made[0]) == len([name for name in NAMES if name.startswith("priklady/")])
    assert made[0] == made[1]
