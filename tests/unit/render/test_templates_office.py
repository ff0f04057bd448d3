"""Office templates of Word: their look stays, their tags work however Word has cut them."""

import re
import subprocess
import sys
from collections import Counter
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from lxml import etree
from msgspec.structs import replace

from command_line import environment
from docx_documents import EMPTY_VIEW, bullets, full_view, numbered, png, with_blocks
from docx_reading import W, audit, pack, paragraphs, parse_all, parts_of, texts, xml_of
from office_templates import OFFICES, letter, municipality, save
from zapis.render.docx import render_word
from zapis.render.docx.builtin import builtin_file
from zapis.render.docx.document import render_docx
from zapis.render.docx.office.compiling import compile_office
from zapis.render.templating.failures import Weight
from zapis.render.views import DocumentView

FULL = full_view()
FINISHED = replace(FULL, mark="", notice="")
RECORD = "{{p telo }}"


def made(data: bytes, view: DocumentView = FULL) -> bytes:
    compiled = compile_office(data)
    assert compiled.template is not None, compiled.problems
    return render_docx(view, compiled.template)


def printed(*lines: str, view: DocumentView = EMPTY_VIEW) -> list[str]:
    """The paragraphs of a document by a letterhead with these lines."""
    return texts(made(letter(*lines), view))


def runs(*pieces: str) -> bytes:
    """A letterhead whose only paragraph is cut into runs."""
    draft = Document()
    paragraph = draft.add_paragraph()
    for piece in pieces:
        paragraph.add_run(piece)
    return save(draft)


def problems(data: bytes) -> list[str]:
    return [each.message for each in compile_office(data).problems if each.weight is Weight.ERROR]


@pytest.mark.parametrize("name", OFFICES)
@pytest.mark.parametrize("view", [FULL, EMPTY_VIEW], ids=["full", "empty"])
def test_documents_by_foreign_templates_are_flawless(name: str, view: DocumentView, tmp_path: Path):
    assert audit(made(OFFICES[name](), view), tmp_path) == []


@pytest.mark.parametrize("name", OFFICES)
def test_the_same_template_and_view_give_the_same_bytes(name: str):
    data = OFFICES[name]()
    compile_office.cache_clear()
    first = made(data)
    compile_office.cache_clear()
    assert made(data) == first


@pytest.mark.parametrize("name", OFFICES)
def test_page_header_and_pictures_of_a_foreign_template_stay(name: str):
    data = OFFICES[name]()
    document = made(data)
    before, after = (xml_of(each).find(f".//{W}body/{W}sectPr") for each in (data, document))
    assert before is not None
    assert after is not None
    own, kept = parts_of(data), parts_of(document)
    media = {key: value for key, value in own.items() if "/media/" in key}
    assert (
        [dict(each.attrib) for each in after],
        {key: kept.get(key) for key in media},
    ) == ([dict(each.attrib) for each in before], media)


@pytest.mark.parametrize("name", OFFICES)
def test_styles_of_a_foreign_template_stay_as_they_are(name: str):
    data = OFFICES[name]()
    before, after = (_styles(each) for each in (data, made(data)))
    changed = {key for key, xml in before.items() if after.get(key) != xml}
    assert changed == set()


def _styles(data: bytes) -> dict[str, str]:
    root = xml_of(data, "word/styles.xml")
    for style in root.iter(f"{W}style"):
        for element in (style, *style.iter()):
            for key in [key for key in element.attrib if "rsid" in key]:
                del element.attrib[key]
        for noise in style.findall(f"{W}rsid"):
            style.remove(noise)
    return {
        str(style.get(f"{W}styleId")): etree.tostring(style, method="c14n").decode()
        for style in root.iter(f"{W}style")
    }


def test_a_template_of_libreoffice_gives_what_word_can_read(tmp_path: Path):
    document = made(municipality())
    numbers = [p.number for p in paragraphs(document) if p.style == "Nadpis1" and p.number]
    found = audit(document, tmp_path)
    assert (numbers, found) == (["1.", "2.", "3.", "5."], [])


