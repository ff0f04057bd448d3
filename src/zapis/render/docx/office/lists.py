"""How a template's own lists look: their bullets, numbers and styles, for the lists of records."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from lxml import etree
from msgspec import Struct

from zapis.render.docx.numbering import LEVELS, Indent, Kind, LevelLook, Looks
from zapis.render.docx.office.styles import StyleSheet
from zapis.render.docx.office.tree import NAMESPACE, Element, W

_VALUE = f"{W}val"
_LOOK = (f"{W}numFmt", f"{W}suff", f"{W}lvlText", f"{W}lvlJc")
_TOO_LONG = 9
_LENGTH = re.compile(r"[0-9]{1,4}")
_DECLARATION = re.compile(r' xmlns:\w+="[^"]*"')
_STYLES: Mapping[Kind, str] = MappingProxyType(
    {Kind.BULLET: "list bullet", Kind.DECIMAL: "list number", Kind.SECTION: "heading 1"}
)


class _Lists(Struct, frozen=True):
    definitions: Mapping[str, Element]
    instances: Mapping[str, str]


def list_looks(sheet: StyleSheet, numbering: Element | None) -> Looks:
    """The looks of those kinds of lists that the template has a numbered style for."""
    if numbering is None:
        return MappingProxyType({})
    lists = _read(numbering)
    found = ((kind, _look(sheet, lists, name)) for kind, name in _STYLES.items())
    return MappingProxyType({kind: levels for kind, levels in found if _shows(levels)})


def _shows(levels: tuple[LevelLook, ...]) -> bool:
    """Whether a list has numbers or bullets; LibreOffice has lists for headings without any."""
    return bool(levels) and '<w:numFmt w:val="none"/>' not in levels[0].xml


def _read(numbering: Element) -> _Lists:
    definitions = {
        each.get(f"{W}abstractNumId", ""): each for each in numbering.findall(f"{W}abstractNum")
    }
    instances = {
        num.get(f"{W}numId", ""): target.get(_VALUE, "")
        for num in numbering.findall(f"{W}num")
        if (target := num.find(f"{W}abstractNumId")) is not None
    }
    return _Lists(definitions, instances)


def _look(sheet: StyleSheet, lists: _Lists, name: str) -> tuple[LevelLook, ...]:
    """Level by level the look of a style, deeper ones from „List Bullet 2“ and so on."""
    levels: list[LevelLook] = []
    for level in range(LEVELS):
        own = sheet.named(f"{name} {level + 1}" if level else name)
        found = _level(sheet, lists, own, 0)
        if found is None:
            own, found = None, _level(sheet, lists, sheet.named(name), level)
        if found is None:
            return tuple(levels)
        levels.append(LevelLook(_xml(found, level), _indent(sheet, own, found)))
    return tuple(levels)


def _indent(sheet: StyleSheet, style: Element | None, level: Element) -> Indent | None:
    """Where the template has text and sign of a level; what a style says goes before its list."""
    written = sheet.first(style, f"{W}pPr/{W}ind")
    written = written if written is not None else level.find(f"{W}pPr/{W}ind")
    if written is None:
        return None
    left = written.get(f"{W}left", written.get(f"{W}start", ""))
    hanging = written.get(f"{W}hanging", "0")
    if not (_LENGTH.fullmatch(left) and _LENGTH.fullmatch(hanging)):
        return None
    return Indent(int(left), min(int(hanging), int(left)))


def _level(sheet: StyleSheet, lists: _Lists, style: Element | None, level: int) -> Element | None:
    if style is None:
        return None
    key = sheet.value(style, f"{W}pPr/{W}numPr/{W}numId")
    definition = lists.definitions.get(lists.instances.get(key, ""))
    if definition is None:
        return None
    base = sheet.value(style, f"{W}pPr/{W}numPr/{W}ilvl") or "0"
    wanted = str(int(base) + level) if base.isdecimal() and len(base) == 1 else str(level)
    found = (each for each in definition.findall(f"{W}lvl") if each.get(f"{W}ilvl") == wanted)
    return next(found, None)


def _xml(level: Element, at: int) -> str:
    """The look of a level, its number counted from the level at which it will stand."""
    pieces = [level.find(tag) for tag in (*_LOOK, f"{W}rPr")]
    made = "".join(
        etree.tostring(piece, encoding="unicode", with_tail=False)
        for piece in pieces
        if piece is not None
    )
    # The part that it goes to is the one that it comes from and has declared every prefix.
    made = _DECLARATION.sub("", made)
    own = level.get(f"{W}ilvl", "0")
    return made.replace(f"%{int(own) + 1}", f"%{at + 1}") if own.isdecimal() else made


def add_nothing(numbering: Element) -> str:
    """Adds a list that numbers nothing; what puts a paragraph into it instead of another one."""
    definition = _free(numbering, "abstractNum", "abstractNumId")
    instance = _free(numbering, "num", "numId")
    made = etree.fromstring(
        f'<w:numbering xmlns:w="{NAMESPACE}"><w:abstractNum w:abstractNumId="{definition}">'
        '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="none"/><w:suff w:val="nothing"/><w:lvlText w:val=""/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl>'
        f'</w:abstractNum><w:num w:numId="{instance}"><w:abstractNumId w:val="{definition}"/>'
        "</w:num></w:numbering>"
    )
    first = numbering.find(f"{W}num")
    numbering.insert(len(numbering) if first is None else numbering.index(first), made[0])
    last = numbering.find(f"{W}numIdMacAtCleanup")
    numbering.insert(len(numbering) if last is None else numbering.index(last), made[-1])
    return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{instance}"/></w:numPr>'


def _free(numbering: Element, element: str, attribute: str) -> int:
    keys = (each.get(f"{W}{attribute}", "") for each in numbering.findall(f"{W}{element}"))
    return 1 + max(
        (int(key) for key in keys if key.isdecimal() and len(key) < _TOO_LONG), default=0
    )
