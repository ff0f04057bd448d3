"""The view as a whole: title, marks, sections, links, parts."""

import pytest
from msgspec.structs import replace

from meetings import COUNCIL, SERIES, WORKING_GROUP
from zapis.body import Paragraph
from zapis.inline import Code, Emphasis, Inlines, LineBreak, Link, Strong, Text
from zapis.model.kinds import KINDS, PARTS, find_kind
from zapis.model.meeting import Attachment, HeaderField, Meeting, NextMeeting, Section
from zapis.render.view import make_view
from zapis.render.view_inlines import split_back
from zapis.render.views import (
    AgendaItemView,
    AttachmentView,
    DocumentView,
    LogoView,
    PublicityView,
)


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def _view(meeting: Meeting, link_base: str = "") -> DocumentView:
    return make_view(meeting, assets={}, link_base=link_base)


def _body(*children: object, typography: bool = True) -> Inlines:
    """The children of a paragraph as the view has them."""
    section = Section((), (Paragraph(children),))  # type: ignore[arg-type]
    meeting = Meeting("", "z/a.md", sections=(section,), typography=typography)
    (block,) = _view(meeting, "../../z/").sections[0].blocks
    assert isinstance(block, Paragraph)
    return block.children


def test_title_names_the_document_with_its_day():
    view = _view(WORKING_GROUP)
    texts = (view.title, view.heading, view.subheading, view.footer_text)
    assert tuple(map(_plain, texts)) == (
        "Zápis z jednání pracovní skupiny Bezpečná čtvrť, 23. ledna 2026",
        "Zápis",
        "z jednání pracovní skupiny Bezpečná čtvrť",
        "Zápis z jednání pracovní skupiny Bezpečná čtvrť",
    )


def test_project_line_has_name_and_number():
    expected = (
        "v rámci projektu „Společné plánování sítě služeb“ (CZ.03.2.63/0.0/0.0/16_063/0000000)"
    )
    assert _plain(_view(WORKING_GROUP).project) == expected


@pytest.mark.parametrize(
    ("status", "mark"),
    [("koncept", "KONCEPT"), ("k připomínkám", "K PŘIPOMÍNKÁM"), ("schváleno", ""), ("", "")],
)
def test_drafts_are_marked(status: str, mark: str):
    assert _view(Meeting("", "a.md", status=status)).mark == mark


def test_restricted_meeting_says_that_it_is_not_for_publication():
    notices = [_plain(_view(meeting).notice) for meeting in (WORKING_GROUP, COUNCIL)]
    assert notices == ["", "Úplné znění – neurčeno ke zveřejnění"]


def test_publicity_is_that_of_the_project():
    expected = PublicityView(
        ("Evropská unie", "Evropský sociální fond"),
        ("Tento projekt je financován z prostředků ESF.",),
        (LogoView("logo:loga/eu.svg", "Logo Evropské unie"),),
        (LogoView("logo:loga/mesto.png", "Znak města"),),
    )
    publicity = _view(WORKING_GROUP).publicity
    assert replace(publicity, footer=tuple(map(_plain, publicity.footer))) == expected


def test_sections_have_unique_anchors():
    numbers = (1, 1, None, 2)
    sections = tuple(Section((Text("a"),), (), number) for number in numbers)
    view = _view(Meeting("", "a.md", sections=sections))
    assert [section.anchor for section in view.sections] == ["bod_1", "cast_2", "cast_3", "bod_2"]


def test_agenda_points_at_its_sections_and_says_what_was_withdrawn():
    view = _view(COUNCIL)
    assert (view.show_agenda, view.agenda_label, view.agenda[0], view.agenda[6].note) == (
        True,
        "Program",
        AgendaItemView(1, "Bod 1", "", "", "", "bod_1"),
        "staženo",
    )


def test_council_is_posted_after_it_was_signed():
    assert _view(COUNCIL).parts == (*PARTS[:7], "signatures", "closing")


def test_every_kind_prints_all_parts_once():
    assert [sorted(kind.parts) for kind in KINDS] == [sorted(PARTS)] * len(KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.noun)
def test_every_kind_is_found_by_all_its_names(kind: object):
    names = (kind.noun, *kind.aliases)  # type: ignore[attr-defined]
    assert [find_kind(name) for name in names] == [(kind, "")] * len(names)