def test_pictures_and_rows_as_libreoffice_writes_them_are_put_right():
    draft = Document()
    table = draft.add_table(rows=4, cols=1)
    texts_ = ("Úkol", "{%tr for u in ukoly %}", "{{ u.text }}", "{%tr endfor %}")
    for row, text in zip(table.rows, texts_, strict=True):
        row.cells[0].text = text
    table.rows[0]._tr.get_or_add_trPr().append(  # noqa: SLF001 - there is no other way
        etree.fromstring(f'<w:tblHeader xmlns:w="{W[1:-1]}" w:val="true"/>')
    )
    for _ in range(2):
        shape = '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="shape_0"/>'
        picture = etree.fromstring(f'<w:pict xmlns:w="{W[1:-1]}">{shape}</w:pict>')
        draft.add_paragraph(RECORD).add_run()._r.append(picture)  # noqa: SLF001 - the same
        draft.paragraphs[-1].runs[0].text = "Znak"
    document = xml_of(made(save(draft)))
    keys = [each.get("id") for each in document.iter("{urn:schemas-microsoft-com:vml}shape")]
    heads = [each.attrib for each in document.iter(f"{W}tblHeader")]
    assert (keys, heads) == (["shape_0", "shape_0_1"], [{}])


def test_headings_without_a_number_get_none_from_a_numbered_style():
    document = made(municipality())
    (last,) = [
        p for p in xml_of(document).iter(f"{W}p") if "".join(map(str, p.itertext())) == "Různé"
    ]
    key = last.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val")
    numbering = xml_of(document, "word/numbering.xml")
    num = next(n for n in numbering.iter(f"{W}num") if n.get(f"{W}numId") == key)
    kind = num.find(f"{W}abstractNumId").get(f"{W}val")
    formats = {
        level.find(f"{W}numFmt").get(f"{W}val")
        for each in numbering.iter(f"{W}abstractNum")
        if each.get(f"{W}abstractNumId") == kind
        for level in each.iter(f"{W}lvl")
    }
    assert formats == {"none"}


def test_nobody_who_made_the_template_is_named_in_documents():
    parts = parts_of(made(OFFICES["mesto"]()))
    assert [name for name, data in parts.items() if b"Tajn" in data] == []


def test_the_first_page_of_the_town_differs_and_the_header_is_filled():
    document = made(OFFICES["mesto"](), FINISHED)
    headers = {
        name: " ".join(texts(document, name)) for name in parts_of(document) if "/header" in name
    }
    assert sorted(headers.values()) == sorted(
        [
            f"{FULL.footer_text} – {FULL.organization}",
            "\t\t MĚSTO DOLNÍ LHOTA",
            *([""] * (len(headers) - 2)),
        ]
    )


def test_lists_look_as_those_of_the_template():
    view = with_blocks(bullets("a", ("b", bullets("c"))[0]), numbered("d", "e"))
    read = [(p.number, p.text) for p in paragraphs(made(OFFICES["skola"](), view)) if p.number]
    assert [item for item in read if item[1] in "abde"] == [
        *(("—", "a"), ("—", "b"), ("1)", "d"), ("2)", "e"))
    ]


def test_lists_stand_where_those_of_the_template_do():
    """Those with letters like those with numbers; deeper levels, of which it says nothing, not."""
    letters = numbered("f", style="alpha")
    document = made(OFFICES["skola"](), with_blocks(bullets("a"), numbered("d"), letters))
    added = Counter(indents_of(document, 0)) - Counter(indents_of(OFFICES["skola"](), 0))
    headings, nothing = ("567", "567"), ("0", "")
    assert set(added) == {("360", "360"), headings, nothing}
    shown = xml_of(document).iter(f"{W}p")
    listed = [p for p in shown if p.find(f"{W}pPr/{W}numPr") is not None]
    assert [p for p in listed if p.find(f"{W}pPr/{W}ind") is not None] == []


