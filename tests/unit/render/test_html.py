"""The HTML page: its frame, every kind of block, and text that wants to be markup."""

import pytest
from msgspec import Struct
from msgspec.structs import replace

from html_page import Page
from meetings import ASSETS, COUNCIL, WORKING_GROUP, bullets, words
from zapis.body import (
    Block,
    Card,
    CardField,
    Conclusion,
    Directive,
    FieldLabel,
    Group,
    Heading,
    List,
    ListItem,
    Paragraph,
    RawTask,
    Resolution,
    Rule,
    Schedule,
    Table,
)
from zapis.inline import (
    Code,
    Emphasis,
    Image,
    Inline,
    LineBreak,
    Link,
    Marked,
    Strikethrough,
    Strong,
    Text,
)
from zapis.model.meeting import Meeting, Section
from zapis.render.environment import quote_css
from zapis.render.html import render_html
from zapis.render.view import make_view
from zapis.source import MappedText, Span

_MEETINGS = pytest.mark.parametrize("meeting", [WORKING_GROUP, COUNCIL, Meeting("", "a.md")])


def _html(meeting: Meeting) -> str:
    return render_html(make_view(meeting, assets=ASSETS, link_base="../../zapisy/"))


def _page(meeting: Meeting) -> Page:
    return Page(_html(meeting))


def _record(*blocks: Block) -> str:
    """The HTML of blocks in a section without a heading."""
    html = _html(Meeting("", "a.md", sections=(Section((), blocks),)))
    return html.partition('id="cast_1">\n')[2].partition("\n</div>\n</main>")[0]


def _inline(*nodes: Inline) -> str:
    return _record(Paragraph(nodes)).removeprefix("<p>").removesuffix("</p>")


@_MEETINGS
def test_tags_nest(meeting: Meeting):
    assert _page(meeting).faults == []


@_MEETINGS
def test_one_main_heading_and_no_skipped_level(meeting: Meeting):
    page = _page(meeting)
    assert (page.levels[:1], page.levels.count(1), page.skipped_levels) == ([1], 1, [])


@_MEETINGS
def test_ids_are_unique_and_every_reference_finds_one(meeting: Meeting):
    page = _page(meeting)
    assert (len(page.ids) - len(set(page.ids)), page.dead_references) == (0, set())


@_MEETINGS
def test_page_needs_nothing_from_outside_and_no_script(meeting: Meeting):
    page = _page(meeting)
    sources = {image.attributes["src"].partition(",")[0] for image in page.find("img")}
    fetching = [e.tag for e in page.elements if e.tag in ("script", "link", "iframe", "object")]
    styles = page.find("style")[0].text
    fetching += [word for word in ("url(", "@import") if word in styles]
    assert (fetching, sources - {"data:image/svg+xml;base64"}) == ([], set())


@_MEETINGS
def test_page_is_small(meeting: Meeting):
    assert len(_html(meeting).encode()) < 60_000


@_MEETINGS
def test_same_meeting_gives_the_same_page(meeting: Meeting):
    assert _html(meeting) == _html(meeting)


def test_frame_has_language_title_skip_link_and_landmarks():
    page = _page(WORKING_GROUP)
    skip = page.find("a")[0].attributes["href"]
    landmarks = [e.tag for e in page.elements if e.tag in ("header", "main", "footer", "nav")]
    assert (page.find("html")[0].attributes["lang"], page.words("title"), skip, landmarks) == (
        "cs",
        ["Zápis z jednání pracovní skupiny Bezpečná čtvrť, 23. ledna 2026"],
        "#zapis",
        ["header", "main", "footer"],
    )


def test_long_minutes_have_a_table_of_contents():
    page = _page(COUNCIL)
    assert page.words("nav") == [
        "Obsah 1. Bod 1 2. Bod 2 3. Bod 3 4. Bod 4 5. Bod 5 6. Bod 6",
    ]


def test_title_block_has_mark_number_and_project():
    page = _page(WORKING_GROUP)
    assert (page.words("h1"), page.words("div", "oznaceni"), page.words("p", "projekt")) == (
        ["Zápis z jednání pracovní skupiny Bezpečná čtvrť"],
        ["KONCEPT Č. j.: MUHB/12/26"],
        ["v rámci projektu „Společné plánování sítě služeb“ (CZ.03.2.63/0.0/0.0/16_063/0000000)"],
    )


def test_header_lines_and_attendance():
    page = _page(WORKING_GROUP)
    pairs = zip(page.words("dt"), page.words("dd"), strict=False)
    lines = [f"{label} {text}" for label, text in pairs]
    assert lines[:6] == [
        "Datum a čas: 23. ledna 2026, 9.00–11.30",
        "Místo konání: Komunitní dům Lípa, Modrá 5",
        "Vaše značka: –",
        (
            "Přítomni (2): Mgr. Eva Horáková, Ph.D. (Centrum Most – terén), manažerka"
            " Petr Cháb (Kotva, z. s.) (od 9.40)"
        ),
        "Omluveni (1): Ing. Ivan Dvořák – nemoc",
        "Hosté: dle prezenční listiny",
    ]


