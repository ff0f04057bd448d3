"""Pictures and logos of a workspace, read and measured before a document embeds them."""

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

from msgspec import Struct, field

from zapis import codes
from zapis.check.walk import all_inlines
from zapis.diagnostics import Diagnostic, Diagnostics, Outcome
from zapis.engine.index.digests import short_digest
from zapis.files import inside
from zapis.inline import Image
from zapis.model.assets import Asset, logo_key
from zapis.model.meeting import Meeting
from zapis.model.paths import image_path
from zapis.model.settings import Logo, Settings

MOST_BYTES = 5_000_000
# Logos come again and again, photographs do not, and ten thousand meetings may have many.
_KEPT = 4 * MOST_BYTES
# A few kilobytes can unfold to gigabytes wherever they are drawn.
_MOST_PIXELS = 50_000_000
_TALLEST = 12
_CSS_DPI = 96
_LEAST_DPI, _MOST_DPI = 40, 2400
_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
)
_SVG = re.compile(rb"<svg[\s>]")
_VIEW_BOX = re.compile(rb"""viewBox=["'][-.\d]+[ ,]+[-.\d]+[ ,]+(\d{1,5})[.\d]*[ ,]+(\d{1,5})""")


class AssetReader(Struct):
    """Reads pictures below a root; those that come again soon are kept."""

    root: Path
    known: dict[str, Asset | str] = field(default_factory=dict)

    def read(self, path: str) -> Asset | str:
        """The picture at a path relative to the root, or a Czech clause why it cannot be used."""
        asset = self.known.get(path)
        if asset is None:
            asset = self.known[path] = _read(self.root, path)
            if sum(len(own.data) for own in self.known.values() if isinstance(own, Asset)) > _KEPT:
                self.known.clear()
        return asset

    def state(self, path: str) -> str:
        """What tells the picture at a path, or what is wrong with it, from another."""
        asset = self.read(path)
        return short_digest(asset.data) if isinstance(asset, Asset) else asset

    def check_logos(self, settings: Settings) -> Diagnostics:
        """What is wrong with the logos of all projects, placed in `zapis.yaml`."""
        return tuple(
            found
            for project in settings.projects.values()
            for logo in (*project.header_logos, *project.footer_logos)
            for found in self._check_logo(logo)
        )

    def load(
        self, meeting: Meeting, noted: Callable[[str], object] = lambda _path: None
    ) -> Outcome[dict[str, Asset]]:
        """The pictures of a meeting by `src` of the body and path of the logo.

        `noted` hears of every path that is looked at.
        """
        assets: dict[str, Asset] = {}
        diagnostics: list[Diagnostic] = []
        for logo in _logos(meeting):
            noted(logo.path)
            if isinstance(asset := self.read(logo.path), Asset):
                assets[logo_key(logo.path)] = asset
        folder = meeting.path.rpartition("/")[0]
        for node in all_inlines(meeting):
            if isinstance(node, Image) and (path := image_path(folder, node.src)):
                noted(path)
                asset = self.read(path)
                if isinstance(asset, Asset):
                    assets[node.src] = asset
                elif asset != _MISSING:
                    diagnostics.append(_unusable(node, asset))
        return Outcome(assets, tuple(diagnostics))

    def _check_logo(self, logo: Logo) -> Iterator[Diagnostic]:
        problem = self.read(logo.path)
        if isinstance(problem, Asset):
            return
        code = codes.MISSING_LOGO if problem == _MISSING else codes.UNUSABLE_LOGO
        cure = "opravte cestu k logu; použít lze soubory SVG, PNG, JPEG a GIF do 5 MB"
        yield Diagnostic(code, f"logo „{logo.path}“ {problem}", logo.span, cure)


_MISSING = "v pracovní složce není"


def _logos(meeting: Meeting) -> tuple[Logo, ...]:
    project = meeting.project
    return (*project.header_logos, *project.footer_logos) if project else ()


def _unusable(node: Image, problem: str) -> Diagnostic:
    message = f"obrázek „{node.src}“ {problem}, tiskne se jen jeho popis"
    cure = "použijte soubor SVG, PNG, JPEG nebo GIF do 5 MB"
    return Diagnostic(codes.UNUSABLE_IMAGE, message, node.span, cure)


def _read(root: Path, path: str) -> Asset | str:
    file = inside(root, path)
    if file is None:
        return "leží mimo pracovní složku"
    try:
        if not file.is_file():
            return _MISSING
        if file.stat().st_size > MOST_BYTES:
            return "je větší než 5 MB"
        return _measure(file.read_bytes())
    except OSError:
        return "nelze přečíst"


def _measure(data: bytes) -> Asset | str:
    media_type = next((name for start, name in _SIGNATURES if data.startswith(start)), "")
    if not media_type and _SVG.search(data[:4096]):
        media_type = "image/svg+xml"
    if not media_type:
        return "není obrázek SVG, PNG, JPEG ani GIF"
    width, height = _pixels(data)
    if width < 1 or height < 1:
        return "nemá čitelné rozměry"
    if media_type == "image/svg+xml":
        if height > _TALLEST * width:
            return "je příliš vysoký a úzký"
    elif width * height > _MOST_PIXELS:
        return "má víc než 50 milionů bodů"
    return Asset(data, media_type, *_size(data, width, height))


def _pixels(data: bytes) -> tuple[float, float]:
    """Width and height as the file states them."""
    import imagesize  # noqa: PLC0415 - loads half of urllib, and most minutes have no picture

    width, height = imagesize.get(BytesIO(data))
    if width <= 0 and (box := _VIEW_BOX.search(data[:4096])):
        width, height = float(box[1]), float(box[2])
    return width, height


def _size(data: bytes, width: float, height: float) -> tuple[int, int]:
    """Width and height in CSS pixels; a density that the file states counts."""
    import imagesize  # noqa: PLC0415 - see above

    across, down = imagesize.getDPI(BytesIO(data))
    return max(1, _scaled(width, across)), max(1, _scaled(height, down))


def _scaled(pixels: float, dpi: float) -> int:
    plausible = _LEAST_DPI <= dpi <= _MOST_DPI
    return round(pixels * _CSS_DPI / dpi) if plausible else round(pixels)
