"""Packages of Office: zip files whose bytes depend on nothing but their parts."""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO

CONTENT_TYPES = "[Content_Types].xml"
_STORED, _DEFLATED = 0, 8
_UTF8_NAMES = 0x800
_VERSION = 20
_DATE = (1980 - 1980) << 9 | 1 << 5 | 1
_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_LEVEL = 6
_INDENTATION = re.compile(r">\s+<")
_ALREADY_COMPRESSED = (".png", ".jpeg", ".gif")


@dataclass(frozen=True, slots=True)
class Packed:
    """A part as it stands in the zip file: compressed once, copied ever after."""

    name: str
    method: int
    checksum: int
    size: int
    data: bytes


def press(name: str, data: bytes) -> Packed:
    """The part compressed; pictures are stored as they are."""
    checksum = zlib.crc32(data)
    if name.endswith(_ALREADY_COMPRESSED):
        return Packed(name, _STORED, checksum, len(data), data)
    deflate = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Packed(name, _DEFLATED, checksum, len(data), deflate.compress(data) + deflate.flush())


def write_package(parts: Iterable[Packed]) -> bytes:
    """The zip file of the parts: content types first as Word expects, the rest by name.

    Every part is dated 1 January 1980, the first day that a zip file can hold.
    """
    ordered = sorted(parts, key=lambda part: (part.name != CONTENT_TYPES, part.name))
    pieces: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for part in ordered:
        name = part.name.encode()
        directory.append(_central_header(part, name, offset))
        piece = _local_header(part, name) + part.data
        pieces.append(piece)
        offset += len(piece)
    end = _END.pack(
        b"PK\x05\x06", 0, 0, len(ordered), len(ordered), sum(map(len, directory)), offset, 0
    )
    return b"".join((*pieces, *directory, end))


def read_package(data: bytes) -> dict[str, bytes]:
    """The parts of a package by name.

    Raises `zipfile.BadZipFile` for what is no zip file.
    """
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}


def from_readable(files: Mapping[str, str]) -> dict[str, bytes]:
    """The parts of a package kept as readable XML files: the indentation is left out."""
    return {name: _INDENTATION.sub("><", text).strip().encode() for name, text in files.items()}


def pack(parts: Mapping[str, bytes]) -> bytes:
    """The package of plain parts, such as a template that an office can open in Word."""
    return write_package(press(name, data) for name, data in parts.items())


def _local_header(part: Packed, name: bytes) -> bytes:
    return (
        _LOCAL.pack(
            b"PK\x03\x04",
            _VERSION,
            _UTF8_NAMES,
            part.method,
            0,
            _DATE,
            part.checksum,
            len(part.data),
            part.size,
            len(name),
            0,
        )
        + name
    )


def _central_header(part: Packed, name: bytes, offset: int) -> bytes:
    return (
        _CENTRAL.pack(
            b"PK\x01\x02",
            _VERSION,
            _VERSION,
            _UTF8_NAMES,
            part.method,
            0,
            _DATE,
            part.checksum,
            len(part.data),
            part.size,
            len(name),
            0,
            0,
            0,
            0,
            0,
            offset,
        )
        + name
    )