def indents_of(document: bytes, level: int) -> list[tuple[str, str]]:
    """Left and hanging indents of a level of all lists."""
    levels = xml_of(document, "word/numbering.xml").iter(f"{W}lvl")
    found = [lvl.find(f"{W}pPr/{W}ind") for lvl in levels if lvl.get(f"{W}ilvl") == str(level)]
    return [(i.get(f"{W}left", ""), i.get(f"{W}hanging", "")) for i in found if i is not None]


def test_rows_above_a_loop_are_headings_of_the_table():
    table = xml_of(made(OFFICES["skola"]())).findall(f".//{W}tbl")[-1]
    heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.findall(f"{W}tr")]
    assert heads == [True, *([False] * len(FULL.tasks))]


def test_a_first_page_without_a_header_says_it_above_the_text():
    draft = Document()
    draft.sections[0].different_first_page_header_footer = True
    draft.sections[0].header.paragraphs[0].text = "{{ stav }} {{ upozorneni }}"
    draft.add_paragraph(RECORD)
    assert texts(made(save(draft)))[0] == f"{FULL.mark} · {FULL.notice}"


def test_rows_of_a_loop_are_not_broken_between_pages():
    table = xml_of(made(OFFICES["skola"]())).findall(f".//{W}tbl")[-1]
    whole = [row.find(f"{W}trPr/{W}cantSplit") is not None for row in table.findall(f"{W}tr")]
    assert whole == [True] * (1 + len(FULL.tasks))


def test_a_heading_above_a_loop_and_its_row_of_headings_stay_with_the_first_row():
    kept = [
        "".join(each.itertext())
        for each in xml_of(made(OFFICES["skola"]())).iter(f"{W}p")
        if each.find(f"{W}pPr/{W}keepNext") is not None
    ]
    assert kept[-5:] == ["Úkoly", "Č.", "Úkol", "Kdo", "Do kdy"]


def test_contents_are_filled_in_and_lead_to_headings():
    document = made(OFFICES["skola"]())
    root = xml_of(document)
    links = [
        (str(link.get(f"{W}anchor")), "".join(map(str, link.itertext())))
        for p in root.iter(f"{W}p")
        if (p.find(f"{W}pPr/{W}pStyle") is not None)
        and p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "TOC1"
        for link in p.iter(f"{W}hyperlink")
    ]
    marks = {str(mark.get(f"{W}name")) for mark in root.iter(f"{W}bookmarkStart")}
    assert [text for _, text in links][1:4] == [
        "1. Výsledky analýzy",
        "2. Rozpočet a usnesení",
        "3. Úkoly",
    ]
    assert {anchor for anchor, _ in links} - marks == set()


def test_word_asks_about_no_fields():
    draft = Document()
    draft.add_paragraph(RECORD)
    settings = draft.settings.element
    settings.append(settings.makeelement(f"{W}updateFields", {f"{W}val": "true"}))
    parts = parts_of(made(save(draft)))
    found = [name for name, data in parts.items() if b"updateFields" in data or b"w:dirty" in data]
    assert found == []


def test_a_field_of_contents_is_replaced_by_lines_of_the_record():
    draft = Document()
    first = draft.add_paragraph()
    last = draft.add_paragraph("Starý obsah 7")
    for paragraph, kind in ((first, "begin"), (first, "TOC"), (first, "separate"), (last, "end")):
        run = paragraph.add_run()._r  # noqa: SLF001 - there is no other way to a field
        tag = "instrText" if kind == "TOC" else "fldChar"
        mark = run.makeelement(f"{W}{tag}", {})
        if kind == "TOC":
            mark.text = ' TOC \\o "1-2" \\h '
        else:
            mark.set(f"{W}fldCharType", kind)
        run.append(mark)
    draft.add_paragraph(RECORD)
    shown = texts(made(save(draft), FINISHED))
    assert (shown[0], any("Starý obsah" in text for text in shown)) == (
        "1. Výsledky analýzy",
        False,
    )


