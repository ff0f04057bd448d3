"""The parts of a Word file that somebody gave us: nothing is trusted, sizes least of all."""

import re
import zipfile
import zlib
from io import BytesIO

from zapis.render.docx.dialect import TemplateError
from zapis.render.templating.failures import TemplateProblem

LARGEST_FILE = 20_000_000
_MOST_PARTS = 1_000
_LARGEST_TOTAL = 80_000_000
_LARGEST_XML = 8_000_000
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ENCRYPTED = 1
_OLD_WORD = b"\xd0\xcf\x11\xe0"
_XML_ENDINGS = (".xml", ".rels", ".vml")
_DECLARED = re.compile(r"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([^"']{0,40})["']""")
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError),
    *(NotImplementedError, RuntimeError, LookupError),
)

_SAVE_AGAIN = "otevřete ho ve Wordu a uložte znovu jako Dokument Wordu (.docx)"


def refuse(message: str, cure: str = _SAVE_AGAIN) -> TemplateError:
    """The error of a file that cannot be a template at all."""
    return TemplateError("", message, TemplateProblem(message, cure))


def unpack(data: bytes) -> dict[str, bytes]:
    """The parts of a Word file by name; every XML part is UTF-8 without a document type.

    Raises `TemplateError`. **Why** document types are refused before anything is parsed: they
    are what entities come from, and Word writes none.
    """
    if data.startswith(_OLD_WORD):
        raise refuse("soubor je ve starém formátu .doc nebo je chráněný heslem")
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = {info.filename: _read(archive, info) for info in _members(archive)}
    except TemplateError:
        raise
    except _BROKEN as error:
        raise refuse("soubor není dokumentem Wordu nebo je poškozený") from error
    for name, content in parts.items():
        if name.lower().endswith(_XML_ENDINGS):
            parts[name] = _plain_xml(name, content)
    return parts


def _members(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    members = [info for info in archive.infolist() if not info.is_dir()]
    if len(members) > _MOST_PARTS or sum(info.file_size for info in members) > _LARGEST_TOTAL:
        raise refuse("soubor je po rozbalení příliš velký", "zmenšete v něm obrázky")
    if len({info.filename.lower() for info in members}) < len(members):
        raise refuse("soubor je poškozený: jedna jeho část je v něm dvakrát")
    return members


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """A part; the library stops at the length that the file itself states."""
    is_xml = info.filename.lower().endswith(_XML_ENDINGS)
    if is_xml and info.file_size > _LARGEST_XML:
        raise refuse(
            "text šablony je příliš dlouhý", "nechte v šabloně jen to, co je v každém zápisu"
        )
    if info.compress_type not in _METHODS or info.flag_bits & _ENCRYPTED:
        raise refuse("soubor je zašifrovaný nebo neobvykle zabalený")
    with archive.open(info) as stream:
        return stream.read(info.file_size)


def _plain_xml(name: str, content: bytes) -> bytes:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise refuse(f"část „{name}“ není v kódování UTF-8") from error
    declared = _DECLARED.match(text)
    if declared and declared[1].lower() not in {"utf-8", "utf8", "us-ascii", "ascii"}:
        raise refuse(f"část „{name}“ není v kódování UTF-8")
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise refuse(f"část „{name}“ obsahuje definice XML, které dokument Wordu nemá")
    return text.encode()
