"""PDF: what stands on every page, lists and links as they were meant, nothing from elsewhere."""

import os
import re
from pathlib import Path
from urllib.request import OpenerDirector

import pytest
from msgspec.structs import replace

from examples import EXAMPLES
from making import build_workspace, make_workspace
from pdf_reading import (
    kinds,
    needs_pdf,
    objects_text,
    page_lines,
    pdf_of,
    read_aloud,
    structure_of,
    view_of,
    within,
)
from zapis.engine.assets import AssetReader
from zapis.model.assets import Asset
from zapis.render.formats import FORMATS
from zapis.render.views import DocumentView, LogoView, PublicityView

pytestmark = needs_pdf

LONG = "\n\n".join(f"Odstavec {number} " + "a tak dále " * 40 for number in range(30))
HEADER = "nazev: Porada vedení\ndatum: 20. 3. 2026\nstav: koncept"


def long_view() -> DocumentView:
    return replace(view_of(LONG, HEADER), organization="Město Lhota")


def test_every_page_ends_with_the_title_and_its_number():
    pages = page_lines(long_view())
    last = [page[-1].removeprefix("Zápis").strip() for page in pages]
    expected = [f"Strana {number} z {len(pages)}" for number in range(1, len(pages) + 1)]
    assert len(pages) > 2
    assert [re.sub(r".*(?=Strana)", "", line) for line in last] == expected


def test_the_organization_heads_every_page_and_the_mark_every_later_one():
    pages = page_lines(long_view())
    assert [page[0] for page in pages] == [
        "Město Lhota",
        *["Město Lhota KONCEPT"] * (len(pages) - 1),
    ]
    assert [" ".join(page).count("KONCEPT") for page in pages] == [1] * len(pages)


def test_a_notice_stands_once_on_every_page():
    view = replace(view_of(LONG), notice="Jen pro vnitřní potřebu")
    pages = page_lines(view)
    assert [page.count("Jen pro vnitřní potřebu") for page in pages] == [1] * len(pages)


def test_texts_of_a_project_stand_once_on_every_page_the_header_in_one_line_behind_the_first():
    publicity = PublicityView(("Evropská unie", "Fond"), ("Spolufinancováno.",))
    pages = page_lines(replace(view_of(LONG), publicity=publicity))
    texts = ("Evropská unie", "Fond", "Evropská unie · Fond", "Spolufinancováno.")
    assert [[page.count(text) for text in texts] for page in pages] == [
        [1, 1, 0, 1],
        *[[0, 0, 1, 1]] * (len(pages) - 1),
    ]


def png() -> bytes:
    return (EXAMPLES / "loga" / "lhota.png").read_bytes()


def with_logo(asset: Asset, body: str = "x", alt: str = "Znak města") -> DocumentView:
    publicity = PublicityView(header_logos=(LogoView("logo", alt),))
    return replace(view_of(body), publicity=publicity, assets={"logo": asset})


def test_logos_are_drawn_above_and_below_every_page_and_embedded_once():
    import pypdfium2  # noqa: PLC0415 - not every developer has it
    from pypdfium2 import raw  # noqa: PLC0415 - the same

    logo = (LogoView("logo", "Znak města"),)
    view = with_logo(Asset(png(), "image/png", 80, 96), LONG)
    data = FORMATS["pdf"](replace(view, publicity=PublicityView((), (), logo, logo)))
    document = pypdfium2.PdfDocument(data)
    drawn = [len(list(page.get_objects([raw.FPDF_PAGEOBJ_IMAGE]))) for page in document]
    assert drawn == [2] * len(document)
    assert len(set(re.findall(r"/Subtype /Image", objects_text(data)))) == 1


def test_pictures_have_alternative_texts():
    text = objects_text(FORMATS["pdf"](with_logo(Asset(png(), "image/png", 80, 96), alt="Znak")))
    assert re.findall(r"/Alt ?\((.*?)\)", text) == ["Znak"]


def test_header_and_footer_are_read_once():
    """Text of the first page, decoration of the others."""
    view = replace(long_view(), publicity=PublicityView(("Evropská unie",), ("Patička.",)))
    data = FORMATS["pdf"](view)
    tops = [kinds(structure_of(data, page)[0][1]) for page in (0, 1)]
    assert tops == [["Div", "Div", "Div"], ["Div"]]