@pytest.mark.parametrize(
    "pieces",
    [
        ("{{ nadpis }}",),
        ("{", "{ nadpis }", "}"),
        ("{{ nad", "pis ", "}}"),
        ("{{", " ", "nadpis", " ", "}}"),
        ("{{\N{NO-BREAK SPACE}nadpis\N{NO-BREAK SPACE}}}",),
        ("{{ nad\N{SOFT HYPHEN}pis\u200b }}",),
        ("{{ nadpis|default(„nic“) }}",),
        ("{{ nadpis or ‚nic‘ }}",),
        ("{{ Nadpis }}",),
        ("{{\tnadpis\n}}",),
    ],
)
def test_tags_work_however_word_has_cut_them(pieces: tuple[str, ...]):
    assert texts(made(runs("", *pieces), EMPTY_VIEW))[0] == "Zápis"


def test_text_beside_cut_tags_stays_where_it_was():
    data = runs("a{{ na", "dpis }}b{{", " nad", "pis }}c", "{{ nadpis }}", "d")
    assert texts(made(data, EMPTY_VIEW))[0] == "aZápisbZápiscZápisd"


def test_names_work_with_diacritics():
    view = replace(EMPTY_VIEW, next_meeting="zítra")
    assert (
        printed("{% if příští_jednání %}{{ Příští_jednání }}{% endif %}", view=view)[0] == "zítra"
    )


def test_formatting_of_a_run_stays_with_its_tag():
    draft = Document()
    draft.add_paragraph().add_run("{{ nadpis }}").bold = True
    run = xml_of(made(save(draft), EMPTY_VIEW)).find(f".//{W}body/{W}p/{W}r")
    assert run is not None
    assert run.find(f"{W}rPr/{W}b") is not None


def test_runs_beside_a_run_tag_are_kept():
    shown = printed("před {%r if nadpis %}ano{%r endif %} za")
    assert shown[0] == "před ano za"


def test_conditions_and_loops_over_paragraphs_rows_and_cells():
    draft = Document()
    for line in ("{%p for jmeno in zahlavi %}", "{{ loop.index }} {{ jmeno }}", "{%p endfor %}"):
        draft.add_paragraph(line)
    table = draft.add_table(rows=1, cols=3)
    cells = ("{%tc for jmeno in zahlavi %}", "{{ jmeno }}", "{%tc endfor %}")
    for cell, text in zip(table.rows[0].cells, cells, strict=True):
        cell.text = text
    shown = texts(made(save(draft), FINISHED))
    names = FULL.publicity.header
    assert shown == [*(f"{n} {name}" for n, name in enumerate(names, 1)), *names]


def test_a_footnote_of_the_template_is_filled(tmp_path: Path):
    document = made(letter(RECORD))
    parts = parts_of(document)
    body = '<w:p><w:r><w:footnoteReference w:id="90"/></w:r></w:p>'
    note = '<w:footnote w:id="90"><w:p><w:r><w:t>{{ nadpis }}</w:t></w:r></w:p></w:footnote>'
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        b"<w:body>", f"<w:body>{body}".encode()
    )
    parts["word/footnotes.xml"] = parts["word/footnotes.xml"].replace(
        b"</w:footnotes>", f"{note}</w:footnotes>".encode()
    )
    again = made(pack(parts), EMPTY_VIEW)
    assert (texts(again, "word/footnotes.xml")[-1], audit(again, tmp_path)) == ("Zápis", [])


