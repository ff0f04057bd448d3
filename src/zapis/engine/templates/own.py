"""The templates of one's own in a workspace: which there are, and their bytes."""

import unicodedata
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from zapis.files import inside

FOLDER = "sablony"
ENDINGS: Mapping[str, str] = MappingProxyType({".docx": "docx", ".html": "html"})
"""Formats that may have a template of their own, by the endings of files."""

LARGEST = 20_000_000
_NOT_TEMPLATES = ("~$", ".")

OwnTemplates = Mapping[str, Mapping[str, str]]
"""Paths relative to the root, by format, by the name of the template."""


def find_own(root: Path) -> OwnTemplates:
    """All templates in the folder `sablony` in order of their names.

    What a link leads out of the workspace is not there, nor what is no ordinary file.
    """
    found: dict[str, dict[str, str]] = {}
    for name in _listed(root):
        stem, point, ending = unicodedata.normalize("NFC", name).rpartition(".")
        form = ENDINGS.get(f"{point}{ending}".lower())
        path = f"{FOLDER}/{name}"
        if form and stem and not name.startswith(_NOT_TEMPLATES) and _is_usable(root, path):
            found.setdefault(stem, {}).setdefault(form, path)
    return MappingProxyType({stem: MappingProxyType(found[stem]) for stem in sorted(found)})


def read_own(root: Path, path: str) -> bytes | None:
    """The bytes of a template; None where it cannot be read or is larger than 20 MB."""
    file = inside(root, path)
    try:
        if file is None or not file.is_file() or file.stat().st_size > LARGEST:
            return None
        return file.read_bytes()
    except OSError:
        return None


def _listed(root: Path) -> list[str]:
    folder = inside(root, FOLDER)
    try:
        return sorted(path.name for path in folder.iterdir()) if folder is not None else []
    except OSError:
        return []


def _is_usable(root: Path, path: str) -> bool:
    file = inside(root, path)
    try:
        return file is not None and file.is_file()
    except OSError:
        return False
