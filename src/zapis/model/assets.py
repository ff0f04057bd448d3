"""Pictures that documents embed, as bytes with what is known of them."""

from msgspec import Struct


def logo_key(path: str) -> str:
    """What a logo is found by; never the `src` of a picture, which is relative to its minutes."""
    return f"logo:{path}"


class Asset(Struct, frozen=True):
    """A picture: `media_type` such as `image/png`, `width` and `height` in CSS pixels (1/96 in)."""

    data: bytes
    media_type: str
    width: int
    height: int