def test_agenda_is_printed_only_where_it_was_written():
    items = [_page(meeting).words("section", "program") for meeting in (WORKING_GROUP, COUNCIL)]
    points = " ".join(f"Bod {number}" for number in range(1, 7))
    withdrawn = "Stěhování archivu – Ing. Nový (8.20) – staženo"
    assert items == [[], [f"Program {points} {withdrawn}"]]


def test_sections_are_numbered():
    headings = _page(WORKING_GROUP).words("h2")
    assert headings == ["1. Výsledky analýzy", "2. Úkoly", "Přehled úkolů", "Poznámky"]


def test_headings_of_groups_cards_and_the_author_stand_below_their_section():
    page = _page(WORKING_GROUP)
    deeper = [(e.tag, e.words) for e in page.elements if e.tag in ("h3", "h4", "h5")]
    assert deeper == [
        ("h3", "Most + magistrát"),
        ("h3", "2.1.2 Krizové lůžko"),
        ("h3", "Náklady"),
        ("h4", "Podrobně"),
    ]


def test_tasks_stand_in_the_text_with_fields_number_and_state():
    page = _page(WORKING_GROUP)
    tasks = [e for e in page.elements if "ukol" in e.attributes.get("class", "").split()]
    assert [(e.attributes.get("id"), e.words) for e in tasks] == [
        ("ukol_1", "Zaslat nápady → Eva Horáková, Petr Cháb; do 20. 3. 2026 (úkol 1)"),
        ("ukol_2", "Zvážit účast (úkol 2, splněno) Město zapůjčí stan."),
        ("ukol_4", "paní Malá předá přehled"),
        (None, "Obvolat organizace (Petr Cháb; BC-2025-11-20/2) – splněno: odpovědělo devět"),
    ]


def test_tasks_stand_once_more_in_a_table_with_their_full_identity():
    page = _page(WORKING_GROUP)
    (overview,) = page.words("section", "prehled")
    assert overview == (
        "Přehled úkolů Č.ÚkolZodpovídáTermínStav"
        " 1Zaslat nápadyEva Horáková, Petr Chábdo 20. 3. 2026otevřeno"
        " 2Zvážit účast––splněno"
        " 4paní Malá předá přehledJana Malá31. 3. 2026otevřeno"
        " V seznamu úkolů pod označením BC-2026-01-23/číslo."
    )


@pytest.mark.parametrize(
    ("columns", "names"), [(4, ""), (5, "siroka"), (7, "siroka"), (8, "siroka nejsirsi")]
)
def test_tables_of_many_columns_say_so(columns: int, names: str):
    """They scroll in their frame instead of the page, and are printed in smaller type."""
    line = ((Text("a"),),) * columns
    table = Page(_record(Table(line, (line,), ("",) * columns))).find("table")[0]
    assert table.attributes.get("class", "") == names


def test_an_arrow_does_not_end_a_line():
    assert "→\N{NO-BREAK SPACE}" in _html(WORKING_GROUP)
    assert "→ " not in _html(WORKING_GROUP)


def test_every_header_cell_of_a_table_has_its_direction():
    scopes = {cell.attributes.get("scope") for cell in _page(WORKING_GROUP).find("th")}
    assert scopes == {"col", "row"}


def test_footnotes_lead_back_to_every_reference():
    page = _page(WORKING_GROUP)
    links = page.find("a")
    backs = [e.attributes["href"] for e in links if e.attributes.get("role") == "doc-backlink"]
    notes = [e.words for e in page.find("section", "poznamky")]
    assert (backs, notes) == (
        ["#odkaz_1", "#odkaz_1_2"],
        ["Poznámky Ke dni 31. 12. 2025. ↩ ↩"],
    )


def test_signatures_of_one_label_stand_below_it():
    (signatures,) = _page(WORKING_GROUP).words("section", "podpisy")
    assert signatures == (
        "Zapsala: Jana Malá, dne 26. 1. 2026 Ověřovatelé: Petr Cháb Mgr. Eva Horáková"
        " Za PS BČ: Mgr. Eva Horáková, manažerka"
    )


def test_lines_to_sign_on_and_dates_of_posting_end_council_minutes():
    page = _page(COUNCIL)
    main = page.words("main")[0]
    signed = "Zapsala: Jana Malá Předsedající: Ing. Marie Horská"
    end = f"V Horní Bělé dne 17. 6. 2026 {signed} Vyvěšeno: –"
    assert (len(page.find("dd", "s-linkou")), main[-len(end) :]) == (2, end)


def test_logos_are_inside_and_missing_ones_are_words():
    page = _page(WORKING_GROUP)
    logo = page.find("img")[0].attributes
    footer = page.words("footer")[0]
    assert (logo["alt"], logo["width"], logo["src"][:26], footer[:10]) == (
        "Logo Evropské unie",
        "90",
        "data:image/svg+xml;base64,",
        "Znak města",
    )


def test_notice_and_mark_are_on_every_printed_page():
    style = _page(COUNCIL).find("style")[0].text
    assert quote_css("Úplné znění – neurčeno ke zveřejnění") in style


