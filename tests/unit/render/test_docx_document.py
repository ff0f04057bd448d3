"""Whole Word documents: valid, complete, always the same bytes."""

import os
import re
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from msgspec import Struct
from msgspec.structs import replace

from docx_documents import EMPTY_VIEW, NBSP, full_view, par, typical_view, with_blocks
from docx_reading import W, audit, pack, paragraphs, parse_all, parts_of, texts, whole_text, xml_of
from zapis.body import Paragraph
from zapis.inline import Text
from zapis.render.docx import render_word
from zapis.render.docx.builtin import builtin_parts, builtin_template
from zapis.render.docx.document import render_docx
from zapis.render.docx.roles import complete
from zapis.render.views import DocumentView

HOSTILE = "{{ 7*7 }} {% raw %} {%p endfor %} {{r x }} {# #} ]]> <w:p> & \" ' {_{"


@pytest.mark.parametrize(
    "view", [EMPTY_VIEW, typical_view(), full_view()], ids=["empty", "typical", "full"]
)
def test_the_validator_finds_nothing(view: DocumentView, tmp_path: Path) -> None:
    assert audit(render_word(view), tmp_path) == []


def test_the_template_itself_is_a_valid_word_file(tmp_path: Path) -> None:
    assert audit(pack(complete(builtin_parts())[0]), tmp_path) == []


def test_every_part_is_well_formed() -> None:
    assert parse_all(render_word(full_view())) > 12


def test_two_documents_of_one_view_are_the_same_bytes() -> None:
    assert render_word(full_view()) == render_word(full_view())


def run_elsewhere(code: str, **environment: str) -> str:
    """What a piece of Python prints in a process of its own."""
    paths = os.pathsep.join(path for path in sys.path if path)
    done = subprocess.run(  # noqa: S603  (the code stands below)
        [sys.executable, "-c", code],
        env={"PYTHONPATH": paths, **environment},
        capture_output=True,
        check=True,
        text=True,
    )
    return done.stdout


def test_another_process_makes_the_same_bytes() -> None:
    code = (
        "import hashlib; from docx_documents import full_view;"
        "from zapis.render.docx import render_word;"
        "print(hashlib.sha256(render_word(full_view())).hexdigest())"
    )
    prague = run_elsewhere(code, PYTHONHASHSEED="1", TZ="Europe/Prague")
    assert prague == run_elsewhere(code, PYTHONHASHSEED="2", TZ="Asia/Tokyo")


def test_a_document_needs_neither_docxtpl_nor_lxml() -> None:
    code = (
        "import sys; from docx_documents import full_view;"
        "from zapis.render.docx import render_word; render_word(full_view());"
        "print(sorted({'docx', 'docxtpl', 'lxml'} & set(sys.modules)))"
    )
    assert run_elsewhere(code) == "[]\n"


def test_content_types_come_first_and_all_dates_are_fixed() -> None:
    with zipfile.ZipFile(BytesIO(render_word(full_view()))) as archive:
        names, dates = archive.namelist(), {info.date_time for info in archive.infolist()}
    assert (names[0], names[1:] == sorted(names[1:]), dates) == (
        "[Content_Types].xml",
        True,
        {(1980, 1, 1, 0, 0, 0)},
    )


def test_every_identifier_that_is_used_is_defined() -> None:
    data = render_word(full_view())
    missing = set()
    for name in parts_of(data):
        if not re.match(r"word/\w+\.xml$", name):
            continue
        folder, _, file = name.rpartition("/")
        rels = parts_of(data).get(f"{folder}/_rels/{file}.rels", b"").decode()
        used = re.findall(r'r:(?:id|embed)="([^"]+)"', parts_of(data)[name].decode())
        missing |= {key for key in used if f'Id="{key}"' not in rels}
    assert missing == set()


def test_every_style_that_is_used_is_defined() -> None:
    data = render_word(full_view())
    styles = set(re.findall(r'w:styleId="([^"]+)"', parts_of(data)["word/styles.xml"].decode()))
    used = set()
    for name in ("document", "footnotes", "header1", "header2", "footer1", "footer2"):
        text = parts_of(data)[f"word/{name}.xml"].decode()
        used |= set(re.findall(r'<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"', text))
    assert used - styles == set()


