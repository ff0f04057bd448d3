"""Styles that a template lacks, taken from the built-in one and fitted to its look."""

import re
from collections.abc import Iterable, Mapping
from copy import deepcopy

from lxml import etree
from msgspec import Struct, field

from zapis.render.docx.office.tree import Element, W, remove

_VALUE = f"{W}val"
_STYLE, _NAME, _IDENTIFIER, _KIND = f"{W}style", f"{W}name", f"{W}styleId", f"{W}type"
_REFERRED = (f"{W}basedOn", f"{W}link", f"{W}next")
_SIZES = (f"{W}sz", f"{W}szCs")
_USUAL_SIZE = 20
_BUILT_IN_SIZE = 22
_SMALLEST_SIZE = 8
_ACCENT = "1F3A5F"
_LANGUAGE = "cs-CZ"
_DEFAULTS = {"paragraph": "normal", "character": "default paragraph font", "table": "normal table"}
_HEADING = re.compile(r"heading ([2-6])")
_HEX = re.compile(r"[0-9A-Fa-f]{6}")


class StyleSheet(Struct):
    """The styles of a template by their kinds and names, which differ from their identifiers."""

    root: Element
    known: dict[tuple[str, str], str] = field(default_factory=dict)
    defaults: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        usual: dict[str, Element] = {}
        for style in self.root.findall(_STYLE):
            kind, key = style.get(_KIND, "paragraph"), style.get(_IDENTIFIER, "")
            self.known.setdefault((kind, name_of(style)), key)
            if name_of(style) == _DEFAULTS.get(kind):
                usual[kind] = style
            if style.get(f"{W}default") in {"1", "true", "on"}:
                self.defaults.setdefault(kind, key)
        # LibreOffice does not say which style text has that names none.
        for kind, style in usual.items():
            if kind not in self.defaults:
                style.set(f"{W}default", "1")
                self.defaults[kind] = style.get(_IDENTIFIER, "")

    def find(self, identifier: str) -> Element | None:
        """The definition with an identifier."""
        found = (s for s in self.root.findall(_STYLE) if s.get(_IDENTIFIER) == identifier)
        return next(found, None)

    def named(self, name: str, kind: str = "paragraph") -> Element | None:
        """The definition with a name as Word stores it."""
        key = self.known.get((kind, name.lower()))
        return None if key is None else self.find(key)

    def first(self, style: Element | None, path: str) -> Element | None:
        """What a style, or the nearest one that it is based on, has at a path."""
        for _ in range(20):
            if style is None:
                return None
            found = style.find(path)
            if found is not None:
                return found
            base = style.find(f"{W}basedOn")
            style = None if base is None else self.find(base.get(_VALUE, ""))
        return None

    def value(self, style: Element | None, path: str) -> str:
        """The value of that, empty where nothing is."""
        found = self.first(style, path)
        return "" if found is None else found.get(_VALUE, "")


def name_of(style: Element) -> str:
    """The name of a style in small letters."""
    name = style.find(_NAME)
    return "" if name is None else name.get(_VALUE, "").lower()


class Added(Struct, frozen=True):
    """What was added: identifiers of the built-in template in those of this one, and names."""

    identifiers: Mapping[str, str]
    names: tuple[str, ...]


def add_styles(sheet: StyleSheet, source: Element, wanted: Iterable[str], width: int) -> Added:
    """Adds the styles with the wanted built-in identifiers that the template has no name for.

    `width` is that of its text in twips. Sizes follow the template's own text, the blue of the
    built-in headings becomes the colour of its headings.
    """
    definitions = {style.get(_IDENTIFIER, ""): style for style in source.findall(_STYLE)}
    order = _with_bases(definitions, wanted)
    names: list[str] = []
    identifiers: dict[str, str] = {}
    for key in order:
        style = definitions[key]
        known = _known(sheet, style)
        identifiers[key] = known or _free_identifier(sheet, key)
        if not known:
            names.append(style.find(_NAME).get(_VALUE, ""))  # type: ignore[union-attr] # every built-in style has one
            sheet.known[style.get(_KIND, ""), name_of(style)] = identifiers[key]
    look = _Look(sheet, width)
    for key in order:
        if definitions[key].find(_NAME).get(_VALUE, "") in names:  # type: ignore[union-attr] # the same
            sheet.root.append(_adapted(definitions[key], identifiers, look))
    return Added(identifiers, tuple(names))


