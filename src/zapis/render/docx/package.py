"""Packages of Office: zip files whose bytes depend on nothing but their parts."""

import re
import struct
import zlib
from collections.abc import Iterable, Mapping
from functools import lru_cache

from msgspec import Struct

CONTENT_TYPES = "[Content_Types].xml"
_STORED, _DEFLATED = 0, 8
_UTF8_NAMES = 0x800
_VERSION = 20
_DATE = (1980 - 1980) << 9 | 1 << 5 | 1
_SHARED = struct.Struct("<5H3I2H")
_NO_ATTRIBUTES = bytes(10)
_END = struct.Struct("<4s4H2IH")
_LEVEL = 3
# A longer part is the record, which is like no other.
_LONGEST_KNOWN = 8192
_INDENTATION = re.compile(r">\s+<")
_ALREADY_COMPRESSED = (".png", ".jpeg", ".gif")


class Packed(Struct, frozen=True):
    """A part as it stands in the zip file: compressed once, copied ever after.

    `local` is its header and its bytes; in `entry`, its line of the directory, only the offset is
    missing, which stands before the name.
    """

    name: str
    local: bytes
    entry: bytes


def press(name: str, data: bytes) -> Packed:
    """The part compressed; pictures are stored as they are."""
    method, body = _STORED, data
    if not name.endswith(_ALREADY_COMPRESSED):
        method = _DEFLATED
        body = _deflate_known(data) if len(data) <= _LONGEST_KNOWN else _deflate(data)
    file = name.encode()
    shared = _SHARED.pack(
        *(_VERSION, _UTF8_NAMES, method, 0, _DATE),
        *(zlib.crc32(data), len(body), len(data), len(file), 0),
    )
    return Packed(
        name,
        b"".join((b"PK\x03\x04", shared, file, body)),
        b"".join((b"PK\x01\x02", _VERSION.to_bytes(2, "little"), shared, _NO_ATTRIBUTES)),
    )


@lru_cache(maxsize=64)
def _deflate_known(data: bytes) -> bytes:
    """**Why** kept: headers, footers and numbering are the same in many documents."""
    return _deflate(data)


def _deflate(data: bytes) -> bytes:
    deflate = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return deflate.compress(data) + deflate.flush()


def write_package(parts: Iterable[Packed]) -> bytes:
    """The zip file of the parts: content types first as Word expects, the rest by name.

    Every part is dated 1 January 1980, the first day that a zip file can hold.
    """
    ordered = sorted(parts, key=lambda part: (part.name != CONTENT_TYPES, part.name))
    directory: list[bytes] = []
    offset = 0
    for part in ordered:
        directory += (part.entry, offset.to_bytes(4, "little"), part.name.encode())
        offset += len(part.local)
    listed = b"".join(directory)
    count = len(ordered)
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(listed), offset, 0)
    return b"".join((*(part.local for part in ordered), listed, end))


def part_text(parts: Mapping[str, bytes], name: str) -> str:
    """The text of an XML part; empty where there is none."""
    return parts.get(name, b"").decode("utf-8-sig", "replace")


def from_readable(files: Mapping[str, str]) -> dict[str, bytes]:
    """The parts of a package kept as readable XML files: the indentation is left out."""
    return {name: _INDENTATION.sub("><", text).strip().encode() for name, text in files.items()}