@pytest.mark.parametrize(
    ("node", "html"),
    [
        (Text("a & <b>"), "a &amp; &lt;b&gt;"),
        (Emphasis((Text("a"),)), "<em>a</em>"),
        (Strong((Text("a"),)), "<strong>a</strong>"),
        (Strikethrough((Text("a"),)), "<s>a</s>"),
        (Code('"<k>"'), "<code>&quot;&lt;k&gt;&quot;</code>"),
        (LineBreak(), "<br>\n"),
        (Marked("skryt", (Text("a"),)), "a"),
        (
            Link("https://e.cz/?a&b", (Text("a"),), '"t"'),
            '<a href="https://e.cz/?a&amp;b" title="&quot;t&quot;">a</a>',
        ),
        (Link("javascript:alert(1)", (Text("a"),)), "a"),
        (Image("neni.png", "Plán <1>"), "Plán &lt;1&gt;"),
        (Image("neni.png", ""), "neni.png"),
    ],
)
def test_inline_node(node: Inline, html: str):
    assert _inline(node) == html


@pytest.mark.parametrize(
    ("block", "html"),
    [
        (bullets("a", "b"), "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        (
            List("bullet", (ListItem((words("a"), bullets("b"))),), tight=False),
            "<ul>\n<li><p>a</p>\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>",
        ),
        (
            List("decimal", tuple(ListItem((words("a"),), n) for n in (2, 3, 7))),
            '<ol start="2">\n<li>a</li>\n<li>a</li>\n<li value="7">a</li>\n</ol>',
        ),
        (
            List("alpha", (ListItem((words("a"),), 1), ListItem(())), delimiter=")"),
            '<ol class="zavorka" type="a">\n<li>a</li>\n<li></li>\n</ol>',
        ),
        (
            Conclusion((words("Souhlas."),)),
            '<div class="zaver">\n<p><strong class="stitek">Závěr:</strong> Souhlas.</p>\n</div>',
        ),
        (Conclusion((words("Závěr: ano"),)), '<div class="zaver">\n<p>Závěr: ano</p>\n</div>'),
        (
            Resolution("č. 5", ()),
            (
                '<div class="usneseni">\n'
                '<p><strong class="stitek">Usnesení č.\u00a05:</strong></p>\n</div>'
            ),
        ),
        (Rule(), "<hr>"),
        (Heading(2, (Text(" "),)), "<p> </p>"),
        (
            Table(((), ()), (((Text("a"),), (Text("1"),)),), ("", "right")),
            (
                '<div class="posuv" role="group" tabindex="0" aria-label="Tabulka">\n'
                "<table>\n<tbody>\n"
                '<tr><td>a</td><td class="vpravo">1</td></tr>\n</tbody>\n</table>\n</div>'
            ),
        ),
        (Group((), (words("a"),)), '<div class="skupina">\n<p>a</p>\n</div>'),
        (Card("", (), ()), '<div class="karta">\n</div>'),
        (
            Card("", (), (CardField("", (words("a"),)),)),
            (
                '<div class="karta">\n<table>\n<tbody>\n<tr><td><p>a</p>\n</td></tr>\n'
                "</tbody>\n</table>\n</div>"
            ),
        ),
        (Schedule(()), "<ul>\n</ul>"),
        (FieldLabel("Cíl"), "<p><strong>Cíl:</strong></p>"),
        (RawTask(" ", MappedText("a < b", ((0, 0),)), Span(0, 0)), "<p>a &lt; b</p>"),
        (
            Directive("card", MappedText("", ((0, 0),)), (words("a"),), Span(0, 0)),
            "<p>a</p>",
        ),
    ],
)
def test_block_node(block: Block, html: str):
    assert _record(block) == html


def test_css_strings_cannot_end_the_style_sheet():
    quoted = quote_css('</style>"\\\n}á')
    assert quoted == r'"\3c \2f style\3e \22 \5c \a \7d á"'


_HOSTILE = """<script>alert(1)</script> & {{ 7*7 }} {% raw %} ]]> "' </style> <img src=x onclick>"""


def test_hostile_text_in_every_field_stays_text():
    meeting = replace(
        _with_text(WORKING_GROUP, _HOSTILE), typography=False, id=_HOSTILE, status="koncept"
    )
    page = _page(meeting)
    handlers = [name for e in page.elements for name in e.attributes if name.startswith("on")]
    places = page.html.count("&lt;script&gt;alert(1)&lt;/script&gt; &amp; {{ 7*7 }} {% raw %}")
    assert (page.find("script"), handlers, page.faults, places > 40) == ([], [], [], True)


def _with_text(value: object, text: str) -> object:
    """The same tree of values with every string replaced."""
    if isinstance(value, str):
        return text
    if isinstance(value, tuple):
        return tuple(_with_text(item, text) for item in value)
    if isinstance(value, Struct):
        names = (name for name in value.__struct_fields__ if name not in _STRUCTURE)
        changed = {name: _with_text(getattr(value, name), text) for name in names}
        return replace(value, **changed)
    return value


# Strings that steer the document and never hold what an author wrote.
_STRUCTURE = frozenset({"style", "delimiter", "aligns", "key", "kind", "role"})
