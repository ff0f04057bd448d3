"""Templates of offices: other names, other styles, own parts; and what they may not do."""

from pathlib import Path

import pytest
from markupsafe import Markup
from msgspec.structs import replace

from docx_documents import EMPTY_VIEW, bullets, full_view, numbered, par, text, with_blocks
from docx_reading import W, audit, paragraphs, parse_all, parts_of, texts, xml_of
from zapis.body import Footnote, Heading, Paragraph, Quote
from zapis.inline import FootnoteRef
from zapis.render.docx import render_word
from zapis.render.docx.builtin import builtin_parts, builtin_template
from zapis.render.docx.dialect import TemplateError
from zapis.render.docx.document import render_docx
from zapis.render.docx.properties import APP_XML
from zapis.render.docx.roles import complete
from zapis.render.docx.styles import STYLE_NAMES, Style, read_styles
from zapis.render.docx.template import WordTemplate, compile_template

W_NAMESPACE = W[1:-1]


def template(body: str, **others: str) -> WordTemplate:
    parts = builtin_parts()
    section = parts["word/document.xml"].decode().partition("<w:sectPr>")
    parts["word/document.xml"] = (
        f'<w:document xmlns:w="{W_NAMESPACE}" xmlns:r="http://schemas.openxmlformats.org/'
        f'officeDocument/2006/relationships"><w:body>{body}<w:sectPr>{section[2]}'
    ).encode()
    parts |= {name.replace("__", "/") + ".xml": text.encode() for name, text in others.items()}
    return compile_template(parts)


def p(tag: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{tag}</w:t></w:r></w:p>'


def test_the_built_in_template_has_every_style_of_the_writer() -> None:
    styles = builtin_template().styles
    assert {style: found.id for style, found in styles.items()} == {
        style: style.value for style in Style
    }


def test_every_style_has_a_name() -> None:
    assert set(STYLE_NAMES) == set(Style)


def test_styles_are_found_by_their_names() -> None:
    xml = (
        '<w:styles><w:style w:type="paragraph" w:styleId="Nadpis2"><w:name w:val="heading 2"/>'
        '</w:style><w:style w:type="paragraph" w:styleId="Citt"><w:name w:val="Quote"/><w:pPr>'
        '<w:pBdr><w:left w:val="single" w:sz="4" w:space="3" w:color="auto"/></w:pBdr>'
        '<w:ind w:left="700"/></w:pPr></w:style></w:styles>'
    )
    styles = read_styles(xml)
    quote = styles[Style.QUOTE]
    assert (
        styles[Style.HEADING_2].id,
        quote.id,
        quote.left,
        'w:space="13"' in quote.bar.moved(200),
    ) == (
        "Nadpis2",
        "Citt",
        700,
        True,
    )


def test_documents_use_the_identifiers_of_the_template() -> None:
    parts = builtin_parts()
    styles = parts["word/styles.xml"].replace(b'w:styleId="Heading2"', b'w:styleId="Nadpis2"')
    made = render_docx(
        with_blocks(Heading(2, text("a"))), compile_template(parts | {"word/styles.xml": styles})
    )
    assert [q.style for q in paragraphs(made) if q.text == "a"] == ["Nadpis2"]


def test_a_template_may_print_any_part_of_the_view(tmp_path: Path) -> None:
    made = template(
        p("{{p telo }}")
        + p("{%p for oddil in oddily %}")
        + p("{{ oddil.cislo }} {{ oddil.nazev }}")
        + p("{{p oddil.telo }}")
        + p("{%p endfor %}")
        + p("{{ zastupci }} {{ none_of_it|default('nic') }} {{ ukoly|length }}")
    )
    view = with_blocks(par("a"), bullets("b"), on_behalf=("Eva", "Petr"))
    data = render_docx(view, made)
    assert (texts(data), audit(data, tmp_path)) == (
        ["Bod", "a", "b", "1 Bod", "a", "b", "Eva, Petr nic 0"],
        [],
    )


def test_values_in_tags_of_the_template_are_escaped() -> None:
    data = render_docx(replace(EMPTY_VIEW, heading="<w:p/> & {{ 1 }}"), template(p("{{ nadpis }}")))
    assert texts(data) == ["<w:p/> & {{ 1 }}"]


def test_own_numbering_and_footnotes_of_a_template_stay(tmp_path: Path) -> None:
    numbering = (
        f'<w:numbering xmlns:w="{W_NAMESPACE}"><w:abstractNum w:abstractNumId="4"><w:lvl '
        'w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1"/>'
        '<w:lvlJc w:val="left"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId '
        'w:val="4"/></w:num></w:numbering>'
    )
    own = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr></w:p>'
        '<w:p><w:r><w:footnoteReference w:id="5"/></w:r></w:p>'
    )
    parts = complete_parts(own + p("{{p telo }}"))
    parts["word/numbering.xml"] = numbering.encode()
    notes = (
        parts["word/footnotes.xml"]
        .decode()
        .replace(
            "</w:footnotes>",
            f'<w:footnote w:id="5">{p("{{ nadpis }}")}</w:footnote></w:footnotes>',
        )
    )
    parts["word/footnotes.xml"] = notes.encode()
    view = with_blocks(
        Paragraph((FootnoteRef(1),)),
        numbered("a", numbers=(3,)),
        footnotes=(Footnote(1, (par("pozn."),)),),
    )
    data = render_docx(view, compile_template(parts))
    notes_read = xml_of(data, "word/footnotes.xml")
    keys = [note.get(f"{W}id") for note in notes_read.iter(f"{W}footnote")]
    assert (
        [q.number for q in paragraphs(data) if q.number],
        keys,
        texts(data, "word/footnotes.xml"),
        audit(data, tmp_path),
    ) == (["1", "1.", "3."], ["-1", "0", "5", "6"], ["Zápis", " pozn."], [])


