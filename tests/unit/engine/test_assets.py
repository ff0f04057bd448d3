from pathlib import Path

import pytest

from docx_reading import whole_text
from making import make_workspace, meeting_of
from zapis.diagnostics import Diagnostics
from zapis.engine.assets import MOST_BYTES, AssetReader
from zapis.engine.reading import read_all
from zapis.model.assets import Asset
from zapis.pipeline import make_documents
from zapis.workspace import open_workspace

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 60"></svg>'
GIF = b"GIF89a" + (20).to_bytes(2, "little") + (10).to_bytes(2, "little") + bytes(20)
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
    + (300).to_bytes(4, "big")
    + (150).to_bytes(4, "big")
    + b"\x08\x06\x00\x00\x00"
    + bytes(4)
)
PIXELS_A_METRE = (11811).to_bytes(4, "big")  # 300 dpi
DENSE = PNG + b"\x00\x00\x00\x09pHYs" + PIXELS_A_METRE * 2 + b"\x01" + bytes(4)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (SVG, ("image/svg+xml", 120, 60)),
        (b'<?xml version="1.0"?>\n<svg width="30px" height="20px"/>', ("image/svg+xml", 30, 20)),
        (GIF, ("image/gif", 20, 10)),
        (PNG, ("image/png", 300, 150)),
        (DENSE, ("image/png", 96, 48)),
    ],
)
def test_a_picture_has_its_type_and_size(tmp_path: Path, data: bytes, expected: object):
    (tmp_path / "obrazek").write_bytes(data)
    asset = AssetReader(tmp_path).read("obrazek")
    assert isinstance(asset, Asset)
    assert (asset.media_type, asset.width, asset.height) == expected


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "není obrázek SVG, PNG, JPEG ani GIF"),
        (b"BM\x00\x00", "není obrázek SVG, PNG, JPEG ani GIF"),
        (b"\x89PNG\r\n\x1a\n", "nemá čitelné rozměry"),
        (b"\xff\xd8\xff", "nemá čitelné rozměry"),
        (b"GIF89a", "nemá čitelné rozměry"),
        (b"<svg></svg>", "nemá čitelné rozměry"),
        (b'<svg width="100%" height="-5"/>', "nemá čitelné rozměry"),
        (b'<svg width="1e99" height="nan"/>', "nemá čitelné rozměry"),
        (b"<svg <<<", "nemá čitelné rozměry"),
        (bytes(MOST_BYTES + 1), "je větší než 5 MB"),
    ],
)
def test_what_cannot_be_used_says_why(tmp_path: Path, data: bytes, reason: str):
    (tmp_path / "obrazek").write_bytes(data)
    assert AssetReader(tmp_path).read("obrazek") == reason


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("neni.png", "v pracovní složce není"),
        ("../venku.png", "leží mimo pracovní složku"),
        ("/etc/hostname", "leží mimo pracovní složku"),
        ("odkaz.png", "leží mimo pracovní složku"),
        ("slozka", "v pracovní složce není"),
    ],
)
def test_a_path_that_leads_to_no_picture_says_why(tmp_path: Path, path: str, reason: str):
    (tmp_path / "venku.png").write_bytes(PNG)
    root = make_workspace(tmp_path / "w", {"slozka/x": ""})
    (root / "odkaz.png").symlink_to(tmp_path / "venku.png")
    assert AssetReader(root).read(path) == reason


def test_a_picture_is_read_once(tmp_path: Path):
    (tmp_path / "a.gif").write_bytes(GIF)
    reader = AssetReader(tmp_path)
    first = reader.read("a.gif")
    (tmp_path / "a.gif").unlink()
    assert reader.read("a.gif") is first


def problems(found: Diagnostics) -> list[tuple[str, str]]:
    return [(item.code.id, item.message) for item in found]


