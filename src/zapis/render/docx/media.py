"""Pictures: their bytes as parts, and the drawing that shows one in a line of text."""

from msgspec import Struct, field

from zapis.model.assets import Asset
from zapis.render.docx.escaping import attribute
from zapis.render.docx.relations import IMAGE, Relations
from zapis.render.docx.svg import rasterize

_EMU_PER_PIXEL = 9525
EMU_PER_TWIP = 635
_EXTENSIONS = {"image/png": "png", "image/jpeg": "jpeg", "image/gif": "gif", "image/svg+xml": "svg"}
_FIRST_ID = 100_000
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"


class Box(Struct, frozen=True):
    """The room for a picture in EMU (1/914400 inch)."""

    width: int
    height: int


class Media(Struct):
    """The pictures of one document: parts by name, which begin with `prefix`, each picture once."""

    prefix: str
    parts: dict[str, bytes] = field(default_factory=dict)
    names: dict[tuple[bytes, str], str] = field(default_factory=dict)
    drawings: int = 0

    def drawing(self, asset: Asset, alt: str, title: str, box: Box, relations: Relations) -> str:
        """A run that shows the picture no larger than its box; empty if Word cannot show it."""
        if asset.media_type not in _EXTENSIONS or min(asset.width, asset.height) <= 0:
            return ""
        self.drawings += 1
        blip = self._blip(asset, relations)
        return _drawing(blip, self.drawings, attribute(alt), attribute(title), _fit(asset, box))

    def _blip(self, asset: Asset, relations: Relations) -> str:
        own = self._embed(asset.data, _EXTENSIONS[asset.media_type], relations)
        if asset.media_type != "image/svg+xml":
            return f'<a:blip r:embed="{own}"/>'
        pixels = self._embed(rasterize(asset.data, asset.width), "png", relations)
        return (
            f'<a:blip r:embed="{pixels}"><a:extLst>'
            '<a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">'
            f'<asvg:svgBlip xmlns:asvg="{_SVG}" r:embed="{own}"/></a:ext></a:extLst></a:blip>'
        )

    def _embed(self, data: bytes, extension: str, relations: Relations) -> str:
        key = (data, extension)
        if key not in self.names:
            name = f"{self.prefix}{len(self.names) + 1}.{extension}"
            self.names[key] = name
            self.parts[name] = data
        return relations.add(IMAGE, f"/{self.names[key]}")


def _fit(asset: Asset, box: Box) -> Box:
    width, height = asset.width * _EMU_PER_PIXEL, asset.height * _EMU_PER_PIXEL
    scale = min(1.0, box.width / width, box.height / height)
    return Box(max(1, round(width * scale)), max(1, round(height * scale)))


def _drawing(blip: str, number: int, alt: str, title: str, size: Box) -> str:
    titled = f' title="{title}"' if title else ""
    extent = f'cx="{size.width}" cy="{size.height}"'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}" distT="0" distB="0" distL="0" '
        f'distR="0"><wp:extent {extent}/>'
        f'<wp:docPr id="{_FIRST_ID + number}" name="Obrázek {number}" descr="{alt}"{titled}/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_A}" noChangeAspect="1"/>'
        f'</wp:cNvGraphicFramePr><a:graphic xmlns:a="{_A}"><a:graphicData uri="{_PICTURE}">'
        f'<pic:pic xmlns:pic="{_PICTURE}"><pic:nvPicPr>'
        f'<pic:cNvPr id="{_FIRST_ID + number}" name="Obrázek {number}" descr="{alt}"/>'
        f"<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>{blip}<a:stretch><a:fillRect/></a:stretch>"
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )
