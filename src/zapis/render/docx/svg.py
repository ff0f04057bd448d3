"""Vector pictures as pixels, for readers of Word files that cannot show them."""

import re
from functools import lru_cache

TRANSPARENT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c02"
    "0000000b4944415478da6360600000000300012b094d840000000049454e44ae426082"
)
"""A picture of one transparent pixel (PNG)."""

_SCALE = 4
_MOST_PIXELS = 2000
_OUTSIDE = re.compile(r"""(?:href|src)\s*=\s*(?!["'](?:#|data:))""", re.IGNORECASE)


@lru_cache(maxsize=64)
def rasterize(data: bytes, width: int) -> bytes:
    """The picture as PNG at four times its `width` in CSS pixels; transparent where impossible.

    Pixels are made by `resvg_py` where it is installed. **Why** a transparent picture is enough
    without it: Word since 2016 shows the vector picture itself, and the alternative text stands in
    both. A picture that points outside itself is not read, for it could bring in any file.
    """
    text = data.decode("utf-8", "replace")
    if _OUTSIDE.search(text):
        return TRANSPARENT
    try:
        import resvg_py  # noqa: PLC0415 - only documents with vector pictures need it

        return bytes(
            resvg_py.svg_to_bytes(svg_string=text, width=min(width * _SCALE, _MOST_PIXELS))
        )
    except (ImportError, ValueError):
        return TRANSPARENT
