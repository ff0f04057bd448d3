"""Any text in any field of a task survives every export, and no export runs it."""

import csv
import io
import json
import re
from itertools import pairwise
from urllib.parse import quote

import icalendar
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from openpyxl import load_workbook

from export_cases import PATH, TODAY, row, table_of
from html_page import Page
from zapis.czech.typography import typeset
from zapis.export.csv_text import defuse
from zapis.export.formats import export
from zapis.export.table import TaskTable
from zapis.export.wording import one_line
from zapis.tasks.query import TaskRow
from zapis.tasks.tracker import Statement

MARKUP = st.sampled_from(
    (
        *("=1+1", "@A", "-", "+", "＝", '"', "'", ";", ",", "\\", "|", "<b>", "</td>", "&amp;"),
        *("]", "[x](y)", "{{ x }}", "{% raw %}", "\r\n", "\n", "\t", "\u2028", "\x85", "\x00"),
        *("*", "_", "`", "#", "~", "$", "_x0041_", "<r>", "</r>", "BEGIN:VTODO", "--"),
        *("\u202e", "😀", "ř"),
    )
)
TEXT = st.lists(st.one_of(MARKUP, st.text(max_size=6)), max_size=6).map("".join)
FIELDS = st.tuples(TEXT, TEXT, TEXT, TEXT)
MANY = settings(max_examples=100, deadline=None)
FEW = settings(max_examples=40, deadline=None)  # reading a workbook back takes its time


def task(fields: tuple[str, str, str, str]) -> TaskRow:
    """A task with these texts as sentence, assignee, series and note."""
    sentence, name, series, note = fields
    said = (Statement(TODAY, note=note),)
    return row(1, sentence, name, section=series, later=said)


def table(fields: tuple[str, str, str, str], organization: str = "") -> TaskTable:
    return table_of(task(fields), organization=organization, filters=(organization,))


@MANY
@given(FIELDS, TEXT)
def test_json_keeps_every_character(fields: tuple[str, str, str, str], organization: str):
    read = json.loads(export("json", table(fields, organization)))
    (own,) = read["tasks"]
    assert (
        read["organization"],
        own["sentence"],
        own["assignees"],
        own["series"],
        own["note"],
    ) == (
        organization,
        fields[0],
        [fields[1]],
        fields[2],
        {"date": "2026-04-13", "text": fields[3]},
    )


@MANY
@given(FIELDS)
def test_csv_keeps_the_words_and_has_no_formula(fields: tuple[str, str, str, str]):
    text = export("csv", table(fields)).decode("utf-8-sig")
    head, line = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    cells = dict(zip(head, line, strict=True))
    formulas = [cell for cell in line if re.match(r"[\s\"„“‘’]*[=+@＝＋－＠-]|[\t\r\n]", cell)]
    assert (formulas, cells["Úkol"], cells["Zodpovídá"], cells["Jednání"]) == (
        [],
        *(defuse(one_line(text)) for text in fields[:3]),
    )


@FEW
@given(FIELDS, TEXT)
def test_a_workbook_keeps_the_words_as_text(fields: tuple[str, str, str, str], organization: str):
    book = load_workbook(io.BytesIO(export("xlsx", table(fields, organization))))
    head, line = list(book["Úkoly"].iter_rows())[-2:]
    cells = {cell.value: own for cell, own in zip(head, line, strict=True)}
    kinds = {cell.data_type for sheet in book for own in sheet.iter_rows() for cell in own}
    found = [str(cells[name].value or "") for name in ("Úkol", "Zodpovídá", "Jednání")]
    assert (kinds <= {"s", "n", "d"}, [text.strip() for text in found]) == (
        True,
        [one_line(text) for text in fields[:3]],
    )


@MANY
@given(FIELDS, TEXT)
def test_a_calendar_keeps_the_words(fields: tuple[str, str, str, str], organization: str):
    data = export("ics", table(fields, organization))
    calendar = icalendar.Calendar.from_ical(data)
    (todo,) = calendar.walk("VTODO")
    lines = str(todo["DESCRIPTION"]).split("\n")
    name, note = one_line(fields[1]), one_line(fields[3])
    said = [f"Zodpovídá: {name}"] if name else []
    assert (str(todo["SUMMARY"]), lines, max(map(len, data.split(b"\r\n"))) <= 75) == (
        one_line(fields[0]),
        [*said, f"Poznámka: 13. 4. 2026: {note}".rstrip(), "Číslo úkolu: BC-2026-01-23/1"],
        True,
    )


@MANY
@given(FIELDS, TEXT)
def test_a_page_keeps_the_words_and_gains_no_element(
    fields: tuple[str, str, str, str], organization: str
):
    page = Page(export("html", table(fields, organization)).decode())
    usual = Page(export("html", table(("a", "b", "c", "d"), "e")).decode())
    (sentence,) = [cell for cell in page.find("th") if cell.attributes["scope"] == "row"]
    names = one_line(fields[1]) or "nepřiděleno"
    assert (page.faults, shape(page), page.words("td", "kdo")) == ([], shape(usual), [names])
    assert (
        sentence.text
        == f"{typeset(one_line(fields[0]))} {typeset(f'13. 4. 2026: {one_line(fields[3])}')}"
    )


def shape(page: Page) -> list[str]:
    """The tags, without those of what may be empty."""
    optional = {"organizace"}
    elements = [own for own in page.elements if own.attributes.get("class") not in optional]
    return [element.tag for element in elements if element.tag != "em"]


@MANY
@given(FIELDS)
def test_markdown_keeps_the_words(fields: tuple[str, str, str, str]):
    tokens = MarkdownIt().enable("table").parse(export("md", table(fields)).decode())
    cells = [
        "".join(child.content for child in token.children or ())
        for before, token in pairwise(tokens)
        if before.type == "td_open"
    ]
    note = " ".join(f"13. 4. 2026: {one_line(fields[3])}".split())
    sentence = f"{one_line(fields[0])} – {note}".strip()
    assert cells[1:4] == [sentence, one_line(fields[1]) or "nepřiděleno", one_line(fields[2])]


@MANY
@given(TEXT)
def test_a_link_is_one_link_in_every_export(link: str):
    links = {PATH: quote(link)}
    made = table_of(row(1, "Úkol"), links=links)
    tokens = MarkdownIt().enable("table").parse(export("md", made).decode())
    found = [
        str(child.attrs["href"])
        for token in tokens
        for child in token.children or ()
        if "href" in child.attrs
    ]
    own = json.loads(export("json", made))["tasks"][0]["document"]
    page = [own.attributes["href"] for own in Page(export("html", made).decode()).find("a")][1:]
    load_workbook(io.BytesIO(export("xlsx", made)))
    assert (found, page) == ([own] if own else [], [own] if own else [])