def test_bookmarks_and_drawings_have_identifiers_of_their_own() -> None:
    document = xml_of(render_word(full_view()))
    names = [mark.get(f"{W}name") for mark in document.iter(f"{W}bookmarkStart")]
    keys = [mark.get(f"{W}id") for mark in document.iter(f"{W}bookmarkStart")]
    goals = {link.get(f"{W}anchor") for link in document.iter(f"{W}hyperlink")} - {None}
    drawings = [node.get("id") for node in document.iter() if node.tag.endswith("}docPr")]
    assert (
        len(names) == len(set(names)),
        len(keys) == len(set(keys)),
        goals - set(names),
        len(drawings) == len(set(drawings)),
    ) == (True, True, set(), True)


def _hostile(value: object) -> object:
    """The value with every text in it replaced, but for what the view uses as keys."""
    if isinstance(value, str):
        return HOSTILE
    if isinstance(value, tuple):
        return tuple(map(_hostile, value))
    if isinstance(value, Struct):
        keep = {
            "key",
            "anchor",
            "style",
            "delimiter",
            "src",
            "assets",
            "data",
            "span",
            "aligns",
            "parts",
            "kind",
            "href",
        }
        changes = {
            name: _hostile(getattr(value, name))
            for name in value.__struct_fields__
            if name not in keep
        }
        return replace(value, **changes)
    return value


def test_text_in_every_field_stays_text(tmp_path: Path) -> None:
    view = _hostile(full_view())
    assert isinstance(view, DocumentView)
    data = render_word(view)
    printed = whole_text(data)
    core = xml_of(data, "docProps/core.xml")
    assert (audit(data, tmp_path), printed.count(HOSTILE) > 100, "49" in printed, core[0].text) == (
        [],
        True,
        False,
        HOSTILE,
    )


def test_characters_that_xml_forbids_are_replaced() -> None:
    view = with_blocks(par("a\x00b\x0bc\ud800d\uffffe"), title="\x01", heading="\x02")
    data = render_word(view)
    assert (parse_all(data) > 10, texts(data)) == (
        True,
        ["\ufffd", "Bod", "a\ufffdb\ufffdc\ufffdd\ufffde"],
    )


def test_line_ends_and_tabs_of_a_field_are_printed_as_such() -> None:
    view = replace(EMPTY_VIEW, heading="Zápis\nz porady\tč. 3\r\nkonec")
    assert texts(render_word(view)) == ["Zápis\nz porady\tč. 3\nkonec"]


def test_the_parts_of_a_document_stand_in_the_order_of_the_view() -> None:
    view = replace(full_view(), parts=("signatures", "tasks", "fields"))
    shown = [
        text for text in texts(render_word(view)) if re.match("Zapsala|Přehled|Datum|1$", text)
    ]
    assert [text.partition(":")[0] for text in shown] == [
        "Zapsala",
        "Přehled úkolů",
        "1",
        "Datum a čas",
    ]


def test_the_head_tells_numbers_draft_mark_title_and_fields() -> None:
    shown = texts(render_word(full_view()))
    assert shown[:5] == [
        f"Č. j.: MUHB/12/26{NBSP * 4}KONCEPT{NBSP}",
        "Zápis",
        "z jednání pracovní skupiny Bezpečná čtvrť",
        "v rámci projektu „Společné plánování sítě“ (CZ.03.2.63/0.0/0.0/16_063/0000000)",
        "Datum a čas:\t23. ledna 2026, 9.00–11.30",
    ]


def test_what_stands_behind_a_label_too_long_for_its_column_begins_a_line() -> None:
    view = full_view()
    fields = tuple(
        replace(view.fields[1], label=label, text="ano")
        for label in ("Způsob jednání", "Způsob jednání a hlasování")
    )
    shown = texts(render_word(replace(view, fields=fields)))
    assert [text for text in shown if text.endswith("ano")] == [
        "Způsob jednání:\tano",
        "Způsob jednání a hlasování:\nano",
    ]


def test_dots_follow_a_name_that_reaches_into_their_column() -> None:
    view = full_view()
    names = ("Jana Malá", "Mgr. Bohuslava Konstantinovičová")
    signatures = tuple(replace(view.signatures[0], name=name, on="", line=True) for name in names)
    made = render_word(replace(view, signatures=signatures))
    shown = [p.text for p in paragraphs(made) if p.style == "ZapisPodpis"][:2]
    assert [text.count("\t") for text in shown] == [3, 2]