def test_pictures_of_a_meeting_come_by_what_the_body_calls_them(tmp_path: Path):
    (tmp_path / "a b.gif").write_bytes(GIF)
    (tmp_path / "ne.png").write_bytes(b"ne")
    meeting = meeting_of("![A](a%20b.gif) ![B](./a%20b.gif) ![C](ne.png) ![D](neni.png)")
    loaded = AssetReader(tmp_path).load(meeting)
    seen = (sorted(loaded.value), problems(loaded.diagnostics))
    assert seen == (
        ["./a%20b.gif", "a%20b.gif"],
        [
            (
                "Z313",
                "obrázek „ne.png“ není obrázek SVG, PNG, JPEG ani GIF, tiskne se jen jeho popis",
            )
        ],
    )


def test_logos_of_all_projects_are_checked_in_the_settings(tmp_path: Path):
    settings = (
        "projekty:\n  p:\n    loga:\n      zahlavi: [a.gif, neni.svg]\n      zapati: [ne.png]\n"
    )
    make_workspace(tmp_path, {"zapis.yaml": settings, "a.gif": GIF, "ne.png": b"ne"})
    workspace = open_workspace(tmp_path)
    assert problems(AssetReader(tmp_path).check_logos(workspace.settings)) == [
        ("Z601", "logo „neni.svg“ v pracovní složce není"),
        ("Z602", "logo „ne.png“ není obrázek SVG, PNG, JPEG ani GIF"),
    ]


def header_of_png(width: int, height: int) -> bytes:
    size = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + size + b"\x08\x02" + bytes(40)


@pytest.mark.parametrize(
    ("data", "code", "problem"),
    [
        (None, "Z601", "v pracovní složce není"),
        (b"", "Z602", "není obrázek SVG, PNG, JPEG ani GIF"),
        (b"%PDF-1.7", "Z602", "není obrázek SVG, PNG, JPEG ani GIF"),
        (b"<html><body>logo</body></html>", "Z602", "není obrázek SVG, PNG, JPEG ani GIF"),
        (GIF + bytes(MOST_BYTES), "Z602", "je větší než 5 MB"),
        (b"\x89PNG\r\n\x1a\n", "Z602", "nemá čitelné rozměry"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "Z602", "nemá čitelné rozměry"),
        (header_of_png(30_000, 30_000), "Z602", "má víc než 50 milionů bodů"),
        (b'<svg width="500" height="5000000"/>', "Z602", "je příliš vysoký a úzký"),
    ],
)
def test_a_logo_that_cannot_be_used_says_why_and_the_documents_say_its_words(
    data: bytes | None, code: str, problem: str, tmp_path: Path
):
    settings = "projekty:\n  p: {loga: {zapati: [{soubor: logo.bin, popis: Znak města}]}}\n"
    files = {"zapis.yaml": settings, "m.md": "---\nprojekt: p\n---\n"}
    make_workspace(tmp_path, files if data is None else {**files, "logo.bin": data})
    workspace = open_workspace(tmp_path)
    (file,) = read_all(workspace, ["m.md"], frozenset())
    assert file.meeting is not None
    reader = AssetReader(tmp_path)
    found = reader.check_logos(workspace.settings)
    assert problems(found) == [(code, f"logo „logo.bin“ {problem}")]
    assert found[0].span is not None
    assets = reader.load(file.meeting).value
    documents = make_documents(file.meeting, ("html", "docx"), assets, "")
    assert (
        documents["html"].decode().count("Znak města"),
        "Znak města" in whole_text(documents["docx"]),
    ) == (1, True)


def test_a_logo_and_a_picture_of_one_spelling_are_two(tmp_path: Path):
    """A picture is relative to its minutes, a logo to the workspace."""
    settings = "projekty: {p: {nazev: P, loga: {zahlavi: [a.svg]}}}"
    drawings = {
        name: f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="9"/>'
        for name, width in (("a.svg", 10), ("x/a.svg", 20))
    }
    minutes = "---\nprojekt: p\n---\n![mapa](a.svg)\n"
    root = make_workspace(tmp_path, {"zapis.yaml": settings, "x/m.md": minutes, **drawings})
    workspace = open_workspace(root)
    (file,) = read_all(workspace, ["x/m.md"], frozenset())
    assert file.meeting is not None
    assets = AssetReader(root).load(file.meeting).value
    assert {key: asset.width for key, asset in assets.items()} == {"logo:a.svg": 10, "a.svg": 20}
