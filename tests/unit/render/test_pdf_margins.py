"""Running headers and footers of PDF: as high as they need, and never over the text."""

from io import BytesIO

import pytest
from msgspec.structs import replace

from examples import EXAMPLES
from pdf_reading import gaps, needs_pdf, view_of
from zapis.model.assets import Asset
from zapis.render.formats import FORMATS
from zapis.render.views import LogoView, PublicityView

pytestmark = needs_pdf

HEADER = "nazev: Porada vedení\ndatum: 20. 3. 2026\nstav: koncept"
LONG_NAME = "Ministerstvo pro všechny možné i nemožné záležitosti a jejich podrobnosti " * 3
ENDLESS = "Nerozdělitelné" * 20
# In points.
FIVE_MILLIMETRES = 14


def first_body_line(lines_of_header: int) -> float:
    """How far the title of a document is from the top of its first page, in points."""
    import pypdfium2  # noqa: PLC0415 - not every developer has it

    header = tuple(f"řádek {number}" for number in range(lines_of_header))
    view = replace(view_of("x"), publicity=PublicityView(header))
    page = pypdfium2.PdfDocument(FORMATS["pdf"](view))[0]
    text = page.get_textpage()
    found = text.search("jednání").get_next()
    assert found is not None
    return float(page.get_height() - text.get_charbox(found[0])[3])


def test_a_high_header_pushes_the_text_down():
    none, three, nine = map(first_body_line, (0, 3, 9))
    assert none < three < nine
    assert (nine - three) / 6 == pytest.approx(8.5 * 1.3, abs=0.5)


@pytest.mark.parametrize(
    ("organization", "texts", "logos"),
    [
        ("", (), 0),
        ("Město Lhota", (), 2),
        ("Město Lhota", ("Fond", "Program"), 2),
        (LONG_NAME, (LONG_NAME,) * 3, 0),
        (LONG_NAME, (), 0),
        (LONG_NAME, (), 2),
        (ENDLESS, (ENDLESS,), 0),
        (ENDLESS, (LONG_NAME, ENDLESS), 9),
    ],
)
def test_running_parts_keep_away_from_the_text(
    organization: str, texts: tuple[str, ...], logos: int
):
    """However long they are, on the first page and on later ones."""
    png = (EXAMPLES / "loga" / "lhota.png").read_bytes()
    shown = (LogoView("logo", "Znak města"),) * logos
    view = replace(
        view_of("\n\n".join(["Text a tak dále. " * 30] * 20), HEADER),
        organization=organization,
        notice=organization,
        publicity=PublicityView(texts, texts, header_logos=shown, footer_logos=shown[:1]),
        assets={"logo": Asset(png, "image/png", 80, 96)},
    )
    assert min(gaps(FORMATS["pdf"](view))) > FIVE_MILLIMETRES


@pytest.mark.parametrize(
    "body", ["![Věž](logo)", "Text.\n\n# Bod\n\n![Věž](logo)", "- ![Věž](logo)"]
)
@pytest.mark.parametrize("lines", [0, 20])
def test_a_tall_picture_ends_above_the_footer(body: str, lines: int):
    from PIL import Image  # noqa: PLC0415 - comes with WeasyPrint

    png = BytesIO()
    Image.new("1", (300, 3000)).save(png, "PNG")
    view = replace(
        view_of(body, HEADER),
        publicity=PublicityView(footer=tuple(f"řádek {number}" for number in range(lines))),
        assets={"logo": Asset(png.getvalue(), "image/png", 300, 3000)},
    )
    assert min(gaps(FORMATS["pdf"](view))) > FIVE_MILLIMETRES