def test_hostile_text_in_every_field_stays_text():
    words = "{{ 7*7 }} {% raw %} <w:p/> & „}}“ \x00obsah\x00"
    view = replace(
        FULL,
        heading=words,
        footer_text=words,
        organization=words,
        tasks=tuple(replace(task, sentence=words, assignees=words) for task in FULL.tasks),
        next_meeting=words,
    )
    lines = (
        "{{ nadpis }}",
        "{{ organizace }}",
        "{%p for u in ukoly %}",
        "{{ u.text }}",
        "{%p endfor %}",
    )
    document = made(letter(*lines, RECORD, header="{{ nazev }}"), view)
    shown = words.replace("\x00", "\ufffd")
    assert (
        texts(document)[0],
        texts(document, "word/header1.xml")[0],
        parse_all(document) > 8,
    ) == (
        shown,
        shown,
        True,
    )


@pytest.mark.parametrize(
    ("line", "message", "cure"),
    [
        ("{{ nazef }}", "pole „nazef“ neexistuje", "{{ nazev }}"),
        ("{{ pritomny }}", "pole „pritomny“ neexistuje", "{{ pritomni }}"),
        ("{{ ukoly.termin }}", "pole „ukoly“ je seznam a „termin“ nemá", None),
        (
            "{% for u in ukoly %}{{ u.termim }}{% endfor %}",
            "„termim“ není mezi poli záznamu úkol",
            "termin",
        ),
        ("{{ telo }}", "„telo“ (odstavce) nejde vypsat značkou „{{“", None),
        ("{{p nazev }}", "„nazev“ (text) nejde vypsat značkou „{{p“", "{{ nazev }}"),
        ("{{ ukoly }}", "„ukoly“ nejde vypsat celé, vypište jeho pole", None),
        ("{{ nazev|uper }}", "filtr „uper“ neexistuje", "upper"),
        ("{{ nazev", "značka „{{ nazev“ není ve svém odstavci ukončena", "doplňte }} nebo %}"),
        ("{% for u in ukoly %}x", "cyklus „{% for u in ukoly %}“ nemá konec", "{% endfor %}"),
        ("x{% endif %}", "značka „{% endif %}“ nemá, k čemu by patřila", None),
        (
            "Text {{p telo }}",
            "text „Text“ vedle značky „{{p telo }}“ by zmizel, značka stojí za celý odstavec",
            None,
        ),
        (
            "{%p if nazev %}{%p endif %}",
            "značky „{%p if nazev %}“ a „{%p endif %}“ stojí spolu",
            None,
        ),
        ("{% p if nazev %}", "mezi „{%“ a „p“ je mezera", "napište „{%p“ dohromady"),
        ("{% For u in ukoly %}", "příkaz „For“ má velké písmeno", "for"),
        ("{{ nazev – 1 }}", "znak „–“ do značky nepatří", None),
        ("{%tr if nazev %}", "značka „{%tr if nazev %}“ stojí mimo řádek tabulky", None),
    ],
)
def test_a_mistake_is_named_with_its_paragraph_and_cure(line: str, message: str, cure: str | None):
    found = compile_office(letter("Dobrý odstavec", line, RECORD)).problems[0]
    assert (found.message, found.place, found.part) == (message, line, "text")
    assert cure is None or found.cure == cure


def test_a_mistake_in_a_header_names_the_header():
    found = compile_office(letter(RECORD, header="{{ organizac }}")).problems[0]
    assert (found.part, found.place, found.cure) == (
        "záhlaví",
        "{{ organizac }}",
        "{{ organizace }}",
    )


def test_all_mistakes_of_a_part_are_told_at_once():
    told = problems(letter("{{ aaa }}", "{{ bbb }}", "{{ nazev }}{{ ccc }}"))
    assert told == [f"pole „{name}“ neexistuje" for name in ("aaa", "bbb", "ccc")]


def test_a_loop_that_ends_in_another_paragraph_is_named():
    told = compile_office(letter("{% for u in ukoly %}", "{% endfor %}")).problems[0]
    assert "nejsou na stejné úrovni" in told.message
    assert "{%p … %}" in told.cure