def complete_parts(body: str) -> dict[str, bytes]:
    parts, _ = complete(builtin_parts())
    section = parts["word/document.xml"].decode().partition("<w:sectPr>")
    parts["word/document.xml"] = (
        f'<w:document xmlns:w="{W_NAMESPACE}" xmlns:r="http://schemas.openxmlformats.org/'
        f'officeDocument/2006/relationships"><w:body>{body}<w:sectPr>{section[2]}'
    ).encode()
    return parts


def test_a_finished_document_can_be_a_template_again() -> None:
    first = parts_of(render_word(full_view()))
    body = first["word/document.xml"].decode().replace("<w:body>", f"<w:body>{p('{{p telo }}')}", 1)
    again = render_docx(full_view(), compile_template(first | {"word/document.xml": body.encode()}))
    old, new = ({n for n in parts if "media" in n} for parts in (first, parts_of(again)))
    assert (parse_all(again) > 12, old - new, len(new - old)) == (True, set(), 3)


def test_a_part_without_namespace_for_relationships_gets_it() -> None:
    parts = builtin_parts()
    text_ = parts["word/header1.xml"].decode()
    start, _, end = text_.partition(' xmlns:r="')
    parts["word/header1.xml"] = (start + end.partition('"')[2]).encode()
    assert parse_all(render_docx(full_view(), compile_template(parts))) > 12


def test_pictures_fit_the_page_of_the_template() -> None:
    parts = builtin_parts()
    narrow = parts["word/document.xml"].replace(b'w:w="11906"', b'w:w="8391"')
    page = compile_template(parts | {"word/document.xml": narrow}).page
    assert (page.width, page.height) == (8391 - 2 * 1417, 16838 - 2 * 1417)


@pytest.mark.parametrize(
    "tag",
    [
        "{{ nadpis.__class__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ _zapis._write }}",
        "{{ radky.__init__ }}",
    ],
)
def test_python_is_out_of_reach(tag: str) -> None:
    with pytest.raises(TemplateError):
        template(p(tag))


@pytest.mark.parametrize(
    "tag", ["{{ heading }}", "{{ radky.x }}", "{{ range(9) }}", "{{ lipsum() }}"]
)
def test_unknown_names_are_errors(tag: str) -> None:
    with pytest.raises(TemplateError):
        template(p(tag))


@pytest.mark.parametrize(
    "tag", ["{{ a b }}", "{% if %}", "{% endfor %}", "{{ a|safe }}", "{{ a|attr('b') }}"]
)
def test_tags_that_cannot_be_understood_are_refused(tag: str) -> None:
    with pytest.raises(TemplateError):
        template(p(tag))


@pytest.mark.parametrize("parts", [{}, {"[Content_Types].xml": b"<Types/>"}, {"a": b"x"}])
def test_what_is_no_word_document_is_refused(parts: dict[str, bytes]) -> None:
    with pytest.raises(TemplateError, match="není dokumentem Wordu"):
        compile_template(parts)


def test_tags_in_the_properties_of_a_template_are_never_run() -> None:
    parts = complete_parts(p("{{ nadpis }}"))
    parts["docProps/core.xml"] = parts["docProps/core.xml"].replace(
        b"<dc:title>", b"<dc:title>{{ 7*7 }}"
    )
    core = parts_of(render_docx(EMPTY_VIEW, compile_template(parts)))["docProps/core.xml"].decode()
    assert ("49" in core, "{{" in core, Markup("<dc:title>Zápis</dc:title>") in core) == (
        False,
        False,
        True,
    )


def test_a_document_says_that_zapis_made_it_whatever_made_the_template() -> None:
    parts = complete(builtin_parts())[0]
    other = b"<Properties><Application>Microsoft Office Word</Application></Properties>"
    made = render_docx(EMPTY_VIEW, compile_template(parts | {"docProps/app.xml": other}))
    assert parts_of(made)["docProps/app.xml"] == APP_XML.encode()


def test_quotes_are_complete_in_a_template_without_their_style() -> None:
    parts = builtin_parts()
    styles = parts["word/styles.xml"].replace(b'w:val="Quote"', b'w:val="Jiny"')
    data = render_docx(
        with_blocks(Quote((par("a"),))), compile_template(parts | {"word/styles.xml": styles})
    )
    assert texts(data)[-1] == "a"
