"""PDF as text, page by page."""

import importlib.util
import tempfile
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import pytest

from model_lines import folded
from zapis.render.formats import FORMATS
from zapis.render.views import DocumentView

_FONT = "Carlito-Regular.ttf"
_FONT_FOLDERS = (Path("/usr/share/fonts"), Path.home() / ".local/share/fonts")
_ONE_FONT = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>/usr/share/fonts</dir><dir prefix="xdg">fonts</dir><cachedir>{}</cachedir>
<selectfont><acceptfont><pattern><patelt name="family"><string>Carlito</string></patelt></pattern>
</acceptfont><rejectfont><pattern><patelt name="scalable"><bool>true</bool></patelt></pattern>
<pattern><patelt name="scalable"><bool>false</bool></patelt></pattern></rejectfont></selectfont>
</fontconfig>"""
# Points; small letters, capitals and hyphens stand on one line.
_SAME_LINE = 4
_LIBRARIES = ("weasyprint", "pypdfium2")


Box = tuple[float, float, float, float]
"""Left, bottom, right, top of a piece of text, in points."""


def _why_not() -> str:
    """Why PDF cannot be compared here; lines break as the letters of one font are wide."""
    missing = [name for name in _LIBRARIES if importlib.util.find_spec(name) is None]
    if missing:
        return f"není nainstalováno: {', '.join(missing)}"
    found = any(any(folder.rglob(_FONT)) for folder in _FONT_FOLDERS if folder.is_dir())
    return "" if found else "v systému není písmo Carlito"


WHY_NO_PDF = _why_not()


@contextmanager
def one_font() -> Iterator[None]:
    """Only Carlito is there for PDF, so that lines break everywhere as they do here."""
    from zapis.render.pdf import margins, tools  # noqa: PLC0415 - needs WeasyPrint
    from zapis.render.pdf.library import load  # noqa: PLC0415 - the same

    load()
    caches = (tools.fonts, tools.styles, margins.measure)
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        settings = Path(folder) / "fonts.conf"
        settings.write_text(_ONE_FONT.format(Path(folder) / "cache"), encoding="utf-8")
        patch.setenv("FONTCONFIG_FILE", str(settings))
        for cached in caches:
            cached.cache_clear()
        try:
            yield
        finally:
            for cached in caches:
                cached.cache_clear()


def pages_text(view: DocumentView) -> str:
    """The lines of every page of the PDF made of a view, each from left to right."""
    import pypdfium2  # noqa: PLC0415 - not every developer has it

    document = pypdfium2.PdfDocument(FORMATS["pdf"](view))
    return "".join(
        f"=== strana {number} ===\n{_lines(page.get_textpage())}"
        for number, page in enumerate(document, 1)
    )


class TextPage(Protocol):
    """The text of a page, as far as it is used here."""

    def count_rects(self) -> int: ...
    def get_rect(self, index: int) -> Box: ...
    def get_text_bounded(self, left: float, bottom: float, right: float, top: float) -> str: ...


def _lines(page: TextPage) -> str:
    """The pieces of text of a page, those side by side as one line."""
    boxes = [page.get_rect(index) for index in range(page.count_rects())]
    lines: list[list[Box]] = []
    for box in sorted(boxes, key=_height, reverse=True):
        if not lines or _height(lines[-1][0]) - _height(box) > _SAME_LINE:
            lines.append([])
        lines[-1].append(box)
    texts = (" ".join(page.get_text_bounded(*box) for box in sorted(line)) for line in lines)
    joined = (folded(unicodedata.normalize("NFC", text)) for text in texts)
    return "".join(f"{line}\n" for line in joined if line)


def _height(box: Box) -> float:
    """How high the middle of a piece is above the foot of the page."""
    return (box[1] + box[3]) / 2
