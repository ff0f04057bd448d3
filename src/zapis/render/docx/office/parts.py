"""The files inside a template: what may not be there, and what no document needs."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from zapis.render.docx.office.tree import Element, read, remove, write
from zapis.render.docx.office.unpacking import refuse
from zapis.render.docx.package import CONTENT_TYPES
from zapis.render.docx.relations import HYPERLINK, PACKAGE, relations_name

_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATION = f"{{{PACKAGE}/relationships}}Relationship"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MAIN_OF_TEMPLATE = _MAIN.replace(".document.", ".template.")
_MACROS = ("vbaproject", "vbadata", "macroenabled")
# Programs inside a document, and documents that somebody has to fetch from elsewhere.
_ACTIVE = frozenset({"oleObject", "control", "activeXControlBinary", "aFChunk", "subDocument"})
_DROPPED = frozenset(
    {"comments", "commentsExtended", "commentsIds", "commentsExtensible", "people", "thumbnail"}
    | {"stylesWithEffects"}
    | {"attachedTemplate", "printerSettings", "keyMapCustomizations", "attachedToolbars"}
    | {"recipientData", "mailMergeSource", "mailMergeHeaderSource"}
)
_WITH_NAMES = "custom-properties"
_SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel", ""})


def purge(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts without comments, names of people, previews and other leftovers.

    Raises `TemplateError` for macros, embedded programs and anything that would be fetched from
    outside; a link that a reader may follow is none of these.
    """
    kept = dict(parts)
    _check_types(kept)
    uses_properties = any(b"DOCPROPERTY" in data for name, data in kept.items() if _is_text(name))
    for name in [name for name in kept if name.endswith(".rels")]:
        root = read(name, kept[name])
        for relation in list(root.iter(_RELATION)):
            if _is_unwanted(relation, uses_properties=uses_properties):
                _drop(kept, name, relation)
        kept[name] = write(root)
    return _declared(kept)


def _is_text(name: str) -> bool:
    return name.startswith("word/") and name.endswith(".xml")


def _check_types(parts: dict[str, bytes]) -> None:
    names = " ".join(parts).lower() + parts.get(CONTENT_TYPES, b"").decode().lower()
    if any(word in names for word in _MACROS):
        raise refuse("soubor obsahuje makra", "uložte ho jako Dokument Wordu (.docx) bez maker")
    types = parts.get(CONTENT_TYPES, b"").replace(_MAIN_OF_TEMPLATE.encode(), _MAIN.encode())
    parts[CONTENT_TYPES] = types


def _is_unwanted(relation: Element, *, uses_properties: bool) -> bool:
    """Whether a relationship and its part are left out; raises where it is dangerous."""
    kind = relation.get("Type", "").rpartition("/")[2]
    if kind in _DROPPED or (kind == _WITH_NAMES and not uses_properties):
        return True
    if kind in _ACTIVE:
        raise refuse("soubor obsahuje vložený program nebo dokument", "vložte místo něj obrázek")
    if relation.get("TargetMode") == "External":
        _check_link(relation)
    return False


def _check_link(relation: Element) -> None:
    target = relation.get("Target", "")
    if relation.get("Type") != HYPERLINK:
        message = f"část šablony je jen odkazem na „{target[:60]}“"
        raise refuse(message, "vložte obrázek do dokumentu, ne odkaz na něj")
    try:
        scheme = urlsplit(target.strip()).scheme.lower()
    except ValueError:
        scheme = "?"
    if scheme not in _SAFE_SCHEMES:
        message = f"odkaz v šabloně vede na „{target[:60]}“"
        raise refuse(message, "použijte odkaz, který začíná https:// nebo mailto:")


def _drop(parts: dict[str, bytes], relations: str, relation: Element) -> None:
    """Takes out a relationship, and the part it leads to."""
    folder = relations.partition("_rels/")[0]
    target = relation.get("Target", "")
    name = target.lstrip("/") if target.startswith("/") else _joined(folder, target)
    parts.pop(name, None)
    parts.pop(relations_name(name), None)
    remove(relation)


def _joined(folder: str, target: str) -> str:
    pieces = folder.rstrip("/").split("/") if folder else []
    for piece in target.split("/"):
        if piece == "..":
            pieces = pieces[:-1]
        elif piece not in {"", "."}:
            pieces.append(piece)
    return "/".join(pieces)


def _declared(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The parts with content types of those only that are there."""
    root = read(CONTENT_TYPES, parts[CONTENT_TYPES]) if parts[CONTENT_TYPES] else None
    if root is None:
        return parts
    for override in list(root.iter(f"{_TYPES}Override")):
        if override.get("PartName", "").lstrip("/") not in parts:
            remove(override)
    parts[CONTENT_TYPES] = write(root)
    return parts
