"""Templates as people write them: the dialect of docxtpl, and docxtpl itself as the oracle."""

from io import BytesIO
from time import perf_counter

import pytest
from docxtpl import DocxTemplate
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from docx_reading import pack, parts_of
from zapis.render.docx.builtin import builtin_parts
from zapis.render.docx.dialect import TemplateError, has_tags, has_varying_tables, to_jinja
from zapis.render.docx.roles import complete

PLAIN = ImmutableSandboxedEnvironment(autoescape=True)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
VALUES = {
    "heading": "Zápis <č. 3> & „další“",
    "fields": [{"label": "Datum", "text": "1. 2."}, {"label": "Místo", "text": ""}],
    "names": ["Eva", "Petr"],
    "nothing": [],
}


def p(*runs: str) -> str:
    made = "".join(f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs)
    return f"<w:p>{made}</w:p>"


def tbl(*rows: tuple[str, ...]) -> str:
    made = "".join(
        f"<w:tr>{''.join(f'<w:tc><w:tcPr/>{p(cell)}</w:tc>' for cell in row)}</w:tr>"
        for row in rows
    )
    return f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid>{made}</w:tbl>{p("")}'


def document(body: str) -> str:
    return f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'


def rendered(body: str) -> str:
    source = to_jinja("word/document.xml", document(body))
    return PLAIN.from_string(source).render(VALUES)


def by_docxtpl(body: str) -> str:
    parts, _ = complete(builtin_parts() | {"word/document.xml": document(body).encode()})
    plain = {
        name: data for name, data in parts.items() if "header" not in name and "footer" not in name
    }
    relations = plain["word/_rels/document.xml.rels"].decode()
    kept = [
        line
        for line in relations.split("<Relationship ")
        if "/header" not in line and "/footer" not in line
    ]
    plain["word/_rels/document.xml.rels"] = "<Relationship ".join(kept).encode()
    types = plain["[Content_Types].xml"].decode().split("<Override ")
    plain["[Content_Types].xml"] = "<Override ".join(
        line for line in types if "/header" not in line and "/footer" not in line
    ).encode()
    template = DocxTemplate(BytesIO(pack(plain)))
    template.render(VALUES, autoescape=True)
    out = BytesIO()
    template.save(out)
    return parts_of(out.getvalue())["word/document.xml"].decode()


def words(xml: str) -> str:
    """The text with the elements that hold it, without properties and empty runs."""
    root = etree.fromstring(xml.encode())
    lines = []
    for paragraph in root.iter(f"{{{W}}}p"):
        cell = paragraph.getparent().tag.endswith("}tc")
        lines.append(("| " if cell else "") + "".join(paragraph.itertext()))
    rows = len(list(root.iter(f"{{{W}}}tr")))
    return "\n".join([f"{rows} řádků", *lines])


SAME = {
    "value": p("{{ heading }}"),
    "two values": p("a {{ heading }} b {{ names|length }}"),
    "paragraphs": p("{%p for field in fields %}")
    + p("{{ field.label }}: {{ field.text }}")
    + p("{%p endfor %}"),
    "no paragraphs": p("{%p for field in nothing %}") + p("x") + p("{%p endfor %}") + p("y"),
    "condition": p("{%p if nothing %}") + p("a") + p("{%p else %}") + p("b") + p("{%p endif %}"),
    "run condition": p("a", "{%r if names %}", "b", "{%r endif %}", "c"),
    "run beside text": p("a {%r if names %}b{%r endif %} c"),
    "rows": tbl(("{%tr for field in fields %}",), ("{{ field.label }}",), ("{%tr endfor %}",)),
    "comment": p("{#p poznámka #}") + p("a{# b #}c"),
    "split value": p("{{ hea", "ding }}", " x"),
    "split braces": p("{", "{ heading }", "}"),
    "split paragraph tag": p("{%p if na", "mes %}") + p("a") + p("{%p endif %}"),
    "typographic quotes": p("{{ names|join(“, ”) }}"),
    "escaped comparison": p("{% if names|length &gt; 1 and 1 &lt; 2 %}a{% endif %}"),
    "printed braces": p("{_{ heading }_} {_% x %_}"),
    "quotes in text": p("„{{ names[0] }}“ a “b”"),
}


@pytest.mark.parametrize("body", SAME.values(), ids=SAME.keys())
def test_templates_print_what_docxtpl_prints(body: str) -> None:
    assert words(rendered(body)) == words(by_docxtpl(body))


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("{{ names|join(„, “) }}", "Eva, Petr"),
        ("{{\N{NO-BREAK SPACE}heading\N{NO-BREAK SPACE}}}", VALUES["heading"]),
        ("{{ names|join(‚;‘) }}", "Eva;Petr"),
        ('{{ "„“" }}', "„“"),
        ("{{ nothing|join }}", ""),
    ],
)
def test_tags_as_word_leaves_them_are_understood(tag: str, expected: str) -> None:
    root = etree.fromstring(rendered(p(tag)).encode())
    assert "".join(root.itertext()) == expected


@pytest.mark.parametrize(
    "body",
    [
        p("a {{ heading"),
        p("{% if x }"),
        p("{# a"),
        p("{{ a }} {{ b"),
        p("{{ a") + p("}}"),
        p("{", "{ a"),
    ],
)
def test_a_tag_that_is_not_closed_in_its_paragraph_is_refused(body: str) -> None:
    with pytest.raises(TemplateError, match="není ve svém odstavci ukončena"):
        to_jinja("word/document.xml", document(body))


@pytest.mark.parametrize("unit", ["{{ a ", "{", "{% ", "{{p ", "{_{"])
def test_sixty_kilobytes_of_unclosed_tags_take_no_time(unit: str) -> None:
    body = p("{{ " + unit * (60_000 // len(unit)))
    start = perf_counter()
    with pytest.raises(TemplateError):
        to_jinja("word/document.xml", document(body))
    assert perf_counter() - start < 1


def test_a_part_without_tags_is_no_template() -> None:
    assert [
        has_tags(document(p(text))) for text in ("a { b }", "{{ a }}", "{% a %}", "{# a #}")
    ] == [
        False,
        True,
        True,
        True,
    ]


def test_loops_over_cells_are_known() -> None:
    tables = [
        document(tbl((cell,))) for cell in ("{%tc for a in b %}", "{{ a }}", "{% colspan 2 %}")
    ]
    assert [has_varying_tables(table) for table in tables] == [True, False, True]
