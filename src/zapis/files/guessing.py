"""What bytes that are not UTF-8 text most likely are."""

import re
from typing import NamedTuple


class Guess(NamedTuple):
    """An encoding: its name for people and its codec for Python."""

    name: str
    codec: str


class Binary(NamedTuple):
    """A kind of file that is no text; `holds_text` when people may want the text out of it."""

    name: str
    holds_text: bool = False


DAMAGED = Guess("UTF-8", "utf-8")
"""UTF-8 with a few bad bytes."""

_WINDOWS = Guess("Windows-1250", "cp1250")
_ISO = Guess("ISO 8859-2", "iso8859-2")
_WIDE_LE = Guess("UTF-16 LE", "utf-16-le")
_WIDE_BE = Guess("UTF-16 BE", "utf-16-be")

_MARKS = (
    (b"\xff\xfe\x00\x00", Guess("UTF-32 LE", "utf-32-le")),
    (b"\x00\x00\xfe\xff", Guess("UTF-32 BE", "utf-32-be")),
    (b"\xff\xfe", _WIDE_LE),
    (b"\xfe\xff", _WIDE_BE),
)

_PICTURE = Binary("obrázek")
_ARCHIVE = Binary("archiv")
_MAGIC = (
    (b"%PDF-", Binary("dokument PDF", holds_text=True)),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Binary("starý dokument Office (doc, xls)", True)),
    (b"{\\rtf", Binary("dokument RTF", holds_text=True)),
    (b"\x89PNG\r\n", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"\x1f\x8b", _ARCHIVE),
    (b"7z\xbc\xaf", _ARCHIVE),
    (b"Rar!\x1a\x07", _ARCHIVE),
)
_ZIP = b"PK\x03\x04"
_ZIPPED = (
    (b"word/", Binary("dokument Wordu (docx)", holds_text=True)),
    (b"xl/", Binary("sešit Excelu (xlsx)", holds_text=True)),
    (b"ppt/", Binary("prezentace PowerPointu (pptx)", holds_text=True)),
    (b"opendocument.text", Binary("dokument LibreOffice (odt)", holds_text=True)),
    (b"opendocument.", Binary("dokument LibreOffice", holds_text=True)),
)
_ZIP_ARCHIVE = Binary("archiv zip")
_UNKNOWN_BINARY = Binary("binární data")

_SAMPLE = 4096
# A stray NUL in a text is a control character; more than one in a thousand bytes is no text.
_NUL_SHARE = 1000

# In Windows-1250 these bytes are š, ť, ž and typographic quotes; in ISO 8859-2 nothing.
_WINDOWS_ONLY = re.compile(rb"[\x80-\x9f]")
# š, ť, ž of ISO 8859-2 beside a letter; in Windows-1250 rare signs or quotes at a word's edge.
_ISO_ONLY = re.compile(rb"[A-Za-z\xe0-\xff][\xb9\xbe]|[\xa9\xab\xae\xb9\xbb\xbe][a-z\xe0-\xff]")


def guess_binary(data: bytes) -> Binary | None:
    """The kind of a file that is no text; None for text in whatever encoding."""
    if data.startswith(_ZIP):
        return next((kind for mark, kind in _ZIPPED if mark in data), _ZIP_ARCHIVE)
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    nuls = data.count(b"\0")
    if not nuls or guess_wide(data) is not None:
        return None
    return _UNKNOWN_BINARY if nuls * _NUL_SHARE > len(data) and nuls > 1 else None


def guess_wide(data: bytes) -> Guess | None:
    """UTF-16 or UTF-32, told by their mark or by where their zero bytes stand."""
    for mark, guess in _MARKS:
        if data.startswith(mark):
            return guess
    sample = data[:_SAMPLE]
    if b"\0" not in sample:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = max(len(sample) // 2, 1)
    if odd * 2 > half and even * 10 < half:
        return _WIDE_LE
    if even * 2 > half and odd * 10 < half:
        return _WIDE_BE
    return None


def guess_encoding(data: bytes) -> Guess:
    """The encoding of a text of one byte a character, or `DAMAGED` for a nearly right UTF-8.

    **Why** Windows-1250 when nothing tells: it is what Czech offices have used for decades.
    """
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    good = sum(1 for char in text if char > "\x7f") - bad
    if good > bad:
        return DAMAGED
    if not _WINDOWS_ONLY.search(data) and _ISO_ONLY.search(data):
        return _ISO
    return _WINDOWS
