"""Whatever bytes a file holds, it is read without an exception, and writing is lossless."""

import tempfile
from pathlib import Path
from unicodedata import normalize

from hypothesis import given, settings
from hypothesis import strategies as st

from zapis.files import decode, inside, write_if_changed

CONTROL = frozenset(chr(code) for code in (*range(9), *range(11, 32), *range(127, 160)))
ENCODED = st.builds(
    lambda text, codec: text.encode(codec, errors="replace"),
    st.text(max_size=60),
    st.sampled_from(["utf-8", "utf-8-sig", "cp1250", "iso8859-2", "utf-16", "utf-16-be"]),
)


@settings(max_examples=100)
@given(st.one_of(st.binary(max_size=80), ENCODED))
def test_any_bytes_give_clean_text_and_problems_that_lie_in_it(data: bytes):
    outcome = decode(data, "x.md")
    text = outcome.value.text
    spans = [problem.span for problem in outcome.diagnostics if problem.span]
    is_inside = all(0 <= span.start < span.end <= len(text) for span in spans)
    assert (CONTROL & set(text), is_inside, bool(text) or outcome.failed) == (set(), True, True)


@settings(max_examples=100)
@given(st.text(st.characters(exclude_characters="\r\ufeff", exclude_categories=["Cc", "Cs"])))
def test_text_without_control_characters_comes_back_composed(text: str):
    clean = normalize("NFC", text.replace("\ufffe", "").replace("\uffff", ""))
    outcome = decode(clean.encode(), "x.md")
    assert outcome.value.text == (clean if clean.strip() else "")


@settings(max_examples=30)
@given(st.binary(max_size=50), st.binary(max_size=50))
def test_writing_is_needed_exactly_when_bytes_differ(first: bytes, second: bytes):
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "x"
        results = [write_if_changed(target, data) for data in (first, second)]
        assert (results, target.read_bytes()) == ([True, first != second], second)


@settings(max_examples=100)
@given(st.text(st.sampled_from("ab./\\:~ \0\nžC"), max_size=12))
def test_no_written_path_leads_out(relative: str):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        found = inside(root, relative)
        assert found is None or found.resolve().is_relative_to(root.resolve())
