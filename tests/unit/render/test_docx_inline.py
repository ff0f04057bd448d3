"""Inline nodes in Word: looks, links, pictures, footnotes."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from docx_documents import EMPTY_VIEW, SVG, bullets, par, png, text, with_blocks
from docx_reading import R, W, audit, parts_of, text_of, texts, xml_of
from zapis.body import Footnote, Paragraph
from zapis.inline import (
    Code,
    Emphasis,
    FootnoteRef,
    Image,
    Inline,
    LineBreak,
    Link,
    Marked,
    Strikethrough,
    Strong,
    Text,
)
from zapis.model.assets import Asset
from zapis.render.docx import render_word
from zapis.render.docx.links import usable_address
from zapis.render.views import LogoView, PublicityView

_EMU_PER_MM = 36000


def runs(*nodes: Inline) -> list[tuple[str, list[str]]]:
    """The runs of a paragraph: words, and the names of their properties with their values."""
    document = xml_of(render_word(with_blocks(Paragraph(nodes))))
    paragraph = document.findall(f".//{W}p")[-1]
    return [(text_of(run), _properties(run)) for run in paragraph.iter(f"{W}r")]


def _properties(run) -> list[str]:  # noqa: ANN001 (an element of lxml, whose stubs have no run)
    found = run.find(f"{W}rPr")
    nodes = [] if found is None else list(found)
    return [node.get(f"{W}val") or node.tag.removeprefix(W) for node in nodes]


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (Text("a <b> & „c“"), [("a <b> & „c“", [])]),
        (Emphasis(text("a")), [("a", ["i"])]),
        (Strong((Text("a"), Emphasis(text("b")))), [("a", ["b"]), ("b", ["b", "i"])]),
        (Strikethrough((Strong(text("a")),)), [("a", ["b", "strike"])]),
        (Code("a  b"), [("a  b", ["ZapisKodVTextu"])]),
        (Strong((Code("a"),)), [("a", ["ZapisKodVTextu", "b"])]),
        (LineBreak(), [("\n", [])]),
        (Marked("skryt", text("Jana")), [("Jana", [])]),
        (Link("https://a.cz", text("a")), [("a", ["Hyperlink"])]),
        (Link("#nikde", text("a")), [("a", [])]),
        (Link("#bod-1", text("a")), [("a", ["Hyperlink"])]),
        (Link("", text("a")), [("a", [])]),
        (Link("javascript:alert(1)", text("a")), [("a", []), (" (javascript:alert(1))", [])]),
    ],
)
def test_a_node_has_its_look(node: Inline, expected: list[tuple[str, list[str]]]) -> None:
    assert runs(node) == expected


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("https://example.cz/a?b=1&c=2#d", "https://example.cz/a?b=1&c=2#d"),
        ("mailto:a@b.cz", "mailto:a@b.cz"),
        ("../přílohy/má zpráva.pdf", "../přílohy/má%20zpráva.pdf"),
        ("https://a.cz/50%", "https://a.cz/50%25"),
        ("https://a.cz/a%20b", "https://a.cz/a%20b"),
        ('https://a.cz/"<>', "https://a.cz/%22%3C%3E"),
        ("http://a.cz:port/", ""),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("https://a.cz/" + "x" * 2000, ""),
    ],
)
def test_an_address_is_one_that_word_accepts(href: str, expected: str) -> None:
    assert usable_address(href) == expected


def test_links_lead_through_the_relationships_of_their_part() -> None:
    link = Link('https://a.cz/?a=1&b="x"', text("a"), "Titulek")
    data = render_word(with_blocks(Paragraph((link, link))))
    relations = parts_of(data)["word/_rels/document.xml.rels"].decode()
    tags = [node.get(f"{R}id") for node in xml_of(data).iter(f"{W}hyperlink")]
    assert (
        relations.count('Target="https://a.cz/?a=1&amp;b=%22x%22" TargetMode="External"'),
        len(set(tags)),
    ) == (1, 1)


def _pictures(*nodes: Inline, **assets: Asset) -> bytes:
    view = with_blocks(Paragraph(nodes), assets={k.replace("_", "."): v for k, v in assets.items()})
    return render_word(view)


def _extents(data: bytes) -> list[tuple[int, int]]:
    found = [node for node in xml_of(data).iter() if node.tag.endswith("}extent")]
    return [(int(node.get("cx")), int(node.get("cy"))) for node in found]


@pytest.mark.parametrize(
    ("width", "height", "expected"),
    [
        (96, 48, (914400, 457200)),
        (2000, 500, (9072 * 635, 9072 * 635 // 4)),
        (100, 100_000, None),
    ],
)
def test_a_picture_keeps_its_size_where_it_fits(
    width: int, height: int, expected: tuple[int, int] | None
) -> None:
    data = _pictures(Image("a.png", "Mapa"), a_png=Asset(png(), "image/png", width, height))
    made = _extents(data)[0]
    page = (16838 - 2 * 1417) * 635
    assert made == (expected or (round(page / 1000), page))


def test_a_picture_is_stored_once_and_tells_what_it_shows() -> None:
    asset = Asset(png(), "image/png", 10, 10)
    data = _pictures(Image("a.png", 'Mapa "A"', "T"), Image("b.png", ""), a_png=asset, b_png=asset)
    described = [n.get("descr") for n in xml_of(data).iter() if n.tag.endswith("}docPr")]
    media = [name for name in parts_of(data) if name.startswith("word/media/")]
    assert (described, media) == (['Mapa "A"', ""], ["word/media/zapis1.png"])


def test_a_vector_picture_brings_pixels_for_older_readers(tmp_path: Path) -> None:
    data = _pictures(Image("a.svg", "Kresba"), a_svg=Asset(SVG, "image/svg+xml", 120, 40))
    media = sorted(name for name in parts_of(data) if name.startswith("word/media/"))
    assert (media, audit(data, tmp_path)) == (
        ["word/media/zapis1.svg", "word/media/zapis2.png"],
        [],
    )


@pytest.mark.parametrize(
    "asset",
    [Asset(b"RIFF", "image/webp", 10, 10), Asset(png(), "image/png", 0, 10)],
    ids=["kind", "size"],
)
def test_a_picture_that_word_cannot_show_is_its_description(asset: Asset) -> None:
    assert texts(_pictures(Image("a.png", "Mapa"), a_png=asset))[-1] == "Mapa"


def test_logos_stand_in_header_and_footer_at_most_twelve_millimetres_high() -> None:
    publicity = PublicityView(
        header=("Evropská unie",),
        header_logos=(LogoView("eu", "Vlajka EU"), LogoView("neni", "Město")),
        footer_logos=(LogoView("eu", "Vlajka EU"),),
    )
    asset = Asset(png(300, 100), "image/png", 300, 100)
    data = render_word(replace(EMPTY_VIEW, publicity=publicity, assets={"eu": asset}))
    header, footer = (xml_of(data, f"word/{name}2.xml") for name in ("header", "footer"))
    heights = [
        int(node.get("cy"))
        for part in (header, footer)
        for node in part.iter()
        if node.tag.endswith("}extent")
    ]
    assert (text_of(header.find(f"{W}p")).strip(), [h <= 12 * _EMU_PER_MM for h in heights]) == (
        "Město",
        [True, True],
    )


@pytest.mark.parametrize(
    ("organization", "number", "told"),
    [
        ("Město", 2, ["Vlajka EU", "Evropská unie · Fond", "Město"]),
        ("Město", 1, ["Město", "KONCEPT"]),
        ("", 1, ["Evropská unie · Fond", "KONCEPT"]),
    ],
)
def test_the_header_is_short_behind_the_first_page(
    organization: str, number: int, told: list[str]
) -> None:
    publicity = PublicityView(("Evropská unie", "Fond"), (), (LogoView("eu", "Vlajka EU"),), ())
    view = replace(EMPTY_VIEW, publicity=publicity, organization=organization, mark="KONCEPT")
    header = xml_of(render_word(view), f"word/header{number}.xml")
    words = (node.text.strip() for node in header.iter(f"{W}t") if node.text)
    assert [text for text in words if text] == told


def _notes(*notes: Footnote, refs: tuple[int, ...]) -> bytes:
    nodes = [node for number in refs for node in (Text(f"t{number}"), FootnoteRef(number))]
    return render_word(with_blocks(Paragraph(tuple(nodes)), footnotes=notes))


def test_footnotes_are_real_and_keep_their_links() -> None:
    note = Footnote(1, (Paragraph((Text("Viz "), Link("https://a.cz", text("a")))), bullets("b")))
    data = _notes(note, refs=(1,))
    relations = parts_of(data)["word/_rels/footnotes.xml.rels"].decode()
    marks = [node.get(f"{W}id") for node in xml_of(data).iter(f"{W}footnoteReference")]
    assert (texts(data, "word/footnotes.xml"), marks, "https://a.cz" in relations) == (
        [" Viz a", "b"],
        ["1"],
        True,
    )


def test_a_footnote_referred_to_twice_is_one_footnote(tmp_path: Path) -> None:
    data = _notes(Footnote(1, (par("a"),)), refs=(1, 1))
    fields = [node.text for node in xml_of(data).iter(f"{W}instrText")]
    marks = list(xml_of(data).iter(f"{W}footnoteReference"))
    assert (fields, len(marks), texts(data)[-1], audit(data, tmp_path)) == (
        [" NOTEREF _RefPoznamka1 \\f \\h "],
        1,
        "t1t11",
        [],
    )


def test_a_footnote_of_a_footnote_is_printed_below_it() -> None:
    notes = (
        Footnote(1, (Paragraph((Text("a"), FootnoteRef(2))),)),
        Footnote(2, (Paragraph((Text("b"), FootnoteRef(1), FootnoteRef(2))),)),
    )
    data = _notes(*notes, refs=(1,))
    assert texts(data, "word/footnotes.xml") == [" a2", "2 b12"]


def test_a_footnote_that_does_not_exist_is_its_number() -> None:
    assert texts(_notes(refs=(3,)))[-1] == "t33"


@pytest.mark.parametrize("blocks", [(), (bullets("a"),)], ids=["empty", "list"])
def test_a_footnote_without_a_paragraph_still_has_its_mark(blocks: tuple[object, ...]) -> None:
    data = _notes(Footnote(1, blocks), refs=(1,))  # type: ignore[arg-type]
    assert len(list(xml_of(data, "word/footnotes.xml").iter(f"{W}footnoteRef"))) == 1
