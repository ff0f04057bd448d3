"""Files in the place of a document that zapis did not write: a person's work is never lost."""

import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from zapis.files import WriteError

_LARGEST_PART = 64 * 1024
_MOST_PARTS = 9
_LARGEST_PAGE = 64 * 1024 * 1024
# The second is in pages that were made before the first was.
_OF_PAGES = (b'<meta name="generator" content="zapis"', b'<main id="zapis">')
# A program that saves the document later puts its own name there.
_OF_WORD = b"<Application>zapis</Application>"
# The same holds for who saved a workbook last.
_OF_WORKBOOKS = b"<cp:lastModifiedBy>zapis</cp:lastModifiedBy>"
_PROPERTIES = "docProps/"
# The metadata as they are first written; who saves a PDF later writes others or adds to its end.
_PDF_METADATA = b'<x:xmpmeta xmlns:x="adobe:ns:meta/">\n<rdf:RDF '
_OF_PDF = b"<xmp:CreatorTool>zapis</xmp:CreatorTool>"
_PDF_END = b"%%EOF"


# All that reading a package of somebody else's may raise.
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
)


class ForeignOutputError(WriteError):
    """A document was not written because a file of somebody else is in its place."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "stojí tam soubor, který zapis nevytvořil")


def is_foreign(path: Path) -> bool:
    """Whether there is a file that zapis did not write, or that another program saved since.

    A file without any content is nobody's. One that cannot be read counts as foreign.
    """
    try:
        if not path.is_file() or not path.stat().st_size:
            return False
        is_own = _OWN.get(path.suffix.lower())
        return is_own is not None and not is_own(path)
    except (OSError, ValueError):
        return True


def _is_own_page(path: Path) -> bool:
    with path.open("rb") as stream:
        page = stream.read(_LARGEST_PAGE)
    return any(mark in page for mark in _OF_PAGES)


def _is_own_pdf(path: Path) -> bool:
    with path.open("rb") as stream:
        document = stream.read(_LARGEST_PAGE)
    start = document.find(_PDF_METADATA)
    is_ours = start >= 0 and _OF_PDF in document[start : start + _LARGEST_PART]
    return is_ours and document.count(_PDF_END) == 1


def _is_own_word(path: Path) -> bool:
    return _says(path, _OF_WORD)


def _is_own_workbook(path: Path) -> bool:
    return _says(path, _OF_WORKBOOKS)


def _says(path: Path, mark: bytes) -> bool:
    """Whether one of the parts with properties has the mark."""
    try:
        with zipfile.ZipFile(path) as package:
            names = [name for name in package.namelist() if name.startswith(_PROPERTIES)]
            return any(mark in _start_of(package, name) for name in names[:_MOST_PARTS])
    except _DAMAGED:
        return False


def _start_of(package: zipfile.ZipFile, name: str) -> bytes:
    with package.open(name) as part:
        return part.read(_LARGEST_PART)


_OWN: Mapping[str, Callable[[Path], bool]] = MappingProxyType(
    {
        ".html": _is_own_page,
        ".docx": _is_own_word,
        ".pdf": _is_own_pdf,
        ".xlsx": _is_own_workbook,
    }
)