def test_percent_and_brace_are_no_trouble_in_paragraph_tags():
    shown = printed("{%p if {'a': 7 % 4}['a'] == 3 %}", "ano", "{%p endif %}")
    assert shown[0] == "ano"


def test_what_docxtpl_reads_wrongly_is_named():
    lines = ("{% colspan 2 %}", "{%p if 7 % 4 %}", "x", "{%p endif %}")
    assert problems(letter(*lines)) == ["značka „{%p if 7 % 4 %}“ nesmí obsahovat znaky } a %"]


def test_text_and_pictures_beside_a_row_tag_are_named():
    draft = Document()
    table = draft.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "{%tr if nazev %}", "důležité"
    assert problems(save(draft))[0].startswith("text „důležité“ vedle značky")


def test_a_paragraph_that_ends_a_section_of_pages_is_not_taken_away():
    draft = Document()
    draft.add_paragraph("{%p if nazev %}")
    draft.add_section()
    draft.add_paragraph("{%p endif %}")
    first = draft.paragraphs[0]._p  # noqa: SLF001 - there is no other way to a section's end
    section = draft.element.body.find(f".//{W}p/{W}pPr/{W}sectPr")
    first.get_or_add_pPr().append(section)
    assert "kterým končí oddíl" in problems(save(draft))[0]


def test_a_template_without_the_record_is_doubted():
    found = compile_office(letter("{{ nazev }}")).problems
    assert [each.message for each in found if each.weight is Weight.WARNING] == [
        "šablona nikde nevypisuje záznam jednání"
    ]


def test_pictures_without_words_are_doubted():
    draft = Document()
    draft.add_picture(BytesIO(png()))
    draft.add_paragraph(RECORD)
    told = [each.message for each in compile_office(save(draft)).problems]
    assert [text for text in told if "nemá popis" in text] == [
        "obrázek „Picture 1“ nemá popis pro nevidomé"
    ]


def test_headings_that_a_template_lacks_follow_its_colour_and_size():
    draft = Document()
    for level in range(2, 7):
        style = draft.styles[f"Heading {level}"]
        style.element.getparent().remove(style.element)
    draft.add_paragraph(RECORD)
    root = xml_of(made(save(draft)), "word/styles.xml")
    found = next(
        style
        for style in root.iter(f"{W}style")
        if style.find(f"{W}name").get(f"{W}val") == "heading 2"
    )
    own = next(s for s in root.iter(f"{W}style") if s.get(f"{W}styleId") == "Heading1")
    colors = [style.find(f"{W}rPr/{W}color").get(f"{W}val") for style in (found, own)]
    assert colors[0] == colors[1]


def test_documents_are_czech_whatever_the_template_was():
    root = xml_of(made(letter(RECORD)), "word/styles.xml")
    assert root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang").get(f"{W}val") == "cs-CZ"


def test_tracked_changes_are_accepted_and_comments_left_out():
    data = letter(RECORD)
    parts = parts_of(data)
    change = (
        '<w:p><w:ins w:id="1" w:author="Jana Tajná"><w:r><w:t>nové</w:t></w:r></w:ins>'
        '<w:del w:id="2" w:author="Jana Tajná"><w:r><w:delText>staré</w:delText></w:r></w:del>'
        "</w:p>"
    )
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        b"<w:body>", f"<w:body>{change}".encode()
    )
    document = made(pack(parts), EMPTY_VIEW)
    assert (texts(document)[0], b"Tajn" in parts_of(document)["word/document.xml"]) == (
        "nové",
        False,
    )


@pytest.mark.parametrize("view", [FULL, EMPTY_VIEW], ids=["full", "empty"])
def test_a_copy_of_the_built_in_template_says_what_the_built_in_one_says(view: DocumentView):
    copy = made(builtin_file(), view)
    told = [texts(document) for document in (render_word(view), copy)]
    assert told[0] == told[1]


