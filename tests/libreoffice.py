"""Word documents as LibreOffice reads them: its lines of text with numbers, tables, footnotes."""

import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from lxml import etree
from msgspec import Struct

from model_lines import BULLET, Line, folded

SOFFICE = shutil.which("soffice")
_TEXT = "txt:Text (encoded):UTF8"
_T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_NUMBERED = re.compile(r" {4,}(\S{1,6}) (.*)")
_BULLETS = frozenset("•◦▪")


class Opened(Struct, frozen=True):
    """A document that LibreOffice has opened; `running` are the words of headers and footers."""

    lines: list[Line]
    running: str
    tables: list[list[list[str]]]
    footnotes: list[str]


def open_all(documents: Iterable[Path], folder: Path) -> list[Opened]:
    """What LibreOffice finds in the documents, which must have different names."""
    paths = list(documents)
    _convert(_TEXT, paths, folder)
    _convert("fodt", paths, folder)
    return [_opened(folder / path.stem) for path in paths]


def _convert(target: str, paths: list[Path], folder: Path) -> None:
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", target, "--outdir", str(folder)]
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, timeout=300)  # noqa: S603 - LibreOffice with our own files


def _opened(stem: Path) -> Opened:
    text = stem.with_name(stem.name + ".txt").read_text(encoding="utf-8-sig")
    root = etree.parse(stem.with_name(stem.name + ".fodt")).getroot()
    return Opened(
        [line for line in map(_line, text.split("\n")) if line.text or line.label],
        " ".join(map(_words, root.iter(f"{_STYLE}header", f"{_STYLE}footer"))),
        [_rows(table) for table in root.iter(f"{_TABLE}table")],
        [_words(note) for note in root.iter(f"{_T}note-body")],
    )


def _line(text: str) -> Line:
    found = _NUMBERED.fullmatch(text)
    if not found:
        return Line("", folded(text))
    return Line(BULLET if found[1] in _BULLETS else found[1], folded(found[2]))


def _rows(table: etree._Element) -> list[list[str]]:
    """The cells of a table; header rows stand in an element of their own."""
    rows = (
        row
        for row in table.iter(f"{_TABLE}table-row")
        if next(row.iterancestors(f"{_TABLE}table")) is table
    )
    return [[_words(cell) for cell in row.iterfind(f"{_TABLE}table-cell")] for row in rows]


def _words(element: etree._Element) -> str:
    """The words of all paragraphs inside; of a footnote only its number."""
    blocks = element.iter(f"{_T}p", f"{_T}h")
    inside = [*element.iterancestors(f"{_T}note-body"), element]
    kept = [
        block
        for block in blocks
        if not [one for one in block.iterancestors(f"{_T}note-body") if one not in inside]
    ]
    return folded(" ".join("".join(_pieces(block)) for block in kept))


def _pieces(element: etree._Element) -> Iterable[str]:
    yield element.text or ""
    for child in element:
        if child.tag in {f"{_T}s", f"{_T}tab", f"{_T}line-break"}:
            yield " "
        elif child.tag == f"{_T}note":
            yield "".join(child.find(f"{_T}note-citation").itertext())
        elif child.tag.startswith(_T) and not child.tag.endswith("}p"):
            yield from _pieces(child)
        yield child.tail or ""
