"""Templates as anybody may make them: cut into runs at will, full of nonsense, damaged."""

import random
from itertools import pairwise

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docx_documents import full_view
from docx_reading import pack, parse_all, parts_of, texts
from office_templates import letter, municipality, save, school
from zapis.render.docx.document import render_docx
from zapis.render.docx.office.compiling import compile_office
from zapis.render.own_page import render_own_page
from zapis.render.page_template import compile_page
from zapis.render.templating.failures import TemplateFailure

FULL = full_view()
LINE = (
    "Č. j. {{ cj }}, {% if pritomni.pocet %}{{ pritomni.pocet }} lidí{% endif %}{{ nazev|upper }}!"
)
PIECES = st.sampled_from(
    (
        *(
            "{{ nazev }}",
            "{{",
            "}}",
            "{%",
            "%}",
            "{{p telo }}",
            "{{r ukoly[0].zneni }}",
            "{{p obsah }}",
        ),
        *(
            "{%p if stav %}",
            "{%p endif %}",
            "{% if stav %}",
            "{% else %}",
            "{% endif %}",
            "{%tr x %}",
        ),
        *("{% for u in ukoly %}", "{{ u.text }}", "{% endfor %}", "{%p endfor %}", "{# a", "#}"),
        *(
            "{% set a = 1 %}",
            "{% set b %}",
            "{% endset %}",
            "{% raw %}",
            "{% endraw %}",
            "{_{",
            "}_}",
        ),
        *(
            "{{ 1/0 }}",
            "{{ nazev.x }}",
            "{{ nazev|x }}",
            "{%r if a %}",
            "{%r endif %}",
            "{{ '",
            "„",
            "“",
        ),
        *("{%- if stav -%}", "{% colspan 2 %}", "text", " ", "\n", "\t", "<&>", "{", "}", "%", "|"),
    )
)
SLOW = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def made(data: bytes) -> bytes | None:
    """The document of a template; nothing where it was refused, at once or while filled."""
    compiled = compile_office(data)
    if compiled.template is None:
        assert compiled.problems
        return None
    try:
        return render_docx(FULL, compiled.template)
    except TemplateFailure:
        return None


@SLOW
@given(st.lists(st.integers(1, len(LINE) - 1), max_size=12))
def test_tags_mean_the_same_however_they_are_cut(cuts: list[int]):
    edges = [0, *sorted(set(cuts)), len(LINE)]
    draft = Document()
    paragraph = draft.add_paragraph()
    for start, end in pairwise(edges):
        paragraph.add_run(LINE[start:end])
    draft.add_paragraph("{{p telo }}")
    whole = made(letter(LINE, "{{p telo }}"))
    cut = made(save(draft))
    assert whole is not None
    assert cut is not None
    line = next(text for text in texts(cut) if text.startswith("Č. j."))
    assert line in texts(whole)


@SLOW
@given(st.lists(st.lists(PIECES, max_size=6).map("".join), max_size=6))
def test_nonsense_is_refused_or_gives_a_whole_document(lines: list[str]):
    document = made(letter(*lines))
    assert document is None or parse_all(document) > 8


@SLOW
@given(st.lists(PIECES, max_size=20).map("".join))
def test_nonsense_in_a_page_is_refused_or_gives_a_page(text: str):
    page = f'{{% extends "zapis.html" %}}{{% block zaznam %}}{text}{{% endblock %}}'
    compiled = compile_page(page.encode(), lambda _path: None)
    if compiled.template is None:
        assert compiled.problems
        return
    try:
        shown = render_own_page(FULL, compiled.template)
    except TemplateFailure:
        return
    assert shown.rstrip().endswith("</html>")


@SLOW
@given(st.integers(0, 2**32), st.sampled_from((school, municipality)))
def test_a_damaged_file_never_raises(seed: int, make):  # noqa: ANN001 - one of two functions
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    parts = parts_of(make())
    name = chance.choice(sorted(parts))
    data = bytearray(parts[name])
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(data))
        data[at : at + chance.randint(0, 30)] = bytes(
            chance.choice(b"<>/=\"'w:pr {}%&;0") for _ in range(3)
        )
    made(pack(parts | {name: bytes(data)}))


@SLOW
@given(st.integers(0, 2**32))
def test_a_file_with_a_part_left_out_never_raises(seed: int):
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    parts = parts_of(chance.choice((school, municipality))())
    for name in chance.sample(sorted(parts), chance.randint(1, 3)):
        del parts[name]
    made(pack(parts))


@pytest.mark.parametrize("size", [1, 100, 5000])
def test_the_bytes_of_a_cut_file_never_raise(size: int):
    made(school()[:-size])