def test_attendance_is_counted_and_long_lists_have_a_line_for_each() -> None:
    shown = [
        text
        for text in texts(render_word(full_view()))
        if re.match(r"(Přít|Oml|Host|Zast).*\t", text)
    ]
    assert [text.count("\n") for text in shown] == [6, 0, 0, 0]
    assert [text.partition("\t")[0] for text in shown] == [
        "Přítomni (7):",
        "Omluveni (2):",
        "Hosté:",
        "Zastupitelé (21):",
    ]


def test_sections_are_headings_with_real_numbers() -> None:
    headings = [p for p in paragraphs(render_word(full_view())) if p.style == "Heading1"]
    assert [(p.number, p.text) for p in headings] == [
        ("1.", "Výsledky analýzy"),
        ("2.", "Rozpočet a usnesení"),
        ("3.", "Úkoly"),
        ("5.", "Karty aktivit"),
        ("", "Různé"),
        ("", "Přehled úkolů"),
    ]


def test_the_agenda_keeps_its_numbers_and_leads_to_the_record() -> None:
    document = render_word(full_view())
    items = [p for p in paragraphs(document) if p.style == "ListParagraph"][:4]
    assert [(p.number, p.text) for p in items] == [
        ("1.", "Výsledky analýzy – Mgr. Eva Horáková (9.00)"),
        ("2.", "Rozpočet a usnesení"),
        ("4.", "Prodej pozemku – staženo"),
        ("5.", "Karty aktivit"),
    ]


def test_every_page_says_draft_notice_and_number() -> None:
    data = render_word(full_view())
    assert (texts(data, "word/header1.xml")[-1], texts(data, "word/footer1.xml")[-1]) == (
        "Město Horní Bělá\tKONCEPT · Úplné znění – neurčeno ke zveřejnění",
        "Zápis z jednání PS Bezpečná čtvrť, 23. 1. 2026\tStrana 1 z\N{NO-BREAK SPACE}1",
    )


def test_the_table_of_tasks_has_a_header_row_and_a_row_for_each() -> None:
    table = xml_of(render_word(full_view())).findall(f".//{W}tbl")[-1]
    rows = [
        [" ".join(cell.itertext()).strip() for cell in row.iter(f"{W}tc")]
        for row in table.iter(f"{W}tr")
    ]
    header = table.find(f"{W}tr/{W}trPr/{W}tblHeader")
    assert (rows[0], rows[3], len(rows), header is not None) == (
        ["Č.", "Úkol", "Zodpovídá", "Termín", "Stav"],
        ["3", "předá téma školám", "–", "–", "otevřeno"],
        5,
        True,
    )


def test_signatures_share_a_label_and_get_a_line_where_they_need_one() -> None:
    view = full_view()
    verifiers = tuple(replace(s, label="Ověřovatelé") for s in view.signatures[1:])
    view = replace(view, signatures=(view.signatures[0], *verifiers))
    shown = [p.text for p in paragraphs(render_word(view)) if p.style == "ZapisPodpis"]
    assert shown == [
        "Zapsala:\tJana Malá, dne\N{NO-BREAK SPACE}26. 1. 2026",
        "Ověřovatelé:\tPetr Cháb \t\t",
        "\tNikol Drábková \t\t",
        "Za PS BČ:\tMgr. Eva Horáková, manažerka\nIng. Markéta Hégrová, Ph.D., kontaktní osoba",
    ]


def test_title_and_language_are_told_and_no_date_or_person() -> None:
    core = xml_of(render_word(full_view()), "docProps/core.xml")
    styles = parts_of(render_word(EMPTY_VIEW))["word/styles.xml"].decode()
    assert (
        [(node.tag.rpartition("}")[2], node.text) for node in core],
        'w:lang w:val="cs-CZ"' in styles,
    ) == (
        [
            ("title", "Zápis z jednání pracovní skupiny Bezpečná čtvrť, 23. 1. 2026"),
            ("creator", "Město Horní Bělá"),
            ("language", "cs-CZ"),
        ],
        True,
    )


def test_runs_of_the_template_are_not_filled_twice() -> None:
    view = replace(EMPTY_VIEW, heading="{{ organization }}", organization="Úřad")
    assert texts(render_docx(view, builtin_template())) == ["{{ organization }}"]


def test_an_untitled_section_is_printed_without_a_heading() -> None:
    view = with_blocks(Paragraph((Text("Slova."),)))
    section = replace(view.sections[0], number=None, title=())
    data = render_word(replace(view, sections=(section,)))
    assert [p.text for p in paragraphs(data) if p.text] == ["Zápis", "Slova."]