def test_the_whole_record_says_what_the_built_in_template_says():
    whole = texts(made(letter("{{p cely_zapis }}")))
    own = texts(render_word(FULL))
    first = own.index(next(text for text in own if text.startswith("Datum a čas")))
    assert whole == own[first:]


@pytest.mark.parametrize("name", ["vbaProject.bin", "macroEnabled"])
def test_macros_are_refused(name: str):
    parts = parts_of(letter(RECORD))
    if name == "macroEnabled":
        types = parts["[Content_Types].xml"].replace(
            b"openxmlformats-officedocument.wordprocessingml.document.main", b"macroEnabled.main"
        )
        parts["[Content_Types].xml"] = types
    else:
        parts[f"word/{name}"] = b"x"
    assert problems(pack(parts)) == ["soubor obsahuje makra"]


def related(kind: str, target: str, mode: str = ' TargetMode="External"') -> bytes:
    parts = parts_of(letter(RECORD))
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    added = f'<Relationship Id="x1" Type="{base}/{kind}" Target="{target}"{mode}/></Relationships>'
    name = "word/_rels/document.xml.rels"
    parts[name] = parts[name].replace(b"</Relationships>", added.encode())
    return pack(parts)


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("image", "https://example.cz/a.png"),
        ("image", "file:///c:/a.png"),
        ("oleObject", "https://example.cz"),
        ("hyperlink", "file://server/share"),
        ("hyperlink", "javascript:alert(1)"),
        ("subDocument", "a.docx"),
    ],
)
def test_what_would_be_fetched_from_outside_is_refused(kind: str, target: str):
    assert len(problems(related(kind, target))) == 1


def test_a_link_for_readers_stays():
    parts = parts_of(made(related("hyperlink", "https://example.cz/"), EMPTY_VIEW))
    assert b"https://example.cz/" in parts["word/_rels/document.xml.rels"]


def test_the_path_of_the_template_of_a_template_is_left_out():
    parts = parts_of(made(related("attachedTemplate", "file:///c:/Users/tajny/a.dotx"), EMPTY_VIEW))
    assert [name for name, data in parts.items() if b"tajny" in data] == []


BILLION = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1 or chr(0)};".replace(chr(0), "") * 10}">' for n in range(1, 9)
)


@pytest.mark.parametrize(
    "start",
    [
        BILLION + "]>",
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a SYSTEM "https://example.cz/a.dtd">',
    ],
)
@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "[Content_Types].xml"])
def test_entities_are_refused(start: str, part: str):
    parts = parts_of(letter(RECORD))
    parts[part] = re.sub(rb"^(<\?xml[^>]*>)?", start.encode(), parts[part], count=1)
    assert len(problems(pack(parts))) == 1


@pytest.mark.parametrize("encoding", ["utf-16", "utf-7", "windows-1250"])
def test_other_encodings_are_refused(encoding: str):
    parts = parts_of(letter(RECORD))
    text = parts["word/document.xml"].decode().partition("?>")[2]
    declared = f'<?xml version="1.0" encoding="{encoding}"?>{text}'
    parts["word/document.xml"] = declared.encode("utf-16" if encoding == "utf-16" else "utf-8")
    assert "není v kódování UTF-8" in problems(pack(parts))[0]


def test_a_bomb_of_zip_is_refused():
    parts = parts_of(letter(RECORD)) | {"word/media/a.png": bytes(90_000_000)}
    assert problems(pack(parts)) == ["soubor je po rozbalení příliš velký"]


def test_a_bomb_of_text_is_refused():
    parts = parts_of(letter(RECORD))
    parts["word/document.xml"] += b" " * 9_000_000
    assert problems(pack(parts)) == ["text šablony je příliš dlouhý"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04",
        b"\xd0\xcf\x11\xe0" + bytes(600),
        b"nic",
        letter(RECORD)[:2000],
        pack({"a.txt": b"x"}),
        pack({"[Content_Types].xml": b"<Types/>", "_rels/.rels": b"<Relationships/>"}),
    ],
)
def test_what_is_no_document_of_word_is_refused(data: bytes):
    assert len(problems(data)) == 1


