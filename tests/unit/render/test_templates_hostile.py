"""Templates that reach for what is not theirs, or that never end: a message, and soon."""

import sys
from collections.abc import Callable, Sized
from time import process_time
from types import FrameType

import pytest

from docx_documents import full_view
from office_templates import letter
from zapis.render.docx.document import render_docx
from zapis.render.docx.office.compiling import compile_office
from zapis.render.own_page import render_own_page
from zapis.render.page_template import compile_page
from zapis.render.templating.budget import CHARACTERS, STEPS, Budget
from zapis.render.templating.failures import TemplateFailure, Weight

FULL = full_view()
SHARE = 20
"""Documents get so much less to spend here: what is counted is the same, and the tests are fast."""
MOST_CALLS = 1_000_000
"""Calls of functions; without a budget each of these would take far more, or all memory."""
MOST_SECONDS = 5
"""Of the processor, which a busy machine does not change, for what is no call: expressions."""

REACHING = {
    "class": "{{ nazev.__class__.__mro__ }}",
    "class as an item": "{{ nazev['__class__'] }}",
    "class of a record": "{{ ukoly|selectattr('__class__')|list }}",
    "cycler": "{{ cycler.__init__.__globals__ }}",
    "itself": "{{ self.__init__ }}",
    "loop": "{% for a in zahlavi %}{{ loop.__init__ }}{% endfor %}",
    "call of a loop": "{% for a in zahlavi %}{{ loop.index() }}{% endfor %}",
    "format": "{{ '{0.__class__}'.format(nazev) }}",
    "format of an operator": "{{ '%s' % nazev }}",
    "attr": "{{ nazev|attr('__class__') }}",
    "map of attr": "{{ zahlavi|map('attr', '__class__')|list }}",
    "map of an attribute": "{{ zahlavi|map(attribute='__class__')|list }}",
    "safe": "{{ nazev|safe }}",
    "autoescape": "{% autoescape false %}{{ nazev }}{% endautoescape %}",
    "the writer": "{{ _zapis }}",
    "another writer": "{% set _zapis = 1 %}",
    "a writer in a loop": "{% for _zapis in zahlavi %}{% endfor %}",
    "a writer in a macro": "{% macro m(_zapis) %}{% endmacro %}",
    "filters of the counter": "{{ zahlavi|_cyklus(0, 0) }}",
    "include": "{% include '/etc/passwd' %}",
    "include of a name": "{% include nazev %}",
    "import": "{% import 'os' as os %}",
    "from": "{% from 'os' import path %}",
    "extends": "{% extends '../x' %}",
    "lipsum": "{{ lipsum(1000) }}",
    "joiner": "{{ joiner() }}",
    "namespace": "{% set n = namespace(a=1) %}",
    "range": "{% for i in range(999999999) %}x{% endfor %}",
    "recursive loop": "{% for a in zahlavi recursive %}{{ loop(zahlavi) }}{% endfor %}",
    "call block": "{% call m() %}{% endcall %}",
    "arguments unpacked": "{{ nazev|upper(*zahlavi) }}",
}
ENDLESS = {
    "format width": "{{ '%999999999d' % 1 }}",
    "repeated text": "{{ 'x' * 999999999 }}",
    "repeated list": "{{ [1] * 999999999 }}",
    "power": "{{ 10 ** 10 ** 10 }}",
    "large numbers": "{% set a = 99999999999 %}" + "{% set a = a * a %}" * 20 + "{{ a }}",
    "doubled text": "{% set a = 'xxxxxxxx' %}" + "{% set a = a ~ a %}" * 40 + "{{ a|length }}",
    "added text": "{% set a = 'xxxxxxxx' %}" + "{% set a = a + a %}" * 40 + "{{ a|length }}",
    "doubled list": "{% set a = [1, 2, 3] %}" + "{% set a = a + a %}" * 40 + "{{ a|length }}",
    "doubled block": "{% set a %}xxxxxxxx{% endset %}"
    + "{% set a %}{{ a }}{{ a }}{% endset %}" * 40
    + "{{ a|length }}",
    "replaced text": "{% set a = nazev %}"
    + "{% set a = a|replace('', a) %}" * 12
    + "{{ a|length }}",
    "joined text": "{% set a = nazev %}" + "{% set a = a|list|join(a) %}" * 12 + "{{ a|length }}",
    "nested loops": "{% for a in nazev|list %}" * 9 + "x" + "{% endfor %}" * 9,
    "loops that choose nothing": "{% for a in nazev|list %}" * 4
    + "{% for a in nazev|list if false %}x{% endfor %}"
    + "{% endfor %}" * 4,
    "long text in loops": "{% for a in nazev|list %}" * 4 + "x" * 5000 + "{% endfor %}" * 4,
    "comparisons": "{% set a = nazev %}"
    + "{% set a = a ~ a %}" * 13
    + "{% for i in a[:90000]|list %}{% if 'qq' in a %}x{% endif %}{% endfor %}",
    "macro": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "two macros": "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}"
    "{{ m(60) }}",
    "parentheses": "{{ " + "(" * 500 + "1" + ")" * 500 + " }}",
    "sums": "{{ " + "1+" * 700 + "1 }}",
    "filters": "{{ nazev" + "|upper" * 200 + " }}",
    "levels": "{% for a in zahlavi %}" * 25 + "x" + "{% endfor %}" * 25,
    "unclosed values": "{{ " * 20_000,
    "unclosed loops": "{% for a in zahlavi %}" * 3_000,
    "unclosed blocks": "{%" * 30_000,
    "a long tag": "{{ " + "(" * 60_000 + " }}",
    "division": "{{ 1 / 0 }}",
    "remainder": "{% if 3 is divisibleby(0) %}{% endif %}",
    "step": "{{ nazev[::0] }}",
    "mixed order": "{{ [1, 'a']|sort }}",
}


