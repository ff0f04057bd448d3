"""What published lists of attacks put into forms, in every field of the view: it stays text."""

import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from docx_documents import full_view
from docx_reading import parts_of, whole_text
from html_page import Page
from office_templates import letter
from pdf_reading import needs_pdf, page_lines
from zapis.model.assets import Asset
from zapis.render.docx import render_word
from zapis.render.docx.document import render_docx
from zapis.render.docx.office.compiling import compile_office
from zapis.render.html import render_html
from zapis.render.own_page import render_own_page
from zapis.render.page_template import compile_page
from zapis.render.templating.fields import Field, Kind, Printing
from zapis.render.templating.records import RECORDS
from zapis.render.templating.vocabulary import DOCUMENT
from zapis.render.views import DocumentView

ATTACKS = (
    "<script>alert(1)</script>",
    '"><script>alert(1)</script>',
    "'><img src=x onerror=alert(1)>",
    '" autofocus onfocus=alert(1) x="',
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<body onload=alert(1)>",
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<a href="javascript:alert(1)">x</a>',
    "javascript:alert(1)",
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</textarea></noscript><script>alert(1)</script>",
    "--><script>alert(1)</script><!--",
    "]]><script>alert(1)</script>",
    "<details open ontoggle=alert(1)>",
    "<math><mtext></p><img src=x onerror=alert(1)>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<sCrIpT>alert(1)</ScRiPt>",
    "<img/src=`x`onerror=alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "＜script＞alert(1)＜/script＞",
    "\u202e<script>alert(1)</script>",
    "{{ 7*7 }}{% raw %}{# x #}",
    "{{ cycler.__init__.__globals__ }}",
    "${7*7} #{7*7} <%= 7*7 %>",
    "</w:t></w:r><w:r><w:instrText>DDEAUTO</w:instrText></w:r>",
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
    "@import url(http://x.invalid/a.css); expression(alert(1))",
    "\\22 ;} body { background: url(http://x.invalid/) } \\",
)

# Strings that steer a document and never hold what somebody wrote.
_STRUCTURE = frozenset(
    {"style", "delimiter", "aligns", "key", "kind", "role", "parts", "anchor", "href", "src"}
)
_LETTERS = re.compile(r"[^\s(),;:.]")
FULL = full_view()


def poisoned(value: Any, text: str) -> Any:  # noqa: ANN401 - a tree of anything
    """The same tree of values with every string replaced."""
    if isinstance(value, str):
        return text
    if isinstance(value, tuple):
        return tuple(poisoned(item, text) for item in value)
    if isinstance(value, Mapping):
        return MappingProxyType({key: poisoned(item, text) for key, item in value.items()})
    if not isinstance(value, Struct) or isinstance(value, Asset):
        return value
    names = [name for name in value.__struct_fields__ if name not in _STRUCTURE]
    return replace(value, **{name: poisoned(getattr(value, name), text) for name in names})


def harmless(attack: str) -> str:
    """A text of the same shape, of which nobody could be afraid."""
    return _LETTERS.sub("x", attack)


def skeleton(html: str) -> list[tuple[str, list[str]]]:
    page = Page(html)
    assert page.faults == []
    return [(element.tag, sorted(element.attributes)) for element in page.elements]


def elements(data: bytes) -> dict[str, list[str]]:
    """The elements of every part of a document of Word, which must be well-formed."""
    parts = {
        name: part for name, part in parts_of(data).items() if name.endswith((".xml", ".rels"))
    }
    return {
        name: [str(each.tag) for each in etree.fromstring(part).iter()]
        for name, part in parts.items()
    }


def folded(text: str) -> str:
    return re.sub(r"[\s\u202e]", "", text)


def both(attack: str) -> tuple[DocumentView, DocumentView]:
    return poisoned(FULL, attack), poisoned(FULL, harmless(attack))


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_page_has_the_elements_that_it_has_with_harmless_words(attack: str):
    hostile, plain = map(render_html, both(attack))
    told = folded(Page(hostile).find("body")[0].text).count(folded(attack))
    assert (skeleton(hostile), told > len(DocumentView.__struct_fields__)) == (
        skeleton(plain),
        True,
    )


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_document_of_word_has_the_elements_that_it_has_with_harmless_words(attack: str):
    hostile, plain = map(render_word, both(attack))
    told = folded(whole_text(hostile)).count(folded(attack))
    assert (elements(hostile), told > len(DocumentView.__struct_fields__)) == (
        elements(plain),
        True,
    )


def tag(name: str, field: Field) -> str:
    """What prints a field, or walks through it."""
    if field.kind in (Kind.LIST, Kind.RECORD) and field.item in RECORDS:
        inside = "".join(tag(f"x.{each.name}", each) for each in RECORDS[field.item].fields)
        walked = f"[{name}]" if field.kind is Kind.RECORD else name
        return f"{{%p for x in {walked} %}}\n{inside}{{%p endfor %}}\n"
    if field.kind is Kind.OWN:
        return f"{{{{ {name}.spis }}}}\n"
    if field.printed is Printing.NOT:
        return f"{{% if {name} %}}x{{% endif %}}\n"
    return f"{field.printed.value} {name} }}}}\n"


TAGS = "".join(tag(field.name, field) for field in DOCUMENT)


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_template_of_ones_own_prints_every_field_as_text(attack: str):
    compiled = compile_office(letter(*TAGS.splitlines(), header="{{ nazev }} {{ udaje.spis }}"))
    assert compiled.template is not None, compiled.problems
    hostile, plain = (render_docx(view, compiled.template) for view in both(attack))
    told = folded(whole_text(hostile)).count(folded(attack))
    assert (elements(hostile), told > len(DOCUMENT)) == (elements(plain), True)


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_page_of_ones_own_prints_every_field_as_text(attack: str):
    tags = re.sub(r"\{([{%])(?:p|r) ", r"{\1 ", TAGS).replace("{{ cely_zapis }}", "")
    page = f'{{% extends "zapis.html" %}}{{% block zaznam %}}{tags}{{% endblock %}}'
    compiled = compile_page(page.encode(), lambda _path: None)
    assert compiled.template is not None, compiled.problems
    hostile, plain = (render_own_page(view, compiled.template) for view in both(attack))
    told = folded(Page(hostile).find("body")[0].text).count(folded(attack))
    assert (skeleton(hostile), told > len(DOCUMENT)) == (skeleton(plain), True)


@needs_pdf
@pytest.mark.parametrize("attack", [ATTACKS[1], ATTACKS[11], ATTACKS[24]])
def test_a_pdf_prints_every_field_as_text(attack: str):
    lines = "".join("".join(page) for page in page_lines(poisoned(FULL, attack)))
    assert folded(lines).count(folded(attack)) > len(DocumentView.__struct_fields__)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="není zapis[overeni]")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        pytest.skip("není Chromium")
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        # Without the policy of the page, so that nothing but escaping keeps scripts out.
        yield opened.new_context(bypass_csp=True, offline=True)
        opened.close()


def test_nothing_runs_in_a_browser(browser: Any, tmp_path: Path):  # noqa: ANN401 - a browser
    ran: list[str] = []
    asked: list[str] = []
    tab = browser.new_page()
    tab.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
    tab.on("request", lambda request: asked.append(request.url))
    for number, attack in enumerate(ATTACKS):
        path = tmp_path / f"{number}.html"
        path.write_text(render_html(poisoned(FULL, attack)), encoding="utf-8")
        tab.goto(path.as_uri())
    tab.close()
    strange = [url for url in asked if not url.startswith(("file:", "data:"))]
    assert (ran, strange, len(asked) >= len(ATTACKS)) == ([], [], True)
