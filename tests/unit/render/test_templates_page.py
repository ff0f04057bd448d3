"""Pages of one's own: they extend the built-in one, and say nothing that it does not."""

import re

import pytest
from msgspec.structs import replace

from docx_documents import EMPTY_VIEW, full_view
from html_page import Page
from zapis.render.html import render_html
from zapis.render.own_page import render_own_page
from zapis.render.page_template import compile_page
from zapis.render.templates import find_templates
from zapis.render.templating.failures import TemplateFailure
from zapis.render.views import DocumentView

FULL = full_view()
BASE = '{% extends "zapis.html" %}'


def page(text: str, view: DocumentView = FULL, **files: str) -> str:
    def read(path: str) -> bytes | None:
        found = files.get(path.removeprefix("sablony/").replace(".", "_"))
        return None if found is None else found.encode()

    compiled = compile_page(text.encode(), read)
    assert compiled.template is not None, compiled.problems
    return render_own_page(view, compiled.template)


def block(content: str, name: str = "zaznam") -> str:
    return f"{BASE}{{% block {name} %}}{content}{{% endblock %}}"


def problem(text: str) -> tuple[str, str]:
    (found,) = compile_page(text.encode(), lambda _path: None).problems
    return found.message, found.part


@pytest.mark.parametrize("view", [FULL, EMPTY_VIEW], ids=["full", "empty"])
def test_a_template_that_changes_nothing_gives_the_built_in_page(view: DocumentView):
    assert page(BASE, view) == render_html(view)


def test_the_copy_to_begin_with_adds_nothing_but_its_style():
    text = (find_templates() / "vzor.html").read_text(encoding="utf-8")
    made = page(text)
    style = made[made.rindex("<style>") : made.rindex("</style>") + len("</style>")]
    words = [re.sub(r"\s+", " ", each) for each in (made.replace(style, ""), render_html(FULL))]
    assert words[0] == words[1]


@pytest.mark.parametrize(
    "name", ["vlastni_styl", "styl", "uvod", "zahlavi", "titul", "zaznam", "zapati"]
)
def test_every_block_can_be_added_to(name: str):
    made = page(block(f"{{{{ super() }}}}<!-- {name} -->", name))
    assert made.replace(f"<!-- {name} -->", "") == render_html(FULL)


def test_fields_have_the_same_names_as_in_word():
    made = page(block("<p id='a'>{{ nazev }} | {{ pritomni.pocet }} | {{ Příští_jednání }}</p>"))
    words = f"{FULL.footer_text} | {FULL.attendance[0].count} | {FULL.next_meeting}"
    assert f"<p id='a'>{words}</p>" in made


def test_the_record_and_lists_are_printed_as_html():
    made = page(block("{{ telo }}{{ program }}{{ prilohy }}{{ loga_zahlavi }}{{ obsah }}"))
    built_in = Page(render_html(FULL))
    own = Page(made)
    assert [h for h in own.find("h2") if h in built_in.find("h2")] != []
    assert ('<li value="4">Prodej pozemku</li>' in made, made.count("<img") >= 1) == (True, True)


def test_reviews_stand_under_the_heading_of_their_section():
    section = replace(FULL.sections[1], reviews=FULL.reviews)
    view = replace(FULL, sections=(section,))
    made = page(block("{% for oddil in oddily %}{{ oddil.telo }}{% endfor %}"), view)
    assert ("Obvolat organizace" in made, "odpovědělo všech devět" in made) == (True, True)


def test_a_page_cannot_leave_out_that_it_is_not_for_everybody():
    text = BASE + "".join(
        f"{{% block {name} %}}{{% endblock %}}" for name in ("zahlavi", "titul", "zaznam", "zapati")
    )
    assert f'<p class="upozorneni">{FULL.notice}</p>' in page(text)


def test_texts_are_escaped():
    view = replace(FULL, footer_text="<b>{{ 1 }}</b> & „x“")
    assert "&lt;b&gt;{{ 1 }}&lt;/b&gt; &amp; „x“" in page(block("{{ nazev }}"), view)


def test_files_of_the_folder_may_be_included():
    made = page(block('<style>{% include "mesto.css" %}</style>', "vlastni_styl"), mesto_css="p {}")
    assert "<style>p {}</style>" in made


def test_a_file_of_the_folder_may_not_take_the_place_of_a_built_in_one():
    assert page(BASE, zapis_html="x", zapis_css="y") == render_html(FULL)


@pytest.mark.parametrize(
    ("text", "message", "part"),
    [
        ("<p>{{ nazev }}</p>", "šablona nezačíná vestavěnou stránkou", ""),
        (block("\n{{ nazef }}"), "pole „nazef“ neexistuje", "řádek 2"),
        (block("{{ view.title }}"), "pole „view“ neexistuje", "řádek 1"),
        (block("{{ ukoly }}"), "„ukoly“ nejde vypsat celé, vypište jeho pole", "řádek 1"),
        (block("{% for u in ukoly %}"), "chybí značka „endfor“", "řádek 1"),
        (block("{{ nazev"), "ve značce je „{“ tam, kde má být konec značky }}", "řádek 1"),
    ],
)
def test_a_mistake_is_named_with_its_line(text: str, message: str, part: str):
    assert problem(text) == (message, part)


def test_a_mistake_in_an_included_file_names_the_file():
    compiled = compile_page(
        block('{% include "cast.html" %}').encode(), lambda _path: b"\n\n{{ nazef }}"
    )
    assert [(each.message, each.part) for each in compiled.problems] == [
        ("pole „nazef“ neexistuje", "cast.html, řádek 3")
    ]


def test_an_included_file_may_run_nothing_either():
    compiled = compile_page(
        block('{% include "cast.html" %}').encode(), lambda _path: b"<script>a()</script>"
    )
    assert len(compiled.problems) == 1


def test_a_file_that_includes_itself_ends():
    compiled = compile_page(
        block('{% include "cast.html" %}').encode(), lambda _path: b'{% include "cast.html" %}'
    )
    assert compiled.template is not None
    with pytest.raises(TemplateFailure):
        render_own_page(FULL, compiled.template)


@pytest.mark.parametrize("data", [b"\xff\xfe<\x00", b"x" * 600_000])
def test_what_is_no_page_is_refused(data: bytes):
    assert len(compile_page(data, lambda _path: None).problems) == 1