def outcome(tags: str) -> list[str]:
    """What is said of a template of Word with these tags: at once, or when it is filled."""
    compiled = compile_office(letter(tags, "{{p telo }}"))
    if compiled.template is None:
        return [problem.message for problem in compiled.problems]
    try:
        render_docx(FULL, compiled.template)
    except TemplateFailure as failure:
        return [str(failure)]
    return []


def outcome_of_page(tags: str) -> list[str]:
    """The same of a page."""
    text = f'{{% extends "zapis.html" %}}{{% block zaznam %}}{tags}{{% endblock %}}'
    compiled = compile_page(text.encode(), lambda _path: None)
    if compiled.template is None:
        return [problem.message for problem in compiled.problems]
    try:
        render_own_page(FULL, compiled.template)
    except TemplateFailure as failure:
        return [str(failure)]
    return []


@pytest.fixture(autouse=True)
def small_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Budget.__init__, "__defaults__", (STEPS // SHARE, CHARACTERS // SHARE))


def counted(work: Callable[[], Sized]) -> tuple[bool, bool, bool]:
    """Whether work ends with a message, after so many calls at most, none of them slow."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}
        if calls > MOST_CALLS:
            raise RuntimeError("endless")

    start = process_time()
    sys.setprofile(count)
    try:
        told = work()
    finally:
        sys.setprofile(None)
    slow = calls < MOST_CALLS // 2 and process_time() - start > MOST_SECONDS
    return len(told) > 0, calls <= MOST_CALLS, not slow


@pytest.mark.parametrize("tags", REACHING.values(), ids=REACHING.keys())
def test_a_template_of_word_reaches_nothing_but_its_fields(tags: str):
    assert len(outcome(tags)) > 0


@pytest.mark.parametrize("tags", REACHING.values(), ids=REACHING.keys())
def test_a_page_reaches_nothing_but_its_fields(tags: str):
    assert len(outcome_of_page(tags)) > 0


@pytest.mark.parametrize("tags", ENDLESS.values(), ids=ENDLESS.keys())
def test_a_template_of_word_ends_soon(tags: str):
    assert counted(lambda: outcome(tags)) == (True, True, True)


@pytest.mark.parametrize("tags", ENDLESS.values(), ids=ENDLESS.keys())
def test_a_page_ends_soon(tags: str):
    assert counted(lambda: outcome_of_page(tags)) == (True, True, True)


def test_undefined_data_of_the_author_is_empty_and_nothing_else():
    assert outcome("{{ udaje.__class__ }}{{ udaje._values }}{{ udaje.neni }}") == []


def test_the_same_work_costs_the_same_on_every_machine():
    """What is counted is steps, so that a slow machine refuses no more than a fast one."""
    tags = "{% for a in nazev|list %}" * 5 + "x" + "{% endfor %}" * 5
    assert outcome(tags) == outcome(tags) == ["šablona by dělala příliš mnoho kroků"]


def test_messages_are_clauses():
    told = [outcome(tags)[0] for tags in (*REACHING.values(), *ENDLESS.values())]
    assert [text for text in told if text[:1].isupper() or text.endswith(".")] == []


@pytest.mark.parametrize(
    "text",
    [
        '<script src="x.js"></script>',
        '<img src="https://example.cz/a.png">',
        "<img src=//example.cz/a.png>",
        '<p onclick="a()">',
        '<a href="javascript:a()">',
        "<style>@import 'a.css'</style>",
        "<style>p { background: url( 'http://example.cz/a.png') }</style>",
        '<iframe src="a.html">',
        '<link rel="stylesheet" href="a.css">',
    ],
)
def test_a_page_may_not_run_or_fetch_anything(text: str):
    page = f'{{% extends "zapis.html" %}}{{% block zaznam %}}{text}{{% endblock %}}'
    compiled = compile_page(page.encode(), lambda _path: None)
    assert [problem.weight for problem in compiled.problems] == [Weight.ERROR]


@pytest.mark.parametrize("name", ["../tajne.html", "/etc/passwd", "a/b.html", "a.txt", "neni.html"])
def test_a_page_includes_only_from_its_own_folder(name: str):
    page = (
        f'{{% extends "zapis.html" %}}{{% block zaznam %}}{{% include "{name}" %}}{{% endblock %}}'
    )
    asked: list[str] = []

    def read(path: str) -> None:
        asked.append(path)

    compiled = compile_page(page.encode(), read)
    wrong = [path for path in asked if path != "sablony/neni.html"]
    assert (len(compiled.problems), wrong) == (1, [])
