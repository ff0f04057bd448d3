"""Which part of a template does what, and the parts that every template must have."""

from collections.abc import Mapping

from msgspec import Struct

from zapis.render.docx.dialect import TemplateError
from zapis.render.docx.footnotes import EMPTY_FOOTNOTES
from zapis.render.docx.numbering import EMPTY_NUMBERING
from zapis.render.docx.package import CONTENT_TYPES, part_text
from zapis.render.docx.properties import APP_XML, EMPTY_CORE_XML
from zapis.render.docx.relations import (
    APP,
    CORE,
    FOOTER,
    FOOTNOTES,
    HEADER,
    MAIN,
    NUMBERING,
    SETTINGS,
    STYLES,
    Relations,
    insert_last,
    opened,
    read_relations,
    relations_name,
)

_PACKAGE = ""
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PICTURES = (
    ("png", "image/png"),
    ("jpeg", "image/jpeg"),
    ("gif", "image/gif"),
    ("svg", "image/svg+xml"),
)


class Roles(Struct, frozen=True):
    """The names of parts by what they are for; `margins` are headers and footers."""

    main: str
    styles: str
    numbering: str
    footnotes: str
    core: str
    settings: str
    margins: tuple[str, ...]

    @property
    def fillable(self) -> tuple[str, ...]:
        """The parts that may hold tags, in the order in which they are filled."""
        return (self.main, *self.margins, self.footnotes)


class Needed(Struct, frozen=True):
    """A part that is added where a template has none; `content_type` is that of its XML."""

    kind: str
    name: str
    content_type: str
    xml: str


_EMPTY_STYLES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"></w:styles>'
)
_EMPTY_SETTINGS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
)
_NEEDED_BY_MAIN = (
    Needed(STYLES, "word/styles.xml", f"{_WORD_TYPE}.styles+xml", _EMPTY_STYLES),
    Needed(SETTINGS, "word/settings.xml", f"{_WORD_TYPE}.settings+xml", _EMPTY_SETTINGS),
    Needed(NUMBERING, "word/numbering.xml", f"{_WORD_TYPE}.numbering+xml", EMPTY_NUMBERING),
    Needed(FOOTNOTES, "word/footnotes.xml", f"{_WORD_TYPE}.footnotes+xml", EMPTY_FOOTNOTES),
)
_NEEDED_BY_PACKAGE = (
    Needed(
        CORE,
        "docProps/core.xml",
        "application/vnd.openxmlformats-package.core-properties+xml",
        EMPTY_CORE_XML,
    ),
    Needed(
        APP,
        "docProps/app.xml",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        APP_XML,
    ),
)


def complete(
    parts: Mapping[str, bytes], more: tuple[Needed, ...] = ()
) -> tuple[dict[str, bytes], Roles]:
    """The parts of a template with all that documents need, and what each part is for.

    `more` are parts that the record refers to beside those of every document.
    Raises `TemplateError` where the parts are no Word document.
    """
    whole = dict(parts)
    main = _targets(whole, _PACKAGE).get(MAIN, ("",))[0]
    if main not in whole or CONTENT_TYPES not in whole:
        raise TemplateError(main, "soubor není dokumentem Wordu")
    _add_missing(whole, _PACKAGE, _NEEDED_BY_PACKAGE)
    _add_missing(whole, main, (*_NEEDED_BY_MAIN, *more))
    _declare_pictures(whole)
    package = _targets(whole, _PACKAGE)
    whole[package[APP][0]] = APP_XML.encode()
    return whole, _roles(main, package, _targets(whole, main))


def _roles(main: str, package: Mapping[str, list[str]], own: Mapping[str, list[str]]) -> Roles:
    return Roles(
        main=main,
        styles=own[STYLES][0],
        numbering=own[NUMBERING][0],
        footnotes=own[FOOTNOTES][0],
        core=package[CORE][0],
        settings=own[SETTINGS][0],
        margins=tuple(sorted({*own.get(HEADER, ()), *own.get(FOOTER, ())})),
    )


def _targets(parts: Mapping[str, bytes], part: str) -> dict[str, list[str]]:
    """The parts that a part refers to and that are there, by kind of relationship."""
    found: dict[str, list[str]] = {}
    for relation in read_relations(part, part_text(parts, relations_name(part))):
        if relation.target in parts:
            found.setdefault(relation.kind, []).append(relation.target)
    return found


def _add_missing(parts: dict[str, bytes], owner: str, needed: tuple[Needed, ...]) -> None:
    """Adds parts that a part does not refer to yet, with relationship and content type."""
    present = _targets(parts, owner)
    stated = Relations(opened(part_text(parts, relations_name(owner))))
    for part in needed:
        if part.kind not in present:
            parts[part.name] = part.xml.encode()
            stated.add(part.kind, f"/{part.name}")
            override = f'<Override PartName="/{part.name}" ContentType="{part.content_type}"/>'
            _declare(parts, override, f'PartName="/{part.name}"')
    parts[relations_name(owner)] = stated.xml().encode()


def _declare_pictures(parts: dict[str, bytes]) -> None:
    for extension, media_type in _PICTURES:
        default = f'<Default Extension="{extension}" ContentType="{media_type}"/>'
        _declare(parts, default, f'Extension="{extension}"')


def _declare(parts: dict[str, bytes], element: str, mark: str) -> None:
    """States a content type unless the mark says that it is stated already."""
    types = part_text(parts, CONTENT_TYPES)
    if mark.lower() not in types.lower():
        parts[CONTENT_TYPES] = insert_last(types, element, "</Types>").encode()
