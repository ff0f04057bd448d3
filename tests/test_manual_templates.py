"""The manual on templates: its examples compile, its table of fields is the real one."""

import re

import pytest

from examples import ROOT
from office_templates import letter
from zapis.cli.app import COMMANDS
from zapis.cli.templates.fields import as_markdown
from zapis.cli.templates.group import COMMANDS as TEMPLATE_COMMANDS
from zapis.engine.templates.fields import field_tables
from zapis.render.docx.office.compiling import compile_office
from zapis.render.page_template import compile_page
from zapis.render.templating.failures import Weight

PAGE = (ROOT / "dokumentace" / "sablony.md").read_text(encoding="utf-8")
WORD = re.findall(r"(?ms)^```word\n(.*?)^```$", PAGE)
HTML = re.findall(r"(?ms)^```html\n(.*?)^```$", PAGE)
INLINE = re.findall(r"`(\{\{[^`]+\}\})`", PAGE.partition("## Všechna pole")[0])


@pytest.mark.parametrize("text", WORD)
def test_an_example_for_word_is_a_template(text: str):
    problems = compile_office(letter(*text.splitlines(), "{{p telo }}")).problems
    assert [each.message for each in problems if each.weight is not Weight.TIP] == []


@pytest.mark.parametrize("tag", sorted(set(INLINE)))
def test_every_tag_in_the_text_works(tag: str):
    around = ("{%p for ukol in ukoly %}", tag, "{%p endfor %}", "{{p telo }}")
    page = f'{{% extends "zapis.html" %}}{{% block zaznam %}}{tag}{{% endblock %}}'
    problems = compile_office(letter(*around)).problems
    if "super" in tag:
        problems = compile_page(page.encode(), lambda _path: None).problems
    assert [each.message for each in problems if each.weight is Weight.ERROR] == []


@pytest.mark.parametrize("text", HTML)
def test_an_example_of_a_page_is_a_template(text: str):
    assert compile_page(text.encode(), lambda _path: None).problems == ()


def test_the_table_of_tasks_is_a_template():
    tags = re.findall(r"`(\{[{%](?:tr)? ?[^`]+)`", PAGE.partition("**7.")[2].partition("**8.")[0])
    from docx import Document  # noqa: PLC0415 - only here

    from office_templates import save  # noqa: PLC0415 - the same

    draft = Document()
    table = draft.add_table(rows=4, cols=3)
    places = ((1, 0), (2, 0), (2, 1), (2, 2), (3, 0))
    for (row, column), tag in zip(places, tags, strict=True):
        table.rows[row].cells[column].text = tag
    draft.add_paragraph("{{p telo }}")
    assert [each.weight for each in compile_office(save(draft)).problems] in ([], [Weight.TIP] * 2)


def test_the_walk_has_ten_steps():
    assert re.findall(r"(?m)^\*\*(\d+)\. ", PAGE) == [str(step) for step in range(1, 11)]


def test_the_fields_are_those_that_the_command_prints():
    shown = PAGE.partition("<!-- pole: začátek -->\n")[2].partition("\n<!-- pole: konec -->")[0]
    assert shown.split("\n") == list(as_markdown(field_tables()))


def test_links_and_pictures_lead_to_files():
    links = re.findall(r"\]\(([^)#]+)\)", PAGE)
    assert [link for link in links if not (ROOT / "dokumentace" / link).exists()] == []


def test_commands_exist():
    lines = re.findall(r"(?m)zapis (\w+)(?: (\w+))?", PAGE)
    named = {(first, second) for first, second in lines if first in COMMANDS}
    wrong = [each for each in named if each[0] == "sablony" and each[1] not in TEMPLATE_COMMANDS]
    assert wrong == []