def test_numbers_of_lists_are_those_of_the_author():
    lists = ("1. jedna\n2. dvě\n4. čtyři", "5. pět", "b) bé\nc) cé", "3) tři")
    words = " ".join(page_lines(view_of("\n\nText\n\n".join(lists)))[0])
    expected = "1. jedna 2. dvě 4. čtyři Text 5. pět Text b) bé c) cé Text 3) tři"
    assert expected in words


def test_items_are_a_label_and_a_body_whatever_is_in_them():
    body = "- odstavec\n\n  druhý\n\n  - vnořená\n- | A |\n  |---|\n  | 1 |\n\n- > citace\n"
    items = within(structure_of(pdf_of(body)), "LI")
    assert {tuple(kinds(children)) for _, children in items} <= {("Lbl", "LBody"), ("LBody",)}


def test_a_nested_list_belongs_to_its_item():
    lists = within(structure_of(pdf_of("- vnější\n  - vnitřní")), "L")
    assert [kinds(children) for _, children in lists if within(children, "L")] == [["LI"]]


def test_a_nested_list_is_read_where_it_stands():
    words = read_aloud(pdf_of("- první\n\n  1. vnitřní\n\n  potom\n- druhá"))
    assert " ".join(words.split()).partition(" • ")[2].startswith("první 1. vnitřní potom • druhá")


def test_fields_of_the_header_are_labels_with_values():
    data = pdf_of("x", "datum: 20. 3. 2026\nmisto: Radnice")
    items = within(structure_of(data), "LI")
    assert [kinds(children) for _, children in items] == [["Lbl", "LBody"]] * 2


def addresses(data: bytes) -> list[str]:
    return sorted(re.findall(r"/URI ?\((.*?)\)", objects_text(data)))


def test_links_keep_their_goals():
    body = (
        "[web](https://example.cz/?a=1) [pošta](mailto:a@example.cz) [soubor](../a/b%20c.pdf)"
        " [nikam](#neni) [**tučný** a *šikmý*](https://example.cz/2)"
    )
    assert addresses(pdf_of(body)) == [
        "../a/b%20c.pdf",
        "https://example.cz/2",
        "https://example.cz/?a=1",
        "mailto:a@example.cz",
    ]


def test_a_footnote_leads_there_and_back():
    text = objects_text(pdf_of("Text.[^1]\n\n[^1]: Poznámka."))
    assert set(re.findall(r"/Dest ?\((.*?)\)", text)) == {"poznamka_1", "odkaz_1"}


def test_headings_are_bookmarks():
    import pypdfium2  # noqa: PLC0415 - not every developer has it

    document = pypdfium2.PdfDocument(pdf_of("# Úvod\n\n## Část\n\n# Závěr"))
    assert [(mark.level, mark.get_title()) for mark in document.get_toc()] == [
        (0, "Zápis z\u00a0jednání"),
        (1, "1. Úvod"),
        (2, "Část"),
        (1, "2. Závěr"),
    ]


def test_properties_name_title_organization_program_and_no_date():
    import pypdfium2  # noqa: PLC0415 - not every developer has it

    properties = pypdfium2.PdfDocument(FORMATS["pdf"](long_view())).get_metadata_dict()
    properties.pop("Producer")
    assert {key: value for key, value in properties.items() if value} == {
        "Title": "Zápis z\u00a0porady vedení, 20.\u00a03.\u00a02026",
        "Author": "Město Lhota",
        "Creator": "zapis",
    }


def test_the_language_is_czech():
    assert "/Lang (cs)" in objects_text(pdf_of("x"))


def test_every_font_is_embedded_as_a_subset():
    text = objects_text(pdf_of("# Nadpis\n\nText **tučný** *šikmý* `kód` → 🙂"))
    names = re.findall(r"/FontName /(\S+?)/", text)
    assert len(names) >= 3
    assert [name for name in names if not re.match(r"[A-Z]{6}\+", name)] == []
    assert len(re.findall(r"/FontFile[23]? \d", text)) == len(names)


CUNEIFORM = "\U00012000"


def test_a_sign_that_no_font_has_is_a_picture_read_as_that_sign():
    text = objects_text(pdf_of(f"Klínové písmo {CUNEIFORM} konec."))
    assert re.findall(r"/Alt ?<feff(\w+)>", text) == [CUNEIFORM.encode("utf-16-be").hex()]