@pytest.mark.parametrize(
    ("kind", "written", "label"),
    [
        ("porada", "Příští jednání", "Příští porada"),
        ("porada", "Další schůzka", "Další schůzka"),
        ("kulatý stůl", "", "Příští kulatý stůl"),
        ("", "", "Příští jednání"),
    ],
)
def test_label_is_the_authors_unless_it_is_the_usual_one(kind: str, written: str, label: str):
    labels = {"next_meeting": written} if written else {}
    meeting = Meeting("", "a.md", kind, labels=labels, next_meeting=NextMeeting("v pátek"))
    assert _view(meeting).next_meeting_label == label


def test_next_meeting_is_printed_in_its_own_words():
    empty = Meeting("", "a.md", fields=(HeaderField("next_meeting", "Příští jednání", ""),))
    meetings = (WORKING_GROUP, empty, COUNCIL)
    expected = ["opět na podzim, termín bude upřesněn", "–", ""]
    assert [_plain(_view(meeting).next_meeting) for meeting in meetings] == expected


def test_attachments_are_found_from_the_output():
    view = _view(WORKING_GROUP, "../../zapisy/")
    assert view.attachments == (
        AttachmentView(1, "Analýza", "../../zapisy/prilohy/anal%C3%BDza%201.pdf"),
        AttachmentView(2, "Listina", ""),
    )


def test_attachment_beside_the_minutes_needs_no_base():
    meeting = Meeting("", "a.md", attachments=(Attachment("A", "a.pdf"),))
    assert _view(meeting).attachments[0].href == "a.pdf"


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("podklady/a.pdf", "../../z/podklady/a.pdf"),
        ("../a b.pdf?x=1#list", "../../a%20b.pdf?x=1#list"),
        ("a%20b.pdf", "../../z/a%20b.pdf"),
        ("podklady\\a.pdf", "../../z/podklady/a.pdf"),
        ("https://example.cz/?a=1&b=2", "https://example.cz/?a=1&b=2"),
        ("mailto:a@example.cz", "mailto:a@example.cz"),
        ("#bod_1", "#bod_1"),
    ],
)
def test_relative_links_are_seen_from_the_output(href: str, expected: str):
    assert _body(Link(href, (Text("list"),))) == (Link(expected, (Text("list"),)),)


@pytest.mark.parametrize(
    "href",
    [
        *(
            "javascript:alert(1)",
            " JavaScript:alert(1)",
            "java\tscript:alert(1)",
            "data:text/html,x",
        ),
        *(
            "vbscript:x",
            "file:///etc/passwd",
            "C:/a.pdf",
            "//example.cz/a",
            "/etc/passwd",
            "",
            "\x01",
        ),
    ],
)
def test_unsafe_links_leave_their_text(href: str):
    assert _body(Link(href, (Text("list"),))) == (Text("list"),)


def test_typography_sees_a_line_as_one_text():
    made = _body(Text('Řekl "'), Strong((Text("ano"),)), Text('" v '), Emphasis((Text("Brně"),)))
    assert made == (
        Text("Řekl „"),
        Strong((Text("ano"),)),
        Text("“ v\u00a0"),
        Emphasis((Text("Brně"),)),
    )


def test_typography_leaves_code_and_addresses_alone():
    address = Link("https://example.cz/2x", (Text("https://example.cz/2x - k"),))
    assert _body(Code("k 2x"), address) == (Code("k 2x"), address)


def test_typography_can_be_switched_off():
    assert _body(Text('k "Lípě"'), typography=False) == (Text('k "Lípě"'),)


def test_lines_are_cut_where_their_nodes_met():
    made = _body(Text("Že ... v "), Strong((Text("b..."),)), LineBreak(), Text(". v "), Code("x"))
    assert made == (
        Text("Že … v\u00a0"),
        Strong((Text("b…"),)),
        LineBreak(),
        Text(". v\u00a0"),
        Code("x"),
    )


@pytest.mark.parametrize(
    ("pieces", "together", "expected"),
    [
        (["a", "b"], "ab", ["a", "b"]),
        (["a..", ".b"], "a…b", ["a…", "b"]),
        (["...", "…", "..."], "………", ["…", "…", "…"]),
        (["....", "..."], "....…", ["....", "…"]),
        ([], "", []),
    ],
)
def test_ellipses_shorten_the_piece_they_begin_in(
    pieces: list[str], together: str, expected: list[str]
):
    assert split_back(pieces, together) == expected


def test_view_of_an_empty_draft_has_a_title():
    view = _view(Meeting("", "a.md"))
    assert (_plain(view.title), view.fields, view.sections, view.tasks_note) == (
        "Zápis z jednání",
        (),
        (),
        "",
    )


def test_series_names_the_body():
    assert _plain(_view(Meeting("", "a.md", series=SERIES)).subheading) == (
        "z jednání pracovní skupiny Bezpečná čtvrť"
    )