def test_deep_xml_is_refused():
    parts = parts_of(letter(RECORD))
    deep = b"<w:p>" * 5000 + b"</w:p>" * 5000
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:body>", b"<w:body>" + deep)
    assert len(problems(pack(parts))) == 1


def test_tags_where_word_keeps_no_text_are_named():
    parts = parts_of(OFFICES["mesto"]())
    name = next(name for name, data in parts.items() if b"docPr" in data and "header" in name)
    parts[name] = parts[name].replace(b'descr="Logo 1"', b'descr="{{ nazev }}"')
    assert problems(pack(parts)) == ["značka „{{ nazev }}“ není v obyčejném textu"]


def test_cells_and_headers_that_tags_leave_empty_get_a_paragraph(tmp_path: Path):
    draft = Document()
    draft.sections[0].header.paragraphs[0].text = "{{p program }}"
    table = draft.add_table(rows=1, cols=1)
    table.rows[0].cells[0].text = "{{p prilohy }}"
    draft.add_paragraph(RECORD)
    assert audit(made(save(draft), EMPTY_VIEW), tmp_path) == []


def test_pictures_fit_the_cell_of_the_record():
    wide = [e for e in xml_of(made(OFFICES["spolek"]())).iter() if str(e.tag).endswith("}extent")]
    assert max(int(str(each.get("cx"))) for each in wide) <= 13 * 360_000


def test_templates_of_offices_do_without_the_library_of_the_dialect():
    code = (
        "import sys, office_templates as o, docx_documents as d;"
        "from zapis.render.docx.office.compiling import compile_office as c;"
        "from zapis.render.docx.document import render_docx as r;"
        "[r(d.full_view(), c(make()).template) for make in o.OFFICES.values()];"
        "sys.exit('docxtpl' in sys.modules)"
    )
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", code], cwd=Path(__file__).parents[2], env=environment(), check=False
    )
    assert done.returncode == 0


def test_a_draft_and_what_is_not_for_everybody_say_so_whatever_the_template_prints():
    shown = texts(made(letter(RECORD, header="Úřad")), "word/header1.xml")
    assert shown == ["Úřad", f"{FULL.mark} · {FULL.notice}"]


def test_a_template_without_headers_says_it_above_the_text():
    assert texts(made(municipality()))[0] == f"{FULL.mark} · {FULL.notice}"


def test_what_a_template_prints_itself_is_not_added():
    header = "{{ stav }} {{ upozorneni }}"
    shown = texts(made(letter(RECORD, header=header)), "word/header1.xml")
    assert shown == [f"{FULL.mark} {FULL.notice}"]


def test_the_first_page_says_it_where_only_the_header_of_the_later_ones_does():
    draft = Document()
    draft.sections[0].different_first_page_header_footer = True
    draft.sections[0].first_page_header.paragraphs[0].text = "Úřad"
    draft.sections[0].header.paragraphs[0].text = "{{ stav }} {{ upozorneni }}"
    draft.add_paragraph(RECORD)
    data = made(save(draft))
    headers = [name for name in parts_of(data) if name.startswith("word/header")]
    assert sorted(texts(data, name) for name in headers) == [
        [f"{FULL.mark} {FULL.notice}"],
        ["Úřad", f"{FULL.mark} · {FULL.notice}"],
    ]


def test_the_state_of_a_task_is_not_that_of_the_document():
    lines = ("{% for u in ukoly %}{{ u.stav }}{% endfor %}", RECORD)
    shown = texts(made(letter(*lines)), "word/header1.xml")
    assert shown[-1] == f"{FULL.mark} · {FULL.notice}"