def _with_bases(definitions: Mapping[str, Element], wanted: Iterable[str]) -> list[str]:
    """The wanted identifiers, each behind the one that it is based on."""
    order: dict[str, None] = {}

    def visit(key: str) -> None:
        if key in order or key not in definitions:
            return
        base = definitions[key].find(f"{W}basedOn")
        if base is not None:
            visit(base.get(_VALUE, ""))
        order[key] = None

    for key in wanted:
        visit(key)
    return list(order)


def _known(sheet: StyleSheet, style: Element) -> str:
    """The template's identifier of a style; its own default stands for the built-in one."""
    kind = style.get(_KIND, "paragraph")
    if style.get(f"{W}default") and kind in sheet.defaults:
        return sheet.defaults[kind]
    return sheet.known.get((kind, name_of(style)), "")


def _free_identifier(sheet: StyleSheet, key: str) -> str:
    taken = {style.get(_IDENTIFIER) for style in sheet.root.findall(_STYLE)}
    taken |= set(sheet.known.values())
    while key in taken:
        key += "Zapis"
    return key


class _Look:
    """How the text of a template looks, as far as added styles follow it."""

    def __init__(self, sheet: StyleSheet, width: int) -> None:
        normal = sheet.find(sheet.defaults.get("paragraph", ""))
        size = sheet.value(normal, f"{W}rPr/{W}sz") or _default(sheet.root, f"{W}sz")
        self.scale = (int(size) if size.isdecimal() else _USUAL_SIZE) / _BUILT_IN_SIZE
        self.width = width
        headings = (sheet.named(name) for name in ("heading 1", "heading 2", "title"))
        colors = (sheet.value(style, f"{W}rPr/{W}color") for style in headings)
        self.accent = next((color for color in colors if _HEX.fullmatch(color)), "")
        found = (int(h[1]) for name in sheet.known if (h := _HEADING.fullmatch(name[1])))
        self.own_headings = sorted(found)


def _default(root: Element, name: str) -> str:
    found = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{name}")
    return "" if found is None else found.get(_VALUE, "")


def _adapted(style: Element, identifiers: Mapping[str, str], look: _Look) -> Element:
    made = deepcopy(style)
    made.set(_IDENTIFIER, identifiers[style.get(_IDENTIFIER, "")])
    made.attrib.pop(f"{W}default", "")
    for reference in made.findall("*"):
        if reference.tag in _REFERRED:
            target = identifiers.get(reference.get(_VALUE, ""))
            reference.set(_VALUE, target) if target else remove(reference)
    for size in made.iter(*_SIZES):
        size.set(_VALUE, str(max(round(int(size.get(_VALUE, "0")) * look.scale), _SMALLEST_SIZE)))
    for tab in made.iter(f"{W}tab"):
        tab.set(f"{W}pos", str(min(int(tab.get(f"{W}pos", "0")), look.width)))
    _recolor(made, look.accent)
    return made


def _recolor(style: Element, accent: str) -> None:
    """The built-in blue becomes the template's own colour, or that of its text."""
    for color in list(style.iter(f"{W}color")):
        if color.get(_VALUE) == _ACCENT:
            color.set(_VALUE, accent) if accent else remove(color)
    for border in style.iter("*"):
        if border.get(f"{W}color") == _ACCENT:
            border.set(f"{W}color", accent or "auto")


def set_language(root: Element) -> None:
    """Says in the defaults that the text is Czech, whatever language the template was made in."""
    defaults = _child(root, f"{W}docDefaults", 0)
    properties = _child(_child(defaults, f"{W}rPrDefault", 0), f"{W}rPr", 0)
    language = properties.find(f"{W}lang")
    if language is None:
        language = etree.SubElement(properties, f"{W}lang")
        _behind_language(properties)
    language.set(_VALUE, _LANGUAGE)
    for style in root.findall(_STYLE):
        own = style.find(f"{W}rPr/{W}lang")
        if own is not None and own.get(_VALUE):
            own.set(_VALUE, _LANGUAGE)


def _behind_language(properties: Element) -> None:
    """Puts what the schema has behind the language back to the end."""
    for name in ("eastAsianLayout", "specVanish", "oMath"):
        found = properties.find(f"{W}{name}")
        if found is not None:
            properties.append(found)


def _child(parent: Element, tag: str, at: int) -> Element:
    found = parent.find(tag)
    if found is None:
        found = etree.Element(tag)
        parent.insert(at, found)
    return found
