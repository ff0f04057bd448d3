"""User text as HTML."""

import html

import pytest

from zapis.render.html_escaping import escape


@pytest.mark.parametrize(
    "text", ["", "Porada vedení", "a & b", "<b>", 'říkají „"“', "d'Artagnan", "&<>\"'"]
)
def test_a_text_is_escaped_as_the_standard_library_does_it(text: str) -> None:
    assert escape(text) == html.escape(text)