HOSTILE_SVG = b"""<?xml version="1.0"?>
<?xml-stylesheet href="http://example.invalid/a.css"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
 width="10" height="10"><style>@import url(http://example.invalid/b.css);
 @font-face { font-family: x; src: url(http://example.invalid/c.ttf) }</style>
<image href="file:///etc/hostname" width="5" height="5"/>
<image xlink:href="http://example.invalid/d.png" width="5" height="5"/>
<use href="http://example.invalid/e.svg#a"/><script href="http://example.invalid/f.js"/>
<rect width="9" height="9" fill="url(http://example.invalid/g.svg#h)"/></svg>"""


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch):
    opened: list[str] = []

    def open_url(_: object, request: object, *_args: object, **_more: object) -> None:
        opened.append(str(getattr(request, "full_url", request)))
        raise OSError

    monkeypatch.setattr(OpenerDirector, "open", open_url)
    body = "<img src='http://example.invalid/x.png'> ![x](http://example.invalid/y.png)"
    FORMATS["pdf"](with_logo(Asset(HOSTILE_SVG, "image/svg+xml", 10, 10), body))
    assert [url for url in opened if not url.startswith("data:")] == []


@pytest.mark.parametrize("url", ["file:///etc/hostname", "http://localhost/", "ftp://localhost/"])
def test_the_fetcher_refuses_whatever_is_not_in_the_page(url: str):
    from zapis.render.pdf.tools import fetcher  # noqa: PLC0415 - needs WeasyPrint

    with pytest.raises(ValueError, match="disallowed"):
        fetcher().fetch(url)


def test_hostile_text_stays_text():
    hostile = "{{ 7*7 }} <b>x</b> </style> ]]> &amp; url(http://a.cz) \\0 (x) <script>y</script>"
    header = f"nazev: '{hostile}'\ndatum: 20. 3. 2026\nmisto: '{hostile}'"
    text = " ".join(" ".join(page) for page in page_lines(view_of(hostile, header)))
    assert text.count("{{ 7*7 }} <b>x</b> </style> ]]>") + text.count("{{ 7×7 }} <b>") >= 3
    assert "49" not in text


def test_an_example_of_a_workspace_is_written_beside_the_other_formats(tmp_path: Path):
    files: dict[str, str | bytes] = {
        "zapis.yaml": "formaty: [html, pdf]\n",
        "a.md": "---\n---\nx\n",
    }
    result = build_workspace(make_workspace(tmp_path, files))
    assert [path.name for path in result.written if path.suffix != ".md"] == ["a.html", "a.pdf"]


def test_a_large_photograph_is_no_finer_than_a_printer(tmp_path: Path):
    from PIL import Image  # noqa: PLC0415 - comes with WeasyPrint

    Image.effect_noise((3000, 2000), 60).convert("RGB").save(tmp_path / "a.jpg", quality=80)
    asset = AssetReader(tmp_path).read("a.jpg")
    assert isinstance(asset, Asset)
    view = replace(view_of("![Foto](a.jpg)"), assets={"a.jpg": asset})
    assert len(FORMATS["pdf"](view)) < len(asset.data) / 3


def test_fifty_pages_are_below_a_megabyte():
    view = view_of("\n\n".join(f"# Bod {n}\n\n{LONG[:4000]}\n\n- [ ] Úkol {n}" for n in range(60)))
    data = FORMATS["pdf"](view)
    import pypdfium2  # noqa: PLC0415 - not every developer has it

    assert len(pypdfium2.PdfDocument(data)) > 50
    assert len(data) < 1_000_000


def test_the_environment_is_left_as_it_was(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "12345")
    pdf_of("x")
    assert os.environ["SOURCE_DATE_EPOCH"] == "12345"


def test_the_same_view_is_the_same_bytes_whatever_came_between():
    first = pdf_of("Text **tučný** 🙂")
    pdf_of("# Něco jiného\n\n- a\n- b")
    assert pdf_of("Text **tučný** 🙂") == first


def test_no_day_gets_into_fonts(monkeypatch: pytest.MonkeyPatch):
    """The slower library for subsets of fonts writes one, unless it is told which."""
    from weasyprint.pdf import fonts  # noqa: PLC0415 - may not be installed

    monkeypatch.setattr(fonts, "harfbuzz_subset", None)
    made = []
    for epoch in ("1000000000", "1500000000"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        made.append(pdf_of("Text."))
    assert made[0] == made[1]
